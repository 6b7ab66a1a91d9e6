// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "visits.hpp"

#include "strong_components.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto no_place = static_cast<std::uint32_t>(-1);

class visit_counter {
public:
    visit_counter(equations const& all, std::uint32_t start, iteration_limits const& limits,
                  checkpoint& check)
        : all_{&all}, limits_{&limits}, check_{&check}, y_(all.size()), place_(all.size(), no_place)
    {
        y_[start] = 1.0;
    }

    /// Makes of what comes into the component how often one is there, and passes it on.
    void operator()(std::span<std::uint32_t const> component)
    {
        check_->poll();
        auto const is_reached = [this](std::uint32_t i) { return y_[i] > 0.0; };
        if (std::none_of(component.begin(), component.end(), is_reached)) {
            return;
        }
        for (std::size_t i = 0; i < component.size(); ++i) {
            place_[component[i]] = static_cast<std::uint32_t>(i);
        }
        if (component.size() <= most_eliminated) {
            eliminate(component);
        } else {
            sweep(component);
        }
        for (auto const i : component) {
            for (auto const& t : all_->terms_of(i)) {
                if (place_[t.unknown] == no_place) {
                    y_[t.unknown] += y_[i] * t.weight;
                }
            }
        }
        for (auto const i : component) {
            place_[i] = no_place;
        }
    }

    [[nodiscard]] std::vector<double> take() { return std::move(y_); }

private:
    void eliminate(std::span<std::uint32_t const> component)
    {
        auto const k = component.size();
        std::vector<double> p(k * k);
        std::vector<double> left(k, 1.0); // what goes elsewhere
        for (std::size_t i = 0; i < k; ++i) {
            for (auto const& t : all_->terms_of(component[i])) {
                if (place_[t.unknown] != no_place) {
                    p[i * k + place_[t.unknown]] += t.weight;
                    left[i] -= t.weight;
                }
            }
            left[i] = left[i] > 1e-15 ? left[i] : 0.0;
        }
        std::vector<double> out(k); // how likely a place is left for those before it, or elsewhere
        for (auto m = k; m-- > 0;) {
            out[m] = left[m];
            for (std::size_t j = 0; j < m; ++j) {
                out[m] += p[m * k + j];
            }
            if (out[m] == 0.0) {
                continue; // never left: nothing comes from it
            }
            auto const at_m = y_[component[m]] / out[m];
            for (std::size_t j = 0; j < m; ++j) {
                y_[component[j]] += at_m * p[m * k + j];
            }
            pass_over(p, left, k, m, out[m]);
        }
        for (std::size_t m = 0; m < k; ++m) {
            auto sum = y_[component[m]];
            for (std::size_t i = 0; i < m; ++i) {
                sum += y_[component[i]] * p[i * k + m];
            }
            y_[component[m]] = out[m] > 0.0 ? sum / out[m] : sum;
        }
    }

    /// Lets the places before `m` go past it.
    static void pass_over(std::vector<double>& p, std::vector<double>& left, std::size_t k,
                          std::size_t m, double out)
    {
        for (std::size_t i = 0; i < m; ++i) {
            auto const part = p[i * k + m] / out;
            if (part != 0.0) {
                for (std::size_t j = 0; j < m; ++j) {
                    p[i * k + j] += part * p[m * k + j];
                }
                left[i] += part * left[m];
            }
        }
    }

    void sweep(std::span<std::uint32_t const> component)
    {
        std::vector<double> total(component.size());
        std::vector<double> fresh(component.size()); // come in and not passed on yet
        for (std::size_t i = 0; i < component.size(); ++i) {
            fresh[i] = y_[component[i]];
        }
        auto gain = 1.0;
        for (std::uint64_t sweeps = 0; gain > limits_->tolerance; ++sweeps) {
            check_->poll();
            if (sweeps == limits_->sweeps) {
                throw error{error_code::not_converged,
                            std::to_string(component.size())
                                + " companies that own each other, around which parts still go "
                                  "after "
                                + std::to_string(sweeps) + " sweeps",
                            "parts that come to an end"};
            }
            gain = 0.0;
            for (auto i = component.size(); i-- > 0;) { // the order in which parts go up
                auto const now = std::exchange(fresh[i], 0.0);
                total[i] += now;
                gain = std::max(gain, now / std::max(1.0, total[i]));
                for (auto const& t : all_->terms_of(component[i])) {
                    if (place_[t.unknown] != no_place) {
                        fresh[place_[t.unknown]] += now * t.weight;
                    }
                }
            }
        }
        for (std::size_t i = 0; i < component.size(); ++i) {
            y_[component[i]] = total[i];
        }
    }

    equations const* all_;
    iteration_limits const* limits_;
    checkpoint* check_;
    std::vector<double> y_;            ///< What came in so far; then how often one is there.
    std::vector<std::uint32_t> place_; ///< In the component at hand.
};

} // namespace

std::vector<double> visits(equations const& all, std::uint32_t start,
                           iteration_limits const& limits, checkpoint& check)
{
    std::vector<std::uint32_t> order; // components, each after those that it leads to
    std::vector<std::uint64_t> ends;
    for_each_strong_component(
        all.size(), [&](std::uint32_t i) { return all.terms_of(i).size(); },
        [&](std::uint32_t i, std::uint64_t k) { return all.terms_of(i)[k].unknown; },
        [&](std::span<std::uint32_t const> component) {
            order.insert(order.end(), component.begin(), component.end());
            ends.push_back(order.size());
        });
    visit_counter count{all, start, limits, check};
    for (auto c = ends.size(); c-- > 0;) {
        auto const begin = c == 0 ? 0 : ends[c - 1];
        count(std::span<std::uint32_t const>{order}.subspan(begin, ends[c] - begin));
    }
    check.finish();
    return count.take();
}

} // namespace capgraph::inline v0::detail
