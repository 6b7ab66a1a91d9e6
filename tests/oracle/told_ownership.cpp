// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Published examples of ownership and control, told to a ledger and asked of the domain's queries.
// The kernels' answers to the same: oracle/ownership.cpp.

#include <capgraph/query/control_over.hpp>
#include <capgraph/query/owners_of.hpp>
#include <capgraph/query/share_classes.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/state_chain.hpp>
#include <capgraph/query/state_parts.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <map>
#include <set>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using name_set = std::set<std::string>;
constexpr double exact = 1e-12;

struct held_share {
    char const* owner;
    char const* owned;
    double part;
};

void tell(owners_teller& to, std::vector<held_share> const& stakes)
{
    for (auto const& s : stakes) {
        to.holds(s.owner, s.owned, s.part);
    }
}

name_set controlled(owned_network const& n, names const& group)
{
    name_set out;
    for (auto const& c : controlled_by(n.owners, n.ids(group))) {
        CHECK(c.is_certain);
        out.insert(n.slug(c.entity));
    }
    return out;
}

part_bounds votes(owned_network const& n, std::string_view holder, std::string_view company)
{
    for (auto const& c : controlled_by(n.owners, n.ids({std::string{holder}}))) {
        if (c.entity == n.at(company)) {
            return c.votes;
        }
    }
    return {-1.0, -1.0};
}

name_set belonging(owned_network const& n, names const& listed, set_rule const& rule)
{
    name_set out;
    for (auto const& c : screened(n.owners, n.ids(listed), rule)) {
        if (c.is_certain) {
            out.insert(n.slug(c.entity));
        }
    }
    return out;
}

double part(owned_network const& n, std::string_view owner, std::string_view company,
            ownership_semantics semantics = ownership_semantics::look_through)
{
    for (auto const& p : holdings_of(n.owners, n.at(owner), {.semantics = semantics}).parts) {
        if (p.entity == n.at(company)) {
            CHECK(p.part.lower == p.part.upper);
            return p.part.lower;
        }
    }
    return 0.0;
}

} // namespace

TEST_CASE("parts_of_classes: three classes of a thousand shares", "[query][oracle]")
{
    // A. White, Direct Consolidation, chapter 3.3: votes 1, 2, 0 and dividends 1, 0, 1 each; held
    // are 1000, 400 and 700. Votes (1000 + 800) / 3000, capital (1000 + 700) / 2000.
    std::vector const classes{held_class{1000, 1000, 1, 1}, held_class{1000, 400, 2, 0},
                              held_class{1000, 700, 0, 1}};
    auto const parts = parts_of_classes(classes);
    CHECK(parts.votes.fraction() == Approx(0.6).epsilon(exact));
    CHECK(parts.capital.fraction() == Approx(0.85).epsilon(exact));

    owners_teller told;
    told.person("p").holds("p", "c", {.share = exactly(parts.capital)});
    told.holds("p", "c", {.basis = holding_basis::votes, .share = exactly(parts.votes)});
    owned_network const n{told};
    CHECK(part(n, "p", "c") == Approx(0.85).epsilon(exact));
    CHECK(near(votes(n, "p", "c"), 0.6));
}

TEST_CASE("state_backing_of: undisclosed cheques of three rounds", "[query][oracle]")
{
    // Constructed. Rounds of 100 (40 private told), 200 (50 the state's told) and 50 (one state
    // fund): least (0 + 50 + 50) / 350, most (60 + 50 + 50) / 350, equally split 30 + 50 + 50.
    auto const just = [](std::int64_t sum) { return told_sum{exactly(fen(sum))}; };
    std::vector<told_round> const rounds{
        {.total = just(100),
         .cheques = {{"alibaba", {}, just(40)}, {"tencent", {}, {}}, {"state-fund", organ, {}}}},
        {.total = just(200),
         .cheques = {{"state-fund", organ, just(50)}, {"vc-1", {}, {}}, {"vc-2", {}, {}}}},
        {.total = just(50), .cheques = {{"bj-fund", organ, {}}}}};
    for (auto const measure : {state_measure::organs, state_measure::labelled,
                               state_measure::look_through, state_measure::consolidated}) {
        CAPTURE(to_string(measure));
        auto const b = backing_of_all(rounds, {.measure = measure,
                                               .unknown = unknown_owners::impossible,
                                               .best = backing_convention::equal_split});
        CHECK(b.capital.lower.fraction() == Approx(2.0 / 7.0).epsilon(exact));
        CHECK(b.capital.upper.fraction() == Approx(16.0 / 35.0).epsilon(exact));
        REQUIRE(b.capital.best);
        CHECK(b.capital.best->fraction() == Approx(13.0 / 35.0).epsilon(exact));
        CHECK(b.capital.convention == "equal_split");
    }
}

TEST_CASE("state_parts: a state holds all of a company in two ways", "[query][oracle]")
{
    // Open Ownership, data-standard, examples/bods-package-fi-soe.json: the state controls the
    // ministry, and the indirect share is published as 100.
    owners_teller told;
    told.organ("finland", state_level::central, "FI");
    told.describe(
        {.slug = "minfin", .name = "minfin", .kind = entity_kind::state_body, .country = "FI"});
    told.controls("finland", "minfin");
    tell(told, {{"minfin", "suomen-kaasuverkko", 1.0},
                {"suomen-kaasuverkko", "gasgrid", 0.765},
                {"minfin", "gasgrid", 0.235}});
    owned_network const n{told};
    auto const of = [&](state_measure measure) {
        return state_parts{n.net, {.measure = measure, .country = "FI"}}.of(n.at("gasgrid"));
    };
    CHECK(near(of(state_measure::look_through), 1.0));
    CHECK(near(of(state_measure::consolidated), 1.0));
    // If only the state body counts: what it holds directly.
    state_parts const organs{n.net, {.measure = state_measure::organs, .country = "FI"}};
    auto const direct = organs.equity_of(n.at("gasgrid"));
    CHECK(direct.lower.fraction() == Approx(0.235).epsilon(exact));
    CHECK(direct.upper.fraction() == Approx(0.235).epsilon(exact));
    auto const chain = state_chain_to(n.owners, n.at("gasgrid"));
    REQUIRE(chain);
    CHECK(n.slug(chain->from) == "minfin");
    CHECK(near(chain->part, 0.235));
    CHECK(controlled(n, {"minfin"}) == name_set{"gasgrid", "suomen-kaasuverkko"});
}

TEST_CASE("controlled_by: a parent holds five companies directly and through each other",
          "[query][oracle]")
{
    // A. White, Direct Consolidation, chapter 3.5.
    owners_teller told;
    tell(told, {{"p", "c1", 0.75},
                {"p", "c2", 0.8},
                {"p", "c3", 0.3},
                {"p", "c4", 0.35},
                {"c1", "c4", 0.25},
                {"c2", "c5", 0.35},
                {"c3", "c2", 0.07},
                {"c4", "c5", 0.25}});
    owned_network const n{told};
    for (auto const& [company, held] : std::map<std::string, double>{
             {"c1", 0.75}, {"c2", 0.821}, {"c3", 0.3}, {"c4", 0.5375}, {"c5", 0.421725}}) {
        CAPTURE(company);
        CHECK(part(n, "p", company) == Approx(held).epsilon(exact));
    }
    CHECK(controlled(n, {"p"}) == name_set{"c1", "c2", "c4", "c5"});
    CHECK(near(votes(n, "p", "c4"), 0.6));
    CHECK(near(votes(n, "p", "c5"), 0.6));
    CHECK(near(votes(n, "p", "c2"), 0.8)); // without what c3 holds, which p does not control
}

TEST_CASE("screened: halves of halves, and quarters of two", "[query][oracle]")
{
    // Office of Foreign Assets Control, FAQ 401 (first and second example) and 399; Council of the
    // European Union, 2024; Office of Financial Sanctions Implementation.
    SECTION("half of a half")
    {
        owners_teller told;
        tell(told, {{"x", "a", 0.5}, {"a", "b", 0.5}});
        owned_network const n{told};
        CHECK(belonging(n, {"x"}, ofac_rule) == name_set{"a", "b"});
        CHECK(part(n, "x", "b") == 0.25);
        CHECK(controlled(n, {"x"}).empty());
    }
    SECTION("two halves of a half")
    {
        owners_teller told;
        tell(told, {{"x", "a", 0.5}, {"x", "b", 0.5}, {"a", "c", 0.25}, {"b", "c", 0.25}});
        owned_network const n{told};
        CHECK(belonging(n, {"x"}, ofac_rule) == name_set{"a", "b", "c"});
    }
    SECTION("two quarters")
    {
        owners_teller told;
        tell(told, {{"x", "a", 0.25}, {"y", "a", 0.25}});
        owned_network const n{told};
        CHECK(belonging(n, {"x", "y"}, ofac_rule) == name_set{"a"});
        CHECK(belonging(n, {"x", "y"}, eu_rule) == name_set{"a"});
        CHECK(belonging(n, {"x", "y"}, uk_rule).empty());
    }
}

TEST_CASE("controlled_by: 51 pairs in companies over the whole that hold each other",
          "[query][oracle]")
{
    // Prometheux documentation, finance, company control: all rows of the answer.
    owners_teller told;
    tell(told, {{"1", "2", 0.9},
                {"2", "3", 1.0},
                {"3", "2", 0.1},
                {"3", "4", 0.9},
                {"4", "5", 1.0},
                {"5", "1", 0.1},
                {"1", "6", 0.9},
                {"6", "5", 1.0},
                {"5", "10", 0.9},
                {"10", "20", 1.0},
                {"20", "1", 0.5},
                {"1", "10", 0.9},
                {"19", "5", 1.0},
                {"10", "19", 0.5}});
    owned_network const n{told};
    std::size_t pairs = 0;
    for (auto const id : n.net.entities()) {
        pairs += controlled(n, {n.slug(id)}).size();
    }
    CHECK(pairs == 51);
    CHECK(controlled(n, {"10"}) == name_set{"20"});
    CHECK(controlled(n, {"20"}).empty());
    // 20 is under control, but 3 is who is over it: of whom in turn 1, 2 and others are.
    for (auto const* const company : {"2", "5", "10", "20"}) {
        CAPTURE(company);
        name_set above;
        for (auto const& c : controllers_of(n.owners, n.at(company)).controllers) {
            above.insert(n.slug(c.entity));
        }
        for (auto const id : n.net.entities()) {
            auto const holds = controlled(n, {n.slug(id)}).contains(company);
            CHECK(above.contains(n.slug(id)) == holds);
        }
    }
}

TEST_CASE("controlled_by: forty per cent are no control whatever the documentation lists",
          "[query][oracle]")
{
    // Prometheux documentation, banking supervision; it also lists initech over acme.
    owners_teller told;
    tell(told, {{"alpha-treasury", "phoenix-vault", 0.7},
                {"alpha-treasury", "initech", 0.4},
                {"phoenix-vault", "initech", 0.1},
                {"phoenix-vault", "royal-crown", 0.6},
                {"royal-crown", "initech", 0.1},
                {"royal-crown", "goldward", 0.3},
                {"goldleaf", "acme", 0.4},
                {"initech", "acme", 0.4},
                {"initech", "soylent", 0.99},
                {"soylent", "goldward", 0.3}});
    owned_network const n{told};
    CHECK(controlled(n, {"alpha-treasury"})
          == name_set{"goldward", "initech", "phoenix-vault", "royal-crown", "soylent"});
    CHECK(controlled(n, {"initech"}) == name_set{"soylent"});
    CHECK(near(votes(n, "alpha-treasury", "initech"), 0.6));
    auto const why = why_controls(n.owners, n.ids({"alpha-treasury"}), n.at("goldward")).steps;
    REQUIRE_FALSE(why.empty());
    CHECK(why.back().controlled == n.at("goldward"));
    CHECK(why_controls(n.owners, n.ids({"initech"}), n.at("acme")).steps.empty());
}

TEST_CASE("controlled_by: instances of answer set programming have the least fixpoint",
          "[query][oracle]")
{
    // Recursive aggregates among the tests of DLV2; the papers the names say.
    struct instance {
        char const* paper;
        std::vector<held_share> stakes;
        std::map<std::string, name_set> controls;
    };
    for (auto const& i : std::vector<instance>{
             {"Kemp and Stuckey 1991",
              {{"a", "b", 0.6}, {"a", "c", 0.52}, {"b", "a", 0.2}, {"b", "c", 0.16}},
              {{"a", {"b", "c"}}}},
             {"Ross and Sagiv 1992",
              {{"a", "b", 0.3}, {"a", "c", 0.3}, {"b", "c", 0.6}, {"c", "b", 0.6}},
              {{"b", {"c"}}, {"c", {"b"}}}},
             {"Van Gelder 1993", {{"a", "b", 0.4}, {"b", "b", 0.2}}, {}},
             {"Faber and others 2004",
              {{"a", "b", 0.6},
               {"a", "c", 0.36},
               {"b", "a", 0.2},
               {"b", "c", 0.16},
               {"c", "a", 0.32}},
              {{"a", {"b", "c"}}}}}) {
        CAPTURE(i.paper);
        owners_teller told;
        tell(told, i.stakes);
        owned_network const n{told};
        for (auto const id : n.net.entities()) {
            auto const slug = n.slug(id);
            CAPTURE(slug);
            auto const expected = i.controls.find(slug);
            CHECK(controlled(n, {slug})
                  == (expected == i.controls.end() ? name_set{} : expected->second));
        }
    }
}

TEST_CASE("holdings_of: two companies hold 42 per cent of each other", "[query][oracle]")
{
    // Economics Stack Exchange, question 8891 (Anglo American and De Beers); fractions recomputed.
    owners_teller told;
    told.person("s1").person("s2");
    tell(told, {{"s1", "aa", 0.58}, {"s2", "db", 0.58}, {"aa", "db", 0.42}, {"db", "aa", 0.42}});
    owned_network const n{told};
    using enum ownership_semantics;
    CHECK(part(n, "s1", "aa") == Approx(50.0 / 71.0).epsilon(exact));
    CHECK(part(n, "s1", "db") == Approx(21.0 / 71.0).epsilon(exact));
    CHECK(part(n, "aa", "db", walk_sum) == Approx(1050.0 / 2059.0).epsilon(exact));
    CHECK(part(n, "aa", "db", first_passage) == Approx(21.0 / 50.0).epsilon(exact));
    CHECK(part(n, "aa", "aa", first_passage) == Approx(441.0 / 2500.0).epsilon(exact));
    auto const owners = owners_of(n.owners, n.at("aa")).parts;
    REQUIRE(owners.size() == 2);
    CHECK(near(owners[0].part, 50.0 / 71.0));
    CHECK(near(owners[1].part, 21.0 / 71.0));
}

TEST_CASE("holdings_of: cash flow and control rights part in a pyramid", "[query][oracle]")
{
    // Claessens, Djankov and Lang, 2000.
    owners_teller told;
    tell(told,
         {{"f", "a", 0.11}, {"a", "b", 0.21}, {"fa", "c", 0.3}, {"fa", "d", 0.3}, {"d", "c", 0.2}});
    owned_network const n{told};
    using enum ownership_semantics;
    CHECK(part(n, "f", "b") == Approx(0.0231).epsilon(exact));
    CHECK(part(n, "f", "b", weakest_link) == Approx(0.11).epsilon(exact));
    CHECK(part(n, "fa", "c") == Approx(0.36).epsilon(exact));
    CHECK(part(n, "fa", "c", weakest_link) == Approx(0.5).epsilon(exact));
}
