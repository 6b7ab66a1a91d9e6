// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_weight.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <capgraph/query/co_investment_network.hpp>

#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <utility>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using weights_of_pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;

weights_of_pairs weights(attendance const& rows, co_investment_options const& options)
{
    auto const p = project_co_investment(network_of(attendance_ledger(rows)), {}, options);
    weights_of_pairs out;
    for (std::uint32_t v = 0; v < num_vertices(p); ++v) {
        auto const [first, last] = out_edges(v, p);
        for (auto e = first; e != last; ++e) {
            if (v < target(*e, p)) {
                out[{v, target(*e, p)}] = p.weight(*e);
            }
        }
    }
    return out;
}

/// Opsahl's example: six members, six groups. Source: networkx, test_project.py; T. Opsahl, 2009.
attendance const opsahl{"xx....", "xxxxx.", "x.....", "..x...", "...xxx", ".....x"};
/// Guitar, synthesizer, bongos, trumpet. Source: Neo4j Graph Data Science, node similarity.
attendance const players{"xxx.", "xx..", "..x.", "x.xx", "...."};

} // namespace

TEST_CASE("co_investment_weight: Opsahl's example by Newman and by overlap",
          "[query][co_investment][published]")
{
    auto const newman = weights(opsahl, {.weight = co_investment_weight::newman});
    CHECK(newman.size() == 6);
    CHECK(newman.at({0, 1}) == Approx(1.5));
    CHECK(newman.at({0, 2}) == Approx(0.5));
    CHECK(newman.at({1, 3}) == Approx(1.0));
    CHECK(newman.at({1, 4}) == Approx(2.0));
    auto const simpson = weights(opsahl, {.weight = co_investment_weight::simpson});
    CHECK(simpson.at({0, 1}) == 1.0);
    CHECK(simpson.at({1, 4}) == Approx(2.0 / 3.0));
}

TEST_CASE("co_investment_weight: Opsahl's example by shared groups and as a part of all groups",
          "[query][co_investment][published]")
{
    // Oracles B01 and B03. The ratio of NetworkX is the part of all groups that is shared.
    auto const shared = weights(opsahl, {.weight = co_investment_weight::shared});
    weights_of_pairs const ratio{{{0, 1}, 1.0 / 3.0}, {{0, 2}, 1.0 / 6.0}, {{1, 2}, 1.0 / 6.0},
                                 {{1, 3}, 1.0 / 6.0}, {{1, 4}, 1.0 / 3.0}, {{4, 5}, 1.0 / 6.0}};
    REQUIRE(shared.size() == ratio.size());
    for (auto const& [pair, part] : ratio) {
        CHECK(shared.at(pair) / static_cast<double>(opsahl.front().size()) == Approx(part));
    }
}

TEST_CASE("co_investment_weight: Newman's own example", "[query][co_investment][published]")
{
    // Oracle B07: Newman 2001, figure 6, as NetworkX tests it; A to E.
    auto const newman =
        weights({"xxx", "xxx", "x..", "x..", "..x"}, {.weight = co_investment_weight::newman});
    weights_of_pairs const expected{{{0, 1}, 11.0 / 6.0}, {{0, 2}, 1.0 / 3.0}, {{0, 3}, 1.0 / 3.0},
                                    {{0, 4}, 0.5},        {{1, 2}, 1.0 / 3.0}, {{1, 3}, 1.0 / 3.0},
                                    {{1, 4}, 0.5},        {{2, 3}, 1.0 / 3.0}};
    REQUIRE(newman.size() == expected.size());
    for (auto const& [pair, weight] : expected) {
        CHECK(newman.at(pair) == Approx(weight));
    }
}

TEST_CASE("co_investment_weight: the players by Jaccard", "[query][co_investment][published]")
{
    auto const jaccard = weights(players, {.weight = co_investment_weight::jaccard});
    CHECK(jaccard.at({0, 1}) == Approx(2.0 / 3.0));
    CHECK(jaccard.at({0, 3}) == Approx(0.5));
    CHECK(jaccard.at({0, 2}) == Approx(1.0 / 3.0));
    CHECK(jaccard.at({2, 3}) == Approx(1.0 / 3.0));
    CHECK(jaccard.at({1, 3}) == Approx(0.25));
    CHECK(!jaccard.contains({1, 2}));
}

TEST_CASE("co_investment_weight: Adamic and Adar by hand", "[query][co_investment]")
{
    auto const w = weights({"xx", "xx", ".x"}, {.weight = co_investment_weight::adamic_adar});
    CHECK(w.at({0, 1}) == Approx(1.0 / std::log(2.0) + 1.0 / std::log(3.0)));
    CHECK(w.at({0, 2}) == Approx(1.0 / std::log(3.0)));
}

TEST_CASE("co_investment_weight: laws on random attendance", "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const rows = random_attendance(seed, 30, 15, 25);
        auto const at = [&](co_investment_weight w) { return weights(rows, {.weight = w}); };
        auto const jaccard = at(co_investment_weight::jaccard);
        auto const cosine = at(co_investment_weight::cosine);
        auto const simpson = at(co_investment_weight::simpson);
        for (auto const& [pair, w] : jaccard) {
            CHECK(w <= cosine.at(pair) + 1e-12);
            CHECK(cosine.at(pair) <= simpson.at(pair) + 1e-12);
            CHECK(simpson.at(pair) <= 1.0);
        }
        // Newman's strength of a member is the number of its groups of two and more.
        std::vector<double> strength(rows.size());
        for (auto const& [pair, w] : at(co_investment_weight::newman)) {
            strength[pair.first] += w;
            strength[pair.second] += w;
        }
        std::vector<std::size_t> order;
        for (std::size_t v = 0; v < rows.size(); ++v) {
            double groups = 0.0;
            auto is_there = false;
            for (std::size_t g = 0; g < rows[v].size(); ++g) {
                auto size = 0;
                for (auto const& row : rows) {
                    size += row[g] == 'x' ? 1 : 0;
                }
                is_there = is_there || rows[v][g] == 'x';
                groups += rows[v][g] == 'x' && size > 1 ? 1.0 : 0.0;
            }
            if (is_there) { // who backs nothing is no investor
                CHECK(strength[order.size()] == Approx(groups).margin(1e-12));
                order.push_back(v);
            }
        }
    }
}

TEST_CASE("project_co_investment: a hub cap and a threshold leave the weights of what they keep",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const rows = random_attendance(seed, 40, 15, 20);
        for (auto const w : {co_investment_weight::shared, co_investment_weight::newman,
                             co_investment_weight::jaccard}) {
            auto const all = weights(rows, {.weight = w});
            auto const capped = weights(rows, {.weight = w, .hub_cap = 6});
            CHECK(capped.size() <= all.size());
            for (auto const& [pair, weight] : capped) {
                CHECK(weight == Approx(all.at(pair)));
            }
            auto const heavy = weights(rows, {.weight = w, .min_weight = 0.4});
            for (auto const& [pair, weight] : all) {
                CHECK(heavy.contains(pair) == (weight >= 0.4));
            }
        }
    }
}

TEST_CASE("project_co_investment: of the top k an edge stays when either end lists it",
          "[query][co_investment]")
{
    // A hub with three leaves: each leaf lists the hub, the hub its first by slug.
    auto const star = weights({"xxx", "x..", ".x.", "..x"}, {.top_k = 1});
    CHECK(star.size() == 3);
    CHECK(weights({"xxx", "x..", ".x.", "..x"}, {.top_k = 0}).empty());
    // A triangle with a heavy side: the third is listed by nobody but itself.
    auto const triangle = weights({"xxx.", "xx.x", "..xx"}, {.top_k = 1});
    CHECK(triangle == weights_of_pairs{{{0, 1}, 2.0}, {{0, 2}, 1.0}});
}

TEST_CASE("project_co_investment: of nobody, a threshold and a top k leave nobody",
          "[query][co_investment]")
{
    ledger const book;
    auto const n = network_of(book);
    CHECK(num_vertices(project_co_investment(n, {}, {.min_weight = 1.0, .top_k = 1})) == 0);
}

TEST_CASE("project_co_investment: a threshold that is no number is refused",
          "[query][co_investment]")
{
    CHECK_THROWS_AS(weights({"x"}, {.min_weight = std::numeric_limits<double>::quiet_NaN()}),
                    std::invalid_argument);
}
