// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "stake_equations.hpp"

#include "../graph/large_array.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto given = static_cast<std::uint32_t>(-1);

class forward_solver {
public:
    forward_solver(stake_matrix const& w, fixed_values const& fixed, iteration_limits const& limits,
                   run_options const& run)
        : w_{&w}, fixed_{&fixed}, limits_{&limits}, check_{run, "look through", w.num_vertices()}
    {
        allot(at_, w.num_vertices());
        for (auto const v : fixed.zeros) {
            at_[v].owners = given;
        }
        for (auto const v : fixed.ones) {
            at_[v] = {1.0, given, 0};
        }
    }

    std::vector<double> operator()()
    {
        reach();
        settle_forward();
        solve_rest();
        check_.finish();
        queue_ = {};
        std::vector<double> out;
        allot(out, at_.size());
        std::transform(at_.begin(), at_.end(), out.begin(), [](auto const& s) { return s.x; });
        return out;
    }

private:
    struct state {
        double x = 0.0;
        std::uint32_t owners = 0; ///< Reached and not settled yet, or `given`.
        std::uint32_t place = 0;  ///< Among what is left.
    };

    [[nodiscard]] bool counts(stake_entry const& e) const
    {
        return e.lower > 0.0 && at_[e.vertex].owners != given;
    }

    /// Asks early for what will be needed soon: nearly each look at a state misses the cache.
    void look_ahead(std::size_t i) const
    {
        constexpr std::size_t rows_ahead = 12;
        constexpr std::size_t states_ahead = 4;
        if (i + rows_ahead < queue_.size()) {
            auto const row = w_->owned_by(queue_[i + rows_ahead]);
            __builtin_prefetch(row.data());
        }
        if (i + states_ahead < queue_.size()) {
            for (auto const& e : w_->owned_by(queue_[i + states_ahead])
                                     .first(std::min<std::size_t>(
                                         4, w_->owned_by(queue_[i + states_ahead]).size()))) {
                __builtin_prefetch(&at_[e.vertex]);
            }
        }
    }

    /// Counts, of each vertex that the ones reach, the owners that they reach.
    void reach()
    {
        begin_at_ones();
        paced_poll pace{check_};
        for (std::size_t i = 0; i < queue_.size(); ++i) {
            pace.step();
            look_ahead(i);
            for (auto const& e : w_->owned_by(queue_[i])) {
                if (counts(e) && at_[e.vertex].owners++ == 0) {
                    queue_.push_back(e.vertex);
                }
            }
        }
    }

    void settle_forward()
    {
        begin_at_ones();
        paced_poll pace{check_};
        for (std::size_t i = 0; i < queue_.size(); ++i) {
            pace.step();
            look_ahead(i);
            auto const x = at_[queue_[i]].x;
            for (auto const& e : w_->owned_by(queue_[i])) {
                if (!counts(e)) {
                    continue;
                }
                auto& to = at_[e.vertex];
                to.x += e.lower * x;
                if (--to.owners == 0) {
                    to.x = std::min(1.0, to.x);
                    queue_.push_back(e.vertex);
                }
            }
        }
    }

    void begin_at_ones()
    {
        queue_.clear();
        for (auto const v : fixed_->ones) {
            queue_.push_back(v);
        }
        std::sort(queue_.begin(), queue_.end());
        queue_.erase(std::unique(queue_.begin(), queue_.end()), queue_.end());
    }

    /// What is left, and how many of what each owns is left.
    struct remainder {
        std::vector<std::uint32_t> vertices;
        equations owners;
        std::vector<std::uint32_t> owned;
    };

    remainder find_rest()
    {
        remainder rest;
        for (std::uint32_t v = 0; v < at_.size(); ++v) {
            if (at_[v].owners != 0 && at_[v].owners != given) {
                at_[v].place = static_cast<std::uint32_t>(rest.vertices.size());
                rest.vertices.push_back(v);
            }
        }
        auto& eq = rest.owners;
        eq.offsets.resize(rest.vertices.size() + 1);
        eq.constants.resize(rest.vertices.size());
        for (std::size_t i = 0; i < rest.vertices.size(); ++i) {
            auto const& s = at_[rest.vertices[i]];
            eq.offsets[i + 1] = eq.offsets[i] + s.owners;
            eq.constants[i] = s.x;
        }
        eq.terms.resize(eq.offsets.back());
        rest.owned.resize(rest.vertices.size());
        auto ends = eq.offsets;
        for (std::size_t i = 0; i < rest.vertices.size(); ++i) {
            for (auto const& e : w_->owned_by(rest.vertices[i])) {
                if (counts(e)) {
                    auto const to = at_[e.vertex].place;
                    eq.terms[ends[to]++] = {static_cast<std::uint32_t>(i), e.lower};
                    ++rest.owned[i];
                }
            }
        }
        return rest;
    }

    /// Those of `rest` that own, in the end, nothing that owns itself: each before what it owns,
    /// read backwards. Their `owned` becomes 0.
    static std::vector<std::uint32_t> tail_of(remainder& rest)
    {
        std::vector<std::uint32_t> tail;
        for (std::uint32_t i = 0; i < rest.owned.size(); ++i) {
            if (rest.owned[i] == 0) {
                tail.push_back(i);
            }
        }
        for (std::size_t k = 0; k < tail.size(); ++k) {
            for (auto const& t : rest.owners.terms_of(tail[k])) {
                if (--rest.owned[t.unknown] == 0) {
                    tail.push_back(t.unknown);
                }
            }
        }
        return tail;
    }

    /// The equations of those that own something that is left: their owners do too.
    static equations core_of(remainder const& rest, std::vector<std::uint32_t>& core)
    {
        std::vector<std::uint32_t> place(rest.owned.size());
        for (std::uint32_t i = 0; i < rest.owned.size(); ++i) {
            if (rest.owned[i] != 0) {
                place[i] = static_cast<std::uint32_t>(core.size());
                core.push_back(i);
            }
        }
        equations eq;
        eq.offsets.push_back(0);
        for (auto const i : core) {
            for (auto const& t : rest.owners.terms_of(i)) {
                eq.terms.push_back({place[t.unknown], t.weight});
            }
            eq.offsets.push_back(eq.terms.size());
            eq.constants.push_back(rest.owners.constants[i]);
        }
        return eq;
    }

    void solve_rest()
    {
        auto rest = find_rest();
        auto const tail = tail_of(rest);
        std::vector<std::uint32_t> core;
        auto const solved = solve(core_of(rest, core), *limits_, check_);
        auto& x = rest.owners.constants;
        for (std::size_t k = 0; k < core.size(); ++k) {
            x[core[k]] = solved[k];
        }
        for (auto k = tail.size(); k-- > 0;) {
            for (auto const& t : rest.owners.terms_of(tail[k])) {
                x[tail[k]] += t.weight * x[t.unknown];
            }
            x[tail[k]] = std::min(1.0, x[tail[k]]);
        }
        for (std::size_t i = 0; i < rest.vertices.size(); ++i) {
            at_[rest.vertices[i]].x = x[i];
        }
    }

    stake_matrix const* w_;
    fixed_values const* fixed_;
    iteration_limits const* limits_;
    checkpoint check_;
    std::vector<state> at_;
    std::vector<std::uint32_t> queue_;
};

} // namespace

std::vector<double> least_parts(stake_matrix const& w, fixed_values const& fixed,
                                iteration_limits const& limits, run_options const& run)
{
    return forward_solver{w, fixed, limits, run}();
}

} // namespace capgraph::inline v0::detail
