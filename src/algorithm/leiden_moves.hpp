// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/leiden_rows.hpp"
#include "algorithm/null_model.hpp"
#include "graph/charged_vector.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <cstdint>
#include <random>

namespace capgraph::inline v0::detail {

// A gain of less than this part of what it is a difference of is rounding.
inline constexpr double least_gain = 1e-12;

// The moves of one level: a queue of vertices, at first all of them in an order of chance, each of
// which goes where it gains most; its neighbours are then asked again.
class level_moves {
public:
    level_moves(leiden_rows const& g, null_model const& null, memory_budget& budget);

    // Advances `first_pass`, where there is one, by each vertex that is asked the first time.
    // Returns whether any vertex moved.
    bool run(charged_vector<std::uint32_t>& labels, std::mt19937_64& random, checkpoint* first_pass,
             checkpoint const& check);

private:
    struct place {
        std::uint32_t label = 0;
        double value = 0.0;
    };

    void begin(charged_vector<std::uint32_t> const& labels, std::mt19937_64& random,
               checkpoint const& check);
    // Asks `v`; returns whether it moved.
    bool move(std::uint32_t v, charged_vector<std::uint32_t>& labels);
    [[nodiscard]] place best_place(std::uint32_t v, std::uint32_t own);
    void ask_neighbours(std::uint32_t v, charged_vector<std::uint32_t> const& labels);

    leiden_rows g_;
    null_model const& null_;
    memory_budget& budget_;
    weights_by_label near_;
    charged_vector<side_weights> at_label_;
    charged_vector<std::uint32_t> sizes_;  // of labels
    charged_vector<std::uint32_t> unused_; // labels
    charged_vector<std::uint32_t> queue_;  // a ring
    charged_vector<std::uint8_t> is_queued_;
    std::size_t waiting_ = 0;
    std::size_t next_ = 0;
};

} // namespace capgraph::inline v0::detail
