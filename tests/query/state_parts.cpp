// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_parts.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <stdexcept>
#include <type_traits>

using namespace capgraph;
using namespace capgraph::test;

static_assert(std::is_copy_constructible_v<state_parts>);

namespace {

using by = state_measure;
constexpr auto impossible = unknown_owners::impossible;

part_bounds part(owned_network const& n, std::string_view slug, state_scope const& scope)
{
    return state_parts{n.net, scope}.of(n.at(slug));
}
bounded<share> equity(owned_network const& n, std::string_view slug, state_scope const& scope)
{
    return state_parts{n.net, scope}.equity_of(n.at(slug));
}
bool is_about(bounded<share> const& b, double lower, double upper, double coverage)
{
    return near({b.lower.fraction(), b.upper.fraction()}, lower, upper)
           && std::abs(b.coverage.fraction() - coverage) < 1e-12;
}

} // namespace

TEST_CASE("state_parts: of whom nothing is said the state has anything or nothing",
          "[query][state_parts]")
{
    owners_teller told;
    told.company("alpha");
    owned_network const n{told};
    for (auto const measure : {by::look_through, by::consolidated}) {
        CAPTURE(to_string(measure));
        CHECK(near(part(n, "alpha", {.measure = measure}), 0.0, 1.0));
        CHECK(near(part(n, "alpha", {.measure = measure, .unknown = impossible}), 0.0));
    }
    for (auto const measure : {by::organs, by::labelled}) {
        CHECK(near(part(n, "alpha", {.measure = measure}), 0.0));
    }
}

TEST_CASE("state_parts: an organ counts in full by each measure", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").labelled("organ-fund", state_tie::organ).person("ann");
    told.holds("ann", "organ-fund", 0.9);
    owned_network const n{told};
    for (auto const measure : {by::organs, by::labelled, by::look_through, by::consolidated}) {
        CAPTURE(to_string(measure));
        CHECK(near(part(n, "state", {.measure = measure}), 1.0));
        CHECK(near(part(n, "organ-fund", {.measure = measure}), 1.0));
        CHECK(near(part(n, "ann", {.measure = measure, .unknown = impossible}), 0.0));
    }
}

TEST_CASE("state_parts: a person is nobody's, whatever is unknown", "[query][state_parts]")
{
    owners_teller told;
    told.person("ann").organ("state").holds("ann", "a", 0.1).holds("state", "a", 0.1);
    owned_network const n{told};
    for (auto const measure : {by::organs, by::labelled, by::look_through, by::consolidated}) {
        CAPTURE(to_string(measure));
        CHECK(near(part(n, "ann", {.measure = measure}), 0.0));
    }
}

TEST_CASE("state_parts: look-through is what the organs own in the end", "[query][state_parts]")
{
    auto const book = pyramid_ledger();
    owned_network const n{book};
    state_scope const scope{.measure = by::look_through, .unknown = impossible};
    CHECK(near(part(n, "a", scope), 0.6));
    CHECK(near(part(n, "b", scope), 0.3));
    CHECK(near(part(n, "c", scope), 0.09));
    // b: half is a's, the rest nobody's that is known; c: bob has a tenth for certain.
    CHECK(near(part(n, "b", {.measure = by::look_through}), 0.3, 0.8));
    CHECK(near(part(n, "c", {.measure = by::look_through}), 0.09, 0.84));
}

TEST_CASE("state_parts: all organs are one holder", "[query][state_parts]")
{
    owners_teller told;
    told.organ("one").organ("two").holds("one", "a", 0.3).holds("two", "a", 0.3);
    owned_network const n{told};
    CHECK(near(part(n, "a", {.measure = by::look_through, .unknown = impossible}), 0.6));
    CHECK(near(part(n, "a", {.measure = by::consolidated, .unknown = impossible}), 1.0));
    CHECK(near(part(n, "a", {.measure = by::labelled}), 0.0)); // no source says so
}

TEST_CASE("state_parts: behind a label without a stake the state may own what others leave",
          "[query][state_parts]")
{
    owners_teller told;
    told.person("ann").labelled("backed", state_tie::backed).labelled("run", state_tie::controlled);
    told.holds("ann", "backed", 0.7);
    owned_network const n{told};
    for (auto const unknown : {impossible, unknown_owners::possible}) {
        state_scope const through{.measure = by::look_through, .unknown = unknown};
        CHECK(near(part(n, "backed", through), 0.0, 0.3));
        CHECK(near(part(n, "run", through), 0.0, 1.0));
        state_scope const whole{.measure = by::consolidated, .unknown = unknown};
        CHECK(near(part(n, "backed", whole), 0.0, 1.0));
        CHECK(near(part(n, "run", whole), 1.0));
    }
}

TEST_CASE("state_parts: a stake that is told is what stands behind a label", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").labelled("fund", state_tie::backed).holds("state", "fund", 0.2);
    owned_network const n{told};
    CHECK(near(part(n, "fund", {.measure = by::look_through, .unknown = impossible}), 0.2));
    CHECK(near(part(n, "fund", {.measure = by::consolidated, .unknown = impossible}), 0.0, 1.0));
    CHECK(near(part(n, "fund", {.measure = by::labelled}), 1.0));
}

TEST_CASE("state_parts: control declared by an organ without a part is any part",
          "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").controls("state", "firm").person("ann").holds("ann", "firm", 0.4);
    owned_network const n{told};
    CHECK(near(part(n, "firm", {.measure = by::look_through, .unknown = impossible}), 0.0, 0.6));
    CHECK(near(part(n, "firm", {.measure = by::consolidated, .unknown = impossible}), 1.0));
    CHECK(near(part(n, "firm", {.measure = by::labelled}), 1.0));
    CHECK(near(part(n, "firm", {.measure = by::organs}), 0.0));
}

TEST_CASE("state_parts: consolidated takes whom organs control in full, down the chain",
          "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").person("ann").holds("state", "a", 0.6).holds("a", "b", 0.51);
    told.holds("ann", "b", 0.49).holds("ann", "c", 0.6).holds("b", "c", 0.4);
    owned_network const n{told};
    state_scope const scope{.measure = by::consolidated};
    CHECK(near(part(n, "a", scope), 1.0));
    CHECK(near(part(n, "b", scope), 1.0));
    CHECK(near(part(n, "c", scope), 0.0)); // ann has more than half
}

TEST_CASE("state_parts: possible control is anything from nothing to all", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").holds("state", "a", 0.4, 0.6).relates(relation_type::manager_of, "m", "f");
    told.controls("state", "m");
    owned_network const n{told};
    state_scope const scope{.measure = by::consolidated, .unknown = impossible};
    CHECK(near(part(n, "a", scope), 0.0, 1.0));
    CHECK(near(part(n, "f", scope), 0.0, 1.0));
    CHECK(near(part(n, "m", scope), 1.0));
}

TEST_CASE("state_parts: a fund of the state's money that others run", "[query][state_parts]")
{
    // The limited partner is the state, the general partner is not.
    owners_teller told;
    told.organ("state").person("ann");
    told.holds("state", "fund",
               {.basis = holding_basis::lp_interest, .share = exactly(share{0.99})});
    told.holds("manager", "fund", {.basis = holding_basis::gp, .share = exactly(share{0.01})});
    told.holds("ann", "manager", 1.0);
    owned_network const n{told};
    CHECK(near(part(n, "fund", {.measure = by::look_through, .unknown = impossible}), 0.99));
    CHECK(near(part(n, "fund", {.measure = by::consolidated, .unknown = impossible}), 0.0));
    // Who runs the fund is told: no votes in it are unknown.
    CHECK(near(part(n, "fund", {.measure = by::consolidated}), 0.0));
}

TEST_CASE("state_parts: the rule of control is the caller's", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").holds("state", "a", 0.5).controls("state", "b");
    told.relates(relation_type::manager_of, "state", "fund");
    owned_network const n{told};
    state_scope scope{.measure = by::consolidated, .unknown = impossible};
    CHECK(near(part(n, "a", scope), 0.0));
    scope.control.is_strict = false;
    CHECK(near(part(n, "a", scope), 1.0));
    scope.control.takes_declared = false;
    CHECK(near(part(n, "b", scope), 0.0, 1.0)); // no source tells how much it holds
    scope.control.takes_declared = true;
    scope.ownership.manager = counts_as_control::certainly;
    CHECK(near(part(n, "fund", scope), 1.0));
}

TEST_CASE("state_parts: of one state, a foreign one is private", "[query][state_parts]")
{
    owners_teller told;
    told.organ("cn").organ("sg", state_level::central, "SG");
    told.holds("cn", "a", 0.3).holds("sg", "a", 0.6);
    owned_network const n{told};
    CHECK(near(part(n, "a", {.measure = by::look_through, .country = "SG", .unknown = impossible}),
               0.6));
    CHECK(near(part(n, "a", {.measure = by::look_through, .unknown = impossible}), 0.9));
    CHECK(near(part(n, "sg", {.measure = by::look_through, .country = "CN"}), 0.0));
    CHECK(near(part(n, "a", {.measure = by::consolidated, .country = "CN"}), 0.0));
    CHECK(near(part(n, "a", {.measure = by::consolidated, .country = "SG"}), 1.0));
}

TEST_CASE("state_parts: of one level, whose level nobody tells counts at the most",
          "[query][state_parts]")
{
    owners_teller told;
    told.organ("city", state_level::municipal).organ("vague", std::nullopt).organ("top");
    told.holds("city", "a", 0.2).holds("vague", "a", 0.3).holds("top", "a", 0.5);
    owned_network const n{told};
    auto const level = state_level::municipal;
    CHECK(near(part(n, "a", {.measure = by::look_through, .level = level}), 0.2, 0.5));
    CHECK(near(part(n, "vague", {.measure = by::organs, .level = level}), 0.0, 1.0));
    CHECK(near(part(n, "vague", {.measure = by::look_through, .level = level}), 0.0, 1.0));
    CHECK(near(part(n, "vague", {.measure = by::consolidated, .level = level}), 0.0, 1.0));
    CHECK(near(part(n, "top", {.measure = by::look_through, .level = level}), 0.0));
    CHECK(near(part(n, "a", {.measure = by::consolidated, .level = level}), 0.0));
}

TEST_CASE("equity_of: of nobody's company the state has anything", "[query][state_parts]")
{
    owners_teller told;
    told.company("alpha");
    owned_network const n{told};
    CHECK(is_about(equity(n, "alpha", {.measure = by::labelled}), 0.0, 1.0, 0.0));
    CHECK(is_about(equity(n, "alpha", {.measure = by::labelled, .unknown = impossible}), 0.0, 0.0,
                   0.0));
}

TEST_CASE("equity_of: look-through is the company's own part, the others its direct holders'",
          "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").labelled("fund", state_tie::backed).person("ann");
    told.holds("state", "shell", 0.6).holds("ann", "shell", 0.4);
    told.holds("state", "a", 0.1).holds("shell", "a", 0.3).holds("fund", "a", 0.2);
    told.holds("ann", "a", 0.2);
    owned_network const n{told};
    auto const of = [&](state_measure m, unknown_owners u) {
        return equity(n, "a", {.measure = m, .unknown = u});
    };
    CHECK(is_about(of(by::organs, impossible), 0.1, 0.1, 0.8));
    CHECK(is_about(of(by::labelled, impossible), 0.3, 0.3, 0.8));
    CHECK(is_about(of(by::look_through, impossible), 0.28, 0.48, 0.8)); // the fund: anything
    CHECK(is_about(of(by::consolidated, impossible), 0.4, 0.6, 0.8));   // the shell: all
    CHECK(is_about(of(by::organs, unknown_owners::possible), 0.1, 0.3, 0.8));
    CHECK(is_about(of(by::labelled, unknown_owners::possible), 0.3, 0.5, 0.8));
    CHECK(is_about(of(by::look_through, unknown_owners::possible), 0.28, 0.68, 0.8));
    CHECK(is_about(of(by::consolidated, unknown_owners::possible), 0.4, 0.8, 0.8));
}

TEST_CASE("equity_of: of an ultimate owner only organs are the state's", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").organ("body").person("ann");
    told.describe(
        {.slug = "trust", .name = "trust", .kind = entity_kind::company, .ultimate = true});
    told.holds("state", "trust", 0.6).holds("state", "body", 0.3).holds("state", "ann", 1.0);
    owned_network const n{told};
    for (auto const measure : {by::organs, by::labelled, by::look_through, by::consolidated}) {
        CAPTURE(to_string(measure));
        CHECK(is_about(equity(n, "trust", {.measure = measure}), 0.0, 0.0, 0.0));
        CHECK(is_about(equity(n, "ann", {.measure = measure}), 0.0, 0.0, 0.0));
        CHECK(is_about(equity(n, "body", {.measure = measure}), 1.0, 1.0, 0.0));
    }
}

TEST_CASE("equity_of: interval stakes of holders that count bound it", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").person("ann").holds("state", "a", 0.1, 0.5).holds("ann", "a", 0.2, 0.9);
    owned_network const n{told};
    CHECK(is_about(equity(n, "a", {.measure = by::organs, .unknown = impossible}), 0.1, 0.5, 0.3));
    CHECK(is_about(equity(n, "a", {.measure = by::organs}), 0.1, 0.8, 0.3));
}

TEST_CASE("equity_of: of a company over the whole it is anything", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").person("ann").holds("state", "a", 0.8).holds("ann", "a", 0.7);
    owned_network const n{told};
    for (auto const measure : {by::organs, by::labelled, by::look_through, by::consolidated}) {
        CAPTURE(to_string(measure));
        auto const b = equity(n, "a", {.measure = measure, .unknown = impossible});
        CHECK(near({b.lower.fraction(), b.upper.fraction()}, 0.0, 1.0));
    }
}

TEST_CASE("state_parts: is a value that says of what it is", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state").holds("state", "a", 0.4);
    owned_network const n{told};
    state_parts const parts{n.net, {.measure = by::look_through, .unknown = impossible}};
    auto const copy = parts;
    CHECK(&copy.net() == &n.net);
    CHECK(copy.scope().measure == by::look_through);
    CHECK(copy.of(n.at("a")) == parts.of(n.at("a")));
}

TEST_CASE("state_parts: an id of another ledger is out of range", "[query][state_parts]")
{
    owners_teller told;
    told.organ("state");
    owned_network const n{told};
    for (auto const measure : {by::organs, by::labelled, by::look_through, by::consolidated}) {
        state_parts const parts{n.net, {.measure = measure}};
        CHECK_THROWS_AS(parts.of(entity_id{1000}), std::out_of_range);
        CHECK_THROWS_AS(parts.equity_of(entity_id{1000}), std::out_of_range);
    }
}

TEST_CASE("equity_of: what leaves a told stake no room is no answer", "[query][state_parts]")
{
    owners_teller told;
    told.organ("city").person("ann");
    told.holds("ann", "alpha", 1.0).holds("city", "alpha", holding{});
    owned_network const n{told};
    for (auto const measure : {by::organs, by::labelled, by::look_through, by::consolidated}) {
        CAPTURE(to_string(measure));
        CHECK(is_about(equity(n, "alpha", {.measure = measure, .unknown = impossible}), 0.0, 1.0,
                       1.0));
    }
}
