// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/poisson_binomial.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// What chance would do: how groups would be shared if nobody minded whom they meet.
enum class significance_null : std::uint8_t {
    /// Each member picks as many groups as it is in, any of them: Tumminello et al. 2011.
    hypergeometric,
    /// As many of each year as it is in: those who invest at the same time meet more.
    hypergeometric_by_year,
    /// Members and groups keep their sizes on the average: BiCM, Saracco et al. 2015, 2017.
    configuration_model,
};

template <>
inline constexpr auto detail::words_of<significance_null> = std::to_array<std::string_view>(
    {"hypergeometric", "hypergeometric_by_year", "configuration_model"});

/// What is looked for.
enum class significance_tail : std::uint8_t {
    upper, ///< Partnership: they share more than chance would have it.
    lower, ///< Avoidance: they share less. Tests all pairs, also those that share nothing.
};

template <>
inline constexpr auto
    detail::words_of<significance_tail> = std::to_array<std::string_view>({"upper", "lower"});

/// How the many tests are allowed for.
enum class significance_correction : std::uint8_t {
    bonferroni,           ///< No false finding at all, with the chance 1 - level.
    false_discovery_rate, ///< At most the part `level` of what is found is false, on the average.
};

template <>
inline constexpr auto detail::words_of<significance_correction> =
    std::to_array<std::string_view>({"bonferroni", "false_discovery_rate"});

template <>
inline constexpr auto detail::words_of<tail_method> =
    std::to_array<std::string_view>({"exact", "poisson", "normal", "refined_normal"});

struct co_investment_significance_options {
    significance_null null = significance_null::hypergeometric;
    significance_tail tail = significance_tail::upper;
    significance_correction correction = significance_correction::false_discovery_rate;
    /// Pairs whose adjusted p-value is at most so much are found: in (0, 1].
    double level = 0.05;
    /// How the configuration model finds its tails.
    tail_method method = tail_method::exact;
    /// Of each group, its year or any number of its own kind: for `hypergeometric_by_year`. Empty:
    /// asked of the network (`years_of_groups`).
    std::vector<std::int32_t> years{};
};

/// Two members, and how surprising it is what they share.
struct significant_pair {
    std::uint32_t first = 0; ///< In `co_investment_groups::members()`; below `second`.
    std::uint32_t second = 0;
    std::uint64_t shared = 0;
    double expected = 0.0;     ///< How many groups chance would have them share, on the average.
    double log_p = 0.0;        ///< Natural logarithm of the p-value: no underflow at 1e-300.
    double log_adjusted = 0.0; ///< That, adjusted for the number of tests.

    friend bool operator==(significant_pair const&, significant_pair const&) = default;
};

/// Which pairs are more, or less, than chance.
struct co_investment_significance {
    /// The most significant first; of equal ones by their members.
    std::vector<significant_pair> pairs;
    /// The least p-value of all that were computed, significant or not; of equal ones the first. In
    /// the upper tail those who share nothing have 1 and are left out.
    std::optional<significant_pair> least{};
    std::uint64_t groups = 0; ///< Those with a member: the N of the null.
    std::uint64_t tests = 0;  ///< All pairs of members that are in a group.

    friend bool operator==(co_investment_significance const&,
                           co_investment_significance const&) = default;
};

/// Which pairs share more groups than chance would have it, or less.
///
/// All pairs of members that are in any group are tests, also those that share nothing, whose
/// p-value in the upper tail is 1. Ties of p-values are adjusted alike.
///
/// Complexity: as `project_co_investment`, and a tail for each distinct case; by year, for each
///   pair. Memory, charged: 88 bytes a pair that shares a group. The lower tail takes 64 bytes for
///   each of all pairs, charged before it begins: where no budget is given, at most 1 GiB.
/// Throws: `std::invalid_argument` for a level outside (0, 1], years that are not one for each
///   group, or their lack where they are wanted; `error` with `not_converged` (the configuration
///   model), `cancelled`, `over_budget`.
/// Reference: Tumminello, Miccichè, Lillo, Piilo & Mantegna, "Statistically validated networks in
///   bipartite complex systems", PLoS ONE 6(3), 2011; Saracco et al., "Inferring monopartite
///   projections of bipartite networks", New Journal of Physics 19, 2017; Benjamini & Hochberg
///   1995.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_significance significant_pairs(
    co_investment_groups const& all, co_investment_significance_options const& options = {},
    run_options const& run = {});
/// Of the groups of `n`; by year, where no years are given, by its own.
[[nodiscard]] CAPGRAPH_EXPORT co_investment_significance
significant_pairs(network const& n, co_investment_scope const& scope = {},
                  co_investment_significance_options options = {}, run_options const& run = {});

/// The year of each group's first deal that counts; 0 where that is not certain. `all` must be of
/// `n`. Complexity: linear in the investments.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<std::int32_t>
years_of_groups(network const& n, co_investment_groups const& all);

} // namespace capgraph::inline v0
