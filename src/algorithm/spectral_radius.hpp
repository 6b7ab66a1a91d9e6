// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/run_options.hpp>

#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

// The largest eigenvalue, in size, of the matrix that the rows are, to some 1e-11 of it; or any
// bound above it that is below `enough`. 0 where there is no cycle.
//
// Preconditions: no self-loops, weights finite and not negative; where `kind` is undirected, rows
// are symmetric.
// Throws: error with not_converged, cancelled or over_budget.
[[nodiscard]] double spectral_radius(csr_view rows, direction kind, double enough,
                                     memory_budget& budget, run_options const& run);

// `told`, once it is known to be below 1/rho in size, rho being the spectral radius; when absent,
// `part` / rho, or `without` where rho is 0.
//
// Throws: std::invalid_argument, naming `told` as `caller` does and the bound, when it is not below.
[[nodiscard]] double factor_below_radius(std::optional<double> told, double part, double without,
                                         std::string_view caller, csr_view rows, direction kind,
                                         memory_budget& budget, run_options const& run);

} // namespace capgraph::inline v0::detail
