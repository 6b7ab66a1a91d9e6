// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/narrowing.hpp>

#include "capital_ratio.hpp"
#include "counted_rounds.hpp"
#include "read_all.hpp"
#include "state_look_through.hpp"

#include "../run/without_progress.hpp"

#include <capgraph/algorithm/stake_neighbourhood.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::capital_region;
using detail::round_money;
using detail::syndicate;

double width_of(std::span<round_money const> sums, bool external_only)
{
    std::vector<capital_region> regions;
    for (auto const& sum : sums) {
        regions.push_back(detail::capital_region_of(sum, external_only));
    }
    auto const ends = detail::capital_ratio(regions);
    return ends.upper->fraction() - ends.lower.fraction();
}

/// The sums of some cheques at the least and at the most, in minor units.
struct sum_ends {
    double lower = 0.0;
    double upper = 0.0;
};

sum_ends ends_of(interval<money> const& sum)
{
    return {static_cast<double>(sum.lower.minor_units()),
            sum.upper ? static_cast<double>(sum.upper->minor_units())
                      : std::numeric_limits<double>::infinity()};
}

/// What cheque `i` can be, given the other cheques, what is said of the external part and the
/// total; as it is told where these contradict it.
interval<money> room_of(round_money const& sum, std::size_t i)
{
    auto const region = detail::capital_region_of(sum, false);
    auto const& cheque = region.cheques[i];
    sum_ends others;
    for (std::size_t k = 0; k < region.cheques.size(); ++k) {
        if (k != i && region.cheques[k].is_internal == cheque.is_internal) {
            auto const ends = ends_of(region.cheques[k].paid);
            others = {others.lower + ends.lower, others.upper + ends.upper};
        }
    }
    if (region.others_pay && !cheque.is_internal) {
        others.upper = std::numeric_limits<double>::infinity();
    }
    auto const own = ends_of(cheque.is_internal ? region.internal : region.external);
    auto const beside = ends_of(cheque.is_internal ? region.external : region.internal);
    auto const total = ends_of(region.total);
    auto const said = ends_of(cheque.paid);
    auto const lower =
        std::max({said.lower, own.lower - others.upper, total.lower - beside.upper - others.upper});
    auto const upper =
        std::min({said.upper, own.upper - others.lower, total.upper - beside.lower - others.lower});
    if (!(lower <= upper)) {
        return cheque.paid;
    }
    auto const units = [&](double x) { return money{static_cast<std::int64_t>(x), sum.unit}; };
    interval<money> out{units(lower), std::nullopt, cheque.paid.hedged};
    if (upper < std::numeric_limits<double>::infinity()) {
        out.upper = units(upper);
    }
    return out;
}

class figure_finder {
public:
    figure_finder(network const& n, std::vector<syndicate> rounds, narrowing_options const& options,
                  run_options const& run)
        : n_{&n}, rounds_{std::move(rounds)}, options_{&options}, run_{&run},
          parts_{n, options.backing, run},
          sums_{detail::read_all(n, rounds_, parts_, options.backing).sums},
          external_only_{options.backing.denominator == backing_denominator::external}
    {
        if (options.backing.denominator == backing_denominator::post_money) {
            throw error{error_code::bad_value, "a part of the post-money worth",
                        "a part of the money: total or external"};
        }
        out_.width = width_of(sums_, external_only_);
    }

    narrowing_list operator()()
    {
        for (std::size_t r = 0; r < rounds_.size(); ++r) {
            try_total(r);
            for (std::size_t i = 0; i < sums_[r].cheques.size(); ++i) {
                try_cheque(r, i);
            }
        }
        if (parts_.measure() == state_measure::look_through) {
            try_stakes();
        }
        std::stable_sort(
            out_.figures.begin(), out_.figures.end(), [](narrowing const& a, narrowing const& b) {
                auto const key = [](narrowing const& x) {
                    return std::pair{x.width_left(), std::min(x.width_if_least, x.width_if_most)};
                };
                return key(a) < key(b);
            });
        return std::move(out_);
    }

private:
    void keep(narrowing found)
    {
        constexpr auto rounding = 1e-12;
        if (std::min(found.width_if_least, found.width_if_most) < out_.width - rounding) {
            out_.figures.push_back(std::move(found));
        }
    }

    /// The width if `sum`, a part of `sums_`, were the one or the other end of `range`.
    std::pair<double, double> widths(interval<money>& sum, interval<money> range)
    {
        auto const kept = sum;
        sum = {range.lower, range.lower};
        auto const least = width_of(sums_, external_only_);
        auto most = out_.width;
        if (range.upper) {
            sum = {*range.upper, *range.upper};
            most = width_of(sums_, external_only_);
        }
        sum = kept;
        return {least, most};
    }

    void try_total(std::size_t r)
    {
        auto& total = sums_[r].total;
        if (total.upper != total.lower) {
            narrowing found{unknown_figure::total, rounds_[r].round};
            found.sum =
                detail::capital_region_of(sums_[r], false).total; // no less than the cheques
            std::tie(found.width_if_least, found.width_if_most) = widths(total, *found.sum);
            keep(std::move(found));
        }
    }

    void try_cheque(std::size_t r, std::size_t i)
    {
        auto& paid = sums_[r].cheques[i].paid;
        if (paid.upper != paid.lower) {
            narrowing found{unknown_figure::cheque, rounds_[r].round,
                            rounds_[r].members[i].investor};
            found.sum = room_of(sums_[r], i);
            std::tie(found.width_if_least, found.width_if_most) = widths(paid, *found.sum);
            keep(std::move(found));
        }
    }

    /// The stakes above the investors that are not known exactly, the nearest first.
    std::vector<bounded_stake> open_stakes(ownership_network const& owners)
    {
        auto const& w = owners.capital();
        std::vector<bounded_stake> found;
        std::vector<bool> is_seen(w.num_vertices());
        std::vector<std::uint32_t> queue;
        auto const reach = [&](std::uint32_t v) {
            if (!is_seen[v]) {
                is_seen[v] = true;
                queue.push_back(v);
            }
        };
        for (auto const& s : rounds_) {
            for (auto const& m : s.members) {
                if (auto const v = n_->find_entity(m.investor)) {
                    reach(*v);
                }
            }
        }
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (auto const& e : w.owners_of(queue[i])) {
                auto const most = w.most_of(queue[i], e.vertex);
                if (most > e.lower) {
                    found.push_back({e.vertex, queue[i], e.lower, most});
                }
                reach(e.vertex);
            }
        }
        return found;
    }

    void try_stakes()
    {
        auto const& owners = parts_.all()->owners();
        auto const tied = detail::tied_in(owners, {parts_.scope().country, parts_.scope().level});
        auto stakes = open_stakes(owners);
        if (stakes.size() > options_->most_stakes) {
            out_.is_cut = true;
            stakes.resize(options_->most_stakes);
        }
        checkpoint check{*run_, "narrowing", stakes.size()};
        for (auto const& s : stakes) {
            narrowing found{unknown_figure::stake, std::nullopt, owners.entity_at(s.owner),
                            owners.entity_at(s.owned)};
            found.part = part_bounds{s.lower, s.upper};
            found.width_if_least = width_with(owners, tied, {s.owner, s.owned, s.lower, s.lower});
            found.width_if_most = width_with(owners, tied, {s.owner, s.owned, s.upper, s.upper});
            keep(std::move(found));
            check.advance();
        }
        check.finish();
    }

    /// The width, were one stake `known`.
    double width_with(ownership_network const& owners, detail::tied_vertices const& tied,
                      bounded_stake const& known)
    {
        auto const& w = owners.capital();
        stake_matrix const changed{w.num_vertices(),
                                   [&](stake_matrix::sink const& hear) {
                                       w.tell([&](bounded_stake const& s) {
                                           auto const is_it =
                                               s.owner == known.owner && s.owned == known.owned;
                                           hear(is_it ? known : s);
                                       });
                                   },
                                   {w.rounding()}};
        auto const parts = detail::state_look_through(owners, changed, tied, parts_.scope().unknown,
                                                      detail::without_progress(*run_));
        auto sums = sums_;
        for (std::size_t r = 0; r < rounds_.size(); ++r) {
            for (std::size_t i = 0; i < sums[r].cheques.size(); ++i) {
                if (auto const v = n_->find_entity(rounds_[r].members[i].investor)) {
                    sums[r].cheques[i].state = {parts.lower(*v), parts.upper(*v)};
                }
            }
        }
        return width_of(sums, external_only_);
    }

    network const* n_;
    std::vector<syndicate> rounds_;
    narrowing_options const* options_;
    run_options const* run_;
    detail::part_reader parts_;
    std::vector<round_money> sums_;
    bool external_only_;
    narrowing_list out_;
};

} // namespace

narrowing_list narrowing_of(network const& n, record_id round, narrowing_options const& options,
                            run_options const& run)
{
    detail::require_counted(n, round);
    return figure_finder{n, {{round, detail::members_of(n, round)}}, options, run}();
}

narrowing_list narrowing_of(network const& n, entity_id company, narrowing_options const& options,
                            run_options const& run)
{
    detail::require_backed(n, company);
    return figure_finder{n, detail::rounds_of(n, std::span{&company, 1}), options, run}();
}

} // namespace capgraph::inline v0
