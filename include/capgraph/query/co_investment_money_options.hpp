// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/money.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/exchange_rates.hpp>
#include <capgraph/query/state_backing.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace capgraph::inline v0 {

/// The money that two investors put in beside each other, in major units of one currency: of each
/// round that both are in, the lesser of their two cheques.
struct side_by_side_money {
    /// Over every way in which the undisclosed cheques of a round can fall within its total: sharp
    /// for each round, and so for their sum.
    double lower = 0.0;
    double upper = std::numeric_limits<double>::infinity();
    /// Where of each round the remainder of the total is spread equally (`equal_split`); null
    /// where a shared round has no total that is one figure.
    std::optional<double> best{};

    friend bool operator==(side_by_side_money const&, side_by_side_money const&) = default;
};

/// What of a sum with bounds a tie weighs, and so by what it is kept and ranked.
enum class money_weight : std::uint8_t {
    least,       ///< `lower`: a tie reaches a threshold for certain.
    most,        ///< `upper`: it may reach it.
    equal_split, ///< `best` where there is one, else `lower`.
};

template <>
inline constexpr auto detail::words_of<money_weight> =
    std::to_array<std::string_view>({"least", "most", "equal_split"});

/// What becomes of a round whose money cannot all be converted, for want of a rate.
enum class unrated_money : std::uint8_t {
    refused,  ///< An error names the round, what it lacks and for which day.
    unknown,  ///< What cannot be converted may be anything: bounds stay true, and are wide.
    left_out, ///< It does not count: all figures are of the other rounds alone.
};

template <>
inline constexpr auto detail::words_of<unrated_money> =
    std::to_array<std::string_view>({"refused", "unknown", "left_out"});

/// How money side by side is read and weighs, and which ties are kept. What is kept weighs as it
/// would were all kept.
struct co_investment_money_options {
    /// In which currency.
    currency unit{"USD"};
    /// The caller's rates, before those of the data; must outlive the call. Null: none.
    exchange_rates const* rates = nullptr;
    /// Whether investors whom no source names may have paid; never where a round is complete.
    unnamed_money unnamed = unnamed_money::impossible;
    unrated_money unrated = unrated_money::refused;
    money_weight weight = money_weight::least;
    /// A tie that weighs less, in major units, is left out.
    double min_weight = 0.0;
    /// Of one member: its so many heaviest ties; of equal weight those of the higher `lower`, then
    /// of the higher `upper`, then by slug. Of a network: a tie stays when it is among these of
    /// either of its ends.
    std::size_t top_k = std::numeric_limits<std::size_t>::max();
    /// Who meets in larger rounds alone is not tied.
    std::size_t hub_cap = std::numeric_limits<std::size_t>::max();
};

} // namespace capgraph::inline v0
