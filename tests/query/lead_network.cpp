// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/lead_network.hpp>

#include <capgraph/graph/concepts.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <string>
#include <utility>

using namespace capgraph;
using namespace capgraph::test;

namespace {

static_assert(indexed_graph<lead_network>);

struct told_deal {
    std::string round;
    std::string investor;
    participation_role role = participation_role::unknown;
};

constexpr auto lead = participation_role::lead;
constexpr auto follower = participation_role::participant;

ledger deals_ledger(std::vector<told_deal> const& deals)
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "alpha");
    for (auto const& d : deals) {
        add_entity(to, d.investor);
        to.add(funding_round{
            .slug = d.round, .company = to.entity("alpha"), .status = deal_status::closed});
        to.add(participation{
            .round = to.round(d.round), .investor = to.entity(d.investor), .role = d.role});
    }
    to.commit();
    return book;
}

/// `lead > other weight`, by slugs.
names edges_of(std::vector<told_deal> const& deals)
{
    auto const book = deals_ledger(deals);
    auto const n = network_of(book);
    auto const g = project_leads(n);
    CHECK(num_vertices(g) == n.investors().size());
    names out;
    auto const [first, last] = edges(g);
    std::for_each(first, last, [&](auto const& e) {
        auto const name = [&](std::uint32_t v) {
            return std::string{n.facts().slug_of(g.investors()[v])};
        };
        out.push_back(name(source(e, g)) + " > " + name(target(e, g)) + ' '
                      + std::to_string(static_cast<int>(g.weight(e))));
    });
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_CASE("project_leads: who leads points at who follows", "[query][co_investment]")
{
    CHECK(edges_of({}).empty());
    CHECK(edges_of({{"r-1", "ann", lead}}).empty());
    CHECK(edges_of({{"r-1", "ann", lead}, {"r-1", "bob", follower}}) == names{"ann > bob 1"});
    CHECK(edges_of({{"r-1", "ann", lead}, {"r-1", "bob"}}) == names{"ann > bob 1"});
    CHECK(edges_of({{"r-1", "ann", follower}, {"r-1", "bob"}}).empty());
}

TEST_CASE("project_leads: rounds add up, either way round", "[query][co_investment]")
{
    CHECK(edges_of({{"r-1", "ann", lead},
                    {"r-1", "bob", follower},
                    {"r-1", "cat", follower},
                    {"r-2", "ann", lead},
                    {"r-2", "bob", follower},
                    {"r-3", "bob", lead},
                    {"r-3", "ann", follower}})
          == names{"ann > bob 2", "ann > cat 1", "bob > ann 1"});
}

TEST_CASE("project_leads: who leads together follows nobody there", "[query][co_investment]")
{
    CHECK(edges_of({{"r-1", "ann", lead}, {"r-1", "bob", lead}, {"r-1", "cat", follower}})
          == names{"ann > cat 1", "bob > cat 1"});
}

TEST_CASE("project_leads: refuses what the budget does not allow", "[query][co_investment]")
{
    auto const book = deals_ledger({{"r-1", "ann", lead}, {"r-1", "bob", follower}});
    auto const n = network_of(book);
    CHECK_THROWS_AS(project_leads(n, {}, {.memory_budget = 47}), error);
    CHECK_NOTHROW(project_leads(n, {}, {.memory_budget = 48}));
}
