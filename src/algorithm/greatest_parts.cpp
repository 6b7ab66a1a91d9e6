// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "greatest_parts.hpp"

#include "../graph/large_array.hpp"
#include "column_order.hpp"
#include "strong_components.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto no_place = static_cast<std::uint32_t>(-1);
constexpr std::size_t most_improvements = 10'000;
/// Less is rounding. Doubles near 1 are 1e-16 apart, and a column adds up a few of them.
constexpr double least_gain = 1e-14;

class greedy_solver {
public:
    greedy_solver(stake_matrix const& w, fixed_values const& fixed, std::span<double const> least,
                  iteration_limits const& limits, run_options const& run)
        : w_{&w}, least_{least}, limits_{&limits}, check_{run, "look through, upper ends",
                                                          w.num_vertices()},
          is_given_(w.num_vertices())
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
        settle(w_->before_cycles());
        settle_cycles();
        settle(w_->after_cycles());
        check_.finish();
        return std::move(x_);
    }

private:
    /// Room that is left in a stake, the k-th in its company.
    struct room {
        std::size_t k;
        double x; ///< Of the owner.
        double size;
    };
    /// Companies that own each other, and the stakes that are chosen in each.
    struct component {
        std::vector<std::uint32_t> members;
        std::vector<std::size_t> offsets; ///< Of the stakes in each member; one more at the end.
        std::vector<double> weights;
    };

    /// Companies whose owners are settled, or settled before them.
    void settle(std::span<std::uint32_t const> order)
    {
        paced_poll pace{check_};
        for (std::size_t i = 0; i < order.size(); ++i) {
            pace.step();
            look_ahead(*w_, order, i, x_);
            if (!is_given_[order[i]]) {
                x_[order[i]] = most_of(order[i]);
            }
        }
    }

    /// What the best stakes in `v` make of it now. Most companies have no choice.
    double most_of(std::uint32_t v)
    {
        if (!w_->is_exact(v)) {
            return best_of(v);
        }
        auto sum = 0.0;
        for (auto const& e : w_->owners_of(v)) {
            sum += e.lower * x_[e.vertex];
        }
        return std::min(1.0, sum);
    }

    /// The stakes in `v` that are best for it now: in `best_`. Returns what they make.
    double best_of(std::uint32_t v)
    {
        auto const owners = w_->owners_of(v);
        auto const uppers = w_->uppers_of(v);
        best_.clear();
        rooms_.clear();
        auto sum = 0.0;
        auto left = 1.0;
        for (std::size_t k = 0; k < owners.size(); ++k) {
            auto const& e = owners[k];
            auto const x = x_[e.vertex];
            best_.push_back(e.lower);
            sum += e.lower * x;
            left -= e.lower;
            if (uppers[k] > e.lower && x > 0.0) {
                rooms_.push_back({k, x, uppers[k] - e.lower});
            }
        }
        std::sort(rooms_.begin(), rooms_.end(),
                  [](room const& a, room const& b) { return a.x != b.x ? a.x > b.x : a.k < b.k; });
        for (auto const& r : rooms_) {
            if (left <= 0.0) {
                break;
            }
            auto const more = std::min(left, r.size);
            best_[r.k] += more;
            sum += more * r.x;
            left -= more;
        }
        return std::min(1.0, sum);
    }

    void settle_cycles()
    {
        std::vector<std::uint32_t> unknowns;
        auto const cycles = w_->between_cycles();
        std::copy_if(cycles.begin(), cycles.end(), std::back_inserter(unknowns),
                     [this](auto v) { return !is_given_[v]; });
        place_.assign(unknowns.empty() ? 0 : x_.size(), no_place);
        for (std::size_t i = 0; i < unknowns.size(); ++i) {
            place_[unknowns[i]] = static_cast<std::uint32_t>(i);
        }
        std::vector<std::uint64_t> offsets{0};
        std::vector<std::uint32_t> heads;
        for (std::size_t i = 0; i < unknowns.size(); ++i) {
            look_ahead(*w_, unknowns, i, x_);
            for (auto const& e : w_->owners_of(unknowns[i])) {
                if (place_[e.vertex] != no_place) {
                    heads.push_back(place_[e.vertex]);
                }
            }
            offsets.push_back(heads.size());
        }
        for (auto const v : unknowns) {
            place_[v] = no_place;
        }
        component some;
        for_each_strong_component(
            unknowns.size(), [&](std::uint32_t i) { return offsets[i + 1U] - offsets[i]; },
            [&](std::uint32_t i, std::uint64_t k) { return heads[offsets[i] + k]; },
            [&](auto const found) {
                auto const first = unknowns[found.front()];
                if (found.size() == 1 && !owns_itself(first)) {
                    x_[first] = most_of(first);
                } else {
                    some.members.clear();
                    for (auto const i : found) {
                        some.members.push_back(unknowns[i]);
                    }
                    settle_together(some);
                }
            });
    }

    void settle_together(component& some)
    {
        check_.poll();
        auto const& members = some.members;
        if (std::all_of(members.begin(), members.end(),
                        [this](auto v) { return most_of(v) == 0.0; })) {
            return;
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            place_[members[i]] = static_cast<std::uint32_t>(i);
        }
        choose_least(some);
        if (least_.empty()) {
            evaluate(some);
        } else {
            for (auto const v : members) {
                x_[v] = least_[v];
            }
        }
        // Even where no choice is better, owners from outside may have more than their least.
        for (std::size_t round = 0; improve(some) || (round == 0 && !least_.empty()); ++round) {
            if (round == most_improvements) {
                throw error{error_code::not_converged,
                            std::to_string(members.size())
                                + " companies that own each other, whose choice of stakes still "
                                  "improves after "
                                + std::to_string(round) + " rounds",
                            "a choice that is best"};
            }
            evaluate(some);
        }
        for (auto const v : members) {
            place_[v] = no_place;
        }
    }

    [[nodiscard]] bool owns_itself(std::uint32_t v) const
    {
        auto const owners = w_->owners_of(v);
        return std::any_of(owners.begin(), owners.end(),
                           [v](auto const& e) { return e.vertex == v; });
    }

    /// Chooses what the lower ends say: it leaves no set closed, nor does a choice that is strictly
    /// better.
    void choose_least(component& some) const
    {
        some.offsets.assign(1, 0);
        some.weights.clear();
        for (auto const v : some.members) {
            for (auto const& e : w_->owners_of(v)) {
                some.weights.push_back(e.lower);
            }
            some.offsets.push_back(some.weights.size());
        }
    }

    /// Takes a better choice for each member that has one. The gain is exactly nothing where the
    /// best choice is the same.
    bool improve(component& some)
    {
        // Where members are known within the tolerance alone, less may be none, and go round.
        auto const enough =
            some.members.size() > most_eliminated ? 4.0 * limits_->tolerance : least_gain;
        auto found = false;
        for (std::size_t i = 0; i < some.members.size(); ++i) {
            if (w_->is_exact(some.members[i])) {
                continue;
            }
            auto const best = best_of(some.members[i]);
            auto const owners = w_->owners_of(some.members[i]);
            auto* const chosen = some.weights.data() + some.offsets[i];
            auto gain = 0.0;
            for (std::size_t k = 0; k < owners.size(); ++k) {
                gain += (best_[k] - chosen[k]) * x_[owners[k].vertex];
            }
            if (gain > enough) {
                std::copy(best_.begin(), best_.end(), chosen);
                x_[some.members[i]] = best; // no more than what the choices will make of it
                found = true;
            }
        }
        return found;
    }

    /// What the choice of stakes makes of the members.
    void evaluate(component const& some)
    {
        equations eq;
        eq.offsets.push_back(0);
        for (std::size_t i = 0; i < some.members.size(); ++i) {
            auto known = 0.0;
            auto const* weight = some.weights.data() + some.offsets[i];
            for (auto const& e : w_->owners_of(some.members[i])) {
                if (place_[e.vertex] == no_place) {
                    known += *weight * x_[e.vertex];
                } else if (*weight > 0.0) {
                    eq.terms.push_back({place_[e.vertex], *weight});
                }
                ++weight;
            }
            eq.offsets.push_back(eq.terms.size());
            eq.constants.push_back(known);
        }
        auto const solved = solve(eq, *limits_, check_);
        for (std::size_t i = 0; i < some.members.size(); ++i) {
            x_[some.members[i]] = solved[i];
        }
    }

    stake_matrix const* w_;
    std::span<double const> least_;
    iteration_limits const* limits_;
    checkpoint check_;
    std::vector<bool> is_given_;
    std::vector<double> x_;
    std::vector<std::uint32_t> place_; ///< In the component at hand.
    std::vector<double> best_;
    std::vector<room> rooms_;
};

} // namespace

std::vector<double> greatest_parts(stake_matrix const& w, fixed_values const& fixed,
                                   std::span<double const> least, iteration_limits const& limits,
                                   run_options const& run)
{
    return greedy_solver{w, fixed, least, limits, run}();
}

} // namespace capgraph::inline v0::detail
