// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "local_equations.hpp"

#include "component_equations.hpp"
#include "strong_components.hpp"

#include <algorithm>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// Solves one strong component after the other, all that each needs being known.
class component_solver {
public:
    component_solver(equations const& all, solving const& with, checkpoint& check)
        : all_{&all}, with_{&with}, check_{&check},
          x_{charged_vector<double>{with.budget, all.size()}, with.budget}, reader_{all,
                                                                                    with.budget}
    {
    }

    void operator()(std::span<std::uint32_t const> component)
    {
        if (component.size() == 1) {
            auto const i = component.front();
            x_.lower[i] = one(i, x_.lower);
            if (!x_.have_met()) {
                x_.upper[i] = std::max(x_.lower[i], one(i, x_.upper));
            }
        } else {
            solve_together(component);
        }
        check_->advance(component.size());
    }

    [[nodiscard]] enclosures take() { return std::move(x_); }

private:
    [[nodiscard]] double one(std::uint32_t i, charged_vector<double> const& x) const
    {
        auto known = all_->constants[i];
        auto own = 0.0;
        for (auto const& t : all_->terms_of(i)) {
            (t.unknown == i ? own : known) += t.unknown == i ? t.weight : t.weight * x[t.unknown];
        }
        return own < 1.0 ? std::min(1.0, known / (1.0 - own)) : 0.0;
    }

    void solve_together(std::span<std::uint32_t const> component)
    {
        reader_.read(component);
        auto const low = settled(reader_.own(), reader_.known(x_.lower), *with_, *check_);
        if (x_.have_met() && low.have_met()) {
            put(component, low.lower, x_.lower);
            return;
        }
        if (x_.have_met()) { // so far
            x_.upper = x_.lower.copy();
            put(component, low.upper, x_.upper);
        } else {
            auto const high = settled(reader_.own(), reader_.known(x_.upper), *with_, *check_);
            put(component, high.uppers(), x_.upper);
        }
        put(component, low.lower, x_.lower);
        for (auto const i : component) {
            x_.upper[i] = std::max(x_.lower[i], x_.upper[i]);
        }
    }

    static void put(std::span<std::uint32_t const> component, charged_vector<double> const& from,
                    charged_vector<double>& to)
    {
        for (std::size_t i = 0; i < component.size(); ++i) {
            to[component[i]] = from[i];
        }
    }

    equations const* all_;
    solving const* with_;
    checkpoint* check_;
    enclosures x_;
    component_reader reader_;
};

} // namespace

enclosures solve(equations const& all, solving const& with, checkpoint& check)
{
    component_solver solver{all, with, check};
    for_each_strong_component(
        all.size(), [&](std::uint32_t i) { return all.terms_of(i).size(); },
        [&](std::uint32_t i, std::uint64_t k) { return all.terms_of(i)[k].unknown; },
        [&](auto const component) { solver(component); }, check, with.budget);
    return solver.take();
}

} // namespace capgraph::inline v0::detail
