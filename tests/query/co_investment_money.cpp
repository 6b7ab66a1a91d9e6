// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_money.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/polls.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr auto infinity = std::numeric_limits<double>::infinity();

struct pair_money {
    std::uint32_t first;
    std::uint32_t second;
    side_by_side_money sum;
};

std::vector<pair_money> sums_of(co_investment_money_network const& g)
{
    std::vector<pair_money> out;
    auto const [first, last] = edges(g);
    std::for_each(first, last, [&](auto const& e) {
        out.push_back({source(e, g), target(e, g), g.sums()[g.index_of(e)]});
    });
    return out;
}

side_by_side_money between(std::vector<told_round> const& rounds, std::uint32_t a, std::uint32_t b)
{
    auto const book = told_ledger(rounds);
    auto const g = project_co_investment_money(network_of(book));
    for (auto const& each : sums_of(g)) {
        if (each.first == a && each.second == b) {
            return each.sum;
        }
    }
    FAIL("no such pair");
    return {};
}

stated<money> told(std::int64_t units)
{
    return exactly(dollars(units));
}

} // namespace

TEST_CASE("project_co_investment_money: two who share a round share half of it at the most",
          "[query][co_investment][money]")
{
    auto const sum = between({{.total = told(100), .cheques = {{"ann"}, {"bob"}}}}, 0, 1);
    CHECK(sum.lower == 0.0);
    CHECK(sum.upper == 50.0);
    CHECK(sum.best == 50.0);
}

TEST_CASE("project_co_investment_money: the lesser of two disclosed cheques",
          "[query][co_investment][money]")
{
    auto const sum = between({{.total = told(100),
                               .cheques = {{.investor = "ann", .paid = told(70)},
                                           {.investor = "bob", .paid = told(30)}}}},
                             0, 1);
    CHECK(sum == side_by_side_money{30.0, 30.0, 30.0});
}

TEST_CASE("project_co_investment_money: a disclosed cheque leaves the rest to the others",
          "[query][co_investment][money]")
{
    std::vector<told_round> const rounds{
        {.total = told(100), .cheques = {{.investor = "ann", .paid = told(60)}, {"bob"}, {"cat"}}}};
    CHECK(between(rounds, 0, 1) == side_by_side_money{0.0, 40.0, 20.0});
    CHECK(between(rounds, 1, 2) == side_by_side_money{0.0, 20.0, 20.0});
}

TEST_CASE("project_co_investment_money: what follows from the rest is known, unless others may pay",
          "[query][co_investment][money]")
{
    auto const book = told_ledger(
        {{.total = told(100), .cheques = {{.investor = "ann", .paid = told(60)}, {"bob"}}}});
    auto const n = network_of(book);
    CHECK(project_co_investment_money(n).sums()[0] == side_by_side_money{40.0, 40.0, 40.0});
    CHECK(project_co_investment_money(n, {}, {.unnamed = unnamed_money::possible}).sums()[0]
          == side_by_side_money{0.0, 40.0, 40.0});
}

TEST_CASE("project_co_investment_money: rounds add up, and one untold leaves it open",
          "[query][co_investment][money]")
{
    told_round const known{.total = told(100), .cheques = {{"ann"}, {"bob"}}};
    told_round const unknown{.cheques = {{"ann"}, {"bob"}}};
    CHECK(between({known, known}, 0, 1) == side_by_side_money{0.0, 100.0, 100.0});
    CHECK(between({known, unknown}, 0, 1) == side_by_side_money{0.0, infinity, std::nullopt});
}

TEST_CASE("project_co_investment_money: weighs the sure part, the possible one, or the equal split",
          "[query][co_investment][money]")
{
    auto const book = told_ledger({{.total = told(100), .cheques = {{"ann"}, {"bob"}}}});
    auto const n = network_of(book);
    auto const weight = [&](money_weight by) {
        auto const g = project_co_investment_money(n, {}, {.weight = by});
        return g.weight(*edges(g).first);
    };
    CHECK(weight(money_weight::least) == 0.0);
    CHECK(weight(money_weight::most) == 50.0);
    CHECK(weight(money_weight::equal_split) == 50.0);
}

namespace {

using options = co_investment_money_options;

/// Ann and Bob surely put in 30, Ann and Cat 10; Dan may have put in up to 40 beside Cat.
std::vector<told_round> three_ties()
{
    return {
        {.total = told(60),
         .cheques = {{.investor = "ann", .paid = told(30)}, {.investor = "bob", .paid = told(30)}}},
        {.total = told(20),
         .cheques = {{.investor = "ann", .paid = told(10)}, {.investor = "cat", .paid = told(10)}}},
        {.total = told(80), .cheques = {{"cat"}, {"dan"}}}};
}

/// `ann-bob`, in the order of the edges.
names pairs_in(network const& n, options const& o)
{
    names out;
    auto const g = project_co_investment_money(n, {}, o);
    for (auto const& each : sums_of(g)) {
        out.push_back(std::string{n.facts().slug_of(g.investors()[each.first])} + '-'
                      + std::string{n.facts().slug_of(g.investors()[each.second])});
    }
    return out;
}

error_code code_of(network const& n, options const& o, run_options const& run = {})
{
    try {
        static_cast<void>(project_co_investment_money(n, {}, o, run));
    } catch (error const& e) {
        return e.code();
    }
    return error_code::none;
}

/// One round in dollars, and one in yuan, of which Ann's cheque is told in dollars.
ledger with_yuan()
{
    return told_ledger({{.total = told(100), .cheques = {{"ann"}, {"bob"}}},
                        {.total = exactly(yuan(70)),
                         .cheques = {{.investor = "ann", .paid = told(3)}, {"bob"}, {"cat"}}}});
}

} // namespace

TEST_CASE("project_co_investment_money: a threshold is reached surely, possibly or by equal split",
          "[query][co_investment][money]")
{
    auto const book = told_ledger(three_ties());
    auto const n = network_of(book);
    auto const above = [&](double least, money_weight by) {
        return pairs_in(n, {.weight = by, .min_weight = least});
    };
    CHECK(above(0.0, money_weight::least) == names{"ann-bob", "ann-cat", "cat-dan"});
    CHECK(above(10.0, money_weight::least) == names{"ann-bob", "ann-cat"});
    CHECK(above(10.5, money_weight::least) == names{"ann-bob"});
    CHECK(above(40.0, money_weight::most) == names{"cat-dan"});
    CHECK(above(40.5, money_weight::most).empty());
    CHECK(above(31.0, money_weight::equal_split) == names{"cat-dan"});
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(project_co_investment_money(n, {}, {.min_weight = nan}), std::invalid_argument);
}

TEST_CASE("project_co_investment_money: of the top k an edge stays when either end lists it",
          "[query][co_investment][money]")
{
    auto const book = told_ledger(three_ties());
    auto const n = network_of(book);
    // Cat is surer of Ann than of Dan, but Dan has Cat alone.
    CHECK(pairs_in(n, {.top_k = 1}) == names{"ann-bob", "ann-cat", "cat-dan"});
    CHECK(pairs_in(n, {.weight = money_weight::most, .top_k = 1}) == names{"ann-bob", "cat-dan"});
    CHECK(pairs_in(n, {.top_k = 0}).empty());
}

TEST_CASE(
    "project_co_investment_money: what is equally sure goes by what is possible, then by slug",
    "[query][co_investment][money]")
{
    // Nothing is sure. Ann may share 20 with Bob, 30 with Cat and with Dan.
    auto const book = told_ledger({{.total = told(40), .cheques = {{"ann"}, {"bob"}, {"eve"}}},
                                   {.total = told(60), .cheques = {{"ann"}, {"cat"}}},
                                   {.total = told(60), .cheques = {{"ann"}, {"dan"}}},
                                   {.total = told(90), .cheques = {{"bob"}, {"eve"}}},
                                   {.total = told(99), .cheques = {{"cat"}, {"gus"}}},
                                   {.total = told(99), .cheques = {{"dan"}, {"hal"}}}});
    auto const n = network_of(book);
    CHECK(pairs_in(n, {.top_k = 1}) == names{"ann-cat", "bob-eve", "cat-gus", "dan-hal"});
}

TEST_CASE("project_co_investment_money: a hub cap removes pairs and no money of the others",
          "[query][co_investment][money]")
{
    auto const book = told_ledger({{.total = told(60), .cheques = {{"ann"}, {"bob"}, {"cat"}}},
                                   {.total = told(20), .cheques = {{"ann"}, {"bob"}}}});
    auto const g = project_co_investment_money(network_of(book), {}, {.hub_cap = 2});
    REQUIRE(sums_of(g).size() == 1);
    CHECK(g.sums()[0] == side_by_side_money{0.0, 40.0, 30.0});
}

TEST_CASE("project_co_investment_money: rounds without a rate are refused, unknown or left out",
          "[query][co_investment][money]")
{
    auto const book = with_yuan();
    auto const n = network_of(book);
    CHECK(code_of(n, {}) == error_code::missing_rate);
    CHECK(code_of(n, {.unrated = unrated_money::refused}) == error_code::missing_rate);

    // Ann's three dollars are known; what Bob paid beside them is not.
    auto const open = project_co_investment_money(n, {}, {.unrated = unrated_money::unknown});
    CHECK(slugs(n, open.without_rate()) == names{"round-001"});
    REQUIRE(sums_of(open).size() == 3);
    CHECK(open.sums()[0] == side_by_side_money{0.0, 53.0, std::nullopt});
    CHECK(open.sums()[1] == side_by_side_money{0.0, 3.0, std::nullopt});
    CHECK(open.sums()[2] == side_by_side_money{0.0, infinity, std::nullopt});

    auto const others = project_co_investment_money(n, {}, {.unrated = unrated_money::left_out});
    CHECK(slugs(n, others.without_rate()) == names{"round-001"});
    REQUIRE(sums_of(others).size() == 1);
    CHECK(others.sums()[0] == side_by_side_money{0.0, 50.0, 50.0});
    CHECK(estimate_co_investment_money(n, {}, {.unrated = unrated_money::left_out}).edges.at_most
          == 1);
}

TEST_CASE("project_co_investment_money: a rate makes the unknown known within its bounds",
          "[query][co_investment][money]")
{
    auto const book = with_yuan();
    auto const n = network_of(book);
    exchange_rates const rates{
        {{currency{"USD"}, currency{"CNY"}, date{}, parse_decimal("7"), "test"}}};
    auto const open = project_co_investment_money(n, {}, {.unrated = unrated_money::unknown});
    auto const rated = project_co_investment_money(n, {}, {.rates = &rates});
    CHECK(rated.without_rate().empty());
    REQUIRE(rated.sums().size() == open.sums().size());
    for (std::size_t i = 0; i < open.sums().size(); ++i) {
        CHECK(open.sums()[i].lower <= rated.sums()[i].lower);
        CHECK(rated.sums()[i].upper <= open.sums()[i].upper);
    }
}

TEST_CASE("estimate_co_investment_money: counts what would be made, and a budget goes by it",
          "[query][co_investment][money]")
{
    told_round all{.total = told(100)};
    for (std::size_t i = 0; i < 30; ++i) {
        all.cheques.push_back({numbered("investor-", i)});
    }
    auto const book = told_ledger({all, {.cheques = all.cheques, .kind = round_kind::debt}});
    auto const n = network_of(book);
    auto const found = estimate_co_investment_money(n);
    CHECK(found.members == 30);
    CHECK(found.meetings == 435); // the debt is no money for shares
    CHECK(found.edges.min == 435);
    CHECK(found.edges.max == 435);
    CHECK(found.min_bytes == 435 * 136 + 30 * 64 + 24);
    CHECK(estimate_co_investment_money(n, {}, {.hub_cap = 29}).edges.at_most == 0);
    CHECK(code_of(n, {}, {.memory_budget = found.min_bytes - 1}) == error_code::over_budget);
    CHECK(code_of(n, {}, {.memory_budget = found.min_bytes}) == error_code::none);
}

TEST_CASE("project_co_investment_money: looks up whether to go on between its units of work",
          "[query][co_investment][money]")
{
    told_round all{.total = told(100)};
    for (std::size_t i = 0; i < 120; ++i) {
        all.cheques.push_back({numbered("investor-", i)});
    }
    auto const book = told_ledger({all, all});
    auto const n = network_of(book);
    auto const ask = [&](run_options const& run) {
        return project_co_investment_money(n, {}, {.top_k = 20}, run);
    };
    auto const polls = polls_of(ask);
    CHECK(polls.at("money side by side") >= 120);         // members
    CHECK(polls.at("ranking pairs") >= 2 * 14280 / 4096); // of both ends of the pairs
    CHECK(polls.at("checking rows") >= 120);
    for (auto const* const phase : {"money side by side", "ranking pairs", "checking rows"}) {
        check_stops_within(phase, ask);
    }
    CHECK(ask({.threads = 1}) == ask({.threads = 3}));
}

TEST_CASE("project_co_investment_money: a missing rate is an error",
          "[query][co_investment][money]")
{
    auto const book = told_ledger({{.total = exactly(yuan(100)), .cheques = {{"ann"}, {"bob"}}}});
    auto const n = network_of(book);
    CHECK_THROWS_AS(project_co_investment_money(n), error);
    CHECK(project_co_investment_money(n, {}, {.unit = currency{"CNY"}}).sums()[0].upper == 50.0);
}

TEST_CASE("project_co_investment_money: every completion lies inside the bounds, and they are "
          "reached",
          "[query][co_investment][money][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        // Three or four investors, some cheques told; the rest of the total falls in any way.
        auto const count = 3 + random() % 2;
        std::vector<std::int64_t> least;
        std::vector<bool> is_told;
        told_round round;
        std::int64_t sum = 0;
        for (std::uint64_t i = 0; i < count; ++i) {
            is_told.push_back(i != 0 && random() % 3 == 0);
            least.push_back(is_told.back() ? static_cast<std::int64_t>(random() % 9) : 0);
            sum += least.back();
            told_cheque c{.investor = numbered("investor-", i)};
            if (is_told.back()) {
                c.paid = told(least.back());
            }
            round.cheques.push_back(c);
        }
        auto const total = sum + static_cast<std::int64_t>(2 * (random() % 6));
        round.total = told(total);
        auto const book = told_ledger({round});
        auto const g = project_co_investment_money(network_of(book));
        // Every way of spreading the rest, in steps of one, over the untold.
        std::vector<std::vector<std::int64_t>> ways{{}};
        for (std::uint64_t i = 0; i < count; ++i) {
            std::vector<std::vector<std::int64_t>> next;
            for (auto const& way : ways) {
                for (std::int64_t x = least[i]; x <= (is_told[i] ? least[i] : total); ++x) {
                    next.push_back(way);
                    next.back().push_back(x);
                }
            }
            ways = std::move(next);
        }
        for (auto const& each : sums_of(g)) {
            auto lower = infinity;
            auto upper = 0.0;
            for (auto const& way : ways) {
                std::int64_t all = 0;
                for (auto const x : way) {
                    all += x;
                }
                if (all == total) {
                    auto const both =
                        static_cast<double>(std::min(way[each.first], way[each.second]));
                    lower = std::min(lower, both);
                    upper = std::max(upper, both);
                }
            }
            if (lower == infinity) {
                continue; // all are told, and make less than the total
            }
            CHECK(each.sum.lower == lower);
            CHECK(each.sum.upper >= upper);
            CHECK(each.sum.upper < upper + 1.0); // steps of one may leave a half
        }
    }
}
