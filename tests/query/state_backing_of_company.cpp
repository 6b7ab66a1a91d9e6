// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr auto equal_split = state_backing_options{.best = backing_convention::equal_split};

} // namespace

TEST_CASE("state_backing_of company: of one round is that round's", "[query][state_backing]")
{
    auto const told = told_round{.total = between(fen(80), fen(120)),
                                 .cheques = {{"ann"}, {"fund", organ, about(fen(30))}}};
    CHECK(backing_of_all({told}) == backing(told));
}

TEST_CASE("state_backing_of company: rounds are one ratio of sums", "[query][state_backing]")
{
    auto const b = backing_of_all(
        {{.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(10))}}},
         {.total = exactly(fen(300)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(90))}}}});
    CHECK(is(b.capital, 100.0 / 400, 100.0 / 400, 1.0));
    CHECK(is(b.headcount, 0.5, 0.5, 1.0));
}

TEST_CASE("state_backing_of company: undisclosed cheques of three rounds",
          "[query][state_backing][published]")
{
    // 100: Alibaba 40, Tencent and StateFund undisclosed. 200: StateFund 50, two funds
    // undisclosed. 50: BJFund alone. The remainder of the first round is either's: the state has
    // (0 + 50 + 50)/350 to (60 + 50 + 50)/350, by an equal split (30 + 50 + 50)/350.
    auto const rounds = std::vector<told_round>{
        {.total = exactly(fen(100)),
         .cheques = {{"alibaba", {}, exactly(fen(40))}, {"tencent"}, {"state-fund", organ}}},
        {.total = exactly(fen(200)),
         .cheques = {{"state-fund", organ, exactly(fen(50))}, {"vc-1"}, {"vc-2"}}},
        {.total = exactly(fen(50)), .cheques = {{"bj-fund", organ}}}};
    auto const b = backing_of_all(rounds);
    CHECK(is(b.capital, 2.0 / 7, 16.0 / 35, (40.0 + 50 + 50) / 350));
    CHECK_FALSE(b.capital.best.has_value());
    auto const split = backing_of_all(rounds, equal_split);
    REQUIRE(split.capital.best.has_value());
    CHECK(split.capital.best->fraction() == Approx(13.0 / 35));
    CHECK(split.capital.convention == "equal_split");
    CHECK(split.capital.lower == b.capital.lower);
}

TEST_CASE("state_backing_of company: a round of which no sum is told leaves the whole open",
          "[query][state_backing]")
{
    auto const known = told_round{.total = exactly(fen(100)),
                                  .cheques = {{"ann"}, {"fund", organ, exactly(fen(50))}}};
    // Ann's second cheque may be all there is, or next to nothing.
    CHECK(is(backing_of_all({known, {.cheques = {{"ann"}}}}).capital, 0.0, 0.5, 0.0));
    CHECK(is(backing_of_all({known, {.cheques = {{"fund", organ}}}}).capital, 0.5, 1.0, 0.0));
    // And where nobody is named, it may be anybody's.
    CHECK(is(backing_of_all({known, {}}).capital, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of company: one round without limit leaves the coverage at nothing",
          "[query][state_backing]")
{
    auto const b = backing_of_all(
        {{.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(10))}}},
         {.total = over(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(10))}}}});
    CHECK(is(b.capital, 0.0, 20.0 / 200, 0.0));
}

TEST_CASE("state_backing_of company: hedged where any round is", "[query][state_backing]")
{
    CHECK(backing_of_all({{.total = exactly(fen(100)), .cheques = {{"ann"}}},
                          {.total = about(fen(100)), .cheques = {{"ann"}}}})
              .capital.hedged);
}

TEST_CASE("state_backing_of company: only money for shares is summed", "[query][state_backing]")
{
    auto const kind = GENERATE(round_kind::secondary, round_kind::debt,
                               round_kind::registered_capital, round_kind::ambition);
    CAPTURE(to_string(kind));
    auto const b = backing_of_all(
        {{.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(10))}}},
         {.total = exactly(fen(900)), .cheques = {{"fund", organ}}, .kind = kind}});
    CHECK(is(b.capital, 0.1, 0.1, 1.0));
}

TEST_CASE("state_backing_of company: tranches and flotations are money for shares",
          "[query][state_backing]")
{
    auto const kind = GENERATE(round_kind::primary, round_kind::tranche, round_kind::ipo);
    CAPTURE(to_string(kind));
    auto const b = backing_of_all(
        {{.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(10))}}},
         {.total = exactly(fen(100)), .cheques = {{"fund", organ}}, .kind = kind}});
    CHECK(is(b.capital, 0.55, 0.55, 1.0));
}

TEST_CASE("state_backing_of company: a round of unknown kind is money for shares",
          "[query][state_backing]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alpha", "ann"});
    to.add(funding_round{.slug = "r",
                         .company = to.entity("alpha"),
                         .status = deal_status::closed,
                         .amount = amount{exactly(fen(100))}});
    to.add(participation{.round = to.round("r"), .investor = to.entity("ann")});
    to.commit();
    auto const b = state_backing_of(network_of(book), book.entity_at("alpha"));
    CHECK(is(b.capital, 0.0, 0.0, 1.0));
}

TEST_CASE("state_backing_of company: a total over other rounds is left out",
          "[query][state_backing]")
{
    auto book = told_ledger(
        {{.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(10))}}},
         {.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(30))}}}});
    ledger_builder to{book};
    to.add(
        funding_round{.slug = "all",
                      .company = to.entity("alpha"),
                      .status = deal_status::closed,
                      .amount = amount{exactly(fen(900))},
                      .aggregate_of = std::vector{to.round("round-000"), to.round("round-001")}});
    to.commit();
    CHECK(is(state_backing_of(network_of(book), book.entity_at("alpha")).capital, 0.2, 0.2, 1.0));
    // Asked for by itself it is a round like any other.
    CHECK(is(state_backing_of(network_of(book), book.round_at("all")).capital, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of company: rounds in unlike currencies are an error",
          "[query][state_backing]")
{
    auto const rounds =
        std::vector<told_round>{{.total = exactly(fen(100)), .cheques = {{"ann"}}},
                                {.total = exactly(cents(100)), .cheques = {{"ann"}}}};
    CHECK(code_of([&] { (void)backing_of_all(rounds); }) == error_code::missing_rate);
}

TEST_CASE("state_backing_of company: a round without a sum needs no currency",
          "[query][state_backing]")
{
    auto const b = backing_of_all({{}, {.total = exactly(fen(100)), .cheques = {{"ann"}}}});
    CHECK(b.unit == currency{"CNY"});
}

TEST_CASE("state_backing_of company: heads count once, whatever they invest in",
          "[query][state_backing]")
{
    auto book = told_ledger({{.cheques = {{"ann"}, {"fund", organ}}}, {.cheques = {{"ann"}}}});
    ledger_builder to{book};
    add_entity(to, "early");
    to.add(participation{.company = to.entity("alpha"),
                         .investor = to.entity("early"),
                         .status = deal_status::closed});
    to.commit();
    auto const n = network_of(book);
    auto const b = state_backing_of(n, book.entity_at("alpha"));
    CHECK(slugs(n, b.investors) == names{"ann", "early", "fund"});
    CHECK(is(b.headcount, 1.0 / 3, 1.0 / 3, 1.0));
}

TEST_CASE("state_backing_of company: an earlier backer is a backer", "[query][state_backing]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alpha", "ann"});
    to.add(
        funding_round{.slug = "r", .company = to.entity("alpha"), .status = deal_status::in_talks});
    to.add(participation{
        .round = to.round("r"), .investor = to.entity("ann"), .existing_backer = true});
    to.commit();
    auto const n = network_of(book);
    auto const b = state_backing_of(n, book.entity_at("alpha"));
    CHECK(slugs(n, b.investors) == names{"ann"});
    CHECK(is(b.headcount, 0.0, 0.0, 1.0));
    CHECK(is(b.capital, 0.0, 1.0, 0.0)); // no round counts
}

TEST_CASE("state_backing_of company: investors known by number count in the upper bound",
          "[query][state_backing]")
{
    // Ann and the fund back alpha. One round had at least four investors, of whom one is named.
    auto const b = backing_of_all(
        {{.cheques = {{"ann"}}, .count = at_least(4U)}, {.cheques = {{"fund", organ}}}});
    // Of the three unnamed one at most is the fund; one to three more heads, of either kind.
    CHECK(is(b.headcount, 1.0 / 5, 4.0 / 5, 2.0 / 5));
}

TEST_CASE("state_backing_of company: with unnamed investors any part is possible",
          "[query][state_backing]")
{
    auto const b = backing_of_all({{.cheques = {{"ann"}, {"fund", organ}}}},
                                  {.unnamed = unnamed_money::possible});
    CHECK(is(b.headcount, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of company: without a round or a backer it is not known",
          "[query][state_backing][known_at]")
{
    auto const book = deepseek_ledger();
    auto const company = book.entity_at("deepseek");
    CHECK(code_of([&] { (void)state_backing_of(network_of(book), company); })
          == error_code::not_known_at);
    CHECK(code_of([&] { (void)state_backing_of(network_of(book, deal_status::in_talks), company); })
          == error_code::none);
    CHECK(code_of([&] { (void)state_backing_of(network_of(book), book.entity_at("tencent")); })
          == error_code::not_known_at);
}

TEST_CASE("state_backing_of company: backed by its parent alone it has no external part",
          "[query][state_backing]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alpha", "parent"});
    to.add(participation{.company = to.entity("alpha"),
                         .investor = to.entity("parent"),
                         .status = deal_status::closed,
                         .internal = true});
    to.commit();
    auto const n = network_of(book);
    CHECK(is(state_backing_of(n, book.entity_at("alpha")).headcount, 0.0, 0.0, 1.0));
    auto const b = state_backing_of(n, book.entity_at("alpha"), external);
    CHECK(b.investors.empty());
    CHECK(is(b.headcount, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of company: with rounds of other kinds alone its capital is unknown",
          "[query][state_backing]")
{
    auto const b = backing_of_all(
        {{.total = exactly(fen(900)), .cheques = {{"fund", organ}}, .kind = round_kind::debt}});
    CHECK(is(b.headcount, 1.0, 1.0, 1.0));
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
    CHECK_FALSE(b.unit.has_value());
}

TEST_CASE("equal_split: the remainder spread equally names one figure", "[query][state_backing]")
{
    auto const b = backing({.total = exactly(fen(100)),
                            .cheques = {{"ann", {}, exactly(fen(10))}, {"bob"}, {"fund", organ}}},
                           equal_split);
    CHECK(is(b.capital, 0.0, 0.9, 0.1));
    CHECK(b.capital.best == share{0.45});
    CHECK(b.capital.convention == "equal_split");
}

TEST_CASE("equal_split: a cheque is filled no further than its bounds", "[query][state_backing]")
{
    // The fund paid up to 10 of 100: ann and bob share the other 90.
    auto const clipped = backing({.total = exactly(fen(100)),
                                  .cheques = {{"ann"}, {"bob"}, {"fund", organ, up_to(fen(10))}}},
                                 equal_split);
    CHECK(clipped.capital.best == share{0.1});
    // Ann paid at least 40 and up to 50: of the other 60 she takes 10, the fund 25, bob 25.
    auto const spread =
        backing({.total = exactly(fen(100)),
                 .cheques = {{"ann", {}, between(fen(40), fen(50))}, {"bob"}, {"fund", organ}}},
                equal_split);
    CHECK(spread.capital.best == share{0.25});
}

TEST_CASE("equal_split: where the bounds meet the figure is exact", "[query][state_backing]")
{
    auto const b = backing(
        {.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(30))}}},
        equal_split);
    CHECK(b.capital.convention == "exact");
}

TEST_CASE("equal_split: says nothing where the total is no one figure", "[query][state_backing]")
{
    auto const total = GENERATE(over(fen(100)), at_least(fen(100)), up_to(fen(100)),
                                between(fen(80), fen(120)), stated<money>{});
    auto const b = backing({.total = total, .cheques = {{"ann"}, {"fund", organ}}}, equal_split);
    CHECK_FALSE(b.capital.best.has_value());
    CHECK(b.capital.convention.empty());
}

TEST_CASE("equal_split: says nothing where the named cannot have paid the total",
          "[query][state_backing]")
{
    auto const b =
        backing({.total = exactly(fen(100)),
                 .cheques = {{"ann", {}, exactly(fen(20))}, {"fund", organ, up_to(fen(30))}}},
                equal_split);
    CHECK(is(b.capital, 0.0, 0.8, 0.2));
    CHECK_FALSE(b.capital.best.has_value());
}

TEST_CASE("equal_split: says nothing against what is said of the external part",
          "[query][state_backing]")
{
    // Equally split the founder would have 45 of 100, so outsiders 55.
    auto told = told_round{
        .total = exactly(fen(100)),
        .cheques = {{"ann", {}, exactly(fen(10))}, {"founder", {}, {}, true}, {"fund", organ}},
        .external = between(fen(20), fen(30))};
    auto options = equal_split;
    options.denominator = backing_denominator::external;
    CHECK_FALSE(backing(told, options).capital.best.has_value());
    told.external = between(fen(20), fen(60));
    CHECK(backing(told, options).capital.best->fraction() == Approx(45.0 / 55));
}

TEST_CASE("equal_split: the founder has a part of the remainder too", "[query][state_backing]")
{
    auto const told = told_round{.total = exactly(fen(90)),
                                 .cheques = {{"ann"}, {"founder", {}, {}, true}, {"fund", organ}}};
    CHECK(backing(told, equal_split).capital.best->fraction() == Approx(1.0 / 3));
    auto options = equal_split;
    options.denominator = backing_denominator::external;
    CHECK(backing(told, options).capital.best->fraction() == Approx(0.5));
}

TEST_CASE("state_backing_of company: rounds told in unlike currencies are asked in a common one",
          "[query][state_backing][rate]")
{
    auto const b = backing_of_all(
        {{.total = amount{exactly(fen(700)), exactly(cents(100))}, .cheques = {{"ann"}}},
         {.total = exactly(cents(100)), .cheques = {{"fund", organ}}}});
    CHECK(is(b.capital, 0.5, 0.5, 1.0));
    CHECK(b.unit == currency{"USD"});
}

TEST_CASE("state_backing_of company: rounds of no common currency are taken in the first by a rate",
          "[query][state_backing][rate]")
{
    auto const told =
        std::vector<told_round>{{.total = exactly(fen(700)), .cheques = {{"ann"}}},
                                {.total = exactly(cents(100)), .cheques = {{"fund", organ}}}};
    CHECK(code_of([&] { (void)backing_of_all(told); }) == error_code::missing_rate);
    exchange_rates const own{{{currency{"USD"}, currency{"CNY"}, date{}, decimal{7}, "desk"}}};
    auto const b = backing_of_all(told, {.rates = &own});
    CHECK(is(b.capital, 0.5, 0.5, 1.0));
    CHECK(b.capital.hedged);
    CHECK(b.unit == currency{"CNY"});
}
