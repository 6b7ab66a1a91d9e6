// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// The p-value, as a natural logarithm, of the best of so many tests: at most 1 (Bonferroni).
///
/// Throws: `std::invalid_argument` for NaN, for a logarithm above 0, and for no test.
[[nodiscard]] CAPGRAPH_EXPORT double log_bonferroni(double log_p, std::uint64_t tests);

/// The p-values, as natural logarithms, adjusted for the false discovery rate, in the order given.
///
/// Those whose adjusted value is at most q are the ones that the procedure of Benjamini and
/// Hochberg rejects at the rate q. Where more tests were made than values are given, the others had
/// a p-value of 1, which changes nothing but the number of tests. Equal values are adjusted alike;
/// a smaller one never gets more than a larger one; none gets more than 1 or less than itself.
///
/// Complexity: O(n log n) time, O(n) space: 16 bytes a value.
/// Throws: `std::invalid_argument` for NaN, for a logarithm above 0, and for fewer tests than
///   values; `error` with `cancelled`.
/// Reference: Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal
///   Statistical Society B 57(1), 1995.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<double>
log_benjamini_hochberg(std::span<double const> log_p, std::uint64_t tests,
                       run_options const& run = {});

} // namespace capgraph::inline v0
