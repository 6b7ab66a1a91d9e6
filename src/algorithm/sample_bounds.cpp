// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/sample_bounds.hpp"

#include <algorithm>
#include <cmath>

namespace capgraph::inline v0::detail {

namespace {

// Of the half of delta this part goes to all bounds alike, so that those of vertices that were not
// hit hold, too.
constexpr auto shared_alike = 0.25;

// For each of the two bounds of a vertex: exp(-c / score) of the rest.
double chance_by_score(double c, double score)
{
    return score > 0.0 ? std::exp(-c / score) : 0.0;
}

// The least c at which these chances come to no more than `rest`, to a part in a thousand.
double share_out(double rest, std::span<std::uint64_t const> hits, std::uint64_t samples,
                 checkpoint const& check)
{
    auto const all = static_cast<double>(samples);
    auto const sum = [&](double c) {
        paced_poll pace{check};
        auto chances = 0.0;
        for (auto const hit : hits) {
            pace.step();
            chances += 2.0 * chance_by_score(c, static_cast<double>(hit) / all);
        }
        return chances;
    };
    auto low = 0.0;
    auto high = std::log(2.0 * static_cast<double>(hits.size()) / rest); // for scores of 1
    while (high - low > 1e-3 * high) {
        auto const middle = low + (high - low) / 2.0;
        (sum(middle) <= rest ? high : low) = middle;
    }
    return high;
}

} // namespace

double most_samples(sampling_goal const& goal)
{
    auto const n = static_cast<double>(goal.vertices);
    return std::ceil(std::log(4.0 * n / goal.delta) / (2.0 * goal.epsilon * goal.epsilon));
}

sample_bounds::sample_bounds(sampling_goal const& goal, std::uint64_t most,
                             std::span<std::uint64_t const> hits, std::uint64_t samples,
                             checkpoint const& check)
    : epsilon_{goal.epsilon}, most_{most}, logs_(goal.vertices)
{
    auto const half = goal.delta / 2.0;
    auto const alike = shared_alike * half / (2.0 * static_cast<double>(goal.vertices));
    auto const c = share_out((1.0 - shared_alike) * half, hits, samples, check);
    paced_poll pace{check};
    for (std::size_t v = 0; v < logs_.size(); ++v) {
        pace.step();
        auto const score = static_cast<double>(hits[v]) / static_cast<double>(samples);
        logs_[v] = -std::log(alike + chance_by_score(c, score));
    }
}

double sample_bounds::below(std::size_t v, double score, std::uint64_t samples) const
{
    auto const n = static_cast<double>(samples);
    auto const most = static_cast<double>(most_);
    auto const a = 1.0 / 3.0 - most / n;
    auto const root = std::sqrt(a * a + 2.0 * score * most / logs_[v]);
    return within(logs_[v] / n * (a + root), samples);
}

double sample_bounds::above(std::size_t v, double score, std::uint64_t samples) const
{
    auto const n = static_cast<double>(samples);
    auto const most = static_cast<double>(most_);
    auto const a = 1.0 / 3.0 + most / n;
    auto const root = std::sqrt(a * a + 2.0 * score * most / logs_[v]);
    return within(logs_[v] / n * (a + root), samples);
}

double sample_bounds::within(double bound, std::uint64_t samples) const
{
    return samples == most_ ? std::min(bound, epsilon_) : bound;
}

} // namespace capgraph::inline v0::detail
