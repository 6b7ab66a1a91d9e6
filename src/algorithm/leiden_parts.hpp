// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/leiden_rows.hpp"
#include "algorithm/null_model.hpp"
#include "graph/charged_vector.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstdint>
#include <optional>
#include <random>
#include <span>

namespace capgraph::inline v0::detail {

// Puts each community of a level together anew, of single vertices that join well-connected parts
// of it: the refinement. A part is well connected where its edges to the rest of its community
// weigh no less than chance would put there.
class level_parts {
public:
    level_parts(leiden_rows const& g, null_model const& null, std::span<std::uint32_t const> labels,
                memory_budget& budget);

    // The part of each vertex, named by one of its vertices. Each part is connected.
    [[nodiscard]] charged_vector<std::uint32_t> run(std::mt19937_64& random,
                                                    checkpoint const& check) &&;

private:
    // Whether part `part` is well connected with the rest of its community.
    [[nodiscard]] bool is_well_connected(std::uint32_t part) const;
    // The part that `v`, alone in its own, gains most by joining.
    [[nodiscard]] std::optional<std::uint32_t> best_part(std::uint32_t v);
    void join(std::uint32_t v, std::uint32_t part);

    leiden_rows g_;
    null_model const& null_;
    std::span<std::uint32_t const> labels_;
    memory_budget& budget_;
    weights_by_label near_;
    charged_vector<std::uint32_t> part_of_;
    charged_vector<side_weights> at_label_;
    charged_vector<side_weights> at_part_;
    charged_vector<double> outward_; // of each part, to the rest of its community
    charged_vector<std::uint8_t> is_alone_;
};

} // namespace capgraph::inline v0::detail
