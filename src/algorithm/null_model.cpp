// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/null_model.hpp"

#include "algorithm/arc_rows.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

null_model::null_model(csr_view g, std::optional<std::uint64_t> first_side, double resolution,
                       std::string_view caller, memory_budget& budget, checkpoint const& check)
    : vertices_{budget, g.num_vertices()}, resolution_{resolution},
      pair_factor_{first_side ? resolution : resolution / 2.0}
{
    if (!(std::isfinite(resolution) && resolution >= 0.0)) {
        throw std::invalid_argument{std::string{caller}
                                    + ": a resolution that is negative, NaN or infinite"};
    }
    check_weights(g, allowed_weights::not_negative, caller, check);
    paced_poll pace{check};
    double arcs = 0.0;
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        pace.steps(g.degree(v) + 1);
        double sum = g.is_weighted() ? 0.0 : static_cast<double>(g.degree(v));
        for (auto const weight : g.weights_of(v)) {
            sum += weight;
        }
        arcs += sum;
        auto const is_first = !first_side || v < *first_side;
        auto const is_second = !first_side || v >= *first_side;
        vertices_[v] = {is_first ? sum : 0.0, is_second ? sum : 0.0};
        all_ += is_first ? sum : 0.0;
    }
    if (!std::isfinite(arcs)) {
        throw std::invalid_argument{std::string{caller} + ": weights that add up to infinity"};
    }
}

} // namespace capgraph::inline v0::detail
