// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/partnerships.hpp>

#include "refuse_early.hpp"
#include "round_date.hpp"

#include "../run/paced_advance.hpp"

#include <capgraph/algorithm/projection.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_ties.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// The rounds of a scope with their dates.
struct dated_groups {
    co_investment_groups all;
    std::vector<date> dates; ///< Of each group.
};

dated_groups dated(network const& n, co_investment_scope scope)
{
    scope.unit = co_investment_unit::same_round;
    scope.side = co_investment_side::investors;
    dated_groups out{co_investment_groups{n, std::move(scope)}, {}};
    out.dates.reserve(out.all.num_groups());
    for (std::size_t g = 0; g < out.all.num_groups(); ++g) {
        out.dates.push_back(detail::date_of(n.facts().at<funding_round>(*out.all.round_of(g))));
    }
    return out;
}

/// Calls `take(first, second, times)` for each pair that shares `least` groups.
template <class Take>
void for_each_pair(co_investment_groups const& all, double least, run_options const& run, Take take)
{
    auto const graph = projection(all.members().size(), all.groups(), {}, run);
    checkpoint check{run, "dating pairs", graph.targets.size()};
    for (std::uint32_t v = 0; v + 1 < graph.offsets.size(); ++v) {
        for (auto arc = graph.offsets[v]; arc < graph.offsets[v + 1U]; ++arc) {
            check.advance();
            if (graph.targets[arc] > v && graph.weights[arc] >= least) {
                take(v, graph.targets[arc], static_cast<std::uint64_t>(graph.weights[arc]));
            }
        }
    }
    check.finish();
}

/// Years from `first` to `last`, both among them.
struct year_range {
    std::int32_t first = 0;
    std::int32_t last = -1;
};

std::int32_t year_of(date::day_type day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

/// The years in which a date may lie, of those in `all`.
year_range years_of(date d, year_range all)
{
    return {d.has_first() ? std::max(all.first, year_of(d.first_day())) : all.first,
            d.has_last() ? std::min(all.last, year_of(d.last_day())) : all.last};
}

bool is_certain(date d)
{
    return d.has_first() && d.has_last() && year_of(d.first_day()) == year_of(d.last_day());
}

/// All that rounds with any known day lie in.
std::optional<year_range> span_of(std::vector<date> const& dates)
{
    std::optional<year_range> out;
    auto const widen = [&](std::int32_t year) {
        out = out ? year_range{std::min(out->first, year), std::max(out->last, year)}
                  : year_range{year, year};
    };
    for (auto const d : dates) {
        if (d.has_first()) {
            widen(year_of(d.first_day()));
        }
        if (d.has_last()) {
            widen(year_of(d.last_day()));
        }
    }
    return out;
}

class year_counter {
public:
    explicit year_counter(year_range span)
        : span_{span}, may_meet_(width()), meets_(width()), years_(width())
    {
        for (std::size_t i = 0; i < years_.size(); ++i) {
            years_[i].year = span.first + static_cast<std::int32_t>(i);
        }
    }

    /// A pair that met on each of these dates.
    void add(std::span<date const> dates)
    {
        // The first meeting lies between these years, beyond the span where an end is open.
        auto first_from = span_.last + 1;
        auto first_to = span_.last + 1;
        for (auto const d : dates) {
            auto const years = years_of(d, span_);
            for (auto year = years.first; year <= years.last; ++year) {
                may_meet_[at(year)] = true;
            }
            if (is_certain(d)) {
                meets_[at(years.first)] = true;
            }
            first_from = std::min(first_from, d.has_first() ? years.first : span_.first - 1);
            first_to = std::min(first_to, d.has_last() ? years.last : span_.last + 1);
        }
        for (auto year = std::max(first_from, span_.first); year <= span_.last; ++year) {
            auto& to = years_[at(year)];
            to.pairs.lower += meets_[at(year)] ? 1U : 0U;
            if (may_meet_[at(year)]) {
                ++to.pairs.upper;
                to.first_time.upper += year <= first_to ? 1U : 0U;
                to.first_time.lower += first_from == first_to && year == first_to ? 1U : 0U;
            }
            meets_[at(year)] = false;
            may_meet_[at(year)] = false;
        }
    }

    [[nodiscard]] std::vector<partnership_year> take() { return std::move(years_); }

private:
    [[nodiscard]] std::size_t width() const
    {
        return static_cast<std::size_t>(span_.last - span_.first) + 1;
    }
    [[nodiscard]] std::size_t at(std::int32_t year) const
    {
        return static_cast<std::size_t>(year - span_.first);
    }

    year_range span_;
    std::vector<bool> may_meet_;
    std::vector<bool> meets_;
    std::vector<partnership_year> years_;
};

partnership described(dated_groups const& in, std::uint32_t a, std::uint32_t b)
{
    auto groups = groups_shared_by(in.all, a, b);
    std::stable_sort(groups.begin(), groups.end(), [&](std::uint32_t x, std::uint32_t y) {
        return ends_before(in.dates[x], in.dates[y]);
    });
    partnership out{in.all.members()[a], in.all.members()[b], groups.size(), {}, {}};
    out.rounds.reserve(groups.size());
    out.dates.reserve(groups.size());
    for (auto const g : groups) {
        out.rounds.push_back(*in.all.round_of(g));
        out.dates.push_back(in.dates[g]);
    }
    return out;
}

/// Charges what a full array will take when it doubles.
template <class T>
void make_room(std::vector<T>& array, memory_budget& budget, std::vector<memory_charge>& charges)
{
    constexpr std::size_t least = 64;
    if (array.size() == array.capacity()) {
        auto const more = std::max(least, array.size());
        charges.push_back(budget.charge(more, sizeof(T)));
        array.reserve(array.size() + more);
    }
}

} // namespace

std::vector<partnership> repeat_partnerships(network const& n, co_investment_scope scope,
                                             partnership_options const& options,
                                             run_options const& run)
{
    auto const in = dated(n, std::move(scope));
    detail::refuse_early(in.all, {}, run);
    struct pair_of {
        std::uint64_t times;
        std::uint32_t first, second;
    };
    memory_budget budget{run.memory_budget};
    std::vector<memory_charge> charges;
    std::vector<pair_of> found;
    for_each_pair(in.all, static_cast<double>(options.min_times), run,
                  [&](std::uint32_t a, std::uint32_t b, std::uint64_t times) {
                      make_room(found, budget, charges);
                      found.push_back({times, a, b});
                  });
    auto const kept = std::min(found.size(), options.at_most);
    checkpoint ranks{run, "ranking pairs", detail::steps_of_sort(found.size())};
    detail::paced_advance work{ranks};
    std::partial_sort(
        found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
        [&](pair_of const& a, pair_of const& b) {
            work.step();
            return std::tuple{b.times, a.first, a.second} < std::tuple{a.times, b.first, b.second};
        });
    found.resize(kept);
    ranks.finish();
    std::uint64_t times = 0;
    for (auto const& each : found) {
        times += each.times;
    }
    auto const charged =
        budget.charge(kept * sizeof(partnership) + times * (sizeof(record_id) + sizeof(date)));
    std::vector<partnership> out;
    out.reserve(kept);
    checkpoint check{run, "describing pairs", kept};
    for (auto const& each : found) {
        out.push_back(described(in, each.first, each.second));
        check.advance();
    }
    check.finish();
    return out;
}

std::vector<partnership_year> partnerships_by_year(network const& n, co_investment_scope scope,
                                                   run_options const& run)
{
    auto const in = dated(n, std::move(scope));
    auto const span = span_of(in.dates);
    if (!span) {
        return {};
    }
    detail::refuse_early(in.all, {}, run);
    year_counter years{*span};
    std::vector<date> dates;
    for_each_pair(in.all, 1.0, run, [&](std::uint32_t a, std::uint32_t b, std::uint64_t) {
        dates.clear();
        for (auto const g : groups_shared_by(in.all, a, b)) {
            dates.push_back(in.dates[g]);
        }
        years.add(dates);
    });
    return years.take();
}

} // namespace capgraph::inline v0
