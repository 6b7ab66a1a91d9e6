// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/owners_of.hpp>

#include <capgraph/algorithm/first_passage.hpp>
#include <capgraph/algorithm/walk_sum.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <algorithm>
#include <cstdint>
#include <random>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using by = ownership_semantics;

held_part_list above(owned_network const& n, std::string_view slug,
                     owners_options const& options = {})
{
    return owners_of(n.owners, n.at(slug), options);
}
held_part_list below(owned_network const& n, std::string_view slug,
                     owners_options const& options = {})
{
    return holdings_of(n.owners, n.at(slug), options);
}

names listed(owned_network const& n, held_part_list const& list)
{
    names out;
    for (auto const& p : list.parts) {
        out.push_back(n.slug(p.entity));
    }
    return out;
}

/// The part of `slug`; one that nothing is where it is not listed.
held_part part_of(owned_network const& n, held_part_list const& list, std::string_view slug)
{
    auto const at = std::find_if(list.parts.begin(), list.parts.end(),
                                 [&](held_part const& p) { return p.entity == n.at(slug); });
    return at != list.parts.end() ? *at : held_part{n.at(slug), {-1.0, -1.0}, {}, 0, false};
}

} // namespace

TEST_CASE("owners_of: a company nobody is said to own is wholly unknown", "[query][owners]")
{
    owners_teller told;
    told.company("alpha");
    owned_network const n{told};
    auto const list = above(n, "alpha");
    CHECK(list.of == n.at("alpha"));
    CHECK(list.semantics == by::look_through);
    CHECK(list.parts.empty());
    CHECK(near(list.unknown, 1.0));
    CHECK(list.is_sharp);
    CHECK_FALSE(list.is_cut);
    CHECK(below(n, "alpha").parts.empty());
}

TEST_CASE("owners_of: one owner has its stake, the rest is unknown", "[query][owners]")
{
    owners_teller told;
    told.person("ann").holds("ann", "alpha", 0.3);
    owned_network const n{told};
    auto const list = above(n, "alpha");
    REQUIRE(listed(n, list) == names{"ann"});
    CHECK(list.parts[0].part == part_bounds{0.3, 0.3});
    CHECK(list.parts[0].direct == part_bounds{0.3, 0.3});
    CHECK(list.parts[0].distance == 1);
    CHECK(list.parts[0].is_ultimate);
    CHECK(near(list.unknown, 0.7));
    auto const mine = below(n, "ann");
    REQUIRE(listed(n, mine) == names{"alpha"});
    CHECK(mine.of == n.at("ann"));
    CHECK(near(mine.parts[0].part, 0.3));
    CHECK_FALSE(mine.parts[0].is_ultimate);
}

TEST_CASE("owners_of: look-through lists the ultimate owners of a chain alone", "[query][owners]")
{
    auto const book = pyramid_ledger();
    owned_network const n{book};
    // Of c: b's 30 per cent, of which a has half: the ministry 0.6 * 0.5 * 0.3 = 0.09, ann 0.06;
    // bob has 10 to 20 of c himself; the rest nobody is said to hold.
    auto const list = above(n, "c");
    REQUIRE(listed(n, list) == names{"bob", "ministry", "ann"});
    CHECK(near(list.parts[0].part, 0.1, 0.2));
    CHECK(near(list.parts[1].part, 0.09));
    CHECK(near(list.parts[1].direct, 0.0)); // the declared indirect stake is none
    CHECK(list.parts[1].distance == 3);
    CHECK(near(list.parts[2].part, 0.06));
    CHECK(near(list.unknown, 0.65, 0.75));
    CHECK(list.is_sharp);
}

TEST_CASE("owners_of: with the other semantics all owners are listed", "[query][owners]")
{
    auto const book = pyramid_ledger();
    owned_network const n{book};
    for (auto const semantics :
         {by::walk_sum, by::first_passage, by::simple_path, by::weakest_link}) {
        CAPTURE(to_string(semantics));
        auto const list = above(n, "c", {.semantics = semantics});
        CHECK(list.semantics == semantics);
        CHECK(list.parts.size() == 5);
        auto const is_weakest = semantics == by::weakest_link;
        CHECK(near(part_of(n, list, "b").part, 0.3));
        CHECK(near(part_of(n, list, "a").part, is_weakest ? 0.3 : 0.15));
        CHECK(near(part_of(n, list, "ministry").part, is_weakest ? 0.3 : 0.09));
        CHECK(near(part_of(n, list, "ann").part, is_weakest ? 0.3 : 0.06));
        CHECK(near(part_of(n, list, "bob").part, 0.1, 0.2));
        auto const mine = below(n, "a", {.semantics = semantics});
        CHECK(listed(n, mine) == names{"b", "c"});
        CHECK(near(part_of(n, mine, "b").direct, 0.5));
        CHECK(near(part_of(n, mine, "c").part, is_weakest ? 0.3 : 0.15));
        CHECK(part_of(n, mine, "c").distance == 2);
    }
}

TEST_CASE("owners_of: ties by the most, then by slug", "[query][owners]")
{
    owners_teller told;
    for (auto const* const slug : {"dan", "cat", "ann", "bob"}) {
        told.person(slug);
    }
    told.holds("dan", "alpha", 0.2)
        .holds("cat", "alpha", 0.1)
        .holds("bob", "alpha", 0.1)
        .holds("ann", "alpha", 0.1, 0.15);
    owned_network const n{told};
    CHECK(listed(n, above(n, "alpha")) == names{"dan", "ann", "bob", "cat"});
}

TEST_CASE("owners_of: an ultimate owner is an end that nobody owns a part of", "[query][owners]")
{
    owners_teller told;
    told.describe(
        {.slug = "trust", .name = "trust", .kind = entity_kind::company, .ultimate = true});
    told.person("ann").holds("ann", "trust", 0.5).holds("trust", "alpha", 0.5);
    owned_network const n{told};
    for (auto const semantics :
         {by::look_through, by::walk_sum, by::first_passage, by::simple_path, by::weakest_link}) {
        CAPTURE(to_string(semantics));
        owners_options const options{.semantics = semantics};
        CHECK(listed(n, above(n, "alpha", options)) == names{"trust"});
        CHECK(listed(n, above(n, "trust", options)).empty());
        CHECK(holdings_of(n.owners, n.at("ann"), options).parts.empty());
    }
}

TEST_CASE("owners_of: bounds from classes of several owners need not be reached", "[query][owners]")
{
    auto const part_of_class = [](std::string_view name, double part) {
        return holding{.share_class = name, .share = exactly(share{part})};
    };
    // ann has 0.6 of the one class and 0.2 of the other, bob the rest of both.
    owners_teller told;
    told.person("ann").person("bob");
    told.holds("ann", "alpha", part_of_class("A", 0.6));
    told.holds("ann", "alpha", part_of_class("B", 0.2));
    told.holds("bob", "alpha", part_of_class("A", 0.4));
    told.holds("bob", "alpha", part_of_class("B", 0.8));
    told.holds("alpha", "beta", 0.5).holds("ann", "gamma", 0.1, 0.2);
    owned_network const n{told};
    for (auto const semantics : {by::look_through, by::walk_sum, by::first_passage}) {
        CHECK_FALSE(above(n, "alpha", {.semantics = semantics}).is_sharp);
        CHECK_FALSE(above(n, "beta", {.semantics = semantics}).is_sharp);
        CHECK_FALSE(below(n, "bob", {.semantics = semantics}).is_sharp);
        CHECK(above(n, "gamma", {.semantics = semantics}).is_sharp);
    }
}

TEST_CASE("owners_of: parts and the unknown add up in a cycle too", "[query][owners]")
{
    // ann 40% of a, bob 30% of b, a and b hold half of each other:
    // a = 0.4 ann + 0.5 b, b = 0.3 bob + 0.5 a: ann has 0.4 / 0.75 of a, bob 0.15 / 0.75.
    owners_teller told;
    told.person("ann").person("bob");
    told.holds("ann", "a", 0.4).holds("b", "a", 0.5).holds("bob", "b", 0.3).holds("a", "b", 0.5);
    owned_network const n{told};
    auto const list = above(n, "a");
    CHECK(near(part_of(n, list, "ann").part, 0.4 / 0.75));
    CHECK(near(part_of(n, list, "bob").part, 0.15 / 0.75));
    CHECK(near(list.unknown, 1.0 - 0.55 / 0.75));
    auto const walks = above(n, "a", {.semantics = by::walk_sum});
    CHECK(near(part_of(n, walks, "a").part, 0.25 / 0.75)); // a itself is among its owners
    auto const passage = above(n, "a", {.semantics = by::first_passage});
    CHECK(near(part_of(n, passage, "a").part, 0.25));
}

TEST_CASE("owners_of: what nobody is said to hold may be any owner's", "[query][owners]")
{
    owners_teller told;
    told.person("ann").person("bob").holds("ann", "alpha", 0.3).holds("bob", "alpha", 0.2);
    owned_network const n{told};
    auto const list = above(n, "alpha", {.unknown = unknown_owners::possible});
    CHECK(near(part_of(n, list, "ann").part, 0.3, 0.8));
    CHECK(near(part_of(n, list, "bob").part, 0.2, 0.7));
    CHECK(near(list.unknown, 0.0, 0.5));
    CHECK(list.is_sharp);
    // From below nobody looks at who bob is: if he were a company, some of him might be ann's.
    auto const mine = below(n, "ann", {.unknown = unknown_owners::possible});
    CHECK(near(part_of(n, mine, "alpha").part, 0.3, 1.0));
    CHECK_FALSE(mine.is_sharp);
}

TEST_CASE("owners_of: companies over the whole are named and hold anything", "[query][owners]")
{
    owners_teller told;
    told.person("ann").person("bob");
    told.holds("ann", "a", 0.7).holds("bob", "a", 0.6).holds("a", "b", 0.5);
    owned_network const n{told};
    auto const list = above(n, "b");
    CHECK(list.undefined == n.ids({"a"}));
    CHECK(near(part_of(n, list, "ann").part, 0.0, 0.5));
    CHECK(near(part_of(n, list, "bob").part, 0.0, 0.5));
    CHECK(near(list.unknown, 0.5, 1.0));
}

TEST_CASE("owners_of: one owner's parts over the whole are over it too", "[query][owners]")
{
    // 80 per cent of the equity, and 70 per cent as a limited partner: one of them is wrong.
    owners_teller told;
    told.person("ann")
        .holds("ann", "a", 0.8)
        .holds("ann", "a", {.basis = holding_basis::lp_interest, .share = exactly(share{0.7})});
    told.holds("a", "b", 0.5);
    owned_network const n{told};
    REQUIRE(n.owners.capital().overfull().size() == 1);
    auto const list = above(n, "b");
    CHECK(list.undefined == n.ids({"a"}));
    CHECK(near(part_of(n, list, "ann").part, 0.0, 0.5));
    auto const mine = below(n, "ann");
    CHECK(mine.undefined == n.ids({"a"}));
    CHECK(near(part_of(n, mine, "a").part, 0.0, 1.0));
}

TEST_CASE("owners_of: companies that wholly own each other are named", "[query][owners]")
{
    owners_teller told;
    told.person("ann");
    told.holds("a", "b", 1.0).holds("b", "a", 1.0).holds("a", "c", 0.5).holds("ann", "c", 0.25);
    owned_network const n{told};
    auto const list = above(n, "c");
    CHECK(list.undefined == n.ids({"a", "b"}));
    CHECK(near(part_of(n, list, "ann").part, 0.25, 0.75));
}

TEST_CASE("owners_of: a larger neighbourhood is cut, and upper ends allow for it",
          "[query][owners]")
{
    owners_teller told;
    told.person("ann").person("bob");
    told.holds("bob", "c", 0.1).holds("b", "c", 0.5).holds("a", "b", 0.5).holds("ann", "a", 0.5);
    owned_network const n{told};
    auto const list = above(n, "c", {.most_entities = 3});
    CHECK(list.is_cut);
    CHECK(listed(n, list) == names{"bob"});
    CHECK(near(part_of(n, list, "bob").part, 0.1, 0.6)); // all of b may be bob's
    CHECK_FALSE(above(n, "c", {.most_entities = 5}).is_cut);
    CHECK(below(n, "ann", {.most_entities = 2}).is_cut);
    CHECK(listed(n, below(n, "ann", {.most_entities = 2})) == names{"a"});
    CHECK_FALSE(below(n, "ann", {.most_entities = 4}).is_cut);
}

TEST_CASE("owners_of: chains beyond the limit are said to be cut", "[query][owners]")
{
    owners_teller told;
    for (auto const* const middle : {"m1", "m2", "m3"}) {
        told.holds("a", middle, 0.5).holds(middle, "c", 0.3);
    }
    owned_network const n{told};
    auto const all = above(n, "c", {.semantics = by::simple_path});
    CHECK_FALSE(all.is_cut);
    CHECK(near(part_of(n, all, "a").part, 0.45));
    auto const some = above(n, "c", {.semantics = by::simple_path, .most_chains = 2});
    CHECK(some.is_cut);
    CHECK_FALSE(some.is_sharp);
    CHECK(part_of(n, some, "a").part.upper >= 0.45 - 1e-12);
}

TEST_CASE("owners_of: chains of interval stakes are enclosed, and said to be no sharp bounds",
          "[query][owners]")
{
    auto const book = pyramid_ledger();
    owned_network const n{book};
    CHECK_FALSE(above(n, "c", {.semantics = by::simple_path}).is_sharp);
    CHECK(above(n, "b", {.semantics = by::simple_path}).is_sharp);
    CHECK_FALSE(above(n, "c", {.semantics = by::weakest_link}).is_sharp);
}

TEST_CASE("owners_of: of two names of one company either finds all", "[query][owners]")
{
    owners_teller told;
    told.person("ann").holds("ann", "alpha", 0.3).are_same("alpha", "beta");
    owned_network const n{told};
    CHECK(listed(n, above(n, "beta")) == names{"ann"});
}

TEST_CASE("owners_of: whom the view does not know is an error", "[query][owners]")
{
    owners_teller told;
    told.to().add(entity{.slug = "late", .name = "late", .kind = entity_kind::company},
                  on("2030-01-01"));
    owned_network const n{told.book(), {}, {.known_at = date{2029}}};
    CHECK(code_of([&] { above(n, "late"); }) == error_code::not_known_at);
    CHECK(code_of([&] { below(n, "late"); }) == error_code::not_known_at);
}

TEST_CASE("holdings_of: others' stakes are left to them", "[query][owners]")
{
    // ann has 0 to 50 per cent of a, of which bob has at least 70.
    owners_teller told;
    told.person("ann").person("bob");
    told.holds("ann", "a", 0.0, 0.5).holds("bob", "a", 0.7, 0.9).holds("a", "b", 0.5);
    owned_network const n{told};
    auto const list = below(n, "ann");
    CHECK(near(part_of(n, list, "a").part, 0.0, 0.3));
    CHECK(near(part_of(n, list, "b").part, 0.0, 0.15));
    CHECK(list.is_sharp);
}

TEST_CASE("owners_of: by walks and by first passage each owner has what its row says",
          "[query][owners][property]")
{
    for (std::uint64_t seed = 0; seed < cases(200); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        constexpr std::uint64_t companies = 7;
        owners_teller teller;
        for (std::uint64_t owned = 0; owned < companies; ++owned) {
            auto left = 100U; // circles, and holders of themselves
            for (auto owners = random() % 3; owners > 0 && left > 1; --owners) {
                auto const part = 1 + static_cast<unsigned>(random() % (left - 1));
                left -= part;
                teller.holds(numbered("c", random() % companies), numbered("c", owned),
                             part / 100.0);
            }
        }
        static_cast<void>(teller.known("c000"));
        owned_network const n{teller.book()};
        auto const& w = n.owners.capital();
        auto const center = n.owners.vertex_of(n.at("c000"));
        for (auto const semantics : {by::walk_sum, by::first_passage}) {
            auto const list = above(n, "c000", {.semantics = semantics});
            for (std::uint32_t v = 0; v < w.num_vertices(); ++v) {
                auto const row = semantics == by::walk_sum ? walk_sum(w, v) : first_passage(w, v);
                auto const slug = n.slug(n.owners.entity_at(v));
                CAPTURE(to_string(semantics), slug);
                auto const found = part_of(n, list, slug);
                REQUIRE((row.upper(center) > 0.0) == (found.part.upper > 0.0));
                if (found.part.upper > 0.0) {
                    REQUIRE(found.part.lower == Approx(row.lower(center)).margin(1e-12));
                    REQUIRE(found.part.upper == Approx(row.upper(center)).margin(1e-12));
                }
            }
        }
    }
}

TEST_CASE("holdings_of: agrees with owners_of about each pair", "[query][owners]")
{
    auto const book = pyramid_ledger();
    owned_network const n{book};
    for (auto const* const owner : {"ministry", "ann", "bob"}) {
        for (auto const& p : below(n, owner).parts) {
            CAPTURE(owner, n.slug(p.entity));
            auto const other = part_of(n, above(n, n.slug(p.entity)), owner);
            CHECK(near(other.part, p.part.lower, p.part.upper));
            CHECK(other.direct == p.direct);
            CHECK(other.distance == p.distance);
        }
    }
}
