// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/betweenness_estimate.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/drawn_paths.hpp"
#include "algorithm/sample_bounds.hpp"
#include "algorithm/simple_rows.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

// Bytes a vertex, without those of threads: hits, logarithms, the answer, its widths and order.
constexpr std::uint64_t space = 7 * sizeof(double) + 2 * sizeof(std::uint64_t);

std::uint64_t checked_most_samples(csr_view g, betweenness_estimate_options const& options)
{
    auto const refuse = [](char const* what) {
        throw std::invalid_argument{std::string{"capgraph::estimate_betweenness: "} + what};
    };
    if (!(options.epsilon > 0.0 && options.epsilon < 1.0)) {
        refuse("epsilon is not between 0 and 1");
    }
    if (!(options.delta > 0.0 && options.delta < 1.0)) {
        refuse("delta is not between 0 and 1");
    }
    if (options.top_k && *options.top_k == 0) {
        refuse("top_k is 0");
    }
    auto const n = std::max<std::size_t>(1, g.num_vertices());
    auto const most = most_samples({options.epsilon, options.delta, n});
    if (!(most <= 0x1p53)) {
        refuse("epsilon is so small that the samples would pass 2^53");
    }
    return static_cast<std::uint64_t>(most);
}

// An eighth more each time, from a sixty-fourth of the most on.
std::uint64_t next_look(std::uint64_t samples, std::uint64_t most)
{
    auto const more = samples == 0 ? most / 64 : samples / 8;
    return std::min(most, samples + std::max<std::uint64_t>(1, more));
}

// Scores and bounds after so many samples.
void look(betweenness_estimate& out, std::vector<double>& widths,
          std::vector<std::uint64_t> const& hits, sample_bounds const& bounds,
          checkpoint const& check)
{
    paced_poll pace{check};
    out.margin = 0.0;
    for (std::size_t v = 0; v < hits.size(); ++v) {
        pace.step();
        auto const score = static_cast<double>(hits[v]) / static_cast<double>(out.samples);
        auto const below = std::min(score, bounds.below(v, score, out.samples));
        auto const above = std::min(1.0 - score, bounds.above(v, score, out.samples));
        out.scores[v] = score;
        out.lower[v] = score - below;
        out.upper[v] = score + above;
        widths[v] = std::max(below, above);
        out.margin = std::max(out.margin, widths[v]);
    }
}

// The k-th greatest of so many, from 0; none, and lower than all, beyond the last.
double greatest(std::vector<double> scores, std::uint64_t k)
{
    if (k >= scores.size()) {
        return -std::numeric_limits<double>::infinity();
    }
    auto const at = scores.begin() + static_cast<std::ptrdiff_t>(k);
    std::nth_element(scores.begin(), at, scores.end(), std::greater{});
    return *at;
}

// No more than k - 1 others can score more than a vertex with at least `certain`; k others score at
// least as much as one with at most `out_of_reach`.
struct top_bounds {
    double certain;
    double out_of_reach;
};

top_bounds bounds_of_top(betweenness_estimate const& found, std::uint64_t k)
{
    return {greatest(found.upper, k), greatest(found.lower, k - 1)};
}

bool is_enough(betweenness_estimate const& found, std::vector<double> const& widths,
               betweenness_estimate_options const& options)
{
    if (found.margin <= options.epsilon) {
        return true;
    }
    if (!options.top_k) {
        return false;
    }
    auto const top = bounds_of_top(found, *options.top_k);
    for (std::size_t v = 0; v < widths.size(); ++v) {
        auto const is_told = found.lower[v] >= top.certain || found.upper[v] <= top.out_of_reach;
        if (!is_told && widths[v] > options.epsilon) {
            return false;
        }
    }
    return true;
}

std::vector<estimated_top_vertex> top_of(betweenness_estimate const& found, std::uint64_t k)
{
    auto const certain = bounds_of_top(found, k).certain;
    std::vector<std::uint32_t> order(found.scores.size());
    std::iota(order.begin(), order.end(), 0U);
    auto const size = static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(k, order.size()));
    std::partial_sort(order.begin(), order.begin() + size, order.end(), [&](auto a, auto b) {
        return found.scores[a] != found.scores[b] ? found.scores[a] > found.scores[b] : a < b;
    });
    std::vector<estimated_top_vertex> top;
    for (auto at = order.begin(); at != order.begin() + size; ++at) {
        auto const v = *at;
        top.push_back(
            {v, found.scores[v], found.lower[v], found.upper[v], found.lower[v] >= certain});
    }
    return top;
}

// Fewer than three vertices have nobody between them: nothing is drawn.
betweenness_estimate estimate(both_ways const& g, betweenness_estimate_options const& options,
                              std::uint64_t most, memory_budget& budget, run_options const& run)
{
    auto const n = g.ahead.num_vertices();
    betweenness_estimate out;
    out.scores.assign(n, 0.0);
    out.lower = out.upper = out.scores;
    if (n < 3) {
        return out;
    }
    out.confidence = 1.0 - options.delta;
    out.most_samples = most;
    out.samples_before = std::max<std::uint64_t>(1000, most / 50);
    checkpoint check{run, "sampling betweenness", out.samples_before + most};
    drawn_paths paths{g, budget, check, run};
    paths.draw(0, out.samples_before);
    auto hits = paths.hits();
    sample_bounds const bounds{
        {options.epsilon, options.delta, n}, most, hits, out.samples_before, check};
    paths.forget();
    std::vector<double> widths(n);
    do {
        auto const next = next_look(out.samples, most);
        paths.draw(out.samples_before + out.samples, out.samples_before + next);
        out.samples = next;
        hits = paths.hits();
        look(out, widths, hits, bounds, check);
    } while (out.samples < most && !is_enough(out, widths, options));
    out.stopped_early = out.samples < most;
    check.finish();
    return out;
}

} // namespace

betweenness_estimate estimate_betweenness(csr_view g, direction kind,
                                          betweenness_estimate_options const& options,
                                          run_options const& run, std::uint64_t held)
{
    auto const most = checked_most_samples(g, options);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const charge = budget.charge(g.num_vertices(), space);
    checkpoint quick{run, "reading edges", 1};
    simple_rows const ahead{g, budget, quick};
    auto const turned = kind == direction::directed ? counted_edges::in : counted_edges::out;
    arc_rows const behind{ahead.view(), kind, turned, budget, quick};
    quick.finish();
    auto out = estimate({ahead.view(), behind.view()}, options, most, budget, run);
    if (options.top_k) {
        out.top = top_of(out, *options.top_k);
    }
    return out;
}

} // namespace capgraph::inline v0::detail
