// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "greatest_parts.hpp"

#include "strong_components.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto given = static_cast<std::uint32_t>(-1);
constexpr auto no_place = static_cast<std::uint32_t>(-1);
constexpr std::size_t most_improvements = 10'000;
/// Less is rounding. Doubles near 1 are 1e-16 apart, and a column adds up a few of them.
constexpr double least_gain = 1e-14;

/// One owner of a company, while its stake is being chosen.
struct choice {
    std::uint32_t owner;
    double x;
    double weight; ///< At first the lower end.
    double room;   ///< What the stake can be beyond it.
};

class greedy_solver {
public:
    greedy_solver(stake_matrix const& w, fixed_values const& fixed, iteration_limits const& limits,
                  run_options const& run)
        : w_{&w}, limits_{&limits}, check_{run, "look through, upper ends", w.num_vertices()},
          x_(w.num_vertices()), owners_(w.num_vertices())
    {
        for (auto const v : fixed.zeros) {
            owners_[v] = given;
        }
        for (auto const v : fixed.ones) {
            x_[v] = 1.0;
            owners_[v] = given;
            ones_.push_back(v);
        }
        std::sort(ones_.begin(), ones_.end());
        ones_.erase(std::unique(ones_.begin(), ones_.end()), ones_.end());
    }

    std::vector<double> operator()()
    {
        reach();
        settle_forward();
        settle_rest();
        check_.finish();
        return std::move(x_);
    }

private:
    void reach()
    {
        auto queue = ones_;
        paced_poll pace{check_};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            pace.step();
            for (auto const& e : w_->owned_by(queue[i])) {
                if (owners_[e.vertex] != given && owners_[e.vertex]++ == 0) {
                    queue.push_back(e.vertex);
                }
            }
        }
    }

    void settle_forward()
    {
        auto queue = ones_;
        paced_poll pace{check_};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            pace.step();
            for (auto const& e : w_->owned_by(queue[i])) {
                if (owners_[e.vertex] != given && --owners_[e.vertex] == 0) {
                    x_[e.vertex] = best_of(e.vertex);
                    queue.push_back(e.vertex);
                }
            }
        }
    }

    /// The stakes in `v` that are best for it now: in `choices_`. Returns what they make.
    double best_of(std::uint32_t v)
    {
        auto const owners = w_->owners_of(v);
        auto const uppers = w_->uppers_of(v);
        choices_.clear();
        auto sum = 0.0;
        auto left = 1.0;
        for (std::size_t k = 0; k < owners.size(); ++k) {
            auto const& e = owners[k];
            choices_.push_back({e.vertex, x_[e.vertex], e.lower, uppers[k] - e.lower});
            sum += e.lower * x_[e.vertex];
            left -= e.lower;
        }
        std::stable_sort(choices_.begin(), choices_.end(),
                         [](choice const& a, choice const& b) { return a.x > b.x; });
        for (auto& c : choices_) {
            if (left <= 0.0 || c.x == 0.0) {
                break;
            }
            auto const more = std::min(left, c.room);
            c.weight += more;
            sum += more * c.x;
            left -= more;
        }
        return std::min(1.0, sum);
    }

    void settle_rest()
    {
        std::vector<std::uint32_t> rest;
        place_.assign(x_.size(), no_place);
        for (std::uint32_t v = 0; v < x_.size(); ++v) {
            if (owners_[v] != 0 && owners_[v] != given) {
                place_[v] = static_cast<std::uint32_t>(rest.size());
                rest.push_back(v);
            }
        }
        std::vector<std::uint64_t> offsets{0};
        std::vector<std::uint32_t> heads;
        for (auto const v : rest) {
            for (auto const& e : w_->owners_of(v)) {
                if (place_[e.vertex] != no_place) {
                    heads.push_back(place_[e.vertex]);
                }
            }
            offsets.push_back(heads.size());
        }
        std::fill(place_.begin(), place_.end(), no_place);
        std::vector<std::uint32_t> members;
        for_each_strong_component(
            rest.size(), [&](std::uint32_t i) { return offsets[i + 1U] - offsets[i]; },
            [&](std::uint32_t i, std::uint64_t k) { return heads[offsets[i] + k]; },
            [&](auto const component) {
                members.clear();
                for (auto const i : component) {
                    members.push_back(rest[i]);
                }
                settle(members);
            });
    }

    void settle(std::vector<std::uint32_t> const& members)
    {
        check_.poll();
        if (members.size() == 1 && !owns_itself(members.front())) {
            x_[members.front()] = best_of(members.front());
            return;
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            place_[members[i]] = static_cast<std::uint32_t>(i);
        }
        std::vector<std::vector<choice>> chosen(members.size());
        for (std::size_t round = 0;; ++round) {
            if (round == most_improvements) {
                throw error{error_code::not_converged,
                            std::to_string(members.size())
                                + " companies that own each other, whose choice of stakes still "
                                  "improves after "
                                + std::to_string(round) + " rounds",
                            "a choice that is best"};
            }
            if (!improve(members, chosen, round == 0)) {
                break;
            }
            evaluate(members, chosen);
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

    /// Takes a better choice for each member that has one. The first is what the lower ends say: it
    /// leaves no set closed, nor does one that is strictly better.
    bool improve(std::vector<std::uint32_t> const& members,
                 std::vector<std::vector<choice>>& chosen, bool is_first)
    {
        // Where members are known within the tolerance alone, less may be none, and go round.
        auto const enough =
            members.size() > most_eliminated ? 4.0 * limits_->tolerance : least_gain;
        auto found = is_first;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (is_first) {
                for (auto const& e : w_->owners_of(members[i])) {
                    chosen[i].push_back({e.vertex, 0.0, e.lower, 0.0});
                }
            } else if (gain_of(members[i], chosen[i]) > enough) {
                chosen[i] = choices_;
                found = true;
            }
        }
        return found;
    }

    /// What the best stakes in `v`, then in `choices_`, make more of it than those that are chosen:
    /// exactly nothing where they are the same.
    double gain_of(std::uint32_t v, std::vector<choice> const& chosen)
    {
        best_of(v);
        std::sort(choices_.begin(), choices_.end(),
                  [](choice const& a, choice const& b) { return a.owner < b.owner; });
        auto gain = 0.0;
        for (std::size_t k = 0; k < choices_.size(); ++k) {
            gain += (choices_[k].weight - chosen[k].weight) * choices_[k].x;
        }
        return gain;
    }

    /// What the choice of stakes makes of the members.
    void evaluate(std::vector<std::uint32_t> const& members,
                  std::vector<std::vector<choice>> const& chosen)
    {
        equations eq;
        eq.offsets.push_back(0);
        for (auto const& column : chosen) {
            auto known = 0.0;
            for (auto const& c : column) {
                if (place_[c.owner] == no_place) {
                    known += c.weight * x_[c.owner];
                } else if (c.weight > 0.0) {
                    eq.terms.push_back({place_[c.owner], c.weight});
                }
            }
            eq.offsets.push_back(eq.terms.size());
            eq.constants.push_back(known);
        }
        auto const solved = solve(eq, *limits_, check_);
        for (std::size_t i = 0; i < members.size(); ++i) {
            x_[members[i]] = solved[i];
        }
    }

    stake_matrix const* w_;
    iteration_limits const* limits_;
    checkpoint check_;
    std::vector<double> x_;
    std::vector<std::uint32_t> owners_; ///< Reached and not settled yet, or `given`.
    std::vector<std::uint32_t> ones_;
    std::vector<std::uint32_t> place_; ///< In the component at hand.
    std::vector<choice> choices_;
};

} // namespace

std::vector<double> greatest_parts(stake_matrix const& w, fixed_values const& fixed,
                                   iteration_limits const& limits, run_options const& run)
{
    return greedy_solver{w, fixed, limits, run}();
}

} // namespace capgraph::inline v0::detail
