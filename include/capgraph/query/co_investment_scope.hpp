// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/query/co_investment_unit.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// Whose ties are asked for.
enum class co_investment_side : std::uint8_t {
    investors, ///< Two investors are tied by the companies, or rounds, that both back.
    companies, ///< Two companies are tied by the investors that back both.
};

template <>
inline constexpr auto detail::words_of<co_investment_side> =
    std::to_array<std::string_view>({"investors", "companies"});

/// Which investments make ties, and between whom.
struct co_investment_scope {
    co_investment_unit unit = co_investment_unit::same_company;
    co_investment_side side = co_investment_side::investors;
    /// Only deals of these days: when the round closed or, where that is not known, was announced.
    std::optional<date> period{};
    /// Whether a deal of uncertain date, or of none, lies in the period.
    certainty within = certainty::certainly;
    /// Only rounds of these kinds. Empty: all rounds, and investments in no known round.
    std::vector<round_kind> kinds{};
    /// Only deals that have come so far; what the network leaves out by itself stays out.
    deal_status min_status = deal_status::rumored;

    friend bool operator==(co_investment_scope const&, co_investment_scope const&) = default;
};

/// The `length` that ends with the last day of `until`, itself within it: five years up to
/// 2013-12-31 begin on 2009-01-01. For networks of "the five years before" (Hochberg, Ljungqvist &
/// Lu 2007). A 29th of February that a year lacks is its 28th.
///
/// Throws: `std::invalid_argument` where `until` has no last day or `length` is not above 0; `error`
///   with `bad_value` where the window begins before the year 1.
[[nodiscard]] CAPGRAPH_EXPORT date trailing_window(date until, std::chrono::years length);

} // namespace capgraph::inline v0
