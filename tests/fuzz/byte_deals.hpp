// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "byte_source.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/ledger/ledger_builder.hpp>

#include <string>

namespace capgraph::test {

inline constexpr unsigned few = 12; ///< Investors, and rounds of three companies.

/// Undisclosed, exactly, at least or up to so many tens; in yuan, of which no rate is told, one in
/// eight times.
inline amount sum_in(std::uint8_t byte)
{
    money const sum{1000 * (byte >> 5U), currency{(byte & 28U) == 28U ? "CNY" : "USD"}};
    switch (byte & 3U) {
    case 1:
        return amount{exactly(sum)};
    case 2:
        return amount{at_least(sum)};
    case 3:
        return amount{up_to(sum)};
    default:
        return {};
    }
}

/// A byte for each round says its total. Then two bytes put an investor into a round, with a role
/// and a cheque, as long as there are any.
inline ledger ledger_in(byte_source& bytes)
{
    ledger book{{.hash_seed = 1}};
    ledger_builder to{book};
    for (unsigned i = 0; i < few; ++i) {
        auto const number = std::to_string(i);
        auto const investor = "i" + number;
        to.add(entity{.slug = investor, .name = investor, .kind = entity_kind::fund});
        auto const company = "c" + std::to_string(i % 3);
        to.add(entity{.slug = company, .name = company, .kind = entity_kind::company});
        auto const round = "r" + number;
        auto const total = bytes.next();
        to.add(funding_round{.slug = round,
                             .company = to.entity(company),
                             .kind = (total & 28U) == 24U ? round_kind::debt : round_kind::primary,
                             .status = deal_status::closed,
                             .closed = date{2000 + static_cast<int>(i % 4)},
                             .amount = sum_in(total)});
    }
    while (!bytes.empty()) {
        auto const who = bytes.next();
        auto const how = bytes.next();
        to.add(participation{.round = to.round("r" + std::to_string(who % few)),
                             .investor = to.entity("i" + std::to_string(who / few % few)),
                             .role = (how & 4U) != 0 ? participation_role::lead
                                                     : participation_role::participant,
                             .cheque = sum_in(how),
                             .internal = (how & 24U) == 24U});
    }
    to.commit();
    return book;
}

} // namespace capgraph::test
