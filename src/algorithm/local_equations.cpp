// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "local_equations.hpp"

#include "strong_components.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto no_place = static_cast<std::uint32_t>(-1);

/// The equations of one strong component, all other unknowns being known.
class component_solver {
public:
    component_solver(equations const& all, iteration_limits const& limits, checkpoint& check)
        : all_{&all}, limits_{&limits}, check_{&check}, x_(all.size()), place_(all.size(), no_place)
    {
    }

    void operator()(std::span<std::uint32_t const> component)
    {
        if (component.size() == 1) {
            solve_one(component.front());
        } else if (component.size() <= most_eliminated) {
            eliminate(component);
        } else {
            sweep(component);
        }
        check_->advance(component.size());
    }

    [[nodiscard]] std::vector<double> take() { return std::move(x_); }

private:
    void solve_one(std::uint32_t i)
    {
        auto known = all_->constants[i];
        auto own = 0.0;
        for (auto const& t : all_->terms_of(i)) {
            (t.unknown == i ? own : known) += t.unknown == i ? t.weight : t.weight * x_[t.unknown];
        }
        x_[i] = own < 1.0 ? std::min(1.0, known / (1.0 - own)) : 0.0;
    }

    /// What the component's own unknowns leave of i: nothing, where that is rounding.
    [[nodiscard]] double left_of(std::uint32_t i) const
    {
        auto left = 1.0;
        for (auto const& t : all_->terms_of(i)) {
            left -= place_[t.unknown] == no_place ? 0.0 : t.weight;
        }
        return left > 1e-15 ? left : 0.0;
    }

    [[nodiscard]] double known_of(std::uint32_t i) const
    {
        auto known = all_->constants[i];
        for (auto const& t : all_->terms_of(i)) {
            known += place_[t.unknown] == no_place ? t.weight * x_[t.unknown] : 0.0;
        }
        return known;
    }

    void eliminate(std::span<std::uint32_t const> component)
    {
        auto const k = component.size();
        for (std::size_t i = 0; i < k; ++i) {
            place_[component[i]] = static_cast<std::uint32_t>(i);
        }
        std::vector<double> w(k * k);
        std::vector<double> known(k);
        std::vector<double> left(k);
        for (std::size_t i = 0; i < k; ++i) {
            known[i] = known_of(component[i]);
            left[i] = left_of(component[i]);
            for (auto const& t : all_->terms_of(component[i])) {
                if (place_[t.unknown] != no_place) {
                    w[i * k + place_[t.unknown]] += t.weight;
                }
            }
        }
        for (auto m = k; m-- > 0;) {
            auto pivot = left[m];
            for (std::size_t j = 0; j < m; ++j) {
                pivot += w[m * k + j];
            }
            if (pivot == 0.0) { // a closed set: nothing comes in
                std::fill_n(&w[m * k], k, 0.0);
                known[m] = 0.0;
                continue;
            }
            for (std::size_t j = 0; j < m; ++j) {
                w[m * k + j] /= pivot;
            }
            known[m] /= pivot;
            for (std::size_t i = 0; i < m; ++i) {
                auto const part = w[i * k + m];
                if (part != 0.0) {
                    for (std::size_t j = 0; j < m; ++j) {
                        w[i * k + j] += part * w[m * k + j];
                    }
                    known[i] += part * known[m];
                    left[i] += part * left[m] / pivot;
                }
            }
        }
        for (std::size_t i = 0; i < k; ++i) {
            auto x = known[i];
            for (std::size_t j = 0; j < i; ++j) {
                x += w[i * k + j] * x_[component[j]];
            }
            x_[component[i]] = std::min(1.0, x);
        }
        forget(component);
    }

    void sweep(std::span<std::uint32_t const> component)
    {
        struct ends {
            double lower = 0.0;
            double upper = 1.0;
        };
        for (std::size_t i = 0; i < component.size(); ++i) {
            place_[component[i]] = static_cast<std::uint32_t>(i);
        }
        std::vector<double> known(component.size());
        std::vector<std::uint64_t> offsets{0};
        std::vector<equation_term> terms;
        for (std::size_t i = 0; i < component.size(); ++i) {
            known[i] = known_of(component[i]);
            for (auto const& t : all_->terms_of(component[i])) {
                if (place_[t.unknown] != no_place) {
                    terms.push_back({place_[t.unknown], t.weight});
                }
            }
            offsets.push_back(terms.size());
        }
        std::vector<ends> x(component.size());
        auto gap = 1.0;
        for (std::uint64_t sweeps = 0; gap > limits_->tolerance; ++sweeps) {
            check_->poll();
            if (sweeps == limits_->sweeps) {
                throw error{error_code::not_converged,
                            "a gap of " + std::to_string(gap) + " after " + std::to_string(sweeps)
                                + " sweeps over " + std::to_string(component.size())
                                + " companies that own each other",
                            "a gap of at most " + std::to_string(limits_->tolerance)};
            }
            gap = 0.0;
            for (std::size_t i = 0; i < component.size(); ++i) {
                ends sum{known[i], known[i]};
                for (auto at = offsets[i]; at < offsets[i + 1]; ++at) {
                    auto const& from = x[terms[at].unknown];
                    sum.lower += terms[at].weight * from.lower;
                    sum.upper += terms[at].weight * from.upper;
                }
                gap = std::max(gap, sum.upper - sum.lower);
                x[i] = sum;
            }
        }
        for (std::size_t i = 0; i < component.size(); ++i) {
            x_[component[i]] = std::clamp(0.5 * (x[i].lower + x[i].upper), 0.0, 1.0);
        }
        forget(component);
    }

    void forget(std::span<std::uint32_t const> component)
    {
        for (auto const i : component) {
            place_[i] = no_place;
        }
    }

    equations const* all_;
    iteration_limits const* limits_;
    checkpoint* check_;
    std::vector<double> x_;
    std::vector<std::uint32_t> place_; ///< In the component at hand.
};

} // namespace

std::vector<double> solve(equations const& all, iteration_limits const& limits, checkpoint& check)
{
    component_solver solver{all, limits, check};
    for_each_strong_component(
        all.size(), [&](std::uint32_t i) { return all.terms_of(i).size(); },
        [&](std::uint32_t i, std::uint64_t k) { return all.terms_of(i)[k].unknown; },
        [&](auto const component) { solver(component); });
    return solver.take();
}

} // namespace capgraph::inline v0::detail
