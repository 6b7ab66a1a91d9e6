// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/roll_up.hpp>

#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

struct told_relation {
    relation_type type;
    std::string_view from;
    std::string_view to;
};

/// Companies a to e, a person `zoe`, a government `hangzhou`, a state body `cic`; and who is whose.
ledger family(std::initializer_list<told_relation> relations)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b", "c", "d", "e"});
    add_entity(to, "zoe", entity_kind::person);
    add_entity(to, "hangzhou", entity_kind::government);
    add_entity(to, "cic", entity_kind::state_body);
    for (auto const& r : relations) {
        to.add(relation{.type = r.type, .from = to.entity(r.from), .to = to.entity(r.to)});
    }
    to.commit();
    return book;
}

std::string top_of(ledger const& book, std::string_view slug, roll_up rule = roll_up::parents,
                   view_options const& options = {})
{
    view const facts{book, options};
    return std::string{facts.slug_of(roll_up_map{facts, rule}(book.entity_at(slug)))};
}

using enum relation_type;

} // namespace

TEST_CASE("roll_up_map: who has no parent stays", "[network][roll_up]")
{
    CHECK(top_of(family({}), "a") == "a");
    CHECK(top_of(family({{unit_of, "b", "a"}}), "a") == "a");
    CHECK(top_of(family({{unit_of, "b", "a"}}), "c") == "c");
}

TEST_CASE("roll_up_map: a unit rolls up to its whole", "[network][roll_up]")
{
    CHECK(top_of(family({{unit_of, "b", "a"}}), "b") == "a");
}

TEST_CASE("roll_up_map: a child rolls up to its parent", "[network][roll_up]")
{
    CHECK(top_of(family({{parent_of, "a", "b"}}), "b") == "a");
    CHECK(top_of(family({{parent_of, "a", "b"}}), "a") == "a");
}

TEST_CASE("roll_up_map: goes up to the last that has no parent", "[network][roll_up]")
{
    auto const book = family(
        {{unit_of, "d", "c"}, {parent_of, "b", "c"}, {unit_of, "b", "e"}, {unit_of, "a", "d"}});
    for (auto const* const slug : {"a", "d", "c", "b", "e"}) {
        CAPTURE(slug);
        CHECK(top_of(book, slug) == "e");
    }
}

TEST_CASE("roll_up_map: no rule leaves all as the source names them", "[network][roll_up]")
{
    CHECK(top_of(family({{unit_of, "b", "a"}}), "b", roll_up::none) == "b");
}

TEST_CASE("roll_up_map: stops below persons and governments and state bodies", "[network][roll_up]")
{
    auto const* const owner = GENERATE("zoe", "hangzhou", "cic");
    CAPTURE(owner);
    auto const book = family({{parent_of, owner, "a"}, {unit_of, "b", "a"}});
    CHECK(top_of(book, "a") == "a");
    CHECK(top_of(book, "b") == "a");
    CHECK(top_of(book, owner) == owner);
}

TEST_CASE("roll_up_map: what is above a state body is out of reach from below",
          "[network][roll_up]")
{
    auto const book = family({{unit_of, "a", "cic"}, {unit_of, "cic", "b"}});
    CHECK(top_of(book, "a") == "a");
    CHECK(top_of(book, "cic") == "b");
}

TEST_CASE("roll_up_map: managers and founders and officers are no parents", "[network][roll_up]")
{
    auto const type = GENERATE(manager_of, founder_of, officer_of);
    auto const book = family({{type, "a", "b"}, {type, "b", "a"}});
    CHECK(top_of(book, "a") == "a");
    CHECK(top_of(book, "b") == "b");
}

TEST_CASE("roll_up_map: of several parents the first by slug is followed", "[network][roll_up]")
{
    CHECK(top_of(family({{unit_of, "e", "c"}, {parent_of, "b", "e"}, {unit_of, "e", "d"}}), "e")
          == "b");
    CHECK(top_of(family({{unit_of, "e", "d"}, {unit_of, "e", "c"}, {parent_of, "b", "e"}}), "e")
          == "b");
}

TEST_CASE("roll_up_map: a parent that ends the roll-up leaves the others", "[network][roll_up]")
{
    // "cic" comes before "d", but is no parent to follow.
    CHECK(top_of(family({{unit_of, "e", "cic"}, {unit_of, "e", "d"}}), "e") == "d");
}

TEST_CASE("roll_up_map: the first by slug stands for a circle", "[network][roll_up]")
{
    auto const circle = family(
        {{unit_of, "c", "d"}, {unit_of, "d", "b"}, {unit_of, "b", "c"}, {unit_of, "e", "d"}});
    for (auto const* const slug : {"b", "c", "d", "e"}) {
        CAPTURE(slug);
        CHECK(top_of(circle, slug) == "b");
    }
    CHECK(top_of(circle, "a") == "a");
}

TEST_CASE("roll_up_map: the first by slug stands for a circle in whatever order it is told",
          "[network][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"z", "m", "a", "y"});
    auto const unit = [&](std::string_view from, std::string_view whole) {
        to.add(relation{.type = unit_of, .from = to.entity(from), .to = to.entity(whole)});
    };
    unit("z", "m");
    unit("m", "a");
    unit("a", "z");
    unit("y", "z");
    to.commit();
    for (auto const* const slug : {"a", "m", "y", "z"}) {
        CAPTURE(slug);
        CHECK(top_of(book, slug) == "a");
    }
}

TEST_CASE("roll_up_map: two circles stand apart", "[network][roll_up]")
{
    auto const book = family(
        {{unit_of, "d", "e"}, {unit_of, "e", "d"}, {unit_of, "b", "a"}, {unit_of, "a", "b"}});
    CHECK(top_of(book, "e") == "d");
    CHECK(top_of(book, "b") == "a");
}

TEST_CASE("roll_up_map: nobody is its own parent", "[network][roll_up]")
{
    CHECK(top_of(family({{unit_of, "a", "a"}}), "a") == "a");
    CHECK(top_of(family({{parent_of, "b", "b"}, {unit_of, "b", "c"}}), "b") == "c");
}

TEST_CASE("roll_up_map: entities that are the same have their parents in common",
          "[network][roll_up]")
{
    auto book = family({{unit_of, "d", "a"}, {unit_of, "b", "e"}});
    ledger_builder to{book};
    to.add(same_as{std::vector{to.entity("e"), to.entity("d")}});
    to.commit();
    CHECK(top_of(book, "e") == "a");
    CHECK(top_of(book, "d") == "a");
    CHECK(top_of(book, "b") == "a");
}

TEST_CASE("roll_up_map: entities that are the same roll up to the first of their slugs",
          "[network][roll_up]")
{
    auto book = family({{unit_of, "c", "e"}});
    ledger_builder to{book};
    to.add(same_as{std::vector{to.entity("e"), to.entity("d")}});
    to.commit();
    CHECK(top_of(book, "c") == "d");
    CHECK(top_of(book, "c", roll_up::none) == "c");
    CHECK(top_of(book, "e", roll_up::none) == "d");
}

TEST_CASE("roll_up_map: a parent that is the same as its child is none", "[network][roll_up]")
{
    auto book = family({{unit_of, "b", "a"}, {unit_of, "a", "c"}});
    ledger_builder to{book};
    to.add(same_as{std::vector{to.entity("a"), to.entity("b")}});
    to.commit();
    CHECK(top_of(book, "b") == "c");
}

TEST_CASE("roll_up_map: follows the relations that hold at valid_at", "[network][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"old", "new", "unit"});
    to.add(relation{.type = unit_of,
                    .from = to.entity("unit"),
                    .to = to.entity("old"),
                    .valid_until = parse_date("2020-06-30")});
    to.add(relation{.type = unit_of,
                    .from = to.entity("unit"),
                    .to = to.entity("new"),
                    .valid_from = parse_date("2020-07-01")});
    to.commit();
    auto const at = [&](std::string_view day) {
        return top_of(book, "unit", roll_up::parents, {.valid_at = parse_date(day)});
    };
    CHECK(at("2020-06-30") == "old");
    CHECK(at("2020-07-01") == "new");
    CHECK(top_of(book, "unit") == "new"); // both, at some time: the first by slug
}

TEST_CASE("roll_up_map: follows the relations that are known at known_at", "[network][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"whole", "unit"});
    to.add(relation{.type = unit_of, .from = to.entity("unit"), .to = to.entity("whole")},
           on("2024-03"));
    to.commit();
    auto const at = [&](std::string_view day) {
        return top_of(book, "unit", roll_up::parents, {.known_at = parse_date(day)});
    };
    CHECK(at("2024-03-30") == "unit");
    CHECK(at("2024-03-31") == "whole");
}

TEST_CASE("roll_up_map: climbs a chain of 20000", "[network][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    std::size_t const length = 20'000;
    std::string above = "top";
    add_entity(to, above);
    for (std::size_t i = 0; i < length; ++i) {
        auto const slug = "unit-" + std::to_string(i);
        add_entity(to, slug);
        to.add(relation{.type = unit_of, .from = to.entity(slug), .to = to.entity(above)});
        above = slug;
    }
    to.commit();
    view const facts{book};
    roll_up_map const tops{facts, roll_up::parents};
    auto const top = book.entity_at("top");
    std::size_t at_top = 0;
    for (std::size_t i = 0; i < length; ++i) {
        at_top += tops(book.entity_at("unit-" + std::to_string(i))) == top ? 1U : 0U;
    }
    CHECK(at_top == length);
}
