// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/network_statistics.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <numeric>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using by_status = std::array<std::size_t, 6>;

} // namespace

TEST_CASE("network_statistics_of: nothing counts nothing", "[query][statistics]")
{
    ledger const book;
    CHECK(network_statistics_of(network_of(book)) == network_statistics{});
}

TEST_CASE("network_statistics_of: counts what the network holds", "[query][statistics]")
{
    // Four investors (one in talks only), three companies, three rounds; 9 participations.
    auto const book = syndicates_ledger();
    auto const s = network_statistics_of(network_of(book));
    CHECK(s.statements == 19);
    CHECK(s.entities == 7);
    CHECK(s.investors == 3);
    CHECK(s.companies == 3);
    CHECK(s.rounds == 3);
    CHECK(s.participations == 8);
    CHECK(s.ties == 6);
    CHECK(s.holdings == 0);
    CHECK(s.by_status == by_status{0, 0, 1, 0, 8, 0});
    CHECK(s.without_status == 0);
    CHECK(s.density == Approx(6.0 / 9.0));
    CHECK(s.components == 1);
    CHECK(s.largest_component == 6);
}

TEST_CASE("network_statistics_of: participations by status whatever min_status says",
          "[query][statistics]")
{
    auto const book = deepseek_ledger();
    auto const closed = network_statistics_of(network_of(book));
    auto const rumored = network_statistics_of(network_of(book, deal_status::rumored));
    CHECK(closed.by_status == by_status{0, 1, 7, 0, 0, 0});
    CHECK(closed.by_status == rumored.by_status);
    CHECK(closed.participations == 0);
    CHECK(rumored.participations == 8);
    CHECK(closed.rounds == 0);
    CHECK(rumored.rounds == 2);
}

TEST_CASE("network_statistics_of: what has no status is counted apart", "[query][statistics]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "bob", "alpha"});
    to.add(participation{.company = to.entity("alpha"), .investor = to.entity("ann")});
    to.add(participation{.company = to.entity("alpha"),
                         .investor = to.entity("bob"),
                         .status = deal_status::withdrawn});
    to.commit();
    auto const s = network_statistics_of(network_of(book));
    CHECK(s.without_status == 1);
    CHECK(s.by_status == by_status{0, 0, 0, 0, 0, 1});
    CHECK(s.participations == 0);
}

TEST_CASE("network_statistics_of: an earlier backing is a tie and no participation",
          "[query][statistics]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "alpha"});
    to.add(
        funding_round{.slug = "r", .company = to.entity("alpha"), .status = deal_status::in_talks});
    to.add(participation{
        .round = to.round("r"), .investor = to.entity("ann"), .existing_backer = true});
    to.commit();
    auto const s = network_statistics_of(network_of(book));
    CHECK(s.participations == 0);
    CHECK(s.ties == 1);
    CHECK(s.investors == 1);
    CHECK(s.rounds == 0);
}

TEST_CASE("network_statistics_of: several rounds are one tie", "[query][statistics]")
{
    auto const s =
        network_statistics_of(network_of(attendance_ledger({"xxx", "x.."}, columns::rounds)));
    CHECK(s.participations == 4);
    CHECK(s.ties == 2);
    CHECK(s.density == 1.0);
}

TEST_CASE("network_statistics_of: components of the two-mode graph", "[query][statistics]")
{
    // {0, 1 | 0}, {2 | 1, 2}: two components of three vertices each.
    auto const s = network_statistics_of(network_of(attendance_ledger({"x..", "x..", ".xx"})));
    CHECK(s.components == 2);
    CHECK(s.largest_component == 3);
    CHECK(s.density == Approx(4.0 / 9.0));
}

TEST_CASE("network_statistics_of: entities that are the same are one", "[query][statistics][join]")
{
    auto book = attendance_ledger({"x", "x"});
    ledger_builder to{book};
    to.add(same_as{std::vector{to.entity("investor-000"), to.entity("investor-001")}});
    to.commit();
    auto const s = network_statistics_of(network_of(book));
    CHECK(s.entities == 2);
    CHECK(s.investors == 1);
    CHECK(s.participations == 2);
    CHECK(s.ties == 1);
}

TEST_CASE("network_statistics_of: holdings are those that are edges", "[query][statistics]")
{
    CHECK(network_statistics_of(network_of(pyramid_ledger())).holdings == 5);
}

TEST_CASE("network_statistics_of: a statement that is taken back leaves all counts as they were",
          "[query][statistics]")
{
    auto book = syndicates_ledger();
    auto const before = network_statistics_of(network_of(book));
    ledger_builder to{book};
    to.add(same_as{std::vector{network_of(book).investors()[0], network_of(book).investors()[1]}},
           {.statement = "join"});
    to.commit();
    auto const joined = network_statistics_of(network_of(book));
    CHECK(joined.statements == before.statements + 1);
    CHECK(joined.investors == before.investors - 1);

    ledger_builder undo{book};
    undo.add(retraction{"join"});
    undo.commit();
    CHECK(network_statistics_of(network_of(book)) == before);
}
