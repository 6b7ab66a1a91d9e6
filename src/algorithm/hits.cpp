// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/hits.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/eigenvector_within.hpp"
#include "algorithm/fixed_point.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto name = "capgraph::hits";

// Each vertex twice: as the hub v, joined to the authorities that its edges lead to, and as the
// authority n + v. The first eigenvector of this undirected graph has both first singular vectors.
packed_graph hubs_and_authorities(csr_view out, csr_view in)
{
    auto const n = static_cast<std::uint32_t>(out.num_vertices());
    packed_graph rows;
    rows.offsets.reserve(std::size_t{2} * n + 1);
    rows.offsets.assign(out.offsets.begin(), out.offsets.end());
    if (rows.offsets.empty()) {
        return rows;
    }
    std::transform(in.offsets.begin() + 1, in.offsets.end(), std::back_inserter(rows.offsets),
                   [&](std::uint64_t offset) { return offset + out.num_arcs(); });
    rows.targets.reserve(out.num_arcs() + in.num_arcs());
    std::transform(out.targets.begin(), out.targets.end(), std::back_inserter(rows.targets),
                   [&](std::uint32_t v) { return v + n; });
    rows.targets.insert(rows.targets.end(), in.targets.begin(), in.targets.end());
    rows.weights.reserve(out.weights.size() + in.weights.size());
    rows.weights.assign(out.weights.begin(), out.weights.end());
    rows.weights.insert(rows.weights.end(), in.weights.begin(), in.weights.end());
    return rows;
}

void normalise(std::vector<double>& x, hits_normalization scale)
{
    if (scale == hits_normalization::euclidean) {
        scale_squares(x, 1.0);
        return;
    }
    auto const highest = x.empty() ? 0.0 : *std::max_element(x.begin(), x.end());
    auto const divisor =
        scale == hits_normalization::maximum ? highest : std::accumulate(x.begin(), x.end(), 0.0);
    for (auto& entry : x) {
        entry /= divisor > 0.0 ? divisor : 1.0;
    }
}

} // namespace

hits_scores hits(csr_view g, direction kind, hits_options const& options, run_options const& run,
                 std::uint64_t held)
{
    check_tolerance(options.tolerance, name);
    auto const n = g.num_vertices();
    if (n > std::numeric_limits<std::uint32_t>::max() / 2) {
        throw std::length_error{"capgraph::hits: twice the vertices do not fit 32 bits"};
    }
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const each = sizeof(std::uint32_t) + (g.is_weighted() ? sizeof(double) : 0);
    auto const charge = budget.charge(2 * n * sizeof(std::uint64_t) + 2 * g.num_arcs() * each);
    checkpoint quick{run, "checking weights", 1};
    check_weights(g, allowed_weights::not_negative, name, quick);
    packed_graph rows;
    {
        arc_rows const out{g, kind, counted_edges::out, budget, quick};
        arc_rows const in{g, kind, counted_edges::in, budget, quick};
        rows = hubs_and_authorities(out.view(), in.view());
    }
    quick.finish();
    auto hubs = eigenvector_within(
        budget, rows, {.tolerance = options.tolerance, .max_iterations = options.max_iterations},
        run);
    auto const middle = hubs.begin() + static_cast<std::ptrdiff_t>(n);
    std::vector<double> authorities(middle, hubs.end());
    hubs.resize(n);
    normalise(hubs, options.scale);
    normalise(authorities, options.scale);
    return {std::move(hubs), std::move(authorities)};
}

} // namespace capgraph::inline v0::detail
