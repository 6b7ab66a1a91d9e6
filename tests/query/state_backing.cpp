// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"

#include <limits>
#include <stdexcept>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

TEST_CASE("state_backing_of: of a round of which nothing is told all is unknown",
          "[query][state_backing]")
{
    auto const b = backing({});
    CHECK(is(b.headcount, 0.0, 1.0, 0.0));
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
    CHECK_FALSE(b.headcount.best.has_value());
    CHECK_FALSE(b.capital.best.has_value());
    CHECK_FALSE(b.capital.hedged);
    CHECK_FALSE(b.unit.has_value());
    CHECK(b.investors.empty());
    CHECK(b.state_investors.empty());
}

TEST_CASE("state_backing_of: of a round without investors all is unknown", "[query][state_backing]")
{
    auto const b = backing({.total = exactly(fen(100))});
    CHECK(is(b.headcount, 0.0, 1.0, 0.0));
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
    CHECK(b.unit == currency{"CNY"});
}

TEST_CASE("state_backing_of: the only investor paid all of it", "[query][state_backing]")
{
    auto const state = backing({.total = exactly(fen(100)), .cheques = {{"fund", organ}}});
    CHECK(is(state.headcount, 1.0, 1.0, 1.0));
    CHECK(is(state.capital, 1.0, 1.0, 1.0));
    CHECK(state.capital.best == share{1.0});
    CHECK(state.capital.convention == "exact");

    auto const other = backing({.total = exactly(fen(100)), .cheques = {{"ann"}}});
    CHECK(is(other.headcount, 0.0, 0.0, 1.0));
    CHECK(is(other.capital, 0.0, 0.0, 1.0));
    CHECK(other.capital.best == share{});
}

TEST_CASE("state_backing_of: where no sum is told only a syndicate of one kind has a part",
          "[query][state_backing]")
{
    CHECK(is(backing({.cheques = {{"fund", organ}}}).capital, 1.0, 1.0, 0.0));
    CHECK(is(backing({.cheques = {{"ann"}, {"bob"}}}).capital, 0.0, 0.0, 0.0));
    CHECK(is(backing({.cheques = {{"ann"}, {"fund", organ}}}).capital, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of: two undisclosed cheques of either kind leave all open",
          "[query][state_backing]")
{
    auto const b = backing({.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ}}});
    CHECK(is(b.headcount, 0.5, 0.5, 1.0));
    CHECK(b.headcount.best == share{0.5});
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
    CHECK_FALSE(b.capital.best.has_value());
}

TEST_CASE("state_backing_of: one undisclosed cheque is deduced", "[query][state_backing]")
{
    CHECK(is(backing({.total = exactly(fen(100)),
                      .cheques = {{"ann"}, {"fund", organ, exactly(fen(30))}}})
                 .capital,
             0.3, 0.3, 1.0));
    CHECK(is(backing({.total = exactly(fen(100)),
                      .cheques = {{"ann", {}, exactly(fen(70))}, {"fund", organ}}})
                 .capital,
             0.3, 0.3, 1.0));
}

TEST_CASE("state_backing_of: the private remainder is private however it falls",
          "[query][state_backing]")
{
    auto const b = backing({.total = exactly(fen(100)),
                            .cheques = {{"ann"}, {"bob"}, {"fund", organ, exactly(fen(30))}}});
    CHECK(is(b.capital, 0.3, 0.3, 0.3));
    CHECK(b.capital.best == share{0.3});
}

TEST_CASE("state_backing_of: an undisclosed state cheque takes up to the remainder",
          "[query][state_backing]")
{
    CHECK(is(backing({.total = exactly(fen(100)),
                      .cheques = {{"ann", {}, exactly(fen(60))}, {"bob"}, {"fund", organ}}})
                 .capital,
             0.0, 0.4, 0.6));
}

TEST_CASE("state_backing_of: a total of over or at least a sum has no upper end",
          "[query][state_backing][hedge]")
{
    auto const said = GENERATE(over(fen(100)), at_least(fen(100)));
    auto const told =
        told_round{.total = said, .cheques = {{"ann"}, {"fund", organ, exactly(fen(30))}}};
    CHECK(is(backing(told).capital, 0.0, 0.3, 0.0));
    // With a floor on either side the part tends to that of what has no limit.
    CHECK(is(backing({.total = said, .cheques = {{"ann", {}, exactly(fen(30))}, {"fund", organ}}})
                 .capital,
             0.7, 1.0, 0.0));
}

TEST_CASE("state_backing_of: a total of up to a sum may be no more than the cheques",
          "[query][state_backing][hedge]")
{
    CHECK(is(
        backing({.total = up_to(fen(100)), .cheques = {{"ann"}, {"fund", organ, exactly(fen(30))}}})
            .capital,
        0.3, 1.0, 0.3));
}

TEST_CASE("state_backing_of: a total between two sums moves the part",
          "[query][state_backing][hedge]")
{
    CHECK(is(backing({.total = between(fen(80), fen(120)),
                      .cheques = {{"ann"}, {"fund", organ, exactly(fen(30))}}})
                 .capital,
             30.0 / 120.0, 30.0 / 80.0, 30.0 / 120.0));
}

TEST_CASE("state_backing_of: about is that sum and hedged, or within a tolerance",
          "[query][state_backing][hedge]")
{
    auto const told = told_round{.total = about(fen(100)),
                                 .cheques = {{"ann"}, {"fund", organ, exactly(fen(30))}}};
    CHECK(is(backing(told).capital, 0.3, 0.3, 1.0));
    CHECK(backing(told).capital.hedged);
    CHECK_FALSE(backing(told).headcount.hedged);
    CHECK(is(backing(told, {.soft = {.about = 0.1}}).capital, 30.0 / 110.0, 30.0 / 90.0,
             30.0 / 110.0));
}

TEST_CASE("state_backing_of: a hedged cheque hedges the answer", "[query][state_backing][hedge]")
{
    auto const hedged = backing(
        {.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, about(fen(30))}}});
    CHECK(is(hedged.capital, 0.3, 0.3, 1.0));
    CHECK(hedged.capital.hedged);
    auto const plain_one = backing(
        {.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, plain(fen(30))}}});
    CHECK_FALSE(plain_one.capital.hedged);
}

TEST_CASE("state_backing_of: a cheque within bounds bounds the part",
          "[query][state_backing][hedge]")
{
    auto const with = [](stated<money> paid) {
        return backing({.total = exactly(fen(100)), .cheques = {{"ann"}, {"fund", organ, paid}}})
            .capital;
    };
    CHECK(is(with(over(fen(30))), 0.3, 1.0, 0.0));
    CHECK(is(with(at_least(fen(30))), 0.3, 1.0, 0.0));
    CHECK(is(with(up_to(fen(30))), 0.0, 0.3, 0.0));
    CHECK(is(with(between(fen(20), fen(40))), 0.2, 0.4, 0.0));
}

TEST_CASE("state_backing_of: bounds of the others bound a cheque", "[query][state_backing][hedge]")
{
    // Ann paid 50 to 60 and bob up to 10: at least 30 of 100 are the fund's.
    CHECK(is(backing({.total = exactly(fen(100)),
                      .cheques = {{"ann", {}, between(fen(50), fen(60))},
                                  {"bob", {}, up_to(fen(10))},
                                  {"fund", organ}}})
                 .capital,
             0.3, 0.5, 0.0));
}

TEST_CASE("state_backing_of: bounds that leave one sum make it known", "[query][state_backing]")
{
    // Both must have paid all they can have paid.
    CHECK(is(backing({.total = exactly(fen(100)),
                      .cheques = {{"ann", {}, up_to(fen(60))}, {"fund", organ, up_to(fen(40))}}})
                 .capital,
             0.4, 0.4, 1.0));
}

TEST_CASE("state_backing_of: where the total is undisclosed the cheques make it",
          "[query][state_backing]")
{
    auto const told =
        told_round{.cheques = {{"ann", {}, exactly(fen(70))}, {"fund", organ, exactly(fen(30))}}};
    CHECK(is(backing(told).capital, 0.3, 0.3, 1.0));
    CHECK(backing(told).unit == currency{"CNY"});
    CHECK(is(backing(told, {.unnamed = unnamed_money::possible}).capital, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of: cheques that exceed the total raise it", "[query][state_backing]")
{
    auto const b =
        backing({.total = exactly(fen(100)),
                 .cheques = {{"ann", {}, exactly(fen(50))}, {"fund", organ, exactly(fen(70))}}});
    CHECK(is(b.capital, 70.0 / 120.0, 70.0 / 120.0, 1.0));
    CHECK(b.capital.hedged);
}

TEST_CASE("state_backing_of: what no named investor can have paid is anybody's",
          "[query][state_backing]")
{
    CHECK(
        is(backing({.total = exactly(fen(100)),
                    .cheques = {{"ann", {}, exactly(fen(20))}, {"fund", organ, exactly(fen(30))}}})
               .capital,
           0.3, 0.8, 0.5));
}

TEST_CASE("state_backing_of: unnamed money may be the state's or not, where it is possible",
          "[query][state_backing][unnamed]")
{
    auto told = told_round{
        .total = exactly(fen(100)),
        .cheques = {{"ann", {}, exactly(fen(20))}, {"bob"}, {"fund", organ, exactly(fen(30))}}};
    auto const possible = state_backing_options{.unnamed = unnamed_money::possible};
    CHECK(is(backing(told).capital, 0.3, 0.3, 1.0));
    CHECK(is(backing(told, possible).capital, 0.3, 0.8, 0.5));
    told.complete = true;
    CHECK(is(backing(told, possible).capital, 0.3, 0.3, 1.0));
    told.complete = false;
    CHECK(is(backing(told, possible).capital, 0.3, 0.8, 0.5));
}

TEST_CASE("state_backing_of: money of founders and parents is not external",
          "[query][state_backing][external]")
{
    auto const told = told_round{.total = exactly(fen(100)),
                                 .cheques = {{"ann"},
                                             {"founder", {}, exactly(fen(40)), true},
                                             {"fund", organ, exactly(fen(30))}}};
    CHECK(is(backing(told).capital, 0.3, 0.3, 1.0));
    auto const b = backing(told, external);
    CHECK(b.denominator == backing_denominator::external);
    CHECK(is(b.capital, 0.5, 0.5, 1.0));
    CHECK(is(b.headcount, 0.5, 0.5, 1.0));
    CHECK(b.investors.size() == 2);
}

TEST_CASE("state_backing_of: a parent of the state is not external either",
          "[query][state_backing][external]")
{
    auto const told = told_round{
        .total = exactly(fen(100)),
        .cheques = {{"ann", {}, exactly(fen(60))}, {"parent", organ, exactly(fen(40)), true}}};
    CHECK(is(backing(told).capital, 0.4, 0.4, 1.0));
    CHECK(is(backing(told, external).capital, 0.0, 0.0, 1.0));
    CHECK(backing(told, external).state_investors.empty());
}

TEST_CASE("state_backing_of: an undisclosed founder leaves the external part open",
          "[query][state_backing][external]")
{
    // Of 100 the founder paid anything up to 70.
    auto const told = told_round{
        .total = exactly(fen(100)),
        .cheques = {{"ann"}, {"founder", {}, {}, true}, {"fund", organ, exactly(fen(30))}}};
    CHECK(is(backing(told).capital, 0.3, 0.3, 0.3));
    CHECK(is(backing(told, external).capital, 0.3, 1.0, 0.3));
}

TEST_CASE("state_backing_of: what is said of the external part narrows it",
          "[query][state_backing][external]")
{
    auto told = told_round{
        .total = exactly(fen(100)),
        .cheques = {{"ann"}, {"founder", {}, {}, true}, {"fund", organ, exactly(fen(30))}}};
    told.external = exactly(fen(60));
    CHECK(is(backing(told, external).capital, 0.5, 0.5, 1.0));
    told.external = at_least(fen(60));
    CHECK(is(backing(told, external).capital, 0.3, 0.5, 0.3));
    told.external = up_to(fen(60));
    CHECK(is(backing(told, external).capital, 0.5, 1.0, 0.5));
}

TEST_CASE("state_backing_of: what is said of the external part bounds the whole too",
          "[query][state_backing][external]")
{
    // Outsiders paid 60 of 100, so the undisclosed fund at most that; the founder's 40 follow.
    auto const told = told_round{.total = exactly(fen(100)),
                                 .cheques = {{"ann"}, {"founder", {}, {}, true}, {"fund", organ}},
                                 .external = exactly(fen(60))};
    CHECK(is(backing(told).capital, 0.0, 0.6, 0.4));
    CHECK(is(backing(told, external).capital, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of: the external part alone makes a floor of the total",
          "[query][state_backing][external]")
{
    auto const told = told_round{.cheques = {{"ann"}, {"fund", organ, exactly(fen(30))}},
                                 .external = at_least(fen(60))};
    CHECK(is(backing(told).capital, 0.0, 0.5, 0.0));
    CHECK(is(backing(told, external).capital, 0.0, 0.5, 0.0));
}

TEST_CASE("state_backing_of: an external part beyond the cheques is anybody's",
          "[query][state_backing][external]")
{
    auto const told =
        told_round{.cheques = {{"ann", {}, exactly(fen(200))}}, .external = exactly(fen(300))};
    CHECK(is(backing(told, external).capital, 0.0, 1.0 / 3.0, 2.0 / 3.0));
    CHECK(is(backing(told).capital, 0.0, 1.0 / 3.0, 2.0 / 3.0));
}

TEST_CASE("state_backing_of: the external part may be the only sum told",
          "[query][state_backing][external]")
{
    auto const b = backing({.cheques = {{"ann"}}, .external = exactly(fen(7))});
    CHECK(is(b.capital, 0.0, 0.0, 1.0));
    CHECK(b.unit == currency{"CNY"});
}

TEST_CASE("state_backing_of: an external part that contradicts the total is left aside",
          "[query][state_backing][external]")
{
    // 100 in all with 40 of the founder leave 60, whatever is said.
    auto const told = told_round{.total = exactly(fen(100)),
                                 .cheques = {{"ann"},
                                             {"founder", {}, exactly(fen(40)), true},
                                             {"fund", organ, exactly(fen(30))}},
                                 .external = exactly(fen(80))};
    CHECK(is(backing(told, external).capital, 0.5, 0.5, 1.0));
}

TEST_CASE("state_backing_of: an external part in another currency is left aside",
          "[query][state_backing][external]")
{
    auto const told = told_round{
        .total = exactly(fen(100)),
        .cheques = {{"ann"}, {"founder", {}, {}, true}, {"fund", organ, exactly(fen(30))}},
        .external = exactly(cents(60))};
    CHECK(is(backing(told, external).capital, 0.3, 1.0, 0.3));
}

TEST_CASE("state_backing_of: a round of the founder alone has no external part",
          "[query][state_backing][external]")
{
    auto const told = told_round{.total = exactly(fen(100)),
                                 .cheques = {{"founder", {}, exactly(fen(100)), true}}};
    CHECK(is(backing(told).capital, 0.0, 0.0, 1.0));
    CHECK(is(backing(told, external).capital, 0.0, 1.0, 0.0));
    CHECK(is(backing(told, external).headcount, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of: sums beyond 64 bits are an error", "[query][state_backing]")
{
    auto const half = fen(std::numeric_limits<std::int64_t>::max() / 2 + 1);
    auto const told =
        told_round{.cheques = {{"ann", {}, exactly(half)}, {"fund", organ, exactly(half)}}};
    CHECK(code_of([&] { (void)backing(told); }) == error_code::overflow);
}

TEST_CASE("state_backing_of: sums near 64 bits are exact", "[query][state_backing]")
{
    auto const most = std::numeric_limits<std::int64_t>::max();
    auto const told = told_round{.total = exactly(fen(most)),
                                 .cheques = {{"ann"}, {"fund", organ, exactly(fen(most / 2))}}};
    CHECK(backing(told).capital.best->fraction() == Approx(0.5).epsilon(1e-15));
}

TEST_CASE("state_backing_of: free cheques are no money", "[query][state_backing]")
{
    auto const told =
        told_round{.cheques = {{"ann", {}, exactly(fen(0))}, {"fund", organ, exactly(fen(0))}}};
    CHECK(is(backing(told).capital, 0.0, 1.0, 0.0));
    CHECK(is(backing({.total = exactly(fen(0)), .cheques = {{"ann"}, {"fund", organ}}}).capital,
             0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of: known investors beyond the named are of either kind",
          "[query][state_backing][headcount]")
{
    auto told = told_round{.cheques = {{"ann"}, {"fund", organ}}};
    auto const with = [&](stated<std::uint32_t> count, state_backing_options const& options = {}) {
        told.count = count;
        return backing(told, options).headcount;
    };
    auto const possible = state_backing_options{.unnamed = unnamed_money::possible};
    CHECK(is(with(at_least(5U)), 1.0 / 5, 4.0 / 5, 2.0 / 5));
    CHECK(is(with(over(5U)), 1.0 / 6, 5.0 / 6, 2.0 / 6));
    CHECK(is(with(exactly(5U)), 1.0 / 5, 4.0 / 5, 2.0 / 5));
    CHECK(is(with(exactly(2U)), 0.5, 0.5, 1.0));
    CHECK(is(with(exactly(1U)), 0.5, 0.5, 1.0)); // fewer than the named: the named stand
    CHECK(is(with(at_least(5U), possible), 0.0, 1.0, 0.0));
    CHECK(is(with(between(3U, 6U), possible), 1.0 / 6, 5.0 / 6, 2.0 / 6));
    CHECK(is(with(up_to(4U), possible), 1.0 / 4, 3.0 / 4, 2.0 / 4));
    CHECK(with(about(5U)).hedged);
    CHECK_FALSE(with(exactly(5U)).hedged);
}

TEST_CASE("state_backing_of: unnamed investors may be many, unless the list is complete",
          "[query][state_backing][headcount]")
{
    auto told = told_round{.cheques = {{"ann"}, {"fund", organ}}};
    auto const possible = state_backing_options{.unnamed = unnamed_money::possible};
    CHECK(is(backing(told).headcount, 0.5, 0.5, 1.0));
    CHECK(is(backing(told, possible).headcount, 0.0, 1.0, 0.0));
    told.complete = true;
    CHECK(is(backing(told, possible).headcount, 0.5, 0.5, 1.0));
}

TEST_CASE("state_backing_of: an investor whose participation does not count is none",
          "[query][state_backing][status]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alpha", "ann"});
    to.add(entity{.slug = "fund",
                  .name = "fund",
                  .kind = entity_kind::fund,
                  .state_link = state_link{organ, {}, "CN"}});
    to.add(funding_round{.slug = "r",
                         .company = to.entity("alpha"),
                         .status = deal_status::closed,
                         .amount = amount{exactly(fen(100))}});
    to.add(participation{.round = to.round("r"), .investor = to.entity("ann")});
    to.add(participation{
        .round = to.round("r"), .investor = to.entity("fund"), .status = deal_status::in_talks});
    to.commit();
    auto const closed = state_backing_of(network_of(book), book.round_at("r"));
    CHECK(is(closed.headcount, 0.0, 0.0, 1.0));
    CHECK(is(closed.capital, 0.0, 0.0, 1.0));
    auto const talks =
        state_backing_of(network_of(book, deal_status::in_talks), book.round_at("r"));
    CHECK(is(talks.headcount, 0.5, 0.5, 1.0));
    CHECK(is(talks.capital, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of: a round that is not as far as min_status is not known",
          "[query][state_backing][status]")
{
    auto const book = deepseek_ledger();
    auto const round = book.round_at("deepseek-2026");
    CHECK(code_of([&] { (void)state_backing_of(network_of(book), round); })
          == error_code::not_known_at);
    CHECK(code_of([&] { (void)state_backing_of(network_of(book, deal_status::in_talks), round); })
          == error_code::none);
}

TEST_CASE("state_backing_of: a round that is not reported yet is not known",
          "[query][state_backing][known_at]")
{
    auto const book = deepseek_ledger();
    network const n{view{book,
                         {.known_at = parse_date("2025-03-01"),
                          .min_status = deal_status::rumored,
                          .known = certainty::possibly}}}; // who they are is undated
    CHECK(code_of([&] { (void)state_backing_of(n, book.round_at("deepseek-2026")); })
          == error_code::not_known_at);
    // The approach of winter is known, without a sum.
    auto const b = state_backing_of(n, book.round_at("deepseek-2025"));
    CHECK(slugs(n, b.state_investors) == names{"ministry-fund"});
    CHECK(is(b.capital, 1.0, 1.0, 0.0));
    CHECK_FALSE(b.unit.has_value());
}

TEST_CASE("state_backing_of: what is no round throws", "[query][state_backing]")
{
    auto const book = deepseek_ledger();
    auto const n = network_of(book);
    CHECK_THROWS_AS(state_backing_of(n, book.record_of(book.entity_at("liang"))),
                    std::out_of_range);
    CHECK_THROWS_AS(state_backing_of(n, record_id{10'000}), std::out_of_range);
    CHECK_THROWS_AS(state_backing_of(n, entity_id{10'000}), std::out_of_range);
}

TEST_CASE("state_backing_of: an investor under two names is one head and all its cheques",
          "[query][state_backing][join]")
{
    // fund-a 10 and fund-b 20 of 100 are one; the rest is ann's.
    auto book = told_ledger(
        {{.total = exactly(fen(100)),
          .cheques = {
              {"ann"}, {"fund-a", organ, exactly(fen(10))}, {"fund-b", organ, exactly(fen(20))}}}});
    auto const apart = backing_in(book);
    CHECK(is(apart.headcount, 2.0 / 3, 2.0 / 3, 1.0));
    join(book, "fund-b", "fund-a");
    auto const together = backing_in(book);
    CHECK(is(together.headcount, 0.5, 0.5, 1.0));
    CHECK(is(together.capital, 0.3, 0.3, 1.0));
    CHECK(together.capital == apart.capital);
    CHECK(together.investors.size() == 2);
    CHECK(together.state_investors.size() == 1);
}

TEST_CASE("state_backing_of: the undisclosed cheque of a second name is no money besides",
          "[query][state_backing][join]")
{
    auto book = told_ledger({{.total = exactly(fen(100)),
                              .cheques = {{"ann"},
                                          {"fund-a", organ},
                                          {"fund-b", organ, exactly(fen(20))},
                                          {"fund-c", organ}}}});
    CHECK(is(backing_in(book).capital, 0.2, 1.0, 0.2));
    join(book, "fund-b", "fund-a");
    join(book, "fund-b", "fund-c");
    CHECK(is(backing_in(book).capital, 0.2, 0.2, 1.0));
}

TEST_CASE("state_backing_of: who investors roll up to changes nothing",
          "[query][state_backing][roll_up]")
{
    // The unit of the company itself paid 20; the state's group has a unit that paid 10.
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alpha", "alpha-unit", "ann", "group-unit"});
    to.add(entity{.slug = "group",
                  .name = "group",
                  .kind = entity_kind::company,
                  .state_link = state_link{state_tie::controlled, {}, "CN"}});
    auto const unit_of = [&](std::string_view unit, std::string_view whole) {
        to.add(relation{
            .type = relation_type::unit_of, .from = to.entity(unit), .to = to.entity(whole)});
    };
    unit_of("alpha-unit", "alpha");
    unit_of("group-unit", "group");
    to.add(funding_round{.slug = "round-000",
                         .company = to.entity("alpha"),
                         .status = deal_status::closed,
                         .amount = amount{exactly(fen(100))}});
    auto const pays = [&](std::string_view who, field<amount> const& paid) {
        to.add(participation{
            .round = to.round("round-000"), .investor = to.entity(who), .cheque = paid});
    };
    pays("alpha-unit", amount{exactly(fen(20))});
    pays("group-unit", amount{exactly(fen(10))});
    pays("group", {});
    pays("ann", {});
    to.commit();
    auto const rolled = network_of(book, deal_status::closed, {.roll_up = roll_up::parents});
    for (auto const of : {backing_denominator::total, backing_denominator::external}) {
        auto const options = state_backing_options{.denominator = of};
        CHECK(state_backing_of(rolled, book.round_at("round-000"), options)
              == backing_in(book, options));
        CHECK(state_backing_of(rolled, book.entity_at("alpha"), options)
              == state_backing_of(network_of(book), book.entity_at("alpha"), options));
    }
    CHECK(is(backing_in(book).capital, 0.0, 0.7, 0.3));
}

TEST_CASE("state_backing_of: Zhipu's round of 2025", "[query][state_backing][worked]")
{
    // Over 1bn yuan; two of the four are controlled by Hangzhou; no cheque told.
    auto const book = zhipu_ledger();
    auto const n = network_of(book);
    auto const b = state_backing_of(n, book.round_at("zhipu-2025"));
    CHECK(slugs(n, b.investors) == names{"alibaba", "construction", "shangcheng", "tencent"});
    CHECK(slugs(n, b.state_investors) == names{"construction", "shangcheng"});
    CHECK(is(b.headcount, 2.0 / 4, 2.0 / 4, 1.0));
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
    CHECK_FALSE(b.capital.best.has_value());

    auto const organs =
        state_backing_of(n, book.round_at("zhipu-2025"), {.measure = state_measure::organs});
    CHECK(organs.state_investors.empty());
    CHECK(is(organs.headcount, 0.0, 0.0, 1.0));
    CHECK(is(organs.capital, 0.0, 0.0, 0.0));
}

TEST_CASE("state_backing_of: DeepSeek's round of 2026", "[query][state_backing][worked]")
{
    // About 70bn yuan: the founder about 20bn, the AI fund about 10bn, five others undisclosed.
    auto const book = deepseek_ledger();
    auto const n = network_of(book, deal_status::in_talks);
    auto const round = book.round_at("deepseek-2026");

    auto const total = state_backing_of(n, round);
    CHECK(slugs(n, total.state_investors) == names{"ai-fund"});
    CHECK(is(total.headcount, 1.0 / 7, 1.0 / 7, 1.0));
    CHECK(is(total.capital, 10.0 / 70, 10.0 / 70, 30.0 / 70));
    CHECK(total.capital.hedged);
    CHECK(total.unit == currency{"CNY"});
    CHECK(total.rates.empty());

    auto const outside = state_backing_of(n, round, external);
    CHECK(is(outside.headcount, 1.0 / 6, 1.0 / 6, 1.0));
    CHECK(is(outside.capital, 10.0 / 50, 10.0 / 50, 10.0 / 50));
    CHECK(outside.capital.hedged);

    auto const open = state_backing_of(n, round, {.unnamed = unnamed_money::possible});
    CHECK(is(open.capital, 10.0 / 70, 50.0 / 70, 30.0 / 70));
    auto const organs = state_backing_of(n, round, {.measure = state_measure::organs});
    CHECK(is(organs.capital, 0.0, 0.0, 30.0 / 70));
}

TEST_CASE("state_backing_of: DeepSeek's round as first heard of", "[query][state_backing][worked]")
{
    // In May 2026 a price was told, and neither a sum nor an investor.
    auto const book = deepseek_ledger();
    network const n{
        view{book, {.known_at = parse_date("2026-05-15"), .min_status = deal_status::in_talks}}};
    auto const b = state_backing_of(n, book.round_at("deepseek-2026"));
    CHECK(b.investors.empty());
    CHECK(is(b.headcount, 0.0, 1.0, 0.0));
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
}

TEST_CASE("state_backing_of: says what it measured", "[query][state_backing]")
{
    auto const b = backing(
        {}, {.measure = state_measure::organs, .denominator = backing_denominator::external});
    CHECK(b.measure == state_measure::organs);
    CHECK(b.denominator == backing_denominator::external);
    CHECK(to_string(state_measure::labelled) == "labelled");
    CHECK(to_string(backing_denominator::total) == "total");
    CHECK(b == b);
}

TEST_CASE("state_backing_of: leads of whom only the tie is told are there and may have paid",
          "[query][state_backing]")
{
    auto const with = [](state_tie tie, stated<std::uint32_t> count, bool fund_is_named) {
        ledger book;
        ledger_builder to{book};
        add_entity(to, "alpha");
        add_entity(to, "ann");
        auto const round = to.add(funding_round{.slug = "round-000",
                                                .company = to.entity("alpha"),
                                                .status = deal_status::closed,
                                                .amount = amount{exactly(fen(100))},
                                                .lead_group = lead_group{tie, count}});
        to.add(participation{.round = round, .investor = to.entity("ann")});
        if (fund_is_named) {
            to.add(entity{.slug = "fund",
                          .name = "fund",
                          .kind = entity_kind::fund,
                          .state_link = state_link{tie}});
            to.add(participation{.round = round, .investor = to.entity("fund")});
        }
        to.commit();
        return backing_in(book);
    };
    auto const unnamed = with(state_tie::backed, at_least(2U), false);
    CHECK(is(unnamed.capital, 0.0, 1.0, 0.0));
    CHECK(is(unnamed.headcount, 0.0, 2.0 / 3, 1.0 / 3));
    CHECK(is(with(state_tie::backed, exactly(1U), true).headcount, 0.5, 0.5, 1.0));
    CHECK(is(with(state_tie::organ, exactly(2U), true).headcount, 1.0 / 3, 2.0 / 3, 2.0 / 3));
}

TEST_CASE("state_backing_of: investors who are counted and not named may have paid",
          "[query][state_backing]")
{
    auto const told = told_round{.total = exactly(fen(100)),
                                 .cheques = {{"ann", {}, exactly(fen(40))}},
                                 .count = exactly(5U)};
    CHECK(is(backing(told).capital, 0.0, 0.6, 0.4));
}

TEST_CASE("state_backing_of: what a closed round sought is not what came in",
          "[query][state_backing]")
{
    for (auto const basis : {amount_basis::target, amount_basis::raised}) {
        ledger book;
        ledger_builder to{book};
        add_entity(to, "alpha");
        add_entity(to, "ann");
        auto const round = to.add(funding_round{.slug = "round-000",
                                                .company = to.entity("alpha"),
                                                .status = deal_status::closed,
                                                .amount = amount{exactly(fen(100))},
                                                .amount_basis = basis});
        to.add(entity{.slug = "fund", .name = "fund", .kind = entity_kind::state_body});
        auto const paid = [&](std::string_view who) {
            to.add(participation{
                .round = round, .investor = to.entity(who), .cheque = amount{exactly(fen(10))}});
        };
        paid("ann");
        paid("fund");
        to.commit();
        auto const b = backing_in(book).capital;
        CHECK((basis == amount_basis::target ? is(b, 0.5, 0.5, 1.0) : is(b, 0.1, 0.9, 0.2)));
    }
}

TEST_CASE("state_backing_of: closed cheques of a round in talks count, its total does not",
          "[query][state_backing]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "alpha");
    add_entity(to, "ann");
    to.add(entity{.slug = "fund", .name = "fund", .kind = entity_kind::state_body});
    auto const round = to.add(funding_round{.slug = "round-000",
                                            .company = to.entity("alpha"),
                                            .status = deal_status::in_talks,
                                            .amount = amount{exactly(fen(100))}});
    auto const paid = [&](std::string_view who, std::int64_t sum) {
        to.add(participation{.round = round,
                             .investor = to.entity(who),
                             .cheque = amount{exactly(fen(sum))},
                             .status = deal_status::closed});
    };
    paid("ann", 10);
    paid("fund", 30);
    to.commit();
    auto const b = backing_in(book);
    CHECK(is(b.headcount, 0.5, 0.5, 1.0));
    CHECK(is(b.capital, 0.75, 0.75, 1.0));
}

TEST_CASE("state_backing_of: an investor within and one without are two, though they are joined",
          "[query][state_backing][join]")
{
    auto book = told_ledger(
        {{.total = exactly(fen(100)),
          .cheques = {
              {"p", {}, exactly(fen(20)), true}, {"q"}, {"fund", organ, exactly(fen(30))}}}});
    join(book, "p", "q");
    CHECK(is(backing_in(book, external).capital, 3.0 / 8, 3.0 / 8, 1.0));
}
