// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/ranking.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace capgraph::inline v0 {

namespace {

void check(std::span<double const> scores, ranking_options const& options)
{
    if (scores.size() > std::uint64_t{1} << 32U) {
        throw std::length_error{"capgraph::ranking: more than 2^32 scores"};
    }
    if (!(options.tie_tolerance >= 0.0 && options.tie_tolerance < 1.0)) {
        throw std::invalid_argument{"capgraph::ranking: tie_tolerance not in [0, 1)"};
    }
    if (std::any_of(scores.begin(), scores.end(), [](double score) { return std::isnan(score); })) {
        throw std::invalid_argument{"capgraph::ranking: a score is NaN"};
    }
}

bool ties(double highest, double score, double tolerance)
{
    if (score == highest) {
        return true;
    }
    auto const larger = std::max(std::abs(highest), std::abs(score));
    return std::isfinite(larger) && highest - score <= tolerance * larger;
}

std::vector<ranked_vertex> by_score(std::span<double const> scores)
{
    std::vector<ranked_vertex> rows(scores.size());
    for (std::size_t v = 0; v < scores.size(); ++v) {
        rows[v] = {.vertex = static_cast<std::uint32_t>(v), .score = scores[v]};
    }
    std::ranges::sort(rows, [](ranked_vertex const& a, ranked_vertex const& b) {
        return a.score != b.score ? a.score > b.score : a.vertex < b.vertex;
    });
    return rows;
}

} // namespace

std::vector<ranked_vertex> ranking(std::span<double const> scores, ranking_options const& options)
{
    check(scores, options);
    auto rows = by_score(scores);
    auto const wanted = static_cast<std::size_t>(
        std::min<std::uint64_t>(options.top.value_or(rows.size()), rows.size()));
    auto const begin = rows.begin();
    for (auto first = begin; first - begin < static_cast<std::ptrdiff_t>(wanted);) {
        auto const last = std::find_if(first, rows.end(), [&](ranked_vertex const& row) {
            return !ties(first->score, row.score, options.tie_tolerance);
        });
        std::for_each(first, last, [&](ranked_vertex& row) {
            row.rank = static_cast<std::uint64_t>(first - begin) + 1;
        });
        std::ranges::sort(first, last, {}, &ranked_vertex::vertex);
        first = last;
    }
    rows.resize(wanted);
    return rows;
}

} // namespace capgraph::inline v0
