// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/state_parts.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// Whether the state leads or follows.
enum class entry : std::uint8_t {
    state_first,   ///< Before any private money.
    together,      ///< In the same round as the first private money.
    private_first, ///< After some private money.
    state_only,
    private_only,
    unknown, ///< The dates don't say, or whose money it is.
};

template <>
inline constexpr auto detail::words_of<entry> = std::to_array<std::string_view>(
    {"state_first", "together", "private_first", "state_only", "private_only", "unknown"});

/// Who came first into one company.
struct company_entry {
    entity_id company{};
    entry order = entry::unknown;
    /// When the first money of each came, as far as the dates say; open where there is none.
    date first_state{};
    date first_private{};

    friend bool operator==(company_entry const&, company_entry const&) = default;
};

/// Who came first into each of several companies, by slug, and how often.
struct entry_order {
    std::vector<company_entry> companies;
    std::array<std::size_t, detail::words_of<entry>.size()> count{}; ///< By `entry`.
};

/// Who came first into each company that somebody backs, by name or as a lead without one.
///
/// By the days of the rounds (closed, or else announced); who backs a company in no known round
/// came on no known day. An investor is the state where some part of it is for certain, private
/// where none can be; of others nobody knows, and the order is unknown where they may have come
/// first. Leads of whom only the tie to a state is told (`lead_group`), and who are none of the
/// named, are one investor with that tie: by `labelled` the state whatever the tie, by the others
/// as they take an organ, or whom a source calls controlled or backed; of no level that is known.
///
/// Complexity: O(n log n) in the investments.
[[nodiscard]] CAPGRAPH_EXPORT entry_order entry_order_of(network const& n,
                                                         state_parts const& parts);

} // namespace capgraph::inline v0
