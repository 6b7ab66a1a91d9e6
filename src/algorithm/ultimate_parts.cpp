// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/ultimate_parts.hpp>

#include "../run/without_progress.hpp"
#include "greatest_parts.hpp"
#include "undefined_parts.hpp"
#include "vertex_marks.hpp"
#include "walks_to.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

using detail::charged_vertices;
using vertices = std::span<std::uint32_t const>;

void check_vertices(stake_matrix const& w, std::uint32_t target, vertices ends, vertices open)
{
    auto const is_none = [&](std::uint32_t v) { return v >= w.num_vertices(); };
    if (is_none(target) || std::any_of(ends.begin(), ends.end(), is_none)
        || std::any_of(open.begin(), open.end(), is_none)) {
        throw std::out_of_range{"capgraph::ultimate_parts_of: a vertex that is none of "
                                + std::to_string(w.num_vertices())};
    }
}

double sum_over(vertices some, detail::charged_vector<double> const& x)
{
    auto sum = 0.0;
    for (auto const v : some) {
        sum += x[v];
    }
    return sum;
}

/// One call: of whom the parts are asked for, and where chains end.
class question {
public:
    question(stake_matrix const& w, std::uint32_t target, vertices ends,
             ultimate_options const& options, detail::solving const& with)
        : w_{&w}, target_{target}, ends_{ends}, options_{&options}, with_{&with},
          quiet_{detail::without_progress(with.run)}, searches_{searches()},
          check_{with.run, "ultimate owners", w.num_vertices() * (1 + searches_)},
          free_{free_among(options.open)}
    {
    }

    ultimate_parts operator()()
    {
        auto const found = visits_above();
        auto const known = std::min(1.0, sum_over(ends_, found.at));
        auto const anybodys = sum_over(free_.values(), found.at) + found.unfollowed;
        auto const rest = std::max(0.0, 1.0 - known);
        auto const is_open = options_->unknown == unknown_owners::possible;
        auto const leaves_all = is_open || !w_->is_exact();

        ultimate_parts out;
        out.is_sharp = found.unfollowed == 0.0;
        out.parts.reserve(ends_.size());
        for (auto const v : ends_) {
            auto const lower = std::min(1.0, found.at[v]);
            auto const upper = found.at[v] + (leaves_all ? rest : anybodys);
            out.parts.push_back({lower, std::clamp(upper, lower, 1.0)});
        }
        out.unknown = {is_open ? 0.0 : std::max(0.0, rest - anybodys), rest};
        if (searches_ > 0) {
            find_upper_ends(out);
        }
        check_.finish();
        return out;
    }

private:
    /// For how many upper ends stakes are searched for: none, that of what is known, or all.
    [[nodiscard]] std::uint64_t searches() const
    {
        if (w_->is_exact() || options_->unknown == unknown_owners::possible) {
            return 0;
        }
        auto const work = ends_.size() * (w_->num_vertices() + w_->num_stakes());
        return work <= options_->most_work ? 1 + ends_.size() : 1;
    }

    /// Whose owners are anybody: those of whom nothing is defined, and the open ones, without those
    /// that are ends.
    [[nodiscard]] charged_vertices free_among(vertices open) const
    {
        auto const undefined = detail::undefined_in(*w_, ends_, {}, check_, with_->budget);
        auto const is_end = detail::marked(w_->num_vertices(), {ends_}, check_, with_->budget);
        auto free = detail::both(undefined.values(), open, with_->budget);
        std::sort(free.begin(), free.end());
        free.shrink(static_cast<std::size_t>(std::unique(free.begin(), free.end()) - free.begin()));
        return detail::unmarked(free.values(), is_end, check_, with_->budget);
    }

    /// Where chains end at the ends and at the free.
    [[nodiscard]] detail::counted_visits visits_above()
    {
        auto const is_final =
            detail::marked(w_->num_vertices(), {ends_, free_.values()}, check_, with_->budget);
        return detail::visits_above(
            *w_, target_, [&](std::uint32_t v) { return is_final[v]; }, *with_, check_);
    }

    /// The upper ends of intervals, if that is not too much work, and the least that is unknown.
    void find_upper_ends(ultimate_parts& out)
    {
        out.is_sharp = out.is_sharp && searches_ > ends_.size();
        for (std::size_t k = 0; k + 1 < searches_; ++k) {
            auto const upper = most_of(out, {&ends_[k], 1}, ends_);
            out.parts[k].upper = std::clamp(upper, out.parts[k].lower, 1.0);
        }
        out.unknown.lower = std::min(out.unknown.upper, 1.0 - most_of(out, ends_, {}));
    }

    /// The most that `ones` may hold together, the free being theirs.
    double most_of(ultimate_parts& out, vertices ones, vertices zeros)
    {
        auto const all = detail::both(free_.values(), ones, with_->budget);
        detail::solving const silent{quiet_, with_->budget, with_->limits};
        auto const found = detail::greatest_parts(*w_, {all.values(), zeros}, silent);
        out.is_sharp = out.is_sharp && found.is_sharp;
        check_.advance(w_->num_vertices());
        return found.x[target_];
    }

    stake_matrix const* w_;
    std::uint32_t target_;
    vertices ends_;
    ultimate_options const* options_;
    detail::solving const* with_;
    run_options quiet_;
    std::uint64_t searches_;
    checkpoint check_;
    charged_vertices free_;
};

} // namespace

ultimate_parts ultimate_parts_of(stake_matrix const& w, std::uint32_t target, vertices ends,
                                 ultimate_options const& options, run_options const& run)
{
    check_vertices(w, target, ends, options.open);
    memory_budget budget{run.memory_budget};
    detail::solving const with{run, budget, {options.tolerance, options.most_sweeps}};
    return question{w, target, ends, options, with}();
}

} // namespace capgraph::inline v0
