// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/rank_stability.hpp>

#include <capgraph/algorithm/degree_centrality.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <stop_token>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::vector<double> degrees(co_investment_network const& g)
{
    return degree_centrality(g);
}

struct told_tie {
    std::string investor;
    std::string company;
    deal_status status = deal_status::closed;
};

ledger ties_ledger(std::vector<told_tie> const& ties)
{
    ledger book;
    ledger_builder to{book};
    for (auto const& t : ties) {
        add_entity(to, t.investor);
        add_entity(to, t.company);
        to.add(participation{.company = to.entity(t.company),
                             .investor = to.entity(t.investor),
                             .status = t.status});
    }
    to.commit();
    return book;
}

stable_rank rank_of(network const& n, rank_stability const& found, std::string_view slug)
{
    auto const at = std::find_if(found.ranks.begin(), found.ranks.end(), [&](auto const& r) {
        return n.facts().slug_of(r.investor) == slug;
    });
    REQUIRE(at != found.ranks.end());
    return *at;
}

constexpr auto rumour = deal_status::rumored;

/// Ann and bob back alpha; cat may back alpha, and may back beta, which dan does.
std::vector<told_tie> const doubtful{{"ann", "alpha"},
                                     {"bob", "alpha"},
                                     {"cat", "alpha", rumour},
                                     {"cat", "beta", rumour},
                                     {"dan", "beta"}};

} // namespace

TEST_CASE("rank_stability_of: without doubt there is one world", "[query][stability]")
{
    ledger const nothing;
    auto const none = rank_stability_of(network_of(nothing), degrees);
    CHECK(none.ranks.empty());
    CHECK(none.worlds == 1);
    CHECK(none.is_exact);
    auto const book = ties_ledger({{"ann", "alpha"}, {"bob", "alpha"}, {"cat", "beta"}});
    auto const n = network_of(book);
    auto const found = rank_stability_of(n, degrees, {}, {.top_k = 2});
    CHECK(found.doubtful == 0);
    CHECK(rank_of(n, found, "ann").in_top == 1.0);
    CHECK(rank_of(n, found, "cat").in_top == 0.0);
    CHECK(rank_of(n, found, "cat").mean_rank == 3.0);
}

TEST_CASE("rank_stability_of: few doubtful deals are tried in all ways", "[query][stability]")
{
    auto const book = ties_ledger(doubtful);
    auto const n = network_of(book, rumour);
    auto const found = rank_stability_of(n, degrees, {}, {.chance = 0.25, .top_k = 1});
    CHECK(found.doubtful == 2);
    CHECK(found.worlds == 4);
    CHECK(found.is_exact);
    // Neither (9/16): ann and bob first. Alpha alone (3/16): ann, bob and cat. Beta alone (3/16):
    // all four. Both (1/16): cat alone.
    CHECK(rank_of(n, found, "ann").in_top == Approx(15.0 / 16));
    CHECK(rank_of(n, found, "cat").in_top == Approx(7.0 / 16));
    CHECK(rank_of(n, found, "dan").in_top == Approx(3.0 / 16));
    CHECK(rank_of(n, found, "cat").rank_without == 3);
    CHECK(rank_of(n, found, "cat").rank_with == 1);
    CHECK(rank_of(n, found, "ann").worst_rank == 2);
    CHECK(rank_of(n, found, "dan").best_rank == 1);
    CHECK(rank_of(n, found, "dan").mean_rank == Approx((9 * 3 + 3 * 4 + 3 * 1 + 1 * 4) / 16.0));
    CHECK(n.facts().slug_of(found.ranks.front().investor) == "ann");
}

TEST_CASE("rank_stability_of: chances of 0 and 1 leave one world", "[query][stability]")
{
    auto const book = ties_ledger(doubtful);
    auto const n = network_of(book, rumour);
    for (auto const& r : rank_stability_of(n, degrees, {}, {.chance = 0.0}).ranks) {
        CHECK(r.mean_rank == static_cast<double>(r.rank_without));
    }
    for (auto const& r : rank_stability_of(n, degrees, {}, {.chance = 1.0}).ranks) {
        CHECK(r.mean_rank == static_cast<double>(r.rank_with));
    }
}

TEST_CASE("rank_stability_of: drawn worlds come near to all of them, and again from one seed",
          "[query][stability]")
{
    auto const book = ties_ledger(doubtful);
    auto const n = network_of(book, rumour);
    rank_stability_options options{.top_k = 1};
    auto const exact = rank_stability_of(n, degrees, {}, options);
    options.exact_up_to = 0;
    auto const drawn = rank_stability_of(n, degrees, {}, options, {.seed = 7});
    CHECK_FALSE(drawn.is_exact);
    CHECK(drawn.worlds == 1000);
    for (auto const& r : exact.ranks) {
        auto const near = rank_of(n, drawn, n.facts().slug_of(r.investor));
        CHECK(std::abs(near.in_top - r.in_top) < 0.1); // six standard deviations
    }
    CHECK(drawn == rank_stability_of(n, degrees, {}, options, {.seed = 7}));
}

TEST_CASE("rank_stability_of: refuses what makes no sense, and stops when asked to",
          "[query][stability]")
{
    auto const book = ties_ledger(doubtful);
    auto const n = network_of(book, rumour);
    auto const refused = [&](rank_stability_options const& options) {
        CHECK_THROWS_AS(rank_stability_of(n, degrees, {}, options), std::invalid_argument);
    };
    refused({.chance = -0.1});
    refused({.chance = std::numeric_limits<double>::quiet_NaN()});
    refused({.exact_up_to = 21});
    refused({.worlds = 0});
    auto const too_few = [](co_investment_network const&) { return std::vector{1.0}; };
    CHECK_THROWS_AS(rank_stability_of(n, too_few), std::invalid_argument);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(rank_stability_of(n, degrees, {}, {}, {.stop = stop.get_token()}), error);
}
