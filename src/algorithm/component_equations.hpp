// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "local_equations.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// The equations of one strong component, whose unknowns are named by their place in it.
struct component_equations {
    explicit component_equations(memory_budget& budget)
        : offsets{budget}, terms{budget}, left{budget}
    {
        offsets.push_back(0);
    }

    charged_vector<std::uint64_t> offsets; ///< Of the terms of each; one more at the end.
    charged_vector<equation_term> terms;   ///< Of unknowns in the component.
    charged_vector<double> left; ///< Of the whole of each, what these leave; 0 if it is rounding.

    [[nodiscard]] std::size_t size() const noexcept { return left.size(); }
    [[nodiscard]] std::span<equation_term const> terms_of(std::size_t i) const
    {
        return terms.part(offsets[i], offsets[i + 1] - offsets[i]);
    }
    /// The next equation is made of the terms that were put down since the last.
    void close()
    {
        auto rest = 1.0;
        for (auto at = offsets.back(); at < terms.size(); ++at) {
            rest -= terms[at].weight;
        }
        offsets.push_back(terms.size());
        left.push_back(rest > 1e-15 ? rest : 0.0);
    }
    void clear()
    {
        offsets.shrink(1);
        terms.clear();
        left.clear();
    }
};

/// The places of some unknowns of `all`, and the equations among them.
class component_reader {
public:
    component_reader(equations const& all, memory_budget& budget);

    /// Takes those of `component`, in its place of what it read before.
    void read(std::span<std::uint32_t const> component);

    [[nodiscard]] component_equations const& own() const noexcept { return own_; }
    [[nodiscard]] bool is_own(std::uint32_t unknown) const { return place_[unknown] != no_place; }
    /// The constant of each and its terms that are known, by `x`.
    [[nodiscard]] charged_vector<double> known(charged_vector<double> const& x) const;

private:
    static constexpr auto no_place = static_cast<std::uint32_t>(-1);

    equations const* all_;
    memory_budget* budget_;
    charged_vector<std::uint32_t> place_;
    std::vector<std::uint32_t> members_;
    component_equations own_;
};

/// The unknowns of a component that is eliminated whatever it costs.
inline constexpr std::size_t most_eliminated = 256;

/// The least solution of `own`, whose constants are `known`: by elimination without a subtraction
/// for up to 256 unknowns; for more by sweeps, and as soon as these took as much work as an
/// elimination does, by that. Within the tolerance, or else between the ends reached.
///
/// From `held` of each, what came in so far, and `all`, what would have if it came in everywhere,
/// a sweep knows that any x is `held`, and of what `all` leaves, a part between the least and the
/// most of the ratios of both.
///
/// Complexity: k^3 / 3 for up to 256 unknowns; else passes over the terms.
/// Throws: `error` with `cancelled`, `over_budget`.
/// Reference: Grassmann, Taksar & Heyman, "Regenerative analysis and steady state distributions for
///   Markov chains", Operations Research 33(5), 1985; Quatmann & Katoen, "Sound value iteration",
///   Computer Aided Verification, 2018.
[[nodiscard]] enclosures settled(component_equations const& own, charged_vector<double> known,
                                 solving const& with, checkpoint const& check);

} // namespace capgraph::inline v0::detail
