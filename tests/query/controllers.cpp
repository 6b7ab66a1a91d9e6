// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/controllers.hpp>

#include "support/catch2.hpp"
#include "support/owners.hpp"

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// `controlled < controller`, by slug of the controlled.
names settled(owned_network const& n)
{
    names out;
    auto const found = ultimate_controllers(n.owners);
    REQUIRE(found.size() == n.owners.num_vertices());
    for (std::uint32_t v = 0; v < found.size(); ++v) {
        if (found[v]) {
            out.push_back(n.slug(n.owners.entity_at(v)) + " < " + n.slug(*found[v]));
        }
    }
    return out;
}

} // namespace

TEST_CASE("ultimate_controllers: where nobody controls nobody is found", "[query][control]")
{
    ledger const book;
    CHECK(settled(owned_network{book}).empty());
    owners_teller told;
    told.person("ann").holds("ann", "a", 0.5);
    CHECK(settled(owned_network{told}).empty());
}

TEST_CASE("ultimate_controllers: the last of a chain controls all of it", "[query][control]")
{
    owners_teller told;
    told.person("zoe").holds("zoe", "c", 0.6).holds("c", "b", 0.6).holds("b", "a", 0.6);
    CHECK(settled(owned_network{told}) == names{"a < zoe", "b < zoe", "c < zoe"});
}

TEST_CASE("ultimate_controllers: possible control is nobody's", "[query][control]")
{
    owners_teller told;
    told.person("ann").holds("ann", "a", 0.3, 0.9).relates(relation_type::manager_of, "m", "fund");
    CHECK(settled(owned_network{told}).empty());
}

TEST_CASE("ultimate_controllers: of joint control the first by slug", "[query][control]")
{
    SECTION("of two whom nobody owns")
    {
        owners_teller told;
        told.person("bob").person("ann").controls("bob", "c").controls("ann", "c");
        CHECK(settled(owned_network{told}) == names{"c < ann"});
    }
    SECTION("whoever has owners, if nobody controls it")
    {
        owners_teller told;
        told.controls("b", "c").controls("a", "c").holds("z", "a", 0.3);
        CHECK(settled(owned_network{told}) == names{"c < a"});
    }
}

TEST_CASE("ultimate_controllers: companies in a circle are the first's", "[query][control]")
{
    owners_teller told;
    told.holds("b", "a", 0.6).holds("a", "b", 0.6).holds("b", "c", 0.6);
    CHECK(settled(owned_network{told}) == names{"b < a", "c < a"});
}

TEST_CASE("ultimate_controllers: who controls one of a circle controls all of it",
          "[query][control]")
{
    owners_teller told;
    told.person("zoe").controls("zoe", "b");
    told.holds("b", "a", 0.6).holds("a", "b", 0.3).holds("b", "c", 0.6);
    CHECK(settled(owned_network{told}) == names{"a < zoe", "b < zoe", "c < zoe"});
}

TEST_CASE("ultimate_controllers: a company held by two that one controls", "[query][control]")
{
    owners_teller told;
    told.person("ann").holds("ann", "x", 0.9).holds("ann", "y", 0.9);
    told.holds("x", "c", 0.3).holds("y", "c", 0.3);
    CHECK(settled(owned_network{told}) == names{"c < ann", "x < ann", "y < ann"});
}

TEST_CASE("ultimate_controllers: is the first ultimate of controllers_of", "[query][control]")
{
    owners_teller told;
    told.person("ann").organ("state").controls("state", "group").controls("ann", "shop");
    told.holds("group", "a", 0.6).holds("a", "b", 0.4).holds("group", "b", 0.2);
    told.holds("b", "c", 0.7).holds("c", "d", 0.3).holds("shop", "d", 0.6).holds("d", "e", 0.5);
    owned_network const n{told};
    auto const all = ultimate_controllers(n.owners);
    for (std::uint32_t v = 0; v < all.size(); ++v) {
        auto const id = n.owners.entity_at(v);
        CAPTURE(n.slug(id));
        auto const above = controllers_of(n.owners, id).controllers;
        auto const is_settled = !above.empty() && above.front().is_certain;
        CHECK(all[v] == (is_settled ? std::optional{above.front().entity} : std::nullopt));
    }
}

TEST_CASE("network_by_controllers: investments are the controller's", "[query][control]")
{
    owners_teller told;
    told.organ("state").person("ann").fund("fund-1").fund("fund-2").fund("free");
    told.controls("state", "fund-1").controls("state", "fund-2").holds("ann", "free", 0.4);
    told.round("r", "alpha", {{"fund-1", {}}, {"fund-2", {}}, {"free", {}}});
    auto const& book = told.book();
    auto const n = network_by_controllers(view{book});
    CHECK(n.options().roll_up == roll_up::controller);
    CHECK(slugs(n, n.investors()) == names{"free", "state"});
    CHECK(slugs(n, network{view{book}}.investors()) == names{"free", "fund-1", "fund-2"});
    CHECK(n.find_investor(book.entity_at("fund-2")) == n.find_investor(book.entity_at("state")));
}

TEST_CASE("network_by_controllers: nobody backs who controls it", "[query][control]")
{
    owners_teller told;
    told.controls("alpha", "fund").round("r", "alpha", {{"fund", {}}, {"other", {}}});
    auto const n = network_by_controllers(view{told.book()});
    CHECK(slugs(n, n.investors()) == names{"other"});
}
