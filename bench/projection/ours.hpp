// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// capgraph's ways, timed from the moment their index is made: the first report of progress.

#include "clocks.hpp"
#include "projection/peers.hpp"

#include <capgraph/algorithm/projection.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bench {

/// Calls `work(run)`: the time until its index is made, and the time after.
template <class Clock, class Work>
parts parts_of(Clock now, unsigned threads, Work const& work)
{
    auto const start = now();
    auto indexed = -1.0;
    capgraph::run_options run{.threads = threads};
    run.progress = [&](capgraph::progress_report const&) {
        indexed = indexed < 0.0 ? now() : indexed;
    };
    work(run);
    return {indexed - start, now() - indexed};
}

/// The pairs as they are told, kept in memory that was used before.
class pair_keeper {
public:
    explicit pair_keeper(std::uint64_t pairs)
        : pairs_{std::vector<std::uint64_t>(), std::vector<std::uint32_t>(pairs),
                 std::vector<std::uint32_t>(pairs)}
    {
    }

    void operator()(two_mode const& all, capgraph::run_options const& run)
    {
        pairs_.offsets.assign(1, 0);
        auto other = pairs_.others.begin();
        auto shared = pairs_.shared.begin();
        capgraph::visit_projected_rows(
            all.investors, all.groups(),
            [&](std::uint32_t, std::span<std::uint32_t const> others,
                std::span<std::uint32_t const> counts) {
                other = std::copy(others.begin(), others.end(), other);
                shared = std::copy(counts.begin(), counts.end(), shared);
                pairs_.offsets.push_back(pairs_.offsets.back() + others.size());
            },
            run);
    }

    [[nodiscard]] answer told() const { return pairs_.told(); }

private:
    kept_pairs pairs_;
};

inline answer told(capgraph::packed_graph const& graph)
{
    answer out;
    for (std::uint64_t v = 0; v + 1 < graph.offsets.size(); ++v) {
        for (auto k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k) {
            if (graph.targets[k] > v) {
                out.add(v, graph.targets[k], static_cast<std::uint64_t>(graph.weights[k]));
            }
        }
    }
    return out;
}

/// The weights of co-investment, as capgraph's network makes them of sums.
enum class weight { shared, newman, adamic_adar, jaccard, cosine, simpson };
inline constexpr std::array weight_names{"shared",  "newman", "adamic_adar",
                                         "jaccard", "cosine", "simpson"};

inline std::vector<double> group_weights(two_mode const& all, weight w)
{
    std::vector<double> out;
    for (std::size_t c = 0; c + 1 < all.offsets.size(); ++c) {
        auto const size = std::max(2.0, static_cast<double>(all.offsets[c + 1] - all.offsets[c]));
        out.push_back(w == weight::newman ? 1.0 / (size - 1.0) : 1.0 / std::log(size));
    }
    return out;
}

inline double finished(weight w, double sum, double x, double y)
{
    switch (w) {
    case weight::jaccard:
        return sum / (x + y - sum);
    case weight::cosine:
        return sum / std::sqrt(x * y);
    case weight::simpson:
        return sum / std::min(x, y);
    default:
        return sum;
    }
}

inline capgraph::packed_graph weigh(two_mode const& all, std::vector<std::uint32_t> const& sizes,
                                    weight w, capgraph::run_options const& run)
{
    if (w == weight::newman || w == weight::adamic_adar) {
        auto const weights = group_weights(all, w);
        return capgraph::projection(all.investors, all.groups(), {weights}, run);
    }
    auto out = capgraph::projection(all.investors, all.groups(), {}, run);
    for (std::uint32_t v = 0; w != weight::shared && v < all.investors; ++v) {
        for (auto k = out.offsets[v]; k < out.offsets[v + 1U]; ++k) {
            out.weights[k] = finished(w, out.weights[k], sizes[v], sizes[out.targets[k]]);
        }
    }
    return out;
}

} // namespace bench
