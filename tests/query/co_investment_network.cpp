// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_network.hpp>

#include <capgraph/graph/boost_graph.hpp>
#include <capgraph/graph/concepts.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/polls.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

static_assert(indexed_graph<co_investment_network>);
static_assert(std::is_base_of_v<undirected_csr_graph, co_investment_network>);

constexpr auto by_round = co_investment_scope{.unit = co_investment_unit::same_round};

struct shared_pair {
    std::uint32_t u;
    std::uint32_t v;
    double shared;
    friend bool operator==(shared_pair const&, shared_pair const&) = default;
};
using shared_pairs = std::vector<shared_pair>;

shared_pairs pairs_of(co_investment_network const& p)
{
    shared_pairs out;
    auto const [first, last] = edges(p);
    std::for_each(first, last, [&](auto const& e) {
        out.push_back({std::min(source(e, p), target(e, p)), std::max(source(e, p), target(e, p)),
                       p.weight(e)});
    });
    return out;
}

co_investment_network projected(attendance const& rows, columns as = columns::companies,
                                co_investment_scope const& scope = {})
{
    return project_co_investment(network_of(attendance_ledger(rows, as)), scope);
}

double total_weight(co_investment_network const& p)
{
    double sum = 0.0;
    for (auto const& pair : pairs_of(p)) {
        sum += pair.shared;
    }
    return sum;
}

error_code code_of_throw(network const& n, run_options const& run)
{
    try {
        (void)project_co_investment(n, {}, {}, run);
    } catch (error const& e) {
        return e.code();
    }
    return error_code::none;
}

} // namespace

TEST_CASE("project_co_investment: of no investors has no vertices", "[query][co_investment]")
{
    ledger const book;
    auto const p = project_co_investment(network_of(book));
    CHECK(num_vertices(p) == 0);
    CHECK(num_edges(p) == 0);
    CHECK(p.members().empty());
    CHECK(p == co_investment_network{});
}

TEST_CASE("project_co_investment: one investor is an isolated vertex", "[query][co_investment]")
{
    auto const p = projected({"xxx"});
    CHECK(num_vertices(p) == 1);
    CHECK(num_edges(p) == 0);
}

TEST_CASE("project_co_investment: two investors of one company share it", "[query][co_investment]")
{
    CHECK(pairs_of(projected({"x", "x"})) == shared_pairs{{0, 1, 1.0}});
    CHECK(pairs_of(projected({"x.", ".x"})).empty());
    CHECK(pairs_of(projected({"xx", "xx"})) == shared_pairs{{0, 1, 2.0}});
}

TEST_CASE("project_co_investment: its vertices are the investors in their order",
          "[query][co_investment]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    auto const p = project_co_investment(n);
    CHECK(std::equal(p.members().begin(), p.members().end(), n.investors().begin(),
                     n.investors().end()));
    CHECK(num_vertices(p) == n.investors().size());
    CHECK(p.scope().unit == co_investment_unit::same_company);
    CHECK(project_co_investment(n, by_round).scope().unit == co_investment_unit::same_round);
}

TEST_CASE("project_co_investment: rounds of one company are one company", "[query][co_investment]")
{
    // ann and bob sit in a-1 and a-2 of alpha, bob and cat in a-1 and in b-1 of beta.
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    CHECK(pairs_of(project_co_investment(n))
          == shared_pairs{{0, 1, 1.0}, {0, 2, 1.0}, {1, 2, 2.0}});
    CHECK(pairs_of(project_co_investment(n, by_round))
          == shared_pairs{{0, 1, 2.0}, {0, 2, 1.0}, {1, 2, 2.0}});
}

TEST_CASE("project_co_investment: of one company but never one round is by company only",
          "[query][co_investment]")
{
    auto const apart = attendance{"x.", ".x"};
    CHECK(pairs_of(projected(apart, columns::rounds)) == shared_pairs{{0, 1, 1.0}});
    CHECK(pairs_of(projected(apart, columns::rounds, by_round)).empty());
}

TEST_CASE("project_co_investment: a backer in no known round shares no round",
          "[query][co_investment]")
{
    auto const rows = attendance{"x", "x"};
    CHECK(pairs_of(projected(rows, columns::companies, by_round)).empty());
}

TEST_CASE("project_co_investment: an earlier backing shares the company and not the round",
          "[query][co_investment]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "bob", "alpha"});
    to.add(
        funding_round{.slug = "r", .company = to.entity("alpha"), .status = deal_status::in_talks});
    for (auto const* const slug : {"ann", "bob"}) {
        to.add(participation{
            .round = to.round("r"), .investor = to.entity(slug), .existing_backer = true});
    }
    to.commit();
    CHECK(pairs_of(project_co_investment(network_of(book))) == shared_pairs{{0, 1, 1.0}});
    CHECK(pairs_of(project_co_investment(network_of(book), by_round)).empty());
    CHECK(pairs_of(project_co_investment(network_of(book, deal_status::in_talks), by_round))
          == shared_pairs{{0, 1, 1.0}});
}

TEST_CASE("project_co_investment: a unit and its parent are no pair", "[query][co_investment]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"group", "unit", "ann", "alpha"});
    to.add(relation{
        .type = relation_type::unit_of, .from = to.entity("unit"), .to = to.entity("group")});
    for (auto const* const slug : {"group", "unit", "ann"}) {
        to.add(participation{.company = to.entity("alpha"),
                             .investor = to.entity(slug),
                             .status = deal_status::closed});
    }
    to.commit();
    CHECK(num_edges(project_co_investment(network_of(book))) == 3);
    auto const rolled = network_of(book, deal_status::closed, {.roll_up = roll_up::parents});
    CHECK(pairs_of(project_co_investment(rolled)) == shared_pairs{{0, 1, 1.0}});
}

TEST_CASE("project_co_investment: all in all is a complete graph", "[query][co_investment]")
{
    // Complete bipartite: n investors in each of m companies make n(n - 1)/2 pairs of weight m.
    auto const n = GENERATE(std::size_t{2}, std::size_t{3}, std::size_t{7});
    auto const m = GENERATE(std::size_t{1}, std::size_t{4});
    auto const p = projected(attendance(n, std::string(m, 'x')));
    CHECK(num_edges(p) == n * (n - 1) / 2);
    for (auto const& pair : pairs_of(p)) {
        CHECK(pair.shared == static_cast<double>(m));
    }
}

TEST_CASE("project_co_investment: a star has one pair for each leaf", "[query][co_investment]")
{
    // The first investor is in every company, each other in one of its own.
    std::size_t const leaves = 6;
    attendance rows{std::string(leaves, 'x')};
    for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
        rows.emplace_back(leaves, '.');
        rows.back()[leaf] = 'x';
    }
    shared_pairs expected;
    for (std::uint32_t leaf = 1; leaf <= leaves; ++leaf) {
        expected.push_back({0, leaf, 1.0});
    }
    CHECK(pairs_of(projected(rows)) == expected);
}

TEST_CASE("project_co_investment: a path of investors and companies is a path",
          "[query][co_investment]")
{
    CHECK(pairs_of(projected({"x..", "xx.", ".xx", "..x"}))
          == shared_pairs{{0, 1, 1.0}, {1, 2, 1.0}, {2, 3, 1.0}});
}

TEST_CASE("project_co_investment: Opsahl's two-mode example", "[query][co_investment][published]")
{
    // Six investors A to F in six companies, drawn by Opsahl, "Projecting two-mode networks onto
    // weighted one-mode networks" (2009); NetworkX tests its projections against it.
    auto const rows = attendance{
        "xx....", // A
        "xxxxx.", // B
        "x.....", // C
        "..x...", // D
        "...xxx", // E
        ".....x", // F
    };
    auto const expected =
        shared_pairs{{0, 1, 2.0}, {0, 2, 1.0}, {1, 2, 1.0}, {1, 3, 1.0}, {1, 4, 2.0}, {4, 5, 1.0}};
    CHECK(pairs_of(projected(rows)) == expected);
    CHECK(pairs_of(projected(rows, columns::rounds, by_round)) == expected);
}

TEST_CASE("project_co_investment: Newman's example of four authors and more",
          "[query][co_investment][published]")
{
    // Newman, "Scientific collaboration networks. II" (2001), figure 6: authors A to E of three
    // papers, by the number of papers in common.
    auto const rows = attendance{
        "xxx", // A
        "xxx", // B
        "x..", // C
        "x..", // D
        "..x", // E
    };
    CHECK(pairs_of(projected(rows))
          == shared_pairs{{0, 1, 3.0},
                          {0, 2, 1.0},
                          {0, 3, 1.0},
                          {0, 4, 1.0},
                          {1, 2, 1.0},
                          {1, 3, 1.0},
                          {1, 4, 1.0},
                          {2, 3, 1.0}});
}

TEST_CASE("project_co_investment: two overlapping rounds of igraph's tests",
          "[query][co_investment][published]")
{
    // igraph's test of bipartite projection: eight investors, two rounds with 0 and 4 in common;
    // 19 edges, of which only (0, 4) is double.
    auto const p =
        projected({"xx", "x.", "x.", "x.", "xx", ".x", ".x", ".x"}, columns::rounds, by_round);
    CHECK(num_edges(p) == 19);
    for (auto const& [u, v, shared] : pairs_of(p)) {
        CAPTURE(u, v);
        CHECK(shared == (u == 0 && v == 4 ? 2.0 : 1.0));
    }
}

TEST_CASE("project_co_investment: the Southern Women of Davis", "[query][co_investment][published]")
{
    // Davis, Gardner and Gardner, "Deep South" (1941): 18 women at 14 events. The 139 pairs and
    // their 322 common attendances as NetworkX has them too.
    auto const women = attendance{
        "xxxxxx.xx.....", // Evelyn
        "xxx.xxxx......", // Laura
        ".xxxxxxxx.....", // Theresa
        "x.xxxxxx......", // Brenda
        "..xxx.x.......", // Charlotte
        "..x.xx.x......", // Frances
        "....xxxx......", // Eleanor
        ".....x.xx.....", // Pearl
        "....x.xxx.....", // Ruth
        "......xxx..x..", // Verne
        ".......xxx.x..", // Myra
        ".......xxx.xxx", // Katherina
        "......xxxx.xxx", // Sylvia
        ".....xx.xxxxxx", // Nora
        "......xx.xxx..", // Helen
        ".......xx.....", // Dorothy
        "........x.x...", // Olivia
        "........x.x...", // Flora
    };
    auto const p = projected(women);
    CHECK(num_edges(p) == 139);
    CHECK(total_weight(p) == 322.0);
    auto const newman = project_co_investment(network_of(attendance_ledger(women)), {},
                                              {.weight = co_investment_weight::newman});
    CHECK(total_weight(newman) == Approx(44.5)); // half the sum of 89 attendances
    auto const shared = [&](std::uint32_t u, std::uint32_t v) {
        auto const [e, found] = edge(u, v, p);
        return found ? p.weight(e) : 0.0;
    };
    CHECK(shared(0, 1) == 6.0);
    CHECK(shared(0, 2) == 7.0);
    CHECK(shared(0, 4) == 3.0);
    CHECK(shared(4, 16) == 0.0); // Charlotte and Olivia never met
    // Row sums as NetworkX has them: Evelyn, Laura, Theresa, Brenda.
    std::array<double, 4> strength{};
    for (auto const& [u, v, count] : pairs_of(p)) {
        for (auto const end : {u, v}) {
            if (end < strength.size()) {
                strength[end] += count;
            }
        }
    }
    CHECK(strength == std::array{50.0, 45.0, 57.0, 46.0});
}

TEST_CASE("project_co_investment: the six pairs of one round", "[query][co_investment]")
{
    auto const p = project_co_investment(network_of(zhipu_ledger()));
    CHECK(num_vertices(p) == 4);
    CHECK(num_edges(p) == 6);
    CHECK(total_weight(p) == 6.0);
}

TEST_CASE("project_co_investment: refuses what the budget does not allow", "[query][co_investment]")
{
    auto const book = attendance_ledger(attendance(10, "x"));
    auto const n = network_of(book);
    // 564 for the indices, and 45 pairs of 24: 1644.
    CHECK(code_of_throw(n, {.memory_budget = 563}) == error_code::over_budget);
    CHECK(code_of_throw(n, {.memory_budget = 1643}) == error_code::over_budget);
    CHECK(code_of_throw(n, {.memory_budget = 1644}) == error_code::none);
}

TEST_CASE("project_co_investment: the budget counts pairs of all groups", "[query][co_investment]")
{
    // Two groups of five: 2 * 10 pairs; the largest group alone would fit.
    auto const book =
        attendance_ledger({"x.", "x.", "x.", "x.", "x.", ".x", ".x", ".x", ".x", ".x"});
    auto const n = network_of(book);
    CHECK(code_of_throw(n, {.memory_budget = 1047}) == error_code::over_budget);
    CHECK(code_of_throw(n, {.memory_budget = 1048}) == error_code::none);
}

TEST_CASE("project_co_investment: stops when asked to", "[query][co_investment]")
{
    auto const book = attendance_ledger({"x", "x"});
    auto const n = network_of(book);
    std::stop_source stop;
    stop.request_stop();
    CHECK(code_of_throw(n, {.stop = stop.get_token()}) == error_code::cancelled);
}

TEST_CASE("project_co_investment: looks up whether to go on between its units of work",
          "[query][co_investment]")
{
    auto const book = attendance_ledger(attendance(150, "xx")); // 11175 pairs
    auto const n = network_of(book);
    auto const ask = [&](run_options const& run) {
        return project_co_investment(
            n, {}, {.weight = co_investment_weight::jaccard, .min_weight = 0.5, .top_k = 50}, run);
    };
    auto const polls = polls_of(ask);
    CHECK(polls.at("weighing pairs") >= 22350 / 4096);
    CHECK(polls.at("leaving out pairs") >= 22350 * 6 / 4096);
    CHECK(polls.at("checking rows") >= 150);
    for (auto const* const phase : {"weighing pairs", "leaving out pairs", "checking rows"}) {
        check_stops_within(phase, ask);
    }
}

TEST_CASE("project_co_investment: progress of each phase rises to one", "[query][co_investment]")
{
    auto const book = attendance_ledger(random_attendance(1, 50, 20, 30));
    auto const n = network_of(book);
    std::vector<std::string> phases;
    double last = 1.0;
    run_options run;
    run.progress = [&](progress_report r) {
        if (phases.empty() || phases.back() != r.phase) {
            CHECK(last == 1.0);
            phases.emplace_back(r.phase);
            last = 0.0;
        }
        CHECK(r.fraction >= last);
        last = r.fraction;
    };
    (void)project_co_investment(n, {}, {}, run);
    CHECK(last == 1.0);
    CHECK(phases == std::vector<std::string>{"projection", "checking rows"});
}

TEST_CASE("co_investment_network: Boost.Graph runs on it without copying", "[query][boost]")
{
    // A clique of three, a pair and a lone investor.
    auto const p = projected({"xx...", "x.x..", ".xx..", "...x.", "...x.", "....x"});
    std::vector<int> component(num_vertices(p));
    auto const index = get(boost::vertex_index, p);
    CHECK(
        boost::connected_components(p, boost::make_iterator_property_map(component.begin(), index))
        == 3);
    CHECK(component == std::vector<int>{0, 0, 0, 1, 1, 2});

    std::vector<std::uint64_t> core(num_vertices(p));
    boost::core_numbers(p, boost::make_iterator_property_map(core.begin(), index));
    CHECK(core == std::vector<std::uint64_t>{2, 2, 2, 1, 1, 0});

    std::vector<double> distance(num_vertices(p));
    boost::dijkstra_shortest_paths(
        p, 0U,
        boost::distance_map(boost::make_iterator_property_map(distance.begin(), index))
            .weight_map(get(boost::edge_weight, p)));
    CHECK(distance[1] == 1.0);
    CHECK(distance[2] == 1.0);

    std::vector<co_investment_network::edge_descriptor> tree;
    boost::kruskal_minimum_spanning_tree(p, std::back_inserter(tree));
    CHECK(tree.size() == 3);
}

TEST_CASE("co_investment_network: equal when investors and edges and unit are", "[query][regular]")
{
    auto const book = attendance_ledger({"xx", "x.", ".x"}, columns::rounds);
    auto const n = network_of(book);
    auto const p = project_co_investment(n);
    CHECK(p == project_co_investment(n));
    CHECK_FALSE(p == project_co_investment(n, by_round));
    auto copy = p;
    CHECK(copy == p);
    auto const moved = std::move(copy);
    CHECK(moved == p);
}

TEST_CASE("co_investment_unit: has a word for each", "[query]")
{
    CHECK(to_string(co_investment_unit::same_company) == "company");
    CHECK(to_string(co_investment_unit::same_round) == "round");
    CHECK(find_word<co_investment_unit>("round") == co_investment_unit::same_round);
    CHECK_FALSE(find_word<co_investment_unit>("rounds").has_value());
}
