// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_chain.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::optional<state_chain> chain(owned_network const& n, std::string_view slug,
                                 state_scope const& scope = {})
{
    return state_chain_to(n.owners, n.at(slug), scope);
}

/// From the state down, `=` where control is declared: `ministry > a = b`; empty where there is
/// none.
std::string shown(owned_network const& n, std::optional<state_chain> const& c)
{
    if (!c) {
        return {};
    }
    auto text = (c->is_organ ? "" : "label ") + n.slug(c->from);
    for (auto const& l : c->links) {
        text += (l.is_declared ? " = " : " > ") + n.slug(l.owned);
    }
    return text;
}

} // namespace

TEST_CASE("state_chain_to: whom nobody owns hangs on no state", "[query][state_chain]")
{
    owners_teller told;
    told.company("alpha").person("ann").holds("ann", "beta", 1.0);
    owned_network const n{told};
    CHECK_FALSE(chain(n, "alpha"));
    CHECK_FALSE(chain(n, "beta"));
}

TEST_CASE("state_chain_to: an organ is its own witness", "[query][state_chain]")
{
    owners_teller told;
    told.organ("state");
    owned_network const n{told};
    auto const c = chain(n, "state");
    REQUIRE(c);
    CHECK(c->from == n.at("state"));
    CHECK(c->is_organ);
    CHECK(c->links.empty());
    CHECK(c->part == part_bounds{1.0, 1.0});
}

TEST_CASE("state_chain_to: from the organ down, with the product of the stakes",
          "[query][state_chain]")
{
    auto const book = pyramid_ledger();
    owned_network const n{book};
    auto const c = chain(n, "c");
    CHECK(shown(n, c) == "ministry > a > b > c");
    REQUIRE(c->links.size() == 3);
    CHECK(c->links[0].owner == n.at("ministry"));
    CHECK(near(c->links[0].part, 0.6));
    CHECK(near(c->links[2].part, 0.3));
    CHECK(near(c->part, 0.09));
}

TEST_CASE("state_chain_to: control that is declared is a link of any part", "[query][state_chain]")
{
    owners_teller told;
    told.organ("state").controls("state", "a").holds("a", "b", 0.5);
    told.relates(relation_type::parent_of, "b", "c");
    owned_network const n{told};
    auto const c = chain(n, "c");
    CHECK(shown(n, c) == "state = a > b = c");
    CHECK(near(c->links[0].part, 0.0, 1.0));
    CHECK(near(c->part, 0.0, 0.5));
}

TEST_CASE("state_chain_to: a general partner without a part is a link", "[query][state_chain]")
{
    owners_teller told;
    told.organ("state").holds("state", "fund", {.basis = holding_basis::gp});
    told.relates(relation_type::manager_of, "state", "other");
    owned_network const n{told};
    CHECK(shown(n, chain(n, "fund")) == "state = fund");
    CHECK(near(chain(n, "fund")->part, 0.0, 1.0));
    CHECK_FALSE(chain(n, "other")); // that a manager controls is possible only
}

TEST_CASE("state_chain_to: a stake with control besides is both", "[query][state_chain]")
{
    owners_teller told;
    told.organ("state").holds("state", "a", {.share = exactly(share{0.3}), .control = true});
    owned_network const n{told};
    auto const c = chain(n, "a");
    CHECK(shown(n, c) == "state = a");
    CHECK(near(c->part, 0.3));
}

TEST_CASE("state_chain_to: the shortest goes before the largest", "[query][state_chain]")
{
    owners_teller told;
    told.organ("state").holds("state", "c", 0.01).holds("state", "a", 1.0).holds("a", "c", 0.9);
    owned_network const n{told};
    CHECK(shown(n, chain(n, "c")) == "state > c");
}

TEST_CASE("state_chain_to: of one length the largest at the least, then at the most",
          "[query][state_chain]")
{
    owners_teller told;
    told.organ("state").holds("state", "a", 0.5).holds("state", "b", 0.6);
    told.holds("a", "c", 0.4).holds("b", "c", 0.4);
    told.holds("a", "d", 0.3, 0.4).holds("b", "d", 0.25);
    told.holds("a", "e", 0.0, 0.2).holds("b", "e", 0.0, 0.8);
    owned_network const n{told};
    CHECK(shown(n, chain(n, "c")) == "state > b > c");
    CHECK(shown(n, chain(n, "d")) == "state > a > d");
    CHECK(shown(n, chain(n, "e")) == "state > b > e");
}

TEST_CASE("state_chain_to: what is the largest at the most in the end is taken",
          "[query][state_chain]")
{
    // Down to x: by a 0.5, by b between 0.4 and 0.9; of x the state holds anything.
    owners_teller told;
    told.organ("state").controls("state", "x");
    told.holds("x", "a", 0.5).holds("x", "b", 0.4, 0.9).holds("a", "c", 0.5).holds("b", "c", 0.5);
    owned_network const n{told};
    auto const c = chain(n, "c");
    CHECK(shown(n, c) == "state = x > b > c");
    CHECK(near(c->part, 0.0, 0.45));
}

TEST_CASE("state_chain_to: ties by slug from the state down", "[query][state_chain]")
{
    SECTION("of two owners")
    {
        owners_teller told;
        told.organ("state").holds("state", "b", 0.5).holds("state", "a", 0.5);
        told.holds("b", "c", 0.5).holds("a", "c", 0.5);
        owned_network const n{told};
        CHECK(shown(n, chain(n, "c")) == "state > a > c");
    }
    SECTION("whatever stands above them")
    {
        owners_teller told;
        told.organ("state");
        told.holds("a", "e", 0.5).holds("b", "e", 0.5).holds("z", "a", 0.5).holds("y", "b", 0.5);
        told.holds("state", "y", 0.5).holds("state", "z", 0.5);
        owned_network const n{told};
        CHECK(shown(n, chain(n, "e")) == "state > y > b > e");
    }
    SECTION("of two organs too")
    {
        owners_teller told;
        told.organ("o1").organ("o2");
        told.holds("a", "e", 0.5).holds("b", "e", 0.5).holds("o2", "a", 0.5).holds("o1", "b", 0.5);
        owned_network const n{told};
        CHECK(shown(n, chain(n, "e")) == "o1 > b > e");
    }
}

TEST_CASE("state_chain_to: where no organ stands above, who is labelled is the witness",
          "[query][state_chain]")
{
    owners_teller told;
    told.labelled("fund", state_tie::backed).labelled("far", state_tie::controlled);
    told.holds("fund", "a", 0.5).holds("far", "fund", 0.5);
    owned_network const n{told};
    CHECK(shown(n, chain(n, "a")) == "label fund > a"); // the nearest
    CHECK(shown(n, chain(n, "fund")) == "label fund");
    CHECK_FALSE(chain(n, "fund")->is_organ);
}

TEST_CASE("state_chain_to: an organ farther off goes before a label", "[query][state_chain]")
{
    owners_teller told;
    told.organ("state").labelled("fund", state_tie::backed);
    told.holds("state", "fund", 0.5).holds("fund", "a", 0.5);
    owned_network const n{told};
    CHECK(shown(n, chain(n, "a")) == "state > fund > a");
}

TEST_CASE("state_chain_to: asked for one state or level, of that", "[query][state_chain]")
{
    owners_teller told;
    told.organ("city", state_level::municipal).organ("lion", state_level::central, "SG");
    told.organ("vague", std::nullopt);
    told.holds("city", "a", 0.1).holds("lion", "a", 0.3).holds("vague", "a", 0.4);
    owned_network const n{told};
    CHECK(shown(n, chain(n, "a")) == "vague > a");
    CHECK(shown(n, chain(n, "a", {.country = "SG"})) == "lion > a");
    CHECK(shown(n, chain(n, "a", {.level = state_level::municipal})) == "city > a");
    CHECK(shown(n, chain(n, "a", {.country = "SG", .level = state_level::municipal})).empty());
}

TEST_CASE("state_chain_to: no chain passes through an ultimate owner", "[query][state_chain]")
{
    owners_teller told;
    told.organ("state").person("ann");
    told.describe(
        {.slug = "trust", .name = "trust", .kind = entity_kind::company, .ultimate = true});
    told.holds("state", "trust", 0.6).holds("trust", "a", 0.5);
    told.controls("state", "ann").holds("ann", "b", 0.5);
    owned_network const n{told};
    CHECK_FALSE(chain(n, "a"));
    CHECK_FALSE(chain(n, "trust"));
    CHECK_FALSE(chain(n, "b"));
}

TEST_CASE("state_chain_to: a circle has an end", "[query][state_chain]")
{
    owners_teller told;
    told.organ("state").holds("a", "b", 0.6).holds("b", "a", 0.3).holds("a", "a", 0.1);
    told.holds("state", "a", 0.2).holds("c", "d", 0.5).holds("d", "c", 0.5);
    owned_network const n{told};
    CHECK(shown(n, chain(n, "b")) == "state > a > b");
    CHECK(shown(n, chain(n, "c")).empty());
}

TEST_CASE("state_chain_to: whom the view does not know is an error", "[query][state_chain]")
{
    owners_teller told;
    told.to().add(entity{.slug = "late", .name = "late", .kind = entity_kind::company},
                  on("2030-01-01"));
    owned_network const n{told.book(), {}, {.known_at = date{2029}}};
    CHECK(code_of([&] { chain(n, "late"); }) == error_code::not_known_at);
}
