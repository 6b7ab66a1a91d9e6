// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/narrowing.hpp>

#include "capital_ratio.hpp"
#include "counted_rounds.hpp"
#include "read_all.hpp"
#include "round_room.hpp"
#include "state_look_through.hpp"

#include "../run/without_progress.hpp"

#include <capgraph/algorithm/stake_neighbourhood.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::capital_region;
using detail::ends_of;
using detail::round_money;
using detail::round_room;
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

/// A sum that is not known exactly: the total of a round, or a cheque in it.
struct open_sum {
    std::size_t round = 0;
    std::optional<std::size_t> cheque{}; ///< Absent: the total.
    interval<money> range{};

    [[nodiscard]] double size() const
    {
        auto const ends = ends_of(range);
        return ends.upper - ends.lower;
    }
};

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
        try_sums();
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

    interval<money>& at(open_sum const& sum)
    {
        auto& of = sums_[sum.round];
        return sum.cheque ? of.cheques[*sum.cheque].paid : of.total;
    }

    [[nodiscard]] std::vector<open_sum> open_sums()
    {
        std::vector<open_sum> out;
        for (std::size_t r = 0; r < sums_.size(); ++r) {
            round_room const room{sums_[r]};
            auto const add = [&](open_sum sum) {
                if (at(sum).upper != at(sum).lower) {
                    out.push_back(std::move(sum));
                }
            };
            add({r, std::nullopt, room.of_total()});
            for (std::size_t i = 0; i < sums_[r].cheques.size(); ++i) {
                add({r, i, room.of_cheque(i)});
            }
        }
        return out;
    }

    /// Cheques that are known alike leave the same: one of them is tried.
    [[nodiscard]] auto kind_of(open_sum const& sum)
    {
        auto const said = ends_of(at(sum));
        auto const* const cheque = sum.cheque ? &sums_[sum.round].cheques[*sum.cheque] : nullptr;
        auto const state = cheque != nullptr ? cheque->state : part_bounds{};
        return std::tuple{sum.round,   cheque != nullptr, cheque != nullptr && cheque->is_internal,
                          state.lower, state.upper,       said.lower,
                          said.upper};
    }

    /// The largest kinds first, as many as the limit allows.
    void try_sums()
    {
        auto const sums = open_sums();
        std::vector<std::size_t> order(sums.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return sums[a].size() > sums[b].size();
        });
        std::map<decltype(kind_of(sums.front())), std::pair<double, double>> tried;
        checkpoint check{*run_, "narrowing sums", sums.size()};
        for (auto const i : order) {
            auto const kind = kind_of(sums[i]);
            if (tried.contains(kind)) {
                continue;
            }
            if (tried.size() == options_->most_sums) {
                out_.is_cut = true;
                break;
            }
            tried.emplace(kind, widths(at(sums[i]), sums[i].range));
            check.advance();
        }
        check.finish();
        for (auto const& sum : sums) {
            if (auto const left = tried.find(kind_of(sum)); left != tried.end()) {
                keep(sum, left->second);
            }
        }
    }

    void keep(open_sum const& sum, std::pair<double, double> widths)
    {
        narrowing found{unknown_figure::total, rounds_[sum.round].round};
        if (sum.cheque) {
            found.what = unknown_figure::cheque;
            found.investor = rounds_[sum.round].members[*sum.cheque].investor;
        }
        found.sum = sum.range;
        std::tie(found.width_if_least, found.width_if_most) = widths;
        keep(std::move(found));
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
