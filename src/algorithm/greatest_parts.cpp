// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "greatest_parts.hpp"

#include "../run/without_progress.hpp"
#include "column_order.hpp"
#include "component_equations.hpp"
#include "strong_components.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto no_place = static_cast<std::uint32_t>(-1);
constexpr std::size_t most_improvements = 10'000;
/// Less is rounding. Doubles near 1 are 1e-16 apart, and a column adds up a few of them.
constexpr double least_gain = 1e-14;

class greedy_solver {
public:
    /// Settles `least`, too, if there is one.
    greedy_solver(stake_matrix const& w, fixed_values const& fixed, least_solver* least,
                  solving const& with)
        : w_{&w}, least_{least}, with_{&with}, check_{with.run, "look through", w.num_vertices()},
          pace_{check_}, is_given_{with.budget, w.num_vertices()}, out_{charged_vector<double>{
                                                                       with.budget,
                                                                       w.num_vertices()}},
          place_{with.budget}, best_{with.budget}, rooms_{with.budget}, choice_{with.budget}
    {
        for (auto const v : fixed.zeros) {
            pace_.step();
            is_given_[v] = true;
        }
        for (auto const v : fixed.ones) {
            pace_.step();
            is_given_[v] = true;
            x_[v] = 1.0;
        }
    }

    greatest_found operator()()
    {
        settle(w_->before_cycles());
        if (least_ != nullptr) {
            least_->settle_cycles();
        }
        settle_cycles();
        settle(w_->after_cycles());
        check_.finish();
        return std::move(out_);
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
        explicit component(memory_budget& budget) : offsets{budget}, weights{budget} {}

        std::span<std::uint32_t const> members;
        charged_vector<std::size_t> offsets; ///< Of the stakes in each; one more at the end.
        charged_vector<double> weights;
    };

    /// Companies whose owners are settled, or settled before them.
    void settle(std::span<std::uint32_t const> order)
    {
        for (std::size_t i = 0; i < order.size(); ++i) {
            look_ahead(*w_, order, i, x_.values());
            if (least_ != nullptr) {
                look_ahead_at(*w_, order, i, least_->lowers().values());
                least_->settle(order[i]);
            }
            if (!is_given_[order[i]]) {
                x_[order[i]] = most_of(order[i]);
            }
        }
    }

    /// What the best stakes in `v` make of it now. Most companies have no choice.
    double most_of(std::uint32_t v)
    {
        return share_out(v, [](std::size_t, double) {});
    }

    /// The stakes in `v` that are best for it now: in `best_`. Returns what they make.
    double best_of(std::uint32_t v)
    {
        best_.clear();
        for (auto const& e : w_->owners_of(v)) {
            best_.push_back(e.lower);
        }
        return share_out(v, [this](std::size_t k, double more) { best_[k] += more; });
    }

    /// Gives what the lower ends in `v` leave to the owners with the greatest x first, and calls
    /// `give(owner, more)` for each that gets some. Returns what all that makes of `v`.
    template <class Give>
    double share_out(std::uint32_t v, Give give)
    {
        auto const owners = w_->owners_of(v);
        pace_.steps(1 + owners.size());
        auto sum = 0.0;
        for (auto const& e : owners) {
            sum += e.lower * x_[e.vertex];
        }
        if (w_->is_exact(v)) {
            return std::min(1.0, sum);
        }
        auto left = find_rooms(v);
        for (auto const& r : rooms_) {
            if (left <= 0.0) {
                break;
            }
            auto const more = std::min(left, r.size);
            give(r.k, more);
            sum += more * r.x;
            left -= more;
        }
        return std::min(1.0, sum);
    }

    /// Lists the room in each stake in `v`, the best first. Returns what the lower ends leave.
    double find_rooms(std::uint32_t v)
    {
        auto const owners = w_->owners_of(v);
        auto const uppers = w_->uppers_of(v);
        rooms_.clear();
        auto left = 1.0;
        for (std::size_t k = 0; k < owners.size(); ++k) {
            auto const x = x_[owners[k].vertex];
            left -= owners[k].lower;
            if (uppers[k] > owners[k].lower && x > 0.0) {
                rooms_.push_back({k, x, uppers[k] - owners[k].lower});
            }
        }
        if (rooms_.size() > 1) {
            std::sort(rooms_.begin(), rooms_.end(), [](room const& a, room const& b) {
                return a.x != b.x ? a.x > b.x : a.k < b.k;
            });
        }
        return left;
    }

    void settle_cycles()
    {
        charged_vector<std::uint32_t> unknowns{with_->budget};
        unknowns.reserve(w_->between_cycles().size());
        for (auto const v : w_->between_cycles()) {
            pace_.step();
            if (!is_given_[v]) {
                unknowns.push_back(v);
            }
        }
        if (unknowns.empty()) {
            return;
        }
        place_.assign(x_.size(), no_place);
        charged_vector<std::uint32_t> order{with_->budget};
        charged_vector<std::size_t> ends{with_->budget};
        find_components(unknowns.values(), order, ends);
        component some{with_->budget};
        std::size_t first = 0;
        for (auto const end : ends) {
            for (auto i = first; i < end; ++i) {
                look_ahead(*w_, order.values(), i, x_.values());
            }
            some.members = order.part(first, end - first);
            if (some.members.size() == 1 && !owns_itself(order[first])) {
                x_[order[first]] = most_of(order[first]);
            } else {
                settle_together(some);
            }
            check_.advance(end - first);
            first = end;
        }
    }

    /// The strong components of the unknowns, each after those that own a part of it, or may.
    void find_components(std::span<std::uint32_t const> unknowns,
                         charged_vector<std::uint32_t>& order, charged_vector<std::size_t>& ends)
    {
        charged_vector<std::uint64_t> offsets{with_->budget};
        charged_vector<std::uint32_t> heads{with_->budget};
        find_arcs(unknowns, offsets, heads);
        order.reserve(unknowns.size());
        for_each_strong_component(
            unknowns.size(), [&](std::uint32_t i) { return offsets[i + 1U] - offsets[i]; },
            [&](std::uint32_t i, std::uint64_t k) { return heads[offsets[i] + k]; },
            [&](auto const found) {
                for (auto const i : found) {
                    order.push_back(unknowns[i]);
                }
                ends.push_back(order.size());
            },
            check_, with_->budget);
    }

    /// Who of the unknowns owns a part of whom, or may.
    void find_arcs(std::span<std::uint32_t const> unknowns, charged_vector<std::uint64_t>& offsets,
                   charged_vector<std::uint32_t>& heads)
    {
        for (std::size_t i = 0; i < unknowns.size(); ++i) {
            place_[unknowns[i]] = static_cast<std::uint32_t>(i);
        }
        offsets.reserve(unknowns.size() + 1);
        offsets.push_back(0);
        for (std::size_t i = 0; i < unknowns.size(); ++i) {
            look_ahead(*w_, unknowns, i, x_.values());
            auto const owners = w_->owners_of(unknowns[i]);
            pace_.steps(1 + owners.size());
            for (auto const& e : owners) {
                if (place_[e.vertex] != no_place) {
                    heads.push_back(place_[e.vertex]);
                }
            }
            offsets.push_back(heads.size());
        }
        for (auto const v : unknowns) {
            place_[v] = no_place;
        }
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
        auto is_known = true;
        if (least_ == nullptr) {
            is_known = evaluate(some);
        } else {
            for (auto const v : members) {
                x_[v] = least_->lowers()[v];
            }
        }
        // Even where no choice is better, owners from outside may have more than their least.
        auto round = std::size_t{0};
        while (is_known && (improve(some) || (round == 0 && least_ != nullptr))) {
            is_known = ++round <= most_improvements && evaluate(some);
        }
        for (auto const v : members) {
            place_[v] = no_place;
        }
        if (!is_known) {
            come_down(some);
        }
    }

    /// Upper ends that hold whatever the choice is: each no less than what the best choice makes of
    /// them all.
    void come_down(component const& some)
    {
        out_.is_sharp = false;
        auto const& members = some.members;
        auto const holds = [this](auto v) { return most_of(v) <= x_[v]; };
        if (!std::all_of(members.begin(), members.end(), holds)) {
            for (auto const v : members) {
                x_[v] = 1.0;
            }
        }
        auto gain = 1.0;
        for (auto rounds = with_->limits.sweeps / 100; rounds > 0 && gain > 1e-6; --rounds) {
            gain = 0.0;
            for (auto const v : members) {
                auto const most = std::min(x_[v], most_of(v));
                gain = std::max(gain, x_[v] - most);
                x_[v] = most;
            }
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
    void choose_least(component& some)
    {
        some.offsets.assign(1, 0);
        some.weights.clear();
        for (auto const v : some.members) {
            for (auto const& e : w_->owners_of(v)) {
                pace_.step();
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
            some.members.size() > most_eliminated ? 4.0 * with_->limits.tolerance : least_gain;
        auto found = false;
        for (std::size_t i = 0; i < some.members.size(); ++i) {
            pace_.step();
            if (w_->is_exact(some.members[i])) {
                continue;
            }
            auto const best = best_of(some.members[i]);
            auto const owners = w_->owners_of(some.members[i]);
            auto* const chosen = &some.weights[some.offsets[i]];
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

    /// What the choice of stakes makes of the members; at the most, if that is not known. Returns
    /// whether it is.
    bool evaluate(component const& some)
    {
        choice_.clear();
        charged_vector<double> known{with_->budget};
        known.reserve(some.members.size());
        for (std::size_t i = 0; i < some.members.size(); ++i) {
            auto from_outside = 0.0;
            auto const* weight = &some.weights[some.offsets[i]];
            for (auto const& e : w_->owners_of(some.members[i])) {
                pace_.step();
                if (place_[e.vertex] == no_place) {
                    from_outside += *weight * x_[e.vertex];
                } else if (*weight > 0.0) {
                    choice_.terms.push_back({place_[e.vertex], *weight});
                }
                ++weight;
            }
            choice_.close();
            known.push_back(from_outside);
        }
        auto const solved = settled(choice_, std::move(known), *with_, check_);
        for (std::size_t i = 0; i < some.members.size(); ++i) {
            x_[some.members[i]] = solved.uppers()[i];
        }
        return solved.have_met();
    }

    stake_matrix const* w_;
    least_solver* least_;
    solving const* with_;
    checkpoint check_;
    paced_poll pace_;
    charged_vector<bool> is_given_;
    greatest_found out_;
    charged_vector<double>& x_ = out_.x;
    charged_vector<std::uint32_t> place_; ///< In the component at hand.
    charged_vector<double> best_;
    charged_vector<room> rooms_;
    component_equations choice_;
};

} // namespace

greatest_found greatest_parts(stake_matrix const& w, fixed_values const& fixed, solving const& with)
{
    return greedy_solver{w, fixed, nullptr, with}();
}

both_ends bounded_parts(stake_matrix const& w, fixed_values const& for_least,
                        fixed_values const& for_most, solving const& with)
{
    auto const quiet = without_progress(with.run); // one pass is one bar
    solving const silent{quiet, with.budget, with.limits};
    least_solver least{w, for_least, silent};
    auto most = greedy_solver{w, for_most, &least, with}();
    return {least.take(), std::move(most)};
}

} // namespace capgraph::inline v0::detail
