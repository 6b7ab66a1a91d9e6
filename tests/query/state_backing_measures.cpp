// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <algorithm>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using by = state_measure;
constexpr auto impossible = unknown_owners::impossible;

told_sum just(std::int64_t sum)
{
    return exactly(fen(sum));
}
bool is_about(bounded<share> const& b, double lower, double upper)
{
    return near({b.lower.fraction(), b.upper.fraction()}, lower, upper);
}

/// Five investors of ten each: an organ, one that a source calls backed, one of which the state
/// holds 60 per cent and ann the rest, one that it controls as declared, and ann.
void tell_five(owners_teller& to)
{
    to.organ("ministry").person("ann").labelled("backed", state_tie::backed);
    to.holds("ministry", "mixed", 0.6).holds("ann", "mixed", 0.4).controls("ministry", "run");
    to.round("r", "alpha",
             {{"ministry", just(10)},
              {"backed", just(10)},
              {"mixed", just(10)},
              {"run", just(10)},
              {"ann", just(10)}},
             just(50));
}

state_backing of_round(network const& n, state_backing_options const& options)
{
    return state_backing_of(n, n.facts().round_at("r"), options);
}

} // namespace

TEST_CASE("state_backing_of: each measure counts investors its own way",
          "[query][state_backing][measures]")
{
    owners_teller told;
    tell_five(told);
    auto const n = network_of(told.book());
    auto const of = [&](state_measure m) {
        return of_round(n, {.measure = m, .unknown = impossible});
    };

    auto const organs = of(by::organs);
    CHECK(organs.measure == by::organs);
    CHECK(is_about(organs.capital, 0.2, 0.2));
    CHECK(is_about(organs.headcount, 0.2, 0.2));
    CHECK(slugs(n, organs.state_investors) == names{"ministry"});

    auto const labelled = of(by::labelled);
    CHECK(is_about(labelled.capital, 0.6, 0.6));
    CHECK(slugs(n, labelled.state_investors) == names{"backed", "ministry", "run"});

    auto const through = of(by::look_through); // 1 + 0..1 + 0.6 + 0..1 of 5
    CHECK(through.measure == by::look_through);
    CHECK(is_about(through.capital, 0.32, 0.72));
    CHECK(is_about(through.headcount, 0.32, 0.72));
    CHECK(slugs(n, through.state_investors) == names{"ministry", "mixed"});

    auto const whole = of(by::consolidated); // 1 + 0..1 + 1 + 1 of 5
    CHECK(is_about(whole.capital, 0.6, 0.8));
    CHECK(slugs(n, whole.state_investors) == names{"ministry", "mixed", "run"});
    CHECK(slugs(n, whole.investors) == names{"ann", "backed", "ministry", "mixed", "run"});
}

TEST_CASE("state_backing_of: an investor of unknown owners counts in the upper end",
          "[query][state_backing][measures]")
{
    owners_teller told;
    told.round("r", "alpha", {{"fund", just(10)}}, just(10));
    auto const n = network_of(told.book());
    for (auto const m : {by::look_through, by::consolidated}) {
        CHECK(is_about(of_round(n, {.measure = m}).capital, 0.0, 1.0));
        CHECK(is_about(of_round(n, {.measure = m, .unknown = impossible}).capital, 0.0, 0.0));
        CHECK(is_about(of_round(n, {.measure = m}).headcount, 0.0, 1.0));
    }
}

TEST_CASE("state_backing_of: a cheque falls with the part of its investor",
          "[query][state_backing][measures]")
{
    // half is the state's of fund a, a tenth of fund b: what they paid of 10 nobody tells.
    owners_teller told;
    told.organ("state").person("ann");
    told.holds("state", "a", 0.5).holds("ann", "a", 0.5);
    told.holds("state", "b", 0.1).holds("ann", "b", 0.9);
    told.round("r", "alpha", {{"a", {}}, {"b", {}}}, just(10));
    auto const n = network_of(told.book());
    CHECK(is_about(of_round(n, {.measure = by::look_through}).capital, 0.1, 0.5));
}

TEST_CASE("state_backing_of: of one level, a level nobody tells counts at the most",
          "[query][state_backing][measures]")
{
    owners_teller told;
    told.organ("city", state_level::municipal).organ("vague", std::nullopt).organ("top");
    told.organ("lion", state_level::central, "SG");
    told.round("r", "alpha",
               {{"city", just(10)}, {"vague", just(20)}, {"top", just(30)}, {"lion", just(40)}},
               just(100));
    auto const n = network_of(told.book());
    for (auto const m : {by::organs, by::labelled, by::look_through, by::consolidated}) {
        CAPTURE(to_string(m));
        auto const of = [&](std::optional<state_level> level, std::string_view country) {
            return of_round(n, {.measure = m, .country = country, .level = level}).capital;
        };
        CHECK(is_about(of(state_level::municipal, {}), 0.1, 0.3));
        CHECK(is_about(of(state_level::central, {}), 0.7, 0.9));
        CHECK(is_about(of(state_level::central, "SG"), 0.4, 0.4));
        CHECK(is_about(of(state_level::district, "CN"), 0.0, 0.2));
        CHECK(is_about(of({}, {}), 1.0, 1.0));
        CHECK(is_about(of({}, "CN"), 0.6, 0.6));
    }
}

TEST_CASE("state_backing_of: heads by who controls them count once",
          "[query][state_backing][measures]")
{
    owners_teller told;
    told.organ("city").person("ann");
    told.controls("city", "fund-1").controls("city", "fund-2").controls("ann", "shop");
    told.round("r", "alpha",
               {{"fund-1", just(10)}, {"fund-2", just(10)}, {"shop", {}}, {"free", {}}});
    auto const n = network_of(told.book());
    auto const plain = of_round(n, {.unknown = impossible});
    CHECK(plain.investors.size() == 4);
    CHECK(is_about(plain.headcount, 0.5, 0.5));
    auto const heads = of_round(n, {.unknown = impossible, .heads = counted_heads::controllers});
    CHECK(slugs(n, heads.investors) == names{"ann", "city", "free"});
    CHECK(slugs(n, heads.state_investors) == names{"city"});
    CHECK(is_about(heads.headcount, 1.0 / 3.0, 1.0 / 3.0));
    CHECK(heads.capital == plain.capital);
}

TEST_CASE("state_backing_of: of the worth after the round", "[query][state_backing][measures]")
{
    auto const of = [](valuation_basis basis, told_sum const& worth, told_sum const& cheque,
                       told_sum const& total) {
        owners_teller told;
        told.organ("state").person("ann");
        told.round("r", "alpha", {{"state", cheque}, {"ann", {}}}, total);
        told.to().add(valuation{.company = told.known("alpha"),
                                .round = told.to().round("r"),
                                .basis = basis,
                                .amount = amount{worth}});
        auto const n = network_of(told.book());
        auto const b = of_round(n, {.denominator = backing_denominator::post_money});
        CHECK(b.denominator == backing_denominator::post_money);
        return b.capital;
    };
    using enum valuation_basis;
    CHECK(is_about(of(post, just(200), just(20), just(50)), 0.1, 0.1));
    CHECK(is_about(of(pre, just(150), just(20), just(50)), 0.1, 0.1));
    CHECK(is_about(of(post, just(200), {}, just(50)), 0.0, 0.25));
    CHECK(is_about(of(pre, just(150), {}, just(50)), 0.0, 0.25));
    CHECK(is_about(of(post, between(fen(100), fen(200)), just(20), just(50)), 0.1, 0.2));
    CHECK(is_about(of(post, at_least(fen(100)), just(20), just(50)), 0.0, 0.2));
    // Of a round between 50 and 100 on top of 100 the state has 20.
    CHECK(is_about(of(pre, just(100), just(20), between(fen(50), fen(100))), 0.1, 20.0 / 150.0));
    for (auto const basis : {prior, target, market_cap, unspecified}) {
        CHECK(
            is_about(of(basis, just(200), just(20), just(50)), 0.0, 1.0)); // no such worth is told
    }
}

TEST_CASE(
    "state_backing_of: of the worth after a round that nobody is named in others may have all",
    "[query][state_backing][measures]")
{
    auto const of = [](told_sum const& total, valuation_basis basis) {
        owners_teller told;
        told.round("r", "alpha", {}, total);
        told.to().add(valuation{.company = told.known("alpha"),
                                .round = told.to().round("r"),
                                .basis = basis,
                                .amount = amount{just(1000)}});
        return of_round(network_of(told.book()), {.denominator = backing_denominator::post_money})
            .capital;
    };
    for (auto const basis : {valuation_basis::post, valuation_basis::pre}) {
        CHECK(is(of({}, basis), 0.0, 1.0, 0.0));
        CHECK(is(of(at_least(fen(100)), basis), 0.0, 1.0, 0.0));
    }
    CHECK(is(of(just(100), valuation_basis::post), 0.0, 0.1, 0.0));
    CHECK(is(of(just(0), valuation_basis::post), 0.0, 0.0, 0.0));
}

TEST_CASE("state_backing_of: a round that nobody is named in may be of anybody's money",
          "[query][state_backing][measures]")
{
    told_round const known{.total = just(10), .cheques = {{"fund", organ, just(10)}}};
    CHECK(is(backing_of_all({known}).capital, 1.0, 1.0, 1.0));
    CHECK(is(backing_of_all({known, {}}).capital, 0.0, 1.0, 0.0));
    CHECK(is(backing_of_all({known, {.total = just(10)}}).capital, 0.5, 1.0, 0.5));
}

TEST_CASE("state_backing_of: cheques above the total are told of",
          "[query][state_backing][measures]")
{
    told_round const over{.total = just(10),
                          .cheques = {{"fund", organ, just(8)}, {"ann", {}, just(8)}}};
    told_round const fits{.total = just(10),
                          .cheques = {{"fund", organ, just(8)}, {"ann", {}, just(2)}}};
    auto const book = told_ledger({fits, over, {.cheques = {{"ann", {}, just(8)}}}});
    auto const b = state_backing_of(network_of(book), book.entity_at("alpha"));
    CHECK(b.over_total == std::vector{book.round_at("round-001")});
    CHECK(is(backing(over).capital, 0.5, 0.5, 1.0)); // the cheques go before the total
}

TEST_CASE("state_backing_of: the worth after one round is none of several",
          "[query][state_backing][measures]")
{
    auto const book = told_ledger({{.total = just(10), .cheques = {{"ann", {}, just(10)}}}});
    auto const n = network_of(book);
    CHECK(code_of([&] {
              static_cast<void>(state_backing_of(n, book.entity_at("alpha"),
                                                 {.denominator = backing_denominator::post_money}));
          })
          == error_code::bad_value);
}

TEST_CASE("state_backing_of companies: of none all is unknown", "[query][state_backing][measures]")
{
    auto const book = told_ledger({{.total = just(10), .cheques = {{"ann", {}, just(10)}}}});
    auto const n = network_of(book);
    auto const b = state_backing_of(n, std::span<entity_id const>{});
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
    CHECK(is(b.headcount, 0.0, 1.0, 0.0));
    CHECK(b.investors.empty());
}

TEST_CASE("state_backing_of companies: one is itself, several are one ratio of sums",
          "[query][state_backing][measures]")
{
    owners_teller told;
    told.organ("state").person("ann").company("idle");
    told.round("r-1", "alpha", {{"state", just(10)}, {"ann", just(10)}}, just(20));
    told.round("r-2", "beta", {{"state", just(5)}, {"ann", just(75)}}, just(80));
    auto const& book = told.book();
    auto const n = network_of(book);
    auto const ids = [&](names const& slugs_of) {
        std::vector<entity_id> out;
        for (auto const& slug : slugs_of) {
            out.push_back(book.entity_at(slug));
        }
        return out;
    };
    auto const alpha = ids({"alpha"});
    CHECK(state_backing_of(n, alpha) == state_backing_of(n, book.entity_at("alpha")));
    auto const both = state_backing_of(n, ids({"alpha", "beta", "idle"})); // idle adds nothing
    CHECK(is_about(both.capital, 0.15, 0.15));
    CHECK(is_about(both.headcount, 0.5, 0.5));
    CHECK(both.investors.size() == 2);
    CHECK(code_of([&] { static_cast<void>(state_backing_of(n, book.entity_at("idle"))); })
          == error_code::not_known_at);
}

TEST_CASE("state_backing_of companies: a company named twice counts once",
          "[query][state_backing][measures]")
{
    owners_teller told;
    told.organ("state").person("ann").are_same("alpha", "alpha-inc");
    told.round("r-1", "alpha", {{"state", just(10)}, {"ann", just(10)}}, just(20));
    told.round("r-2", "beta", {{"ann", just(80)}}, just(80));
    auto const& book = told.book();
    auto const n = network_of(book);
    std::vector const twice{book.entity_at("alpha"), book.entity_at("beta"),
                            book.entity_at("alpha-inc"), book.entity_at("alpha")};
    auto const b = state_backing_of(n, twice);
    CHECK(is_about(b.capital, 0.1, 0.1));
    std::vector const once{book.entity_at("alpha"), book.entity_at("beta")};
    CHECK(b == state_backing_of(n, once));
}

TEST_CASE("portfolio_of: the companies an investor backs, by slug",
          "[query][state_backing][measures]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    CHECK(slugs(n, portfolio_of(n, book.entity_at("ann"))) == names{"alpha", "gamma"});
    CHECK(slugs(n, portfolio_of(n, book.entity_at("bob"))) == names{"alpha", "beta"});
    CHECK(portfolio_of(n, book.entity_at("dan")).empty()); // in talks
    CHECK(portfolio_of(n, book.entity_at("alpha")).empty());
}

TEST_CASE("companies_in: those of one sector, to the byte, or all",
          "[query][state_backing][measures]")
{
    owners_teller told;
    for (auto const& [slug, sector] : std::vector<std::pair<char const*, char const*>>{
             {"gamma", "AI"}, {"alpha", "AI"}, {"beta", "ai"}, {"delta", "AI"}}) {
        told.describe({.slug = slug, .name = slug, .kind = entity_kind::company, .sector = sector});
    }
    told.round("r-1", "gamma", {{"ann", {}}}).round("r-2", "beta", {{"ann", {}}});
    told.round("r-3", "alpha", {}); // backed by nobody, but with a round
    auto const n = network_of(told.book());
    CHECK(slugs(n, companies_in(n, "AI")) == names{"alpha", "gamma"});
    CHECK(slugs(n, companies_in(n, "ai")) == names{"beta"});
    CHECK(companies_in(n, "chips").empty());
    CHECK(slugs(n, companies_in(n)) == names{"alpha", "beta", "gamma"});
}

TEST_CASE("is_state: by look-through and by control whoever is so in part for certain",
          "[query][state_backing][measures]")
{
    owners_teller told;
    tell_five(told);
    told.holds("ministry", "sliver", 0.01);
    auto const n = network_of(told.book());
    auto const is = [&](char const* slug, state_measure m) {
        return is_state(n, n.facts().entity_at(slug), m);
    };
    CHECK(is("sliver", by::look_through));
    CHECK_FALSE(is("sliver", by::consolidated));
    CHECK(is("run", by::consolidated));
    CHECK_FALSE(is("run", by::look_through));
    CHECK_FALSE(is("backed", by::look_through));
    CHECK_FALSE(is("ann", by::consolidated));
}
