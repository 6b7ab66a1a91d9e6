// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/ledger.hpp>

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr auto no_entity = entity_id{std::numeric_limits<std::uint32_t>::max()};
constexpr auto no_record = record_id{std::numeric_limits<std::uint32_t>::max()};
constexpr auto no_statement = statement_id{std::numeric_limits<std::uint32_t>::max()};

} // namespace

TEST_CASE("ledger: a new one holds nothing", "[ledger]")
{
    ledger const book;
    CHECK(book.num_statements() == 0);
    CHECK(book.num_records() == 0);
    CHECK(book.num_entities() == 0);
    CHECK(book.find_entity("alibaba") == std::nullopt);
    CHECK(book.find_round("alibaba") == std::nullopt);
    CHECK(book.find_source("alibaba") == std::nullopt);
    CHECK(book.find_entity("") == std::nullopt);
    CHECK(book.find_round("") == std::nullopt);
}

TEST_CASE("ledger: a new one knows no id", "[ledger]")
{
    ledger const book;
    CHECK_THROWS_AS(book.slug_of(entity_id{0}), std::out_of_range);
    CHECK_THROWS_AS(book.record_of(entity_id{0}), std::out_of_range);
    CHECK_THROWS_AS(book.slug_of(record_id{0}), std::out_of_range);
    CHECK_THROWS_AS(book.kind_of(record_id{0}), std::out_of_range);
    CHECK_THROWS_AS(book.at(statement_id{0}), std::out_of_range);
    CHECK_THROWS_AS(book.said_by<entity>(statement_id{0}), std::out_of_range);
}

TEST_CASE("ledger: an id beyond its last throws out_of_range", "[ledger]")
{
    auto const book = syndicates_ledger();
    CHECK_THROWS_AS(book.slug_of(no_entity), std::out_of_range);
    CHECK_THROWS_AS(book.record_of(no_entity), std::out_of_range);
    CHECK_THROWS_AS(book.slug_of(no_record), std::out_of_range);
    CHECK_THROWS_AS(book.kind_of(no_record), std::out_of_range);
    CHECK_THROWS_AS(book.at(no_statement), std::out_of_range);
    auto const next = static_cast<std::uint32_t>(book.num_statements());
    CHECK_NOTHROW(book.at(statement_id{next - 1}));
    CHECK_THROWS_AS(book.at(statement_id{next}), std::out_of_range);
}

TEST_CASE("ledger: counts statements and records and entities apart", "[ledger]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    add_entity(to, "b");
    to.add(entity{.slug = "a", .sector = "chips"});
    add_stake(to, "b", "a", exactly(share{0.5}));
    add_stake(to, "b", "a", exactly(share{0.6}));
    to.commit();
    CHECK(book.num_statements() == 5);
    CHECK(book.num_records() == 3);
    CHECK(book.num_entities() == 2);
    CHECK(book.kind_of(book.record_of(a)) == record_kind::entity);
}

TEST_CASE("ledger: an entity and a round and a source may share a slug", "[ledger]")
{
    ledger book;
    ledger_builder to{book};
    auto const who = add_entity(to, "x");
    auto const what = to.add(funding_round{.slug = "x", .company = who});
    auto const where = to.add(source_record{.slug = "x"});
    to.commit();
    CHECK(book.find_entity("x") == who);
    CHECK(book.find_round("x") == what);
    CHECK(book.find_source("x") == where);
    CHECK(book.kind_of(what) == record_kind::round);
    CHECK(book.kind_of(where) == record_kind::source);
    CHECK(book.slug_of(what) == "x");
    CHECK(book.slug_of(where) == "x");
    CHECK(book.slug_of(book.record_of(who)) == "x");
}

TEST_CASE("ledger: a slug of one kind is not found as another", "[ledger]")
{
    auto const book = zhipu_ledger();
    CHECK(book.find_entity("zhipu").has_value());
    CHECK(book.find_round("zhipu") == std::nullopt);
    CHECK(book.find_source("zhipu") == std::nullopt);
    CHECK(book.find_entity("zhipu-2025") == std::nullopt);
    CHECK(book.find_round("zhipu-2025").has_value());
}

TEST_CASE("ledger: what has no slug has an empty one", "[ledger]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b"});
    auto const stake = add_stake(to, "a", "b", exactly(share{0.5}));
    to.commit();
    CHECK(book.slug_of(stake).empty());
    CHECK(book.kind_of(stake) == record_kind::holding);
}

TEST_CASE("entity_at: an unknown slug is refused with the nearest known", "[ledger]")
{
    auto const book = zhipu_ledger();
    CHECK(book.entity_at("alibaba") == book.find_entity("alibaba"));
    auto const refused = error_of([&] { return book.entity_at("alibaab"); });
    REQUIRE(refused);
    CHECK(refused->code() == error_code::unknown_entity);
    CHECK(refused->found() == "'alibaab'");
    CHECK(std::string{refused->expected()}.find("'alibaba'") != std::string::npos);
}

TEST_CASE("entity_at: a slug like no other is refused without a suggestion", "[ledger]")
{
    auto const refused = error_of([] { return zhipu_ledger().entity_at("microsoft"); });
    REQUIRE(refused);
    CHECK(refused->code() == error_code::unknown_entity);
    CHECK(std::string{refused->expected()}.find('\'') == std::string::npos);
}

TEST_CASE("entity_at: of two slugs equally near the first by slug is suggested", "[ledger]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"fund-c", "fund-a", "fund-b"});
    to.commit();
    auto const refused = error_of([&] { return book.entity_at("fund-x"); });
    REQUIRE(refused);
    CHECK(std::string{refused->expected()}.find("'fund-a'") != std::string::npos);
}

TEST_CASE("round_at: an unknown slug is refused with the nearest round", "[ledger]")
{
    auto const book = zhipu_ledger();
    CHECK(book.round_at("zhipu-2025") == book.find_round("zhipu-2025"));
    auto const refused = error_of([&] { return book.round_at("zhipu-2024"); });
    REQUIRE(refused);
    CHECK(refused->code() == error_code::unknown_reference);
    CHECK(refused->found() == "'zhipu-2024'");
    CHECK(std::string{refused->expected()}.find("'zhipu-2025'") != std::string::npos);
}

TEST_CASE("at: a statement shows who said it and where it stood", "[ledger]")
{
    text_position const place{"labs.json", 812, 20, 5, "/entities/3"};
    ledger book;
    ledger_builder to{book};
    auto const paper = to.add(source_record{.slug = "paper"});
    to.add(entity{.slug = "a", .name = "A", .kind = entity_kind::fund},
           {.source = paper,
            .reported_on = date{2026, 5, 28},
            .as_of = date{2026, 5},
            .attributed_to = "Bloomberg",
            .statement = "st-1",
            .denial = true,
            .where = place});
    to.commit();

    auto const said = book.at(statement_id{1});
    CHECK(said.kind == record_kind::entity);
    CHECK(said.record == book.record_of(book.entity_at("a")));
    CHECK(said.said.source == paper);
    CHECK(said.said.reported_on == date{2026, 5, 28});
    CHECK(said.said.as_of == date{2026, 5});
    CHECK(said.said.attributed_to == "Bloomberg");
    CHECK(said.said.statement == "st-1");
    CHECK(said.said.denial);
    CHECK(said.said.where == place);
}

TEST_CASE("at: what a statement leaves out stays absent", "[ledger]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    to.commit();
    auto const said = book.at(statement_id{0}).said;
    CHECK(said.source == std::nullopt);
    CHECK(said.reported_on == std::nullopt);
    CHECK(said.as_of == std::nullopt);
    CHECK(said.where == std::nullopt);
    CHECK(said.attributed_to.empty());
    CHECK(said.statement.empty());
    CHECK_FALSE(said.denial);
}

TEST_CASE("said_by: gives the fields that were said and no others", "[ledger]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    to.add(entity{.slug = "a", .country = taken_back, .sector = "chips"});
    to.commit();
    CHECK(book.said_by<entity>(statement_id{1})
          == entity{.slug = "a", .country = taken_back, .sector = "chips"});
}

TEST_CASE("said_by: makes plain what the key leaves unsaid", "[ledger]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const b = add_entity(to, "b");
    to.add(holding{.owner = a, .owned = b});
    to.add(valuation{.company = a});
    to.commit();
    CHECK(book.said_by<holding>(statement_id{2})
          == holding{.owner = a, .owned = b, .basis = holding_basis::equity, .indirect = false});
    CHECK(book.said_by<valuation>(statement_id{3})
          == valuation{.company = a, .basis = valuation_basis::unspecified});
}

TEST_CASE("said_by: a statement about another kind of record throws out_of_range", "[ledger]")
{
    auto const book = zhipu_ledger();
    CHECK_NOTHROW(book.said_by<entity>(statement_id{0}));
    CHECK_THROWS_AS(book.said_by<holding>(statement_id{0}), std::out_of_range);
    CHECK_THROWS_AS(book.said_by<source_record>(statement_id{0}), std::out_of_range);
}

TEST_CASE("ledger: what is moved is all there", "[ledger]")
{
    auto book = syndicates_ledger();
    auto const before = contents_of(book);
    auto const ann = book.entity_at("ann");
    auto const slug = book.slug_of(ann);

    auto moved = std::move(book);
    CHECK(contents_of(moved) == before);
    CHECK(moved.entity_at("ann") == ann);
    CHECK(moved.slug_of(ann).data() == slug.data());

    ledger assigned;
    assigned = std::move(moved);
    CHECK(contents_of(assigned) == before);
    CHECK(assigned.slug_of(ann).data() == slug.data());
}

TEST_CASE("ledger: a moved one goes on growing", "[ledger]")
{
    auto book = syndicates_ledger();
    auto const n = book.num_entities();
    auto moved = std::move(book);
    ledger_builder to{moved};
    CHECK(index_of(add_entity(to, "eve")) == n);
    to.commit();
    CHECK(moved.entity_at("eve") == entity_id{static_cast<std::uint32_t>(n)});
}

TEST_CASE("ledger: the seed of its hash tables shows nowhere", "[ledger][property]")
{
    auto const seed = GENERATE(range(0, 20 * effort()));
    CAPTURE(seed);
    auto const all = random_story(static_cast<std::uint64_t>(seed));
    auto const made = [&](ledger_options const& options) {
        ledger book{options};
        append(book, all.cast);
        append(book, all.news);
        return book;
    };
    auto const plain = made({.hash_seed = 0});
    CHECK(contents_of(made({.hash_seed = 1})) == contents_of(plain));
    CHECK(contents_of(made({.hash_seed = ~std::uint64_t{0}})) == contents_of(plain));
    CHECK(contents_of(made({})) == contents_of(plain));
}

TEST_CASE("ledger: slugs survive growth at their addresses", "[ledger]")
{
    ledger book;
    std::vector<std::string_view> slugs;
    for (int i = 0; i < 300; ++i) {
        ledger_builder to{book};
        auto const slug = "entity-" + std::to_string(i);
        auto const id = add_entity(to, slug);
        to.commit();
        slugs.push_back(book.slug_of(id));
    }
    for (int i = 0; i < 300; ++i) {
        auto const slug = "entity-" + std::to_string(i);
        CHECK(slugs.at(static_cast<std::size_t>(i)) == slug);
        CHECK(book.slug_of(book.entity_at(slug)).data()
              == slugs.at(static_cast<std::size_t>(i)).data());
    }
}
