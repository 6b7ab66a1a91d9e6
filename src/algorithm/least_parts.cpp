// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "least_parts.hpp"

#include "column_order.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace capgraph::inline v0::detail {

least_solver::least_solver(stake_matrix const& w, fixed_values const& fixed, solving const& with)
    : w_{&w}, with_{&with}, check_{with.run, "look through", w.num_vertices()}, ones_{fixed.ones},
      is_given_{with.budget, w.num_vertices()}, x_{charged_vector<double>{with.budget,
                                                                          w.num_vertices()},
                                                   with.budget}
{
    paced_poll pace{check_};
    for (auto const v : fixed.zeros) {
        pace.step();
        is_given_[v] = true;
    }
    for (auto const v : fixed.ones) {
        pace.step();
        is_given_[v] = true;
        x_.lower[v] = 1.0;
    }
}

void least_solver::operator()()
{
    if (auto const few = few_reached()) {
        settle_together(few->values());
    } else {
        settle(w_->before_cycles(), x_.lower);
        settle_cycles();
        settle(w_->after_cycles(), x_.lower);
        if (!x_.have_met()) {
            settle(w_->after_cycles(), x_.upper);
        }
    }
    check_.finish();
}

/// Whom the ones own, in the end, if these are so few that it is not worth to go over all.
std::optional<charged_vector<std::uint32_t>> least_solver::few_reached() const
{
    auto const most = x_.lower.size() / 64;
    if (ones_.size() > most) {
        return std::nullopt;
    }
    vertices reached{with_->budget};
    reached.append(ones_);
    charged_vector<bool> is_reached{with_->budget, x_.lower.size()};
    paced_poll pace{check_};
    for (std::size_t i = 0; i < reached.size() && reached.size() <= most; ++i) {
        for (auto const& e : w_->owned_by(reached[i])) {
            pace.step();
            if (!is_given_[e.vertex] && !is_reached[e.vertex]) {
                is_reached[e.vertex] = true;
                reached.push_back(e.vertex);
            }
        }
    }
    return reached.size() > most ? std::nullopt : std::optional{std::move(reached)};
}

/// Companies whose owners are settled, or settled before them.
void least_solver::settle(std::span<std::uint32_t const> order, charged_vector<double>& x) const
{
    paced_poll pace{check_};
    for (std::size_t i = 0; i < order.size(); ++i) {
        look_ahead(*w_, order, i, x.values());
        pace.steps(1 + w_->owners_of(order[i]).size());
        settle(order[i], x);
    }
}

/// Companies any of which may own any other.
void least_solver::settle_together(std::span<std::uint32_t const> some)
{
    vertices unknowns{with_->budget};
    unknowns.reserve(some.size());
    paced_poll pace{check_};
    for (auto const v : some) {
        pace.step();
        if (!is_given_[v]) {
            unknowns.push_back(v);
        }
    }
    auto const equations = equations_of(unknowns.values());
    auto const& known = equations.constants;
    if (std::all_of(known.begin(), known.end(), [](double x) { return x == 0.0; })) {
        return;
    }
    auto const solved = solve(equations, *with_, check_);
    if (!solved.have_met()) {
        x_.upper = x_.lower.copy();
    }
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
        x_.lower[unknowns[i]] = solved.lower[i];
        if (!solved.have_met()) {
            x_.upper[unknowns[i]] = solved.upper[i];
        }
    }
}

equations least_solver::equations_of(std::span<std::uint32_t const> unknowns) const
{
    equations out{with_->budget};
    auto const place = places_of(unknowns);
    paced_poll pace{check_};
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
        look_ahead(*w_, unknowns, i, x_.lower.values());
        auto known = 0.0;
        for (auto const& e : w_->owners_of(unknowns[i])) {
            pace.step();
            auto const at = place[e.vertex];
            if (at == 0) {
                known += e.lower * x_.lower[e.vertex];
            } else if (e.lower > 0.0) {
                out.terms.push_back({at - 1, e.lower});
            }
        }
        out.close(known);
    }
    return out;
}

/// Of each vertex, its place among the unknowns and one.
charged_vector<std::uint32_t> least_solver::places_of(std::span<std::uint32_t const> unknowns) const
{
    vertices place{with_->budget, unknowns.empty() ? 0 : x_.lower.size()};
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
        place[unknowns[i]] = static_cast<std::uint32_t>(i + 1);
    }
    return place;
}

enclosures least_parts(stake_matrix const& w, fixed_values const& fixed, solving const& with)
{
    least_solver solver{w, fixed, with};
    solver();
    return solver.take();
}

} // namespace capgraph::inline v0::detail
