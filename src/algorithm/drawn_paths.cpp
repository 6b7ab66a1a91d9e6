// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/drawn_paths.hpp"

#include "algorithm/workers_within.hpp"

#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace capgraph::inline v0::detail {

namespace {

// Some hundred microseconds.
block_plan plan_of(std::uint64_t paths)
{
    return {.items = paths, .grain = 16};
}

} // namespace

drawn_paths::worker::worker(drawn_paths& all)
    : narrow{all.g_, all.check_}, hits(all.g_.ahead.num_vertices(), 0)
{
    inner.reserve(hits.size());
}

drawn_paths::drawn_paths(both_ways const& g, memory_budget& budget, checkpoint& check,
                         run_options const& run)
    : g_{g}, budget_{budget}, check_{check}, run_{run}
{
    auto const bytes_each =
        g.ahead.num_vertices()
        * (path_sampler<double>::space + sizeof(std::uint64_t) + sizeof(std::uint32_t));
    auto const many = plan_of(std::numeric_limits<std::uint32_t>::max());
    run_.threads = workers_within(budget, many, run, bytes_each);
    charge_ = budget.charge(run_.threads, bytes_each);
    workers_.resize(run_.threads);
}

void drawn_paths::draw(std::uint64_t first, std::uint64_t last)
{
    parallel_for_blocks(plan_of(last - first), run_, [&](work_block const& block) {
        auto& own = workers_[block.worker];
        if (!own) {
            own.emplace(*this);
        }
        for (auto i = block.first; i < block.last; ++i) {
            draw_one(*own, first + i);
            check_.advance();
        }
    });
}

void drawn_paths::draw_one(worker& own, std::uint64_t number)
{
    auto const n = g_.ahead.num_vertices();
    random_stream random{run_.seed, number};
    auto const s = static_cast<std::uint32_t>(random.below(n));
    auto t = static_cast<std::uint32_t>(random.below(n - 1));
    t += t >= s ? 1U : 0U;
    if (!own.narrow(s, t, random, own.inner)) {
        if (!own.wide) {
            own.wide_charge = budget_.charge(n, path_sampler<wide_count>::space);
            own.wide.emplace(g_, check_);
        }
        static_cast<void>((*own.wide)(s, t, random, own.inner));
    }
    for (auto const v : own.inner) {
        ++own.hits[v];
    }
}

std::vector<std::uint64_t> drawn_paths::hits() const
{
    std::vector<std::uint64_t> sum(g_.ahead.num_vertices(), 0);
    for (auto const& each : workers_) {
        for (std::size_t v = 0; each && v < sum.size(); ++v) {
            sum[v] += each->hits[v];
        }
    }
    return sum;
}

void drawn_paths::forget()
{
    for (auto& each : workers_) {
        if (each) {
            std::fill(each->hits.begin(), each->hits.end(), std::uint64_t{0});
        }
    }
}

} // namespace capgraph::inline v0::detail
