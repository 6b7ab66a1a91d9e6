// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "stake_equations.hpp"

#include "../graph/large_array.hpp"
#include "column_order.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

class ordered_solver {
public:
    ordered_solver(stake_matrix const& w, fixed_values const& fixed, iteration_limits const& limits,
                   run_options const& run)
        : w_{&w}, limits_{&limits}, check_{run, "look through", w.num_vertices()},
          ones_{fixed.ones}, is_given_(w.num_vertices())
    {
        allot(x_, w.num_vertices());
        for (auto const v : fixed.zeros) {
            is_given_[v] = true;
        }
        for (auto const v : fixed.ones) {
            is_given_[v] = true;
            x_[v] = 1.0;
        }
    }

    std::vector<double> operator()()
    {
        if (auto const few = few_reached()) {
            settle_together(*few);
        } else {
            settle(w_->before_cycles());
            settle_together(w_->between_cycles());
            settle(w_->after_cycles());
        }
        check_.finish();
        return std::move(x_);
    }

private:
    /// Whom the ones own, in the end, if these are so few that it is not worth to go over all.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> few_reached() const
    {
        auto const most = x_.size() / 64;
        std::vector<std::uint32_t> reached{ones_.begin(), ones_.end()};
        std::vector<bool> is_reached(reached.size() > most ? 0 : x_.size());
        for (std::size_t i = 0; i < reached.size() && reached.size() <= most; ++i) {
            for (auto const& e : w_->owned_by(reached[i])) {
                if (!is_given_[e.vertex] && !is_reached[e.vertex]) {
                    is_reached[e.vertex] = true;
                    reached.push_back(e.vertex);
                }
            }
        }
        return reached.size() > most ? std::nullopt : std::optional{std::move(reached)};
    }

    /// Companies whose owners are settled, or settled before them.
    void settle(std::span<std::uint32_t const> order)
    {
        paced_poll pace{check_};
        for (std::size_t i = 0; i < order.size(); ++i) {
            pace.step();
            look_ahead(*w_, order, i, x_);
            if (!is_given_[order[i]]) {
                auto sum = 0.0;
                for (auto const& e : w_->owners_of(order[i])) {
                    sum += e.lower * x_[e.vertex];
                }
                x_[order[i]] = std::min(1.0, sum);
            }
        }
    }

    /// Companies any of which may own any other.
    void settle_together(std::span<std::uint32_t const> some)
    {
        std::vector<std::uint32_t> unknowns;
        std::copy_if(some.begin(), some.end(), std::back_inserter(unknowns),
                     [this](auto v) { return !is_given_[v]; });
        auto const equations = equations_of(unknowns);
        auto const& known = equations.constants;
        if (std::all_of(known.begin(), known.end(), [](double x) { return x == 0.0; })) {
            return;
        }
        auto const solved = solve(equations, *limits_, check_);
        for (std::size_t i = 0; i < unknowns.size(); ++i) {
            x_[unknowns[i]] = solved[i];
        }
    }

    [[nodiscard]] equations equations_of(std::span<std::uint32_t const> unknowns) const
    {
        equations out;
        out.offsets.push_back(0);
        std::vector<std::uint32_t> place; // among the unknowns, and one
        allot(place, unknowns.empty() ? 0 : x_.size());
        for (std::size_t i = 0; i < unknowns.size(); ++i) {
            place[unknowns[i]] = static_cast<std::uint32_t>(i + 1);
        }
        for (std::size_t i = 0; i < unknowns.size(); ++i) {
            look_ahead(*w_, unknowns, i, x_);
            auto known = 0.0;
            for (auto const& e : w_->owners_of(unknowns[i])) {
                auto const at = place[e.vertex];
                if (at == 0) {
                    known += e.lower * x_[e.vertex];
                } else if (e.lower > 0.0) {
                    out.terms.push_back({at - 1, e.lower});
                }
            }
            out.offsets.push_back(out.terms.size());
            out.constants.push_back(known);
        }
        return out;
    }

    stake_matrix const* w_;
    iteration_limits const* limits_;
    checkpoint check_;
    std::span<std::uint32_t const> ones_;
    std::vector<bool> is_given_;
    std::vector<double> x_;
};

} // namespace

std::vector<double> least_parts(stake_matrix const& w, fixed_values const& fixed,
                                iteration_limits const& limits, run_options const& run)
{
    return ordered_solver{w, fixed, limits, run}();
}

} // namespace capgraph::inline v0::detail
