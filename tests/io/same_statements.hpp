// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/record.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace capgraph::test {

/// Ids of one ledger as those of another in which the same slugs are described.
class translation {
public:
    translation(ledger const& from, ledger const& to) : from_{&from}, to_{&to} {}

    template <class T>
    void apply(T& value) const
    {
        if constexpr (std::is_same_v<T, field<entity_id>> || std::is_same_v<T, field<record_id>>) {
            value = value ? T{translated(*value)} : value;
        } else if constexpr (
            std::is_same_v<T,
                           field<std::vector<
                               entity_id>>> || std::is_same_v<T, field<std::vector<record_id>>>) {
            if (value) {
                auto all = *value;
                for (auto& id : all) {
                    id = translated(id);
                }
                value = all;
            }
        }
    }

private:
    [[nodiscard]] entity_id translated(entity_id id) const
    {
        return to_->entity_at(from_->slug_of(id));
    }
    [[nodiscard]] record_id translated(record_id id) const
    {
        return to_->round_at(from_->slug_of(id));
    }

    ledger const* from_;
    ledger const* to_;
};

/// Whether statement `i` of `a` says what statement `j` of `b` says, by the same source, of the
/// same day ...
inline bool says_the_same(ledger const& a, statement_id i, ledger const& b, statement_id j)
{
    auto const x = a.at(i);
    auto const y = b.at(j);
    auto const source = [](ledger const& book, provenance const& said) {
        return said.source ? std::string{book.slug_of(*said.source)} : std::string{};
    };
    if (x.kind != y.kind || source(a, x.said) != source(b, y.said)
        || x.said.reported_on != y.said.reported_on || x.said.as_of != y.said.as_of
        || x.said.attributed_to != y.said.attributed_to || x.said.statement != y.said.statement
        || x.said.denial != y.said.denial) {
        return false;
    }
    bool same = false;
    with_record_type(x.kind, [&]<class Record>() {
        auto record = a.said_by<Record>(i);
        for_each_field<Record>([&](auto const& f) { translation{a, b}.apply(record.*f.member); });
        same = record == b.said_by<Record>(j);
    });
    return same;
}

/// The statements of one kind, or all, in their order.
inline std::vector<statement_id> statements_of(ledger const& book, std::optional<record_kind> kind)
{
    std::vector<statement_id> found;
    for (std::size_t i = 0; i < book.num_statements(); ++i) {
        auto const id = statement_id{static_cast<std::uint32_t>(i)};
        if (!kind || book.at(id).kind == *kind) {
            found.push_back(id);
        }
    }
    return found;
}

/// Whether two ledgers hold the same statements of `kind`, or of all, in the same order.
inline bool same_statements(ledger const& a, ledger const& b,
                            std::optional<record_kind> kind = std::nullopt)
{
    auto const x = statements_of(a, kind);
    auto const y = statements_of(b, kind);
    if (x.size() != y.size()) {
        return false;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!says_the_same(a, x[i], b, y[i])) {
            return false;
        }
    }
    return true;
}

/// Whether two ledgers hold the same statements in the same order within each kind: what a document
/// keeps.
inline bool same_statements_by_kind(ledger const& a, ledger const& b)
{
    for (std::size_t kind = 0; kind < detail::words_of<record_kind>.size(); ++kind) {
        if (!same_statements(a, b, static_cast<record_kind>(kind))) {
            return false;
        }
    }
    return true;
}

} // namespace capgraph::test
