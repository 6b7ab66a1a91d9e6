// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/simple_path.hpp>

#include "simple_chains.hpp"

namespace capgraph::inline v0 {

chain_sums simple_path(stake_matrix const& w, std::uint32_t from, chain_options const& options,
                       run_options const& run)
{
    auto out = detail::sum_over_chains(w, from, options, run, 1.0,
                                       [](double so_far, double stake) { return so_far * stake; });
    for (std::size_t v = 0; v < out.upper.size(); ++v) { // upper ends need not be reached at once
        out.lower[v] = std::min(out.lower[v], 1.0);
        out.upper[v] = std::min(out.upper[v], 1.0);
    }
    return out;
}

} // namespace capgraph::inline v0
