// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "component_equations.hpp"

#include <cstdint>
#include <optional>
#include <queue>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// A component whose unknowns are eliminated, the last first, by none but sums and products of
/// what is not negative: what is small stays exact too.
///
/// Reference: as `settled`.
class component_factors {
public:
    /// Nothing where that takes more than `most_work` sums, or much more room than the terms do.
    ///
    /// Throws: `error` with `cancelled`, `over_budget`.
    [[nodiscard]] static std::optional<component_factors> of(component_equations const& own,
                                                             std::uint64_t most_work,
                                                             checkpoint const& check,
                                                             memory_budget& budget);

    /// Makes of the constants of the equations their solution.
    void solve(std::span<double> x) const;
    /// Makes of what comes in at each place how often one is there.
    void count_visits(std::span<double> y) const;

private:
    using entry = equation_term;

    component_factors(component_equations const& own, memory_budget& budget);
    /// Whether that was within `most_fill` and `most_work`.
    bool factorise(component_equations const& own, std::uint64_t most_work, std::uint64_t most_fill,
                   checkpoint const& check);
    void factorise_row(component_equations const& own, std::uint32_t i);
    void add(std::uint32_t i, std::uint32_t j, double weight);

    /// Rows begin in the order in which they are made: from the last.
    [[nodiscard]] std::span<entry const> after(std::size_t i) const;
    [[nodiscard]] std::span<entry const> before(std::size_t i) const;

    std::size_t size_;
    charged_vector<std::uint64_t> after_offsets_;
    charged_vector<std::uint64_t> before_offsets_;
    charged_vector<entry> after_;    ///< Of later unknowns, the latest first.
    charged_vector<entry> before_;   ///< Of those before, of each together at most 1.
    charged_vector<double> way_out_; ///< To those before, or out of the component.
    charged_vector<double> left_;    ///< Of that, the part that is out of the component.
    // Of the row at hand:
    charged_vector<double> row_;
    charged_vector<std::uint32_t> seen_in_; ///< The last row each was in, and one.
    std::priority_queue<std::uint32_t> later_;
    std::vector<std::uint32_t> earlier_;
    std::uint64_t work_ = 0;
};

} // namespace capgraph::inline v0::detail
