// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "local_equations.hpp"

#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

namespace capgraph::inline v0::detail {

/// Vertices whose values are given.
struct fixed_values {
    std::span<std::uint32_t const> ones;
    std::span<std::uint32_t const> zeros; ///< A vertex among `ones` too is one.
};

/// The least x with x_j = sum of W[i, j] x_i, the lower ends of W, where x is not given.
///
/// Companies above and below all cycles are settled in the order that `w` keeps, which is exact;
/// those on cycles, and between them, are solved as equations. Who goes over the order for
/// something else, too, may settle each company as it comes by, and calls `settle_cycles` in
/// between.
///
/// Precondition: the closed and the overfull companies of `w` are among the given.
/// Throws: `error` with `cancelled`, `over_budget`.
class least_solver {
public:
    least_solver(stake_matrix const& w, fixed_values const& fixed, solving const& with);

    /// Settles all.
    void operator()();

    /// Precondition: what owns `v` is settled.
    void settle(std::uint32_t v) { settle(v, x_.lower); }
    void settle_cycles() { settle_together(w_->between_cycles()); }

    [[nodiscard]] charged_vector<double> const& lowers() const noexcept { return x_.lower; }
    [[nodiscard]] enclosures take() { return std::move(x_); }

private:
    using vertices = charged_vector<std::uint32_t>;

    void settle(std::uint32_t v, charged_vector<double>& x) const
    {
        if (!is_given_[v]) {
            auto sum = 0.0;
            for (auto const& e : w_->owners_of(v)) {
                sum += e.lower * x[e.vertex];
            }
            x[v] = std::min(1.0, sum);
        }
    }
    void settle(std::span<std::uint32_t const> order, charged_vector<double>& x) const;
    void settle_together(std::span<std::uint32_t const> some);

    [[nodiscard]] std::optional<vertices> few_reached() const;
    [[nodiscard]] equations equations_of(std::span<std::uint32_t const> unknowns) const;
    [[nodiscard]] vertices places_of(std::span<std::uint32_t const> unknowns) const;

    stake_matrix const* w_;
    solving const* with_;
    checkpoint check_;
    std::span<std::uint32_t const> ones_;
    charged_vector<bool> is_given_;
    enclosures x_;
};

/// All that `least_solver` finds.
[[nodiscard]] enclosures least_parts(stake_matrix const& w, fixed_values const& fixed,
                                     solving const& with);

} // namespace capgraph::inline v0::detail
