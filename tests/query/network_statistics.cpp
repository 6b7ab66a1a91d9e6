// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/network_statistics.hpp>

#include <capgraph/algorithm/articulation_points.hpp>
#include <capgraph/algorithm/assortativity.hpp>
#include <capgraph/algorithm/clustering_coefficient.hpp>
#include <capgraph/algorithm/communities.hpp>
#include <capgraph/algorithm/connected_components.hpp>
#include <capgraph/algorithm/core_numbers.hpp>
#include <capgraph/algorithm/density.hpp>
#include <capgraph/algorithm/two_mode_clustering.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/query/co_investment_network.hpp>

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stop_token>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using by_status = std::array<std::size_t, 6>;

void check_alike(std::optional<double> a, std::optional<double> b)
{
    REQUIRE(a.has_value() == b.has_value());
    if (a) {
        CHECK(*a == Approx(*b).margin(1e-12));
    }
}

} // namespace

TEST_CASE("network_statistics_of: nothing counts nothing", "[query][statistics]")
{
    ledger const book;
    auto const s = network_statistics_of(network_of(book));
    CHECK(s == network_statistics{.co_investment = co_investment_statistics{}});
    CHECK_FALSE(s.two_mode.density); // nothing is absent that could be told, and nothing is NaN
    CHECK_FALSE(s.two_mode.investors.mean);
    CHECK_FALSE(s.two_mode.communities.modularity);
    CHECK(network_statistics_of(network_of(book), {.co_investment = false})
          == network_statistics{});
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
    CHECK(*s.two_mode.density == Approx(6.0 / 9.0));
    CHECK(s.two_mode.components == 1);
    CHECK(s.two_mode.largest_component == 6);
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
    CHECK(s.two_mode.density == 1.0);
}

TEST_CASE("network_statistics_of: components of the two-mode graph", "[query][statistics]")
{
    // {0, 1 | 0}, {2 | 1, 2}: two components of three vertices each.
    auto const s = network_statistics_of(network_of(attendance_ledger({"x..", "x..", ".xx"})));
    CHECK(s.two_mode.components == 2);
    CHECK(s.two_mode.largest_component == 3);
    CHECK(*s.two_mode.density == Approx(4.0 / 9.0));
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

TEST_CASE("network_statistics_of: the two-mode graph of a butterfly and a tail",
          "[query][statistics]")
{
    // Investors 0 and 1 both back companies 0 and 1, investor 2 backs 1 and 2: one butterfly.
    auto const s = network_statistics_of(network_of(attendance_ledger({"xx.", "xx.", ".xx"})));
    auto const& two = s.two_mode;
    CHECK(two.investors == degree_statistics{2.0, 2});
    CHECK(two.companies == degree_statistics{2.0, 3});
    CHECK(two.butterflies == 1);
    // Paths of three: each tie's (d - 1)(d' - 1): 0-0 1, 0-1 2, 1-0 1, 1-1 2, 2-1 2, 2-2 0.
    CHECK(*two.clustering == Approx(4.0 / 8.0));
    CHECK(two.communities.count >= 1);
    CHECK(*two.communities.modularity > 0.0);
}

TEST_CASE("network_statistics_of: the co-investment network of a triangle and a tail",
          "[query][statistics]")
{
    // Company 0 has investors 0, 1, 2; company 1 investors 2, 3; company 2 investor 4 alone.
    auto const s =
        network_statistics_of(network_of(attendance_ledger({"x..", "x..", "xx.", ".x.", "..x"})));
    REQUIRE(s.co_investment);
    auto const& c = *s.co_investment;
    CHECK(c.pairs == 4);
    CHECK(c.tied == 4);
    CHECK(c.degrees == degree_statistics{8.0 / 5.0, 3});
    CHECK(*c.density == Approx(0.4));
    CHECK(c.components == 2);
    CHECK(c.largest_component == 4);
    CHECK(c.triangles == 1);
    CHECK(*c.transitivity == Approx(3.0 / 5.0));
    CHECK(*c.average_clustering == Approx((1.0 + 1.0 + 1.0 / 3.0) / 5.0));
    CHECK(c.max_core == 2);
    CHECK(c.articulation_points == 1);
    CHECK(c.bridges == 1);
    CHECK(c.communities.largest >= 2);
    CHECK_FALSE(c.state_assortativity); // nobody is the state's
}

TEST_CASE("network_statistics_of: says what each of the algorithms says", "[query][statistics]")
{
    auto const seed = GENERATE(range(0U, 6U));
    CAPTURE(seed);
    auto const n = network_of(attendance_ledger(random_attendance(seed, 14, 9, 25)));
    auto const s = network_statistics_of(n, {}, {.seed = 3});
    auto const g = project_co_investment(n);
    REQUIRE(s.co_investment);
    auto const& c = *s.co_investment;
    check_alike(c.transitivity, transitivity(g));
    check_alike(c.average_clustering, average_clustering(g));
    check_alike(c.degree_assortativity, degree_assortativity(g));
    check_alike(c.communities.modularity, communities(g, {}, {.seed = 3}).modularity);
    CHECK(c.density == density(g));
    CHECK(c.articulation_points == articulation_points(g).size());
    CHECK(c.bridges == bridges(g).size());
    CHECK(c.components == connected_components(g).count());
    auto const cores = core_numbers(g);
    CHECK(c.max_core == *std::max_element(cores.begin(), cores.end()));
    auto const side = n.investors().size();
    check_alike(s.two_mode.clustering, robins_alexander_clustering(n.two_mode(), side));
    check_alike(s.two_mode.communities.modularity,
                bipartite_communities(n.two_mode(), side, {}, {.seed = 3}).modularity);
}

TEST_CASE("network_statistics_of: who is the state's and whether it keeps to itself",
          "[query][statistics]")
{
    auto book = attendance_ledger({"x.", "x.", ".x", ".x"});
    ledger_builder to{book};
    for (auto const* const organ : {"investor-000", "investor-001"}) {
        to.add(entity{.slug = organ, .state_link = state_link{.link = state_tie::organ}});
    }
    to.commit();
    // Two of the state's co-invest, and two others: as far apart as can be.
    CHECK(network_statistics_of(network_of(book)).co_investment->state_assortativity == 1.0);
}

TEST_CASE("network_statistics_of: of the co-investment network in its scope alone",
          "[query][statistics]")
{
    auto const n = network_of(attendance_ledger({"xxx", "x..", "..x"}, columns::rounds));
    co_investment_scope const scope{.unit = co_investment_unit::same_round};
    CHECK(network_statistics_of(n).co_investment->pairs == 3);
    auto const s = network_statistics_of(n, {.scope = scope});
    CHECK(s.co_investment->pairs == 2);
    CHECK(s.two_mode == network_statistics_of(n).two_mode);
}

TEST_CASE("network_statistics_of: is cancelled and refused", "[query][statistics]")
{
    auto const n = network_of(attendance_ledger({"xx.", "xx.", ".xx"}));
    std::stop_source stop;
    stop.request_stop();
    CHECK(thrown_code([&] { return network_statistics_of(n, {}, {.stop = stop.get_token()}); })
          == error_code::cancelled);
    CHECK(thrown_code([&] { return network_statistics_of(n, {}, {.memory_budget = 100}); })
          == error_code::over_budget);
}
