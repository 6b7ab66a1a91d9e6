// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/look_through.hpp>

#include "../run/without_progress.hpp"
#include "greatest_parts.hpp"
#include "least_parts.hpp"
#include "undefined_parts.hpp"
#include "vertex_marks.hpp"
#include "within_budget.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::charged_vertices;
using detail::enclosures;
using vertices = std::span<std::uint32_t const>;

void check_vertices(stake_matrix const& w, vertices all)
{
    for (auto const v : all) {
        if (v >= w.num_vertices()) {
            throw std::out_of_range{"capgraph::look_through: vertex " + std::to_string(v) + " of "
                                    + std::to_string(w.num_vertices())};
        }
    }
}

void check_tolerance(double tolerance)
{
    if (!(tolerance > 0.0 && tolerance < 1.0)) {
        throw std::invalid_argument{"capgraph::look_through: tolerance " + std::to_string(tolerance)
                                    + ", expected one in (0, 1)"};
    }
}

void refuse(stake_matrix const& w, charged_vertices const& undefined)
{
    if (!undefined.empty()) {
        auto const is_over = !w.overfull().empty();
        throw error{error_code::inconsistent_record,
                    is_over ? "vertex " + std::to_string(w.overfull().front())
                                  + ", of which more than the whole is held"
                            : "vertex " + std::to_string(undefined[0])
                                  + ", of companies that wholly own each other",
                    is_over ? "stakes of at most the whole" : "an owner from outside"};
    }
}

/// No upper end below the lower one, as rounding makes them where both are found apart.
held_parts bounds_of(enclosures lower, detail::charged_vector<double> upper, bool is_sharp)
{
    std::transform(upper.begin(), upper.end(), lower.lower.begin(), upper.begin(),
                   [](double high, double low) { return std::max(high, low); });
    return held_parts{std::move(lower.lower).take(), std::move(upper).take(), is_sharp};
}

/// One call: whose parts are asked for, and where else chains end.
class question {
public:
    question(stake_matrix const& w, vertices holders, vertices ultimate,
             detail::solving const& with)
        : w_{&w}, holders_{holders}, ultimate_{ultimate}, with_{&with},
          quiet_{detail::without_progress(with.run)}, check_{quiet_, "look through", 0},
          undefined_{detail::undefined_in(w, holders, ultimate, check_, with.budget)},
          others_{but(ultimate, {holders})}, open_{but(undefined_.values(), {holders, ultimate})}
    {
    }

    [[nodiscard]] charged_vertices const& undefined() const noexcept { return undefined_; }

    held_parts operator()(unknown_owners unknown) const
    {
        if (unknown == unknown_owners::impossible && !w_->is_exact()) {
            return bounded();
        }
        auto lower = least(holders_, undefined_, ultimate_);
        auto const has_met = lower.have_met();
        if (unknown == unknown_owners::possible) {
            auto upper = least(others_.values(), open_, holders_);
            for (auto& x : upper.lower) { // one less what is known to be others'
                x = 1.0 - x;
            }
            auto const is_sharp = has_met && upper.have_met();
            return bounds_of(std::move(lower), std::move(upper.lower), is_sharp);
        }
        if (open_.empty()) {
            return held_parts{std::move(lower.lower).take(), std::move(lower.upper).take(),
                              has_met};
        }
        return with_undefined(std::move(lower));
    }

private:
    [[nodiscard]] held_parts bounded() const
    {
        auto const zeros = detail::both(undefined_.values(), ultimate_, with_->budget);
        auto const ones = detail::both(holders_, open_.values(), with_->budget);
        auto found = detail::bounded_parts(*w_, {holders_, zeros.values()},
                                           {ones.values(), others_.values()}, *with_);
        auto const is_sharp = found.least.have_met() && found.most.is_sharp;
        return bounds_of(std::move(found.least), std::move(found.most.x), is_sharp);
    }

    /// More than the least by what the undefined ones hold.
    [[nodiscard]] held_parts with_undefined(enclosures lower) const
    {
        auto const had_met = lower.have_met();
        auto more = least(open_.values(), others_, holders_);
        auto upper = had_met ? lower.lower.copy() : std::move(lower.upper);
        auto const& added = more.uppers();
        std::transform(upper.begin(), upper.end(), added.begin(), upper.begin(),
                       [](double a, double b) { return std::min(1.0, a + b); });
        return bounds_of(std::move(lower), std::move(upper), had_met && more.have_met());
    }

    [[nodiscard]] enclosures least(vertices ones, charged_vertices const& zeros,
                                   vertices more_zeros) const
    {
        auto const all = detail::both(zeros.values(), more_zeros, with_->budget);
        return detail::least_parts(*w_, {ones, all.values()}, *with_);
    }

    [[nodiscard]] charged_vertices but(vertices all, std::initializer_list<vertices> those) const
    {
        if (all.empty()) {
            return charged_vertices{with_->budget};
        }
        auto const is_marked = detail::marked(w_->num_vertices(), those, check_, with_->budget);
        return detail::unmarked(all, is_marked, check_, with_->budget);
    }

    stake_matrix const* w_;
    vertices holders_;
    vertices ultimate_;
    detail::solving const* with_;
    run_options quiet_;
    checkpoint check_;
    charged_vertices undefined_;
    charged_vertices others_; ///< Where chains end without the holders.
    charged_vertices open_;   ///< Of whom nothing is defined, and where no chain ends.
};

} // namespace

held_parts detail::look_through_within(memory_budget& budget, stake_matrix const& w,
                                       vertices holders, look_through_options const& options,
                                       run_options const& run)
{
    check_vertices(w, holders);
    check_vertices(w, options.ultimate);
    check_tolerance(options.tolerance);
    solving const with{run, budget, {options.tolerance, options.most_sweeps}};
    question const ask{w, holders, options.ultimate, with};
    if (options.strict) {
        refuse(w, ask.undefined());
    }
    return ask(options.unknown);
}

held_parts look_through(stake_matrix const& w, vertices holders,
                        look_through_options const& options, run_options const& run)
{
    memory_budget budget{run.memory_budget};
    return detail::look_through_within(budget, w, holders, options, run);
}

} // namespace capgraph::inline v0
