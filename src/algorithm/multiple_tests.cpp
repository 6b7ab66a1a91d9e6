// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/multiple_tests.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

void check(double log_p)
{
    if (!(log_p <= 0.0)) {
        throw std::invalid_argument{"capgraph: " + std::to_string(log_p)
                                    + " is not the logarithm of a probability"};
    }
}

/// ln(p times tests / rank), and no more than ln 1.
double scaled(double log_p, std::uint64_t tests, std::uint64_t rank)
{
    return std::min(0.0, log_p + std::log(static_cast<double>(tests) / static_cast<double>(rank)));
}

} // namespace

double log_bonferroni(double log_p, std::uint64_t tests)
{
    check(log_p);
    if (tests == 0) {
        throw std::invalid_argument{"capgraph::log_bonferroni: no test"};
    }
    return scaled(log_p, tests, 1);
}

std::vector<double> log_benjamini_hochberg(std::span<double const> log_p, std::uint64_t tests)
{
    std::for_each(log_p.begin(), log_p.end(), check);
    if (tests < log_p.size()) {
        throw std::invalid_argument{"capgraph::log_benjamini_hochberg: " + std::to_string(tests)
                                    + " tests, expected at least " + std::to_string(log_p.size())};
    }
    std::vector<std::size_t> order(log_p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return log_p[a] < log_p[b]; });
    std::vector<double> adjusted(log_p.size());
    auto least = 0.0;
    // From the largest down. Equal values get what the last of them gets: their order is all one.
    for (auto rank = order.size(); rank != 0; --rank) {
        auto const at = order[rank - 1];
        least = std::min(least, scaled(log_p[at], tests, rank));
        adjusted[at] = least;
    }
    return adjusted;
}

} // namespace capgraph::inline v0
