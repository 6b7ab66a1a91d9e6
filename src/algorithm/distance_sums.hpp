// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/counted_edges.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

// What shortest paths of edges add up to at one vertex. Whole numbers: in any order the same.
struct distance_sum {
    std::uint64_t total = 0;   // of the distances to all vertices it reaches
    std::uint32_t reached = 0; // how many these are, without itself
    std::uint32_t odd = 0;     // how many of them at odd distances
};

// A search of distances: what it is called in reports, and which paths it counts.
struct distance_question {
    std::string_view phase;
    direction kind = direction::undirected;
    counted_edges edges = counted_edges::out;
};

[[nodiscard]] std::vector<distance_sum> distance_sums(csr_view g, distance_question const& question,
                                                      memory_budget& budget,
                                                      run_options const& run);

// The sums of one over each distance, exact to 2^-64 and rounded once.
[[nodiscard]] std::vector<double> inverse_distance_sums(csr_view g,
                                                        distance_question const& question,
                                                        memory_budget& budget,
                                                        run_options const& run);

// The score of each vertex from the distances, along lengths, of all others that it reaches,
// ascending. Precondition: `g` has weights, all positive.
using length_score = std::function<double(std::vector<double> const&)>;
[[nodiscard]] std::vector<double> score_lengths(csr_view g, distance_question const& question,
                                                memory_budget& budget, run_options const& run,
                                                length_score const& score);

} // namespace capgraph::inline v0::detail
