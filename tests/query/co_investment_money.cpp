// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_money.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <limits>
#include <random>
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

TEST_CASE("project_co_investment_money: weighs the sure part, or the equal split",
          "[query][co_investment][money]")
{
    auto const book = told_ledger({{.total = told(100), .cheques = {{"ann"}, {"bob"}}}});
    auto const n = network_of(book);
    auto const weight = [&](bool split) {
        auto const g = project_co_investment_money(n, {}, {.equal_split = split});
        return g.weight(*edges(g).first);
    };
    CHECK(weight(false) == 0.0);
    CHECK(weight(true) == 50.0);
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
