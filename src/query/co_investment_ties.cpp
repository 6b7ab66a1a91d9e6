// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_ties.hpp>

#include "pair_weights.hpp"

#include "../run/paced_advance.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

void check_member(co_investment_groups const& all, std::uint32_t member)
{
    if (member >= all.members().size()) {
        throw std::out_of_range{"capgraph::co_investment_groups: member " + std::to_string(member)
                                + " of " + std::to_string(all.members().size())};
    }
}

/// What one member shares with each other.
struct shared_sums {
    std::vector<std::uint64_t> shared;
    std::vector<double> sum;
    std::vector<bool> is_tied; ///< In a group that is no hub.
    std::vector<std::uint32_t> met;
};

shared_sums sums_of(co_investment_groups const& all, std::uint32_t member,
                    detail::pair_weights const& weights, std::size_t hub_cap,
                    run_options const& run)
{
    auto const count = all.members().size();
    shared_sums out{std::vector<std::uint64_t>(count),
                    std::vector<double>(count),
                    std::vector<bool>(count),
                    {}};
    auto const mine = all.memberships().row(member);
    checkpoint check{run, "co-investors", mine.size()};
    paced_poll poll{check};
    for (auto const group : mine) {
        auto const row = all.groups().row(group);
        for (auto const other : row) {
            poll.step();
            if (other == member) {
                continue;
            }
            if (out.shared[other]++ == 0) {
                out.met.push_back(other);
            }
            out.sum[other] += weights.of_group(group);
            out.is_tied[other] = out.is_tied[other] || row.size() <= hub_cap;
        }
        check.advance();
    }
    check.finish();
    return out;
}

} // namespace

std::vector<co_investment_tie> co_investment_ties_of(co_investment_groups const& all,
                                                     std::uint32_t member,
                                                     co_investment_options const& options,
                                                     run_options const& run)
{
    check_member(all, member);
    if (std::isnan(options.min_weight)) {
        throw std::invalid_argument{"capgraph::co_investment_ties_of: min_weight is no number"};
    }
    detail::pair_weights const weights{all, options.weight};
    auto const sums = sums_of(all, member, weights, options.hub_cap, run);
    std::vector<co_investment_tie> out;
    for (auto const other : sums.met) {
        auto const weight = weights.finished(sums.sum[other], member, other);
        if (sums.is_tied[other] && weight >= options.min_weight) {
            out.push_back({other, sums.shared[other], weight});
        }
    }
    checkpoint check{run, "ranking co-investors", detail::steps_of_sort(out.size())};
    detail::paced_advance work{check};
    auto const is_before = [&](co_investment_tie const& a, co_investment_tie const& b) {
        work.step();
        return a.weight != b.weight ? a.weight > b.weight : a.other < b.other;
    };
    auto const kept = std::min(options.top_k, out.size());
    std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(kept), out.end(),
                      is_before);
    out.resize(kept);
    check.finish();
    return out;
}

std::vector<std::uint32_t> groups_shared_by(co_investment_groups const& all, std::uint32_t member,
                                            std::uint32_t other)
{
    check_member(all, member);
    check_member(all, other);
    auto const a = all.memberships().row(member);
    auto const b = all.memberships().row(other);
    std::vector<std::uint32_t> out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

} // namespace capgraph::inline v0
