// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/recurring_syndicates.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// `investors x times: companies / rounds`.
names told(network const& n, recurring_syndicates const& found)
{
    names out;
    for (auto const& s : found.syndicates) {
        std::string line;
        for (auto const& slug : slugs(n, s.investors)) {
            line += slug + ' ';
        }
        line += "x " + std::to_string(s.times) + ':';
        for (auto const& slug : slugs(n, s.companies)) {
            line += ' ' + slug;
        }
        line += " /";
        for (auto const& slug : slugs(n, s.rounds)) {
            line += ' ' + slug;
        }
        out.push_back(line);
    }
    return out;
}

} // namespace

TEST_CASE("find_recurring_syndicates: who sits together again and again", "[query][co_investment]")
{
    // ann and bob sit in a-1 and a-2 of alpha, bob and cat in a-1 and in b-1 of beta.
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    CHECK(told(n, find_recurring_syndicates(n))
          == names{"ann bob x 2: alpha / a-1 a-2", "bob cat x 2: alpha beta / a-1 b-1"});
    CHECK(told(n, find_recurring_syndicates(n, {}, {.min_times = 2}))
          == names{"bob cat x 2: alpha beta /"});
    CHECK(find_recurring_syndicates(n, {}, {.min_times = 3}).syndicates.empty());
}

TEST_CASE("find_recurring_syndicates: says when there are more", "[query][co_investment]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    co_investment_scope const by_round{.unit = co_investment_unit::same_round};
    auto const one = find_recurring_syndicates(n, by_round, {.at_most = 1});
    CHECK(one.is_cut);
    CHECK(one.syndicates.size() == 1);
    CHECK_FALSE(find_recurring_syndicates(n, by_round, {.at_most = 2}).is_cut);
}
