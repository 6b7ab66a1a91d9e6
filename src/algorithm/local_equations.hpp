// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../graph/charged_vector.hpp"

#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace capgraph::inline v0 {

class checkpoint;

namespace detail {

struct iteration_limits {
    double tolerance = 1e-12;
    std::uint64_t sweeps = 100'000;
};

/// What the parts of one call share.
struct solving {
    run_options const& run;
    memory_budget& budget;
    iteration_limits limits{};
};

/// One unknown on the right of an equation.
struct equation_term {
    std::uint32_t unknown = 0;
    double weight = 0.0;
};

/// The equations x_i = constant_i + sum of weight * x_unknown. The weights of one are together at
/// most 1, but for rounding.
struct equations {
    explicit equations(memory_budget& budget) : offsets{budget}, terms{budget}, constants{budget}
    {
        offsets.push_back(0);
    }

    charged_vector<std::uint64_t> offsets; ///< Of the terms of each; one more at the end.
    charged_vector<equation_term> terms;
    charged_vector<double> constants;

    [[nodiscard]] std::size_t size() const noexcept { return constants.size(); }
    [[nodiscard]] std::span<equation_term const> terms_of(std::uint32_t i) const
    {
        return terms.part(offsets[i], offsets[i + 1U] - offsets[i]);
    }
    /// The next equation is made of the terms that were put down since the last.
    void close(double constant)
    {
        offsets.push_back(terms.size());
        constants.push_back(constant);
    }
    void clear()
    {
        offsets.shrink(1);
        terms.clear();
        constants.clear();
    }
};

/// Values, each between two ends.
struct enclosures {
    explicit enclosures(charged_vector<double> values, memory_budget& budget)
        : lower{std::move(values)}, upper{budget}
    {
    }

    charged_vector<double> lower;
    charged_vector<double> upper; ///< Empty where all ends have met.

    [[nodiscard]] bool have_met() const noexcept { return upper.empty(); }
    [[nodiscard]] charged_vector<double> const& uppers() const noexcept
    {
        return upper.empty() ? lower : upper;
    }
};

/// The least solution, within [0, 1]: strong components in turn, each after those it needs, as
/// `settled` has them. Where the ends of one stay apart, so do those of what needs it.
///
/// Complexity: O(n + m), beside what `settled` takes. Memory: 60 bytes an unknown.
/// Throws: `error` with `cancelled`, `over_budget`.
[[nodiscard]] enclosures solve(equations const& all, solving const& with, checkpoint& check);

} // namespace detail
} // namespace capgraph::inline v0
