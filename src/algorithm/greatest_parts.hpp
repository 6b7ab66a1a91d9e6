// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "least_parts.hpp"

namespace capgraph::inline v0::detail {

/// Upper ends, and whether they are the supremum.
struct greatest_found {
    charged_vector<double> x;
    bool is_sharp = true;
};

/// The supremum of the least x with x_j = sum of W[i, j] x_i over all W within its bounds.
///
/// Each column gives what its lower ends leave to the owners with the greatest x first. In the
/// cyclic part that choice is improved, strictly each time, until none is better: then x is no less
/// than what any choice makes of it, which proves it an upper bound, and one choice reaches it.
/// Where a choice is not known to the tolerance it is an upper bound, no more: what rounds of best
/// choices make of the whole.
///
/// Precondition: as `least_solver`. Throws: `error` with `cancelled`, `over_budget`.
/// Reference: Howard, "Dynamic Programming and Markov Processes", 1960; Givan, Leach & Dean,
///   "Bounded-parameter Markov decision processes", Artificial Intelligence 122, 2000.
[[nodiscard]] greatest_found greatest_parts(stake_matrix const& w, fixed_values const& fixed,
                                            solving const& with);

struct both_ends {
    enclosures least;
    greatest_found most;
};

/// What `least_solver` and `greatest_parts` find, in one pass over the companies that are on no
/// cycle. On cycles the search for the upper ends begins at the lower ones.
///
/// Precondition: both fix the same vertices, and `for_most` as many or more ones.
[[nodiscard]] both_ends bounded_parts(stake_matrix const& w, fixed_values const& for_least,
                                      fixed_values const& for_most, solving const& with);

} // namespace capgraph::inline v0::detail
