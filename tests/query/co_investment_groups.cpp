// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_groups.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <stdexcept>
#include <string>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// `group: members`, those without members left out.
names told(network const& n, co_investment_scope const& scope = {})
{
    co_investment_groups const all{n, scope};
    names out;
    for (std::size_t g = 0; g < all.num_groups(); ++g) {
        auto const row = all.groups().row(g);
        if (row.empty()) {
            continue;
        }
        auto const round = all.round_of(g);
        auto line =
            std::string{round ? n.facts().slug_of(*round) : n.facts().slug_of(all.entity_of(g))};
        line += ':';
        for (auto const member : row) {
            line += ' ' + std::string{n.facts().slug_of(all.members()[member])};
        }
        out.push_back(line);
    }
    return out;
}

struct dated_round {
    std::string slug;
    std::string day; ///< Empty: not known.
    round_kind kind = round_kind::primary;
};

/// Each of the rounds of `alpha` has `ann` in it and an investor of its own name; `zoe` backs
/// `alpha` in no known round.
ledger dated_ledger(std::vector<dated_round> const& rounds)
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "alpha");
    add_entity(to, "ann");
    add_entity(to, "zoe");
    for (auto const& r : rounds) {
        add_entity(to, "of-" + r.slug);
        funding_round said{.slug = r.slug,
                           .company = to.entity("alpha"),
                           .kind = r.kind,
                           .status = deal_status::closed};
        if (!r.day.empty()) {
            said.announced = parse_date(r.day);
        }
        to.add(said);
        for (auto const& who : {std::string{"ann"}, "of-" + r.slug}) {
            to.add(participation{.round = to.round(r.slug), .investor = to.entity(who)});
        }
    }
    to.add(participation{.company = to.entity("alpha"),
                         .investor = to.entity("zoe"),
                         .status = deal_status::closed});
    to.commit();
    return book;
}

} // namespace

TEST_CASE("co_investment_groups: of no investors are none", "[query][co_investment]")
{
    co_investment_groups const none;
    CHECK(none.members().empty());
    CHECK(none.num_groups() == 0);
    CHECK(none.groups().size() == 0);
    ledger const book;
    CHECK(co_investment_groups{network_of(book)} == none);
}

TEST_CASE("co_investment_groups: companies, rounds, or investors", "[query][co_investment]")
{
    // ann and bob sit in a-1 and a-2 of alpha, bob and cat in a-1 and in b-1 of beta.
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    CHECK(told(n) == names{"alpha: ann bob cat", "beta: bob cat", "gamma: ann"});
    CHECK(told(n, {.unit = co_investment_unit::same_round})
          == names{"a-1: ann bob cat", "a-2: ann bob", "b-1: bob cat"});
    CHECK(told(n, {.side = co_investment_side::companies})
          == names{"ann: alpha gamma", "bob: alpha beta", "cat: alpha beta"});
}

TEST_CASE("co_investment_groups: memberships are the groups the other way round",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const rows = random_attendance(seed, 12, 9, 30);
        auto const n = network_of(
            attendance_ledger(rows, seed % 2 == 0 ? columns::companies : columns::rounds));
        for (auto const& scope :
             {co_investment_scope{}, co_investment_scope{.unit = co_investment_unit::same_round},
              co_investment_scope{.side = co_investment_side::companies}}) {
            co_investment_groups const all{n, scope};
            std::vector<std::vector<std::uint32_t>> expected(all.members().size());
            for (std::uint32_t g = 0; g < all.num_groups(); ++g) {
                for (auto const member : all.groups().row(g)) {
                    expected[member].push_back(g);
                }
            }
            for (std::size_t v = 0; v < expected.size(); ++v) {
                auto const row = all.memberships().row(v);
                CHECK(std::vector(row.begin(), row.end()) == expected[v]);
            }
        }
    }
}

TEST_CASE("co_investment_groups: companies share no rounds", "[query][co_investment]")
{
    ledger const book;
    CHECK_THROWS_AS((co_investment_groups{network_of(book),
                                          {.unit = co_investment_unit::same_round,
                                           .side = co_investment_side::companies}}),
                    std::invalid_argument);
}

TEST_CASE("co_investment_groups: a period takes deals that certainly lie in it",
          "[query][co_investment]")
{
    auto const book = dated_ledger({{"r-1", "2012-12-31"},
                                    {"r-2", "2013-01-01"},
                                    {"r-3", "2013"},
                                    {"r-4", "2013-12/2014-01"},
                                    {"r-5", ""}});
    auto const n = network_of(book);
    co_investment_scope scope{.unit = co_investment_unit::same_round, .period = parse_date("2013")};
    CHECK(told(n, scope) == names{"r-2: ann of-r-2", "r-3: ann of-r-3"});
    scope.within = certainty::possibly;
    CHECK(told(n, scope)
          == names{"r-2: ann of-r-2", "r-3: ann of-r-3", "r-4: ann of-r-4", "r-5: ann of-r-5"});
    scope.period = parse_date("../2012");
    scope.within = certainty::certainly;
    CHECK(told(n, scope) == names{"r-1: ann of-r-1"});
    scope.period = parse_date("2014/..");
    CHECK(told(n, scope).empty());
}

TEST_CASE("co_investment_groups: a deal of no known round has no date and no kind",
          "[query][co_investment]")
{
    auto const book = dated_ledger({{"r-1", "2013"}, {"r-2", "2013", round_kind::debt}});
    auto const n = network_of(book);
    CHECK(told(n) == names{"alpha: ann of-r-1 of-r-2 zoe"});
    CHECK(told(n, {.period = parse_date("2013")}) == names{"alpha: ann of-r-1 of-r-2"});
    CHECK(told(n, {.period = parse_date("2013"), .within = certainty::possibly})
          == names{"alpha: ann of-r-1 of-r-2 zoe"});
    CHECK(told(n, {.kinds = {round_kind::debt}}) == names{"alpha: ann of-r-2"});
    CHECK(told(n, {.period = parse_date("2013"),
                   .within = certainty::possibly,
                   .kinds = {round_kind::primary}})
          == names{"alpha: ann of-r-1"});
}

TEST_CASE("co_investment_groups: a status leaves out what has not come so far",
          "[query][co_investment]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "bob", "alpha"});
    auto status = deal_status::in_talks;
    for (auto const* const slug : {"ann", "bob"}) {
        to.add(participation{
            .company = to.entity("alpha"), .investor = to.entity(slug), .status = status});
        status = deal_status::closed;
    }
    to.commit();
    auto const n = network_of(book, deal_status::rumored);
    CHECK(told(n) == names{"alpha: ann bob"});
    CHECK(told(n, {.min_status = deal_status::committed}) == names{"alpha: bob"});
}
