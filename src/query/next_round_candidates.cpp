// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/next_round_candidates.hpp>

#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_ties.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// Who backs the company in this scope, ascending.
std::vector<std::uint32_t> backers_of(co_investment_groups const& all, entity_id company)
{
    std::vector<std::uint32_t> out;
    for (std::size_t g = 0; g < all.num_groups(); ++g) {
        if (all.entity_of(g) == company) {
            auto const row = all.groups().row(g);
            out.insert(out.end(), row.begin(), row.end());
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
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
    auto const backers = backers_of(all, n.companies()[*place]);
    std::map<std::uint32_t, round_candidate> found; // by slug
    for (auto const backer : backers) {
        for (auto const& tie : co_investment_ties_of(
                 all, backer, {.weight = co_investment_weight::adamic_adar}, run)) {
            if (!std::binary_search(backers.begin(), backers.end(), tie.other)) {
                auto& to = found[tie.other];
                to.investor = all.members()[tie.other];
                to.score += tie.weight;
                to.through.push_back(all.members()[backer]);
            }
        }
    }
    std::vector<round_candidate> out;
    out.reserve(found.size());
    for (auto& [member, candidate] : found) {
        out.push_back(std::move(candidate));
    }
    std::stable_sort(
        out.begin(), out.end(),
        [](round_candidate const& a, round_candidate const& b) { return a.score > b.score; });
    out.resize(std::min(top_k, out.size()));
    return out;
}

} // namespace capgraph::inline v0
