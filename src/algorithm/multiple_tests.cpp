// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/multiple_tests.hpp>

#include "graph/large_array.hpp"
#include "run/paced_advance.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
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

std::vector<double> log_benjamini_hochberg(std::span<double const> log_p, std::uint64_t tests,
                                           run_options const& run)
{
    if (tests < log_p.size()) {
        throw std::invalid_argument{"capgraph::log_benjamini_hochberg: " + std::to_string(tests)
                                    + " tests, expected at least " + std::to_string(log_p.size())};
    }
    checkpoint progress{run, "adjusting p-values",
                        2 * log_p.size() + detail::steps_of_sort(log_p.size())};
    detail::paced_advance work{progress};
    std::vector<std::size_t> order;
    order.reserve(log_p.size());
    for (auto const each : log_p) {
        check(each);
        order.push_back(order.size());
        work.step();
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        work.step();
        return log_p[a] < log_p[b];
    });
    std::vector<double> adjusted;
    detail::allot(adjusted, order.size(), [&] { progress.poll(); });
    auto least = 0.0;
    // From the largest down. Equal values get what the last of them gets: their order is all one.
    for (auto rank = order.size(); rank != 0; --rank) {
        auto const at = order[rank - 1];
        least = std::min(least, scaled(log_p[at], tests, rank));
        adjusted[at] = least;
        work.step();
    }
    progress.finish();
    return adjusted;
}

} // namespace capgraph::inline v0
