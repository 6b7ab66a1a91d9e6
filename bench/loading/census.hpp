// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bench {

/// What a text holds, counted in two ways that share no code: from a ledger, and from the trees of
/// a parser that knows nothing of ledgers. Equal where both have read all of it.
struct census {
    std::array<std::size_t, capgraph::detail::words_of<capgraph::record_kind>.size()> records{};
    std::uint64_t cents = 0; ///< Of all sums in all renderings, whatever the currency, modulo 2^64.
    std::size_t names = 0;   ///< Bytes of all names.

    friend bool operator==(census const&, census const&) = default;

    [[nodiscard]] std::size_t num_records() const
    {
        std::size_t sum = 0;
        for (auto const n : records) {
            sum += n;
        }
        return sum;
    }
};

inline void count_amount(census& all, capgraph::field<capgraph::amount> const& said)
{
    if (said) {
        for (auto const& rendering : said->renderings()) {
            all.cents += static_cast<std::uint64_t>(rendering.low().minor_units());
        }
    }
}

inline census census_of(capgraph::ledger const& book)
{
    using namespace capgraph;
    census all;
    for (std::size_t i = 0; i != book.num_statements(); ++i) {
        auto const id = static_cast<statement_id>(i);
        auto const kind = book.at(id).kind;
        ++all.records[static_cast<std::size_t>(kind)];
        if (kind == record_kind::round) {
            count_amount(all, book.said_by<funding_round>(id).amount);
        } else if (kind == record_kind::participation) {
            count_amount(all, book.said_by<participation>(id).cheque);
        } else if (kind == record_kind::valuation) {
            count_amount(all, book.said_by<valuation>(id).amount);
        } else if (kind == record_kind::entity) {
            auto const& record = book.said_by<entity>(id);
            all.names += record.name ? record.name->size() : 0;
        }
    }
    return all;
}

/// The place of the kind of record that a line's `type` names: a relation's type is its own.
inline std::size_t kind_of(std::string_view type)
{
    auto const& words = capgraph::detail::words_of<capgraph::record_kind>;
    for (std::size_t i = 0; i != words.size(); ++i) {
        if (words[i] == type) {
            return i;
        }
    }
    return static_cast<std::size_t>(capgraph::record_kind::relation);
}

/// "12500000.50", in cents: every currency of the text has two decimals, written both or neither.
inline std::uint64_t cents(std::string_view text)
{
    auto const point = text.find('.');
    std::uint64_t whole = 0;
    std::uint64_t rest = 0;
    std::from_chars(text.data(), text.data() + text.size(), whole);
    if (point != std::string_view::npos) {
        std::from_chars(text.data() + point + 1, text.data() + text.size(), rest);
    }
    return 100 * whole + rest;
}

} // namespace bench
