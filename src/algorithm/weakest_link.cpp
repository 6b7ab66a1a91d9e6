// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/weakest_link.hpp>

#include "simple_chains.hpp"

#include <limits>

namespace capgraph::inline v0 {

chain_sums weakest_link(stake_matrix const& w, std::uint32_t from, chain_options const& options,
                        run_options const& run)
{
    return detail::sum_over_chains(
        w, from, options, run, std::numeric_limits<double>::infinity(),
        [](double so_far, double stake) { return std::min(so_far, stake); });
}

} // namespace capgraph::inline v0
