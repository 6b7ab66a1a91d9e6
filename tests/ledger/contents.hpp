// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/random_ledgers.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/ledger_builder.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace capgraph::test {

/// The error that `call` throws, if it throws one.
template <class Call>
[[nodiscard]] std::optional<error> error_of(Call call)
{
    try {
        static_cast<void>(call());
    } catch (error const& e) {
        return e;
    }
    return std::nullopt;
}

inline auto parts_of(provenance const& p)
{
    return std::tuple{p.source,    p.reported_on, p.as_of, p.attributed_to,
                      p.statement, p.denial,      p.where};
}

/// All that a ledger shows of itself; looks at its texts.
struct contents {
    std::vector<std::string> entities;
    std::vector<std::pair<record_kind, std::string>> records;
    std::vector<any_record> said;
    std::vector<provenance> provenances;

    friend bool operator==(contents const& a, contents const& b)
    {
        return a.entities == b.entities && a.records == b.records && a.said == b.said
               && std::equal(a.provenances.begin(), a.provenances.end(), b.provenances.begin(),
                             b.provenances.end(), [](auto const& p, auto const& q) {
                                 return parts_of(p) == parts_of(q);
                             });
    }
};

inline contents contents_of(ledger const& book)
{
    contents all;
    for (std::uint32_t i = 0; i < book.num_entities(); ++i) {
        all.entities.emplace_back(book.slug_of(entity_id{i}));
    }
    for (std::uint32_t i = 0; i < book.num_records(); ++i) {
        auto const id = record_id{i};
        all.records.emplace_back(book.kind_of(id), book.slug_of(id));
    }
    for (std::uint32_t i = 0; i < book.num_statements(); ++i) {
        auto const said = book.at(statement_id{i});
        all.provenances.push_back(said.said);
        with_record_type(said.kind, [&]<class Record>() {
            all.said.emplace_back(book.said_by<Record>(statement_id{i}));
        });
    }
    return all;
}

/// What a builder shows of itself: how many statements, and what stands in their way.
inline std::pair<std::size_t, std::vector<std::string>> contents_of(ledger_builder const& builder)
{
    std::vector<std::string> messages;
    for (auto const& problem : builder.problems()) {
        messages.emplace_back(problem.what());
    }
    return {builder.num_statements(), messages};
}

} // namespace capgraph::test
