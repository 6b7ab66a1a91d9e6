// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/path_sampler.hpp"

#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

// Random shortest paths, and how many of them each vertex is within. Path number i is the same
// whichever thread draws it, and after whatever others.
class drawn_paths {
public:
    // Charges as many threads to `budget` as it has room for. Precondition: two vertices or more.
    drawn_paths(both_ways const& g, memory_budget& budget, checkpoint& check,
                run_options const& run);

    // Draws the paths of numbers [first, last).
    void draw(std::uint64_t first, std::uint64_t last);

    // Of each vertex, since the beginning or the last `forget`.
    [[nodiscard]] std::vector<std::uint64_t> hits() const;
    void forget();

private:
    // What one thread works with.
    struct worker {
        explicit worker(drawn_paths& all);

        path_sampler<double> narrow;
        std::optional<path_sampler<wide_count>> wide;
        memory_charge wide_charge;
        std::vector<std::uint64_t> hits;
        std::vector<std::uint32_t> inner;
    };

    void draw_one(worker& own, std::uint64_t number);

    both_ways g_;
    memory_budget& budget_;
    checkpoint& check_;
    run_options run_;
    memory_charge charge_;
    std::vector<std::optional<worker>> workers_;
};

} // namespace capgraph::inline v0::detail
