// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investors_by_money.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/polls.hpp"

#include <cstddef>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

stated<money> told(std::int64_t units)
{
    return exactly(dollars(units));
}

/// Ann puts in 30 beside Bob, twice; 10 beside Cat; and is in a round in yuan with Dan.
ledger book_of_ann()
{
    told_round const with_bob{
        .total = told(60),
        .cheques = {{.investor = "ann", .paid = told(30)}, {.investor = "bob", .paid = told(30)}}};
    return told_ledger({with_bob,
                        {.total = told(20),
                         .cheques = {{.investor = "ann", .paid = told(10)},
                                     {.investor = "cat", .paid = told(10)}}},
                        with_bob,
                        {.total = exactly(yuan(70)), .cheques = {{"ann"}, {"dan"}}},
                        {.cheques = {{"cat"}, {"dan"}}}});
}

co_investment_money_options const left_out{.unrated = unrated_money::left_out};

names whom(network const& n, money_co_investors const& found)
{
    std::vector<entity_id> out;
    for (auto const& row : found.ties) {
        out.push_back(row.investor);
    }
    return slugs(n, out);
}

} // namespace

TEST_CASE("co_investors_by_money: the heaviest first, with the rounds that say so",
          "[query][co_investment][money]")
{
    auto const book = book_of_ann();
    auto const n = network_of(book);
    auto const found = co_investors_by_money(n, book.entity_at("ann"), {}, left_out);
    REQUIRE(whom(n, found) == names{"bob", "cat"});
    CHECK(found.ties[0].sum == side_by_side_money{60.0, 60.0, 60.0});
    CHECK(found.ties[0].weight == 60.0);
    CHECK(slugs(n, found.without_rate) == names{"round-003"}); // that with Dan, who is no tie
    CHECK(slugs(n, found.ties[0].rounds) == names{"round-000", "round-002"});
    CHECK(found.ties[0].without_rate.empty());
    CHECK(found.ties[1].weight == 10.0);
    auto top = left_out;
    top.top_k = 1;
    CHECK(whom(n, co_investors_by_money(n, book.entity_at("ann"), {}, top)) == names{"bob"});
    auto heavy = left_out;
    heavy.min_weight = 60.5;
    CHECK(co_investors_by_money(n, book.entity_at("ann"), {}, heavy).ties.empty());
}

TEST_CASE("co_investors_by_money: only the rounds of the one asked about need a rate",
          "[query][co_investment][money]")
{
    auto const book = book_of_ann();
    auto const n = network_of(book);
    CHECK(whom(n, co_investors_by_money(n, book.entity_at("bob"))) == names{"ann"});
    CHECK_THROWS_AS(co_investors_by_money(n, book.entity_at("ann")), error);
    auto const open =
        co_investors_by_money(n, book.entity_at("dan"), {}, {.unrated = unrated_money::unknown});
    REQUIRE(whom(n, open) == names{"ann", "cat"}); // both may be any sum
    CHECK(slugs(n, open.ties[0].without_rate) == names{"round-003"});
    CHECK(slugs(n, open.ties[0].rounds) == names{"round-003"});
    CHECK(open.ties[0].sum.upper == std::numeric_limits<double>::infinity());
    CHECK(open.ties[1].without_rate.empty());
}

TEST_CASE("co_investors_by_money: ladder", "[query][co_investment][money]")
{
    auto const book = told_ledger({{.total = told(9), .cheques = {{"ann"}}}});
    auto const n = network_of(book);
    CHECK(co_investors_by_money(n, book.entity_at("ann")).ties.empty());
    CHECK(co_investors_by_money(n, book.entity_at("alpha")).ties.empty()); // invests in nothing
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(co_investors_by_money(n, book.entity_at("ann"), {}, {.min_weight = nan}),
                    std::invalid_argument);
}

TEST_CASE("money_shared_with: what two put in side by side, and nothing where they never meet",
          "[query][co_investment][money]")
{
    auto const book = book_of_ann();
    auto const n = network_of(book);
    auto const shared = [&](std::string_view a, std::string_view b, unrated_money unrated) {
        return money_shared_with(n, book.entity_at(a), book.entity_at(b), {}, {.unrated = unrated});
    };
    auto const bob = shared("ann", "bob", unrated_money::left_out);
    CHECK(bob.sum == side_by_side_money{60.0, 60.0, 60.0});
    CHECK(slugs(n, bob.rounds) == names{"round-000", "round-002"});
    auto const dan = shared("ann", "dan", unrated_money::left_out);
    CHECK(dan.sum == side_by_side_money{0.0, 0.0, 0.0});
    CHECK(dan.rounds.empty());
    CHECK(slugs(n, dan.without_rate) == names{"round-003"});
    CHECK(shared("bob", "dan", unrated_money::refused).rounds.empty());
    CHECK(shared("bob", "alpha", unrated_money::refused).rounds.empty());
    CHECK(shared("bob", "bob", unrated_money::refused).sum == side_by_side_money{0.0, 0.0, 0.0});
}

TEST_CASE("co_investors_by_money: looks up whether to go on between its units of work",
          "[query][co_investment][money]")
{
    told_round all{.total = told(100)};
    for (std::size_t i = 0; i < 9; ++i) {
        all.cheques.push_back({numbered("investor-", i)});
    }
    auto const book = told_ledger({all, all, all, all});
    auto const n = network_of(book);
    auto const ask = [&](run_options const& run) {
        return co_investors_by_money(n, book.entity_at("investor-000"), {}, {}, run);
    };
    CHECK(polls_of(ask).at("reading cheques") >= 4); // rounds
    check_stops_within("reading cheques", ask);
}
