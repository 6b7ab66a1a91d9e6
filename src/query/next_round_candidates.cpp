// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/next_round_candidates.hpp>

#include "pair_weights.hpp"

#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// The backers of a company, and in how many of each group they sit.
struct backing {
    std::vector<bool> is_backer;           ///< By member.
    std::vector<std::uint64_t> backers_in; ///< By group.
    std::vector<std::uint32_t> groups;     ///< Those with any, ascending.
};

backing backing_of(co_investment_groups const& all, entity_id company)
{
    backing out{
        std::vector<bool>(all.members().size()), std::vector<std::uint64_t>(all.num_groups()), {}};
    for (std::size_t g = 0; g < all.num_groups(); ++g) {
        if (all.entity_of(g) == company) {
            for (auto const member : all.groups().row(g)) {
                out.is_backer[member] = true;
            }
        }
    }
    for (std::uint32_t v = 0; v < all.members().size(); ++v) {
        if (out.is_backer[v]) {
            for (auto const g : all.memberships().row(v)) {
                ++out.backers_in[g];
            }
        }
    }
    for (std::uint32_t g = 0; g < all.num_groups(); ++g) {
        if (out.backers_in[g] != 0) {
            out.groups.push_back(g);
        }
    }
    return out;
}

/// Of each member that is no backer: the sum over its groups of what each adds, once for each
/// backer in it. That is the sum over the backers of the ties to them.
std::vector<double> scores_of(co_investment_groups const& all, backing const& by,
                              run_options const& run)
{
    detail::pair_weights const weights{all, co_investment_weight::adamic_adar};
    std::vector<double> out(all.members().size());
    checkpoint check{run, "candidates", by.groups.size()};
    paced_poll poll{check};
    for (auto const g : by.groups) {
        auto const added = weights.of_group(g) * static_cast<double>(by.backers_in[g]);
        for (auto const member : all.groups().row(g)) {
            poll.step();
            out[member] += by.is_backer[member] ? 0.0 : added;
        }
        check.advance();
    }
    check.finish();
    return out;
}

/// The backers that share a group with `member`, by slug.
std::vector<entity_id> backers_beside(co_investment_groups const& all, backing const& by,
                                      std::uint32_t member, paced_poll& poll)
{
    std::vector<std::uint32_t> found;
    for (auto const g : all.memberships().row(member)) {
        if (by.backers_in[g] != 0) {
            auto const row = all.groups().row(g);
            std::copy_if(row.begin(), row.end(), std::back_inserter(found),
                         [&](std::uint32_t other) {
                             poll.step();
                             return by.is_backer[other];
                         });
        }
    }
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        poll.step();
        return a < b;
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<entity_id> out;
    out.reserve(found.size());
    for (auto const each : found) {
        out.push_back(all.members()[each]);
    }
    return out;
}

} // namespace

std::vector<round_candidate> next_round_candidates(network const& n, entity_id company,
                                                   co_investment_scope scope, std::size_t top_k,
                                                   run_options const& run)
{
    auto const place = n.find_company(company);
    if (!place) {
        return {};
    }
    scope.side = co_investment_side::investors;
    co_investment_groups const all{n, std::move(scope)};
    auto const by = backing_of(all, n.companies()[*place]);
    auto const scores = scores_of(all, by, run);
    std::vector<std::uint32_t> ranked;
    for (std::uint32_t v = 0; v < scores.size(); ++v) {
        if (scores[v] > 0.0) {
            ranked.push_back(v);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
    ranked.resize(std::min(top_k, ranked.size()));
    std::vector<round_candidate> out;
    out.reserve(ranked.size());
    checkpoint check{run, "naming candidates", ranked.size()};
    paced_poll poll{check};
    for (auto const v : ranked) {
        out.push_back({all.members()[v], scores[v], backers_beside(all, by, v, poll)});
        check.advance();
    }
    check.finish();
    return out;
}

} // namespace capgraph::inline v0
