// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "visits.hpp"

#include "component_equations.hpp"
#include "component_factors.hpp"
#include "strong_components.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

/// Makes of what comes in at each place of a small component how often one is there.
class visit_elimination {
public:
    visit_elimination(component_equations const& own, charged_vector<double>& y)
        : size_{own.size()}, y_{&y}, p_(size_ * size_), left_{own.left.begin(), own.left.end()}
    {
        for (std::size_t i = 0; i < size_; ++i) {
            for (auto const& t : own.terms_of(i)) {
                p_[i * size_ + t.unknown] += t.weight;
            }
        }
    }

    void operator()()
    {
        auto& y = *y_;
        std::vector<double> out(size_); // how likely a place is left for those before, or elsewhere
        for (auto m = size_; m-- > 0;) {
            auto const* const row = &p_[m * size_];
            out[m] = std::accumulate(row, row + m, left_[m]);
            if (out[m] == 0.0) {
                continue; // never left: nothing comes from it
            }
            auto const at_m = y[m] / out[m];
            for (std::size_t j = 0; j < m; ++j) {
                y[j] += at_m * row[j];
            }
            pass_over(m, out[m]);
        }
        for (std::size_t m = 0; m < size_; ++m) {
            auto sum = y[m];
            for (std::size_t i = 0; i < m; ++i) {
                sum += y[i] * p_[i * size_ + m];
            }
            y[m] = out[m] > 0.0 ? sum / out[m] : sum;
        }
    }

private:
    /// Lets the places before `m` go past it.
    void pass_over(std::size_t m, double out)
    {
        for (std::size_t i = 0; i < m; ++i) {
            auto const part = p_[i * size_ + m] / out;
            if (part != 0.0) {
                for (std::size_t j = 0; j < m; ++j) {
                    p_[i * size_ + j] += part * p_[m * size_ + j];
                }
                left_[i] += part * left_[m];
            }
        }
    }

    std::size_t size_;
    charged_vector<double>* y_;
    std::vector<double> p_;
    std::vector<double> left_; ///< What goes elsewhere.
};

/// The same in a large one. Returns what was not followed.
double sweep(component_equations const& own, charged_vector<double>& y, solving const& with,
             checkpoint const& check)
{
    charged_vector<double> fresh = y.copy(); // come in and not passed on yet
    charged_vector<double> total{with.budget, own.size()};
    paced_poll pace{check};
    auto on_the_way = 1.0;
    std::uint64_t next_try = 64;
    for (std::uint64_t sweeps = 0; on_the_way > with.limits.tolerance; ++sweeps) {
        check.poll();
        if (sweeps == next_try) {
            auto const work = sweeps * (own.terms.size() + own.size());
            if (auto const factors = component_factors::of(own, work, check, with.budget)) {
                factors->count_visits(y);
                return 0.0;
            }
            next_try *= 8;
        }
        if (sweeps == with.limits.sweeps) {
            break;
        }
        for (auto i = own.size(); i-- > 0;) { // the order in which parts go up
            auto const now = std::exchange(fresh[i], 0.0);
            total[i] += now;
            auto const terms = own.terms_of(i);
            pace.steps(1 + terms.size());
            for (auto const& t : terms) {
                fresh[t.unknown] += now * t.weight;
            }
        }
        on_the_way = std::accumulate(fresh.begin(), fresh.end(), 0.0);
    }
    y = std::move(total);
    return on_the_way > with.limits.tolerance ? on_the_way : 0.0;
}

class visit_counter {
public:
    visit_counter(equations const& all, std::uint32_t start, solving const& with, checkpoint& check)
        : all_{&all}, with_{&with}, check_{&check},
          out_{charged_vector<double>{with.budget, all.size()}}, reader_{all, with.budget}
    {
        out_.at[start] = 1.0;
    }

    /// Makes of what comes into the component how often one is there, and passes it on.
    void operator()(std::span<std::uint32_t const> component)
    {
        check_->poll();
        auto& at = out_.at;
        auto const is_reached = [&](std::uint32_t i) { return at[i] > 0.0; };
        if (std::none_of(component.begin(), component.end(), is_reached)) {
            return;
        }
        reader_.read(component);
        charged_vector<double> own{with_->budget};
        own.reserve(component.size());
        for (auto const i : component) {
            own.push_back(at[i]);
        }
        if (component.size() <= most_eliminated) {
            visit_elimination{reader_.own(), own}();
        } else {
            out_.unfollowed += sweep(reader_.own(), own, *with_, *check_);
        }
        for (std::size_t i = 0; i < component.size(); ++i) {
            at[component[i]] = own[i];
            for (auto const& t : all_->terms_of(component[i])) {
                if (!reader_.is_own(t.unknown)) {
                    at[t.unknown] += own[i] * t.weight;
                }
            }
        }
    }

    [[nodiscard]] counted_visits take() { return std::move(out_); }

private:
    equations const* all_;
    solving const* with_;
    checkpoint* check_;
    counted_visits out_; ///< What came in so far; then how often one is there.
    component_reader reader_;
};

} // namespace

counted_visits visits(equations const& all, std::uint32_t start, solving const& with,
                      checkpoint& check)
{
    charged_vector<std::uint32_t> order{with.budget}; // each component after those it leads to
    charged_vector<std::uint64_t> ends{with.budget};
    for_each_strong_component(
        all.size(), [&](std::uint32_t i) { return all.terms_of(i).size(); },
        [&](std::uint32_t i, std::uint64_t k) { return all.terms_of(i)[k].unknown; },
        [&](std::span<std::uint32_t const> component) {
            order.append(component);
            ends.push_back(order.size());
        },
        check, with.budget);
    visit_counter count{all, start, with, check};
    for (auto c = ends.size(); c-- > 0;) {
        auto const begin = c == 0 ? 0 : ends[c - 1];
        count(order.part(begin, ends[c] - begin));
        check.advance(ends[c] - begin);
    }
    return count.take();
}

} // namespace capgraph::inline v0::detail
