// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <capgraph/model/valuation.hpp>

#include <algorithm>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

TEST_CASE("state_backing_of: a cheque in another currency goes by the round's own rate",
          "[query][state_backing][rate]")
{
    // 1000 fen are 140 cents: 14 cents are 100 fen.
    auto const b =
        backing({.total = amount{exactly(fen(1000)), plain(cents(140))},
                 .cheques = {{"ann", {}, exactly(fen(900))}, {"fund", organ, exactly(cents(14))}}});
    CHECK(is(b.capital, 0.1, 0.1, 1.0));
    CHECK(b.rates.size() == 1);
    CHECK(b.capital.hedged);
    CHECK(b.unit == currency{"CNY"});
}

TEST_CASE("state_backing_of: the currency in which all cheques are told needs no rate",
          "[query][state_backing][rate]")
{
    auto const b = backing(
        {.total = amount{exactly(fen(700)), exactly(cents(100))},
         .cheques = {{"ann", {}, exactly(cents(70))}, {"fund", organ, exactly(cents(30))}}});
    CHECK(is(b.capital, 0.3, 0.3, 1.0));
    CHECK(b.rates.empty());
    CHECK_FALSE(b.capital.hedged);
    CHECK(b.unit == currency{"USD"});
}

TEST_CASE("state_backing_of: a rate implied by a range is a range", "[query][state_backing][rate]")
{
    // 100 fen are 10 to 20 cents: 5 cents are 25 to 50 fen.
    auto const b =
        backing({.total = amount{exactly(fen(100)), between(cents(10), cents(20))},
                 .cheques = {{"ann", {}, up_to(fen(100))}, {"fund", organ, exactly(cents(5))}}});
    CHECK(is(b.capital, 0.25, 0.5, 0.0));
}

TEST_CASE("state_backing_of: a cheque in the total's currency needs no rate",
          "[query][state_backing][rate]")
{
    auto const b = backing(
        {.total = amount{exactly(fen(1000)), plain(cents(140))},
         .cheques = {{"ann"}, {"fund", organ, amount{exactly(cents(15)), plain(fen(100))}}}});
    CHECK(is(b.capital, 0.1, 0.1, 1.0));
    CHECK(b.rates.empty());
}

TEST_CASE("state_backing_of: a converted figure is rounded to the nearest minor unit",
          "[query][state_backing][rate]")
{
    // 10 fen are 3 cents: one cent is 3.3 fen.
    auto const b =
        backing({.total = amount{exactly(fen(10)), plain(cents(3))},
                 .cheques = {{"ann", {}, up_to(fen(10))}, {"fund", organ, exactly(cents(1))}}});
    CHECK(is(b.capital, 0.3, 0.3, 1.0));
}

TEST_CASE("state_backing_of: a cheque that nothing converts is an error",
          "[query][state_backing][rate]")
{
    auto const told = told_round{.total = exactly(fen(1000)),
                                 .cheques = {{"ann"}, {"fund", organ, exactly(cents(14))}}};
    CHECK(code_of([&] { (void)backing(told); }) == error_code::missing_rate);
}

TEST_CASE("state_backing_of: without a total the first disclosed cheque gives the currency",
          "[query][state_backing][rate]")
{
    auto const told = told_round{.cheques = {{"bob"}, {"fund", organ, exactly(cents(14))}}};
    CHECK(backing(told).unit == currency{"USD"});
}

TEST_CASE("state_backing_of: a cheque without a common currency goes by a rate for the round's day",
          "[query][state_backing][rate]")
{
    currency const eur{"EUR"};
    ledger book;
    ledger_builder to{book};
    add_entity(to, "alpha");
    add_entity(to, "ann");
    to.add(entity{.slug = "fund", .name = "fund", .kind = entity_kind::state_body});
    auto const round = to.add(funding_round{.slug = "round-000",
                                            .company = to.entity("alpha"),
                                            .status = deal_status::closed,
                                            .closed = date{2025, 3, 12},
                                            .amount = amount{exactly(fen(1000))}});
    to.add(participation{.round = round, .investor = to.entity("ann")});
    to.add(participation{
        .round = round, .investor = to.entity("fund"), .cheque = amount{exactly(money{50, eur})}});
    to.commit();
    auto const ask = [&](state_backing_options const& options) {
        return state_backing_of(network_of(book), book.round_at("round-000"), options);
    };
    CHECK(code_of([&] { (void)ask({}); }) == error_code::missing_rate);

    exchange_rates const own{{{eur, currency{"CNY"}, date{2025, 3, 12}, decimal{8}, "desk"}}};
    auto const by_own = ask({.rates = &own});
    CHECK(is(by_own.capital, 0.4, 0.4, 1.0));
    CHECK(by_own.capital.hedged);
    REQUIRE(by_own.rates.size() == 1);
    CHECK(by_own.rates[0].by->source == "desk");
    exchange_rates const late{{{eur, currency{"CNY"}, date{2025, 3, 13}, decimal{8}, "desk"}}};
    CHECK(code_of([&] { (void)ask({.rates = &late}); }) == error_code::missing_rate);

    ledger_builder more{book};
    more.add(rate{.base = currency{"CNY"},
                  .quote = eur,
                  .date = date{2025, 3},
                  .value = parse_decimal("0.1")});
    more.commit();
    CHECK(is(ask({}).capital, 0.5, 0.5, 1.0));
    CHECK(is(ask({.rates = &own}).capital, 0.4, 0.4, 1.0)); // the caller's goes first
}

namespace {

/// The state's 20 of a round of `total`, in a company said to be worth `worth` after it.
owners_teller& tell_worth(owners_teller& told, amount const& total, amount const& worth)
{
    told.organ("state").person("ann");
    told.to().add(funding_round{.slug = "r",
                                .company = told.known("alpha"),
                                .kind = round_kind::primary,
                                .status = deal_status::closed,
                                .closed = date{2025, 3, 12},
                                .amount = total});
    for (auto const* const who : {"state", "ann"}) {
        participation p{.round = told.to().round("r"), .investor = told.known(who)};
        if (std::string_view{who} == "state") {
            p.cheque = amount{exactly(fen(20))};
        }
        told.to().add(p);
    }
    told.to().add(valuation{.company = told.known("alpha"),
                            .round = told.to().round("r"),
                            .basis = valuation_basis::post,
                            .amount = worth});
    return told;
}

state_backing of_worth(ledger const& book, state_backing_options options = {})
{
    options.denominator = backing_denominator::post_money;
    return state_backing_of(network_of(book), book.round_at("r"), options);
}

} // namespace

TEST_CASE("state_backing_of: a worth in another currency goes by the round's own rate",
          "[query][state_backing][rate]")
{
    // 70 fen are 10 cents: 100 cents are 700 fen.
    owners_teller told;
    auto const b = of_worth(
        tell_worth(told, amount{exactly(fen(70)), exactly(cents(10))}, amount{exactly(cents(100))})
            .book());
    CHECK(is(b.capital, 20.0 / 700.0, 20.0 / 700.0, 1.0));
    CHECK(b.capital.hedged);
    CHECK(b.unit == currency{"CNY"});
    REQUIRE(b.rates.size() == 1);
    CHECK(b.rates[0].from == currency{"USD"});
    CHECK_FALSE(b.rates[0].by);
}

TEST_CASE("state_backing_of: the currency in which the worth is told too needs no rate",
          "[query][state_backing][rate]")
{
    owners_teller told;
    auto const b = of_worth(tell_worth(told, amount{exactly(fen(50)), exactly(cents(7))},
                                       amount{exactly(cents(999)), exactly(fen(200))})
                                .book());
    CHECK(is(b.capital, 0.1, 0.1, 1.0));
    CHECK(b.rates.empty());
    CHECK_FALSE(b.capital.hedged);
}

TEST_CASE("state_backing_of: a worth that nothing converts is an error that names pair and day",
          "[query][state_backing][rate]")
{
    owners_teller told;
    auto const& book =
        tell_worth(told, amount{exactly(fen(50))}, amount{exactly(cents(25))}).book();
    std::string says;
    try {
        static_cast<void>(of_worth(book));
    } catch (error const& e) {
        CHECK(e.code() == error_code::missing_rate);
        says = e.what();
    }
    CHECK(says.find("USD to CNY on 2025-03-12") != std::string::npos);

    exchange_rates const own{
        {{currency{"USD"}, currency{"CNY"}, date{2025, 3, 12}, decimal{8}, "desk"}}};
    auto const b = of_worth(book, {.rates = &own});
    CHECK(is(b.capital, 0.1, 0.1, 1.0));
    REQUIRE(b.rates.size() == 1);
    CHECK(b.rates[0].by->source == "desk");
}

TEST_CASE("state_backing_of: where no money is told the worth gives the currency",
          "[query][state_backing][rate]")
{
    owners_teller told;
    told.person("ann").round("r", "alpha", {{"ann", {}}});
    told.to().add(valuation{.company = told.known("alpha"),
                            .round = told.to().round("r"),
                            .basis = valuation_basis::post,
                            .amount = amount{exactly(cents(100))}});
    auto const b = of_worth(told.book());
    CHECK(b.unit == currency{"USD"});
    CHECK(is(b.capital, 0.0, 0.0, 0.0));
}

namespace {

told_round of_three_currencies()
{
    return {.total = exactly(fen(1000)),
            .cheques = {{"ann", {}, exactly(cents(10))},
                        {"bob", {}, exactly(money{10, currency{"HKD"}})}}};
}

} // namespace

TEST_CASE("state_backing_of: a rate that lacks is made of two through a third currency",
          "[query][state_backing][rate]")
{
    exchange_rates const rates{
        {{.base = currency{"USD"}, .quote = currency{"CNY"}, .on = date{}, .value = decimal{8, 0}},
         {.base = currency{"USD"},
          .quote = currency{"HKD"},
          .on = date{},
          .value = decimal{5, 0}}}};
    // 10 cents are 80 fen; 50 cents of Hong Kong 10 cents, 80 fen again.
    auto const b = backing({.total = exactly(fen(160)),
                            .cheques = {{"ann", {}, exactly(cents(10))},
                                        {"fund", organ, exactly(money{50, currency{"HKD"}})}}},
                           {.rates = &rates});
    CHECK(is(b.capital, 0.5, 0.5, 1.0));
    CHECK(b.capital.hedged);
    REQUIRE(b.rates.size() == 2); // HKD to USD, and USD to CNY, which the other needed too
    auto const goes = [&](used_rate const& r, std::string_view from, std::string_view to) {
        return r.from == currency{from} && r.to == currency{to} && r.by;
    };
    CHECK(std::count_if(b.rates.begin(), b.rates.end(),
                        [&](auto const& r) { return goes(r, "USD", "CNY"); })
          == 1);
    CHECK(std::count_if(b.rates.begin(), b.rates.end(),
                        [&](auto const& r) { return goes(r, "HKD", "USD"); })
          == 1);
}

TEST_CASE("state_backing_of: all rates that lack are named at once", "[query][state_backing][rate]")
{
    auto other = of_three_currencies();
    other.cheques.erase(other.cheques.begin());
    auto const found = [](auto const& ask) {
        try {
            static_cast<void>(ask());
        } catch (error const& e) {
            CHECK(e.code() == error_code::missing_rate);
            return std::string{e.found()};
        }
        return std::string{};
    };
    auto const one = found([] { return backing(of_three_currencies()); });
    CHECK_THAT(one, Catch::Matchers::Contains("from USD, HKD to CNY"));
    auto const two = found([&] { return backing_of_all({of_three_currencies(), other}); });
    CHECK_THAT(two, Catch::Matchers::Contains("from USD, HKD to CNY on an unknown day for round "
                                              "'round-000'"));
    CHECK_THAT(two, Catch::Matchers::Contains("from HKD to CNY on an unknown day for round "
                                              "'round-001'"));
}

TEST_CASE("state_backing_of: without the money no rate is needed", "[query][state_backing][rate]")
{
    auto const b = backing(of_three_currencies(), {.with_capital = false});
    CHECK(is(b.headcount, 0.0, 0.0, 1.0));
    CHECK(b.investors.size() == 2);
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
    CHECK_FALSE(b.unit);
}
