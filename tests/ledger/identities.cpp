// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Entities that are said to be one and the same.

#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Entities named in an order that is not that of their slugs.
struct five {
    ledger book;
    ledger_builder to{book};
    entity_id d = add_entity(to, "d");
    entity_id b = add_entity(to, "b");
    entity_id e = add_entity(to, "e");
    entity_id a = add_entity(to, "a");
    entity_id c = add_entity(to, "c");

    void join(std::vector<entity_id> const& ids, provenance const& said = {})
    {
        to.add(same_as{ids}, said);
    }
    view seen(view_options const& options = {})
    {
        to.commit();
        return view{book, options};
    }
};

using ids = std::vector<entity_id>;

} // namespace

TEST_CASE("same_as: without a join each entity stands for itself", "[ledger][identity]")
{
    five f;
    auto const v = f.seen();
    for (auto const id : {f.a, f.b, f.c, f.d, f.e}) {
        CHECK(v.representative(id) == id);
        CHECK(v.same_as(id) == ids{id});
    }
}

TEST_CASE("same_as: the first by slug stands for all", "[ledger][identity]")
{
    five f;
    f.join({f.d, f.b});
    auto const v = f.seen();
    CHECK(v.representative(f.d) == f.b);
    CHECK(v.representative(f.b) == f.b);
    CHECK(v.representative(f.a) == f.a);
    CHECK(v.same_as(f.d) == ids{f.b, f.d});
    CHECK(v.same_as(f.b) == ids{f.b, f.d});
    CHECK(v.same_as(f.a) == ids{f.a});
}

TEST_CASE("same_as: slugs are compared byte by byte", "[ledger][identity]")
{
    ledger book;
    ledger_builder to{book};
    auto const two = add_entity(to, "fund-2");
    auto const ten = add_entity(to, "fund-10");
    auto const upper = add_entity(to, "Fund-3");
    to.add(same_as{std::vector{two, ten}});
    to.commit();
    CHECK(view{book}.representative(two) == ten);
    to.add(same_as{std::vector{two, upper}});
    to.commit();
    CHECK(view{book}.representative(ten) == upper);
}

TEST_CASE("same_as: is transitive", "[ledger][identity]")
{
    five f;
    f.join({f.d, f.e});
    f.join({f.c, f.b});
    f.join({f.e, f.c});
    auto const v = f.seen();
    for (auto const id : {f.b, f.c, f.d, f.e}) {
        CHECK(v.representative(id) == f.b);
        CHECK(v.same_as(id) == ids{f.b, f.c, f.d, f.e});
    }
    CHECK(v.representative(f.a) == f.a);
}

TEST_CASE("same_as: one join may name many and name one twice", "[ledger][identity]")
{
    five f;
    f.join({f.e, f.c, f.e, f.d});
    f.join({f.a, f.a});
    auto const v = f.seen();
    CHECK(v.same_as(f.e) == ids{f.c, f.d, f.e});
    CHECK(v.same_as(f.a) == ids{f.a});
}

TEST_CASE("same_as: neither the order of joins nor that within one matters", "[ledger][identity]")
{
    std::array joins{std::pair{'d', 'e'}, std::pair{'c', 'b'}, std::pair{'e', 'c'}};
    std::sort(joins.begin(), joins.end());
    do {
        for (auto const is_turned : {false, true}) {
            five f;
            for (auto [x, y] : joins) {
                if (is_turned) {
                    std::swap(x, y);
                }
                f.join({f.to.entity({&x, 1}), f.to.entity({&y, 1})});
            }
            auto const v = f.seen();
            CHECK(v.same_as(f.d) == ids{f.b, f.c, f.d, f.e});
            CHECK(v.representative(f.e) == f.b);
        }
    } while (std::next_permutation(joins.begin(), joins.end()));
}

TEST_CASE("same_as: holds in views that know it alone", "[ledger][identity]")
{
    five f;
    f.join({f.a, f.b}, on("2025"));
    f.join({f.b, f.c}, on("2026"));
    f.to.commit();
    auto const same = [&](date known) { return view{f.book, {.known_at = known}}.same_as(f.b); };
    CHECK(same(date{2024}) == ids{f.b});
    CHECK(same(date{2025}) == ids{f.a, f.b});
    CHECK(same(date{2026}) == ids{f.a, f.b, f.c});
}

TEST_CASE("same_as: taking back a join undoes it exactly", "[ledger][identity]")
{
    five f;
    f.join({f.a, f.b});
    f.join({f.c, f.d}, {.reported_on = date{2025}, .statement = "j2"});
    f.join({f.b, f.c}, {.reported_on = date{2025}, .statement = "j3"});
    CHECK(f.seen().same_as(f.a) == ids{f.a, f.b, f.c, f.d});
    f.to.add(retraction{"j3"}, on("2026"));
    auto const v = f.seen();
    CHECK(v.same_as(f.a) == ids{f.a, f.b});
    CHECK(v.same_as(f.d) == ids{f.c, f.d});
    CHECK(v.representative(f.d) == f.c);
    CHECK(view{f.book, {.known_at = date{2025}, .known = certainty::possibly}}.same_as(f.a)
          == ids{f.a, f.b, f.c, f.d});
}

TEST_CASE("same_as: a join told twice stands until both are taken back", "[ledger][identity]")
{
    five f;
    f.join({f.a, f.b}, {.statement = "j1"});
    f.join({f.b, f.a}, {.statement = "j2"});
    f.to.add(retraction{"j1"});
    CHECK(f.seen().same_as(f.a) == ids{f.a, f.b});
    f.to.add(retraction{"j2"});
    CHECK(f.seen().same_as(f.a) == ids{f.a});
}

TEST_CASE("same_as: rewrites no id and joins no record", "[ledger][identity]")
{
    five f;
    auto const stake = f.to.add(holding{.owner = f.d, .owned = f.e});
    f.to.add(entity{.slug = "d", .sector = "x"});
    f.join({f.d, f.a});
    auto const v = f.seen();
    CHECK(v.at<holding>(stake).owner == f.d);
    CHECK(v.at(f.d).sector == std::string_view{"x"});
    CHECK(v.at(f.a).sector == field<std::string_view>{});
    CHECK(v.slug_of(f.d) == "d");
}

TEST_CASE("same_as: a shared alias joins nothing", "[ledger][identity]")
{
    five f;
    f.to.add(entity{.slug = "a", .aliases = std::vector<std::string_view>{"OpenAI"}});
    f.to.add(entity{.slug = "b", .aliases = std::vector<std::string_view>{"OpenAI"}});
    CHECK(f.seen().same_as(f.a) == ids{f.a});
}

TEST_CASE("same_as: is a record that a view can show", "[ledger][identity]")
{
    five f;
    auto const join = f.to.add(same_as{std::vector{f.a, f.b}}, {.statement = "j"});
    auto const back = f.to.add(retraction{"j"}, on("2026"));
    f.to.commit();
    view const before{f.book, {.known_at = date{2025}, .known = certainty::possibly}};
    CHECK(before.at<same_as>(join).entities == ids{f.a, f.b});
    CHECK(view{f.book}.find<same_as>(join) == std::nullopt);
    CHECK(view{f.book}.at<retraction>(back).retracted == std::string_view{"j"});
}

TEST_CASE("same_as: a chain of many entities has one representative", "[ledger][identity]")
{
    ledger book;
    ledger_builder to{book};
    constexpr int n = 20'000;
    auto const slug = [](int i) { return "entity-" + std::to_string(100'000 + i); };
    for (int i = 0; i < n; ++i) {
        add_entity(to, slug(i));
    }
    for (int i = n - 1; i > 0; --i) {
        to.add(same_as{std::vector{to.entity(slug(i)), to.entity(slug(i - 1))}});
    }
    to.commit();
    view const v{book};
    auto const first = book.entity_at(slug(0));
    CHECK(v.representative(book.entity_at(slug(n - 1))) == first);
    CHECK(v.same_as(first).size() == n);
}
