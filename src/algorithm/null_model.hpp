// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/charged_vector.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

// What the edges at some vertices weigh, at those of either side. In a graph of one mode all
// vertices are on both sides.
struct side_weights {
    double first = 0.0;
    double second = 0.0;

    side_weights& operator+=(side_weights const& more) noexcept
    {
        first += more.first;
        second += more.second;
        return *this;
    }
    side_weights& operator-=(side_weights const& less) noexcept
    {
        first -= less.first;
        second -= less.second;
        return *this;
    }
};

// What chance would join: edges between vertices in proportion to what the edges at each weigh.
class null_model {
public:
    // Throws: std::invalid_argument, in the name of `caller`, for a resolution that is negative,
    // NaN or infinite, for a weight that is, and where the weights add up to infinity.
    null_model(csr_view g, std::optional<std::uint64_t> first_side, double resolution,
               std::string_view caller, memory_budget& budget, checkpoint const& check);

    // Of each vertex; a self-loop is twice in its row and counts twice.
    [[nodiscard]] charged_vector<side_weights> const& vertices() const noexcept
    {
        return vertices_;
    }

    [[nodiscard]] bool is_without_edges() const noexcept { return all_ == 0.0; }

    // How much of `within`, what the edges of a community weigh, each as often as it is in a row of
    // the first side, is more than chance would put there; as a part of all.
    [[nodiscard]] double excess(double within, side_weights const& at) const noexcept
    {
        return within / all_ - resolution_ * (at.first / all_) * (at.second / all_);
    }

    // What `expected` multiplies by.
    [[nodiscard]] side_weights factor(side_weights const& at) const noexcept
    {
        return {pair_factor_ * (at.first / all_), pair_factor_ * (at.second / all_)};
    }
    // What chance would put between two sets of vertices without one in common.
    [[nodiscard]] static double expected(side_weights const& factor,
                                         side_weights const& at) noexcept
    {
        return factor.first * at.second + factor.second * at.first;
    }

private:
    charged_vector<side_weights> vertices_;
    double all_ = 0.0; // of the first side, which is half of all arcs where there are two
    double resolution_;
    double pair_factor_; // of one mode each pair is met from both sides
};

} // namespace capgraph::inline v0::detail
