// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/what_if.hpp>

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

using namespace capgraph;
using namespace capgraph::test;

namespace {

void add_firm(ledger& book, std::string_view slug)
{
    ledger_builder to{book};
    add_entity(to, slug);
    to.commit();
}

} // namespace

TEST_CASE("copy: of nothing is nothing, and grows by itself", "[ledger][copy]")
{
    ledger book;
    auto copy = book.copy();
    CHECK(copy.num_statements() == 0);
    CHECK(copy.num_entities() == 0);
    add_firm(copy, "alpha");
    CHECK(copy.num_statements() == 1);
    CHECK(copy.find_entity("alpha"));
    CHECK(book.num_statements() == 0);
    CHECK_FALSE(book.find_entity("alpha"));
}

TEST_CASE("copy: has the ids and the words of its original", "[ledger][copy]")
{
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed);
        auto const copy = book.copy();
        CHECK(contents_of(copy) == contents_of(book));
        for (std::uint32_t i = 0; i < book.num_entities(); ++i) {
            auto const id = entity_id{i};
            CHECK(copy.entity_at(book.slug_of(id)) == id);
            CHECK(copy.record_of(id) == book.record_of(id));
        }
    }
}

TEST_CASE("copy: shares its text", "[ledger][copy]")
{
    std::string_view const slug = "a-slug-that-is-too-long-to-stand-in-a-row";
    auto book = zhipu_ledger();
    ledger_builder to{book};
    to.add(entity{.slug = slug, .name = slug, .kind = entity_kind::company});
    to.commit();
    auto const copy = book.copy();
    auto const id = book.entity_at(slug);
    CHECK(copy.slug_of(id).data() == book.slug_of(id).data());
    CHECK(view{copy}.name_of(id).data() == view{book}.name_of(id).data());
}

TEST_CASE("copy: what is appended to either leaves the other alone", "[ledger][copy]")
{
    auto book = random_ledger(3);
    auto copy = book.copy();
    auto const before = contents_of(book);
    add_firm(copy, "new-in-the-copy");
    CHECK(contents_of(book) == before);
    CHECK_FALSE(book.find_entity("new-in-the-copy"));

    auto const of_copy = contents_of(copy);
    add_firm(book, "new-in-the-original");
    add_firm(book, "another-in-the-original");
    CHECK(contents_of(copy) == of_copy);
    CHECK_FALSE(copy.find_entity("new-in-the-original"));
    CHECK(copy.num_statements() + 1 == book.num_statements());
    CHECK(copy.slug_of(copy.entity_at("new-in-the-copy")) == "new-in-the-copy");
}

TEST_CASE("copy: both may append the same slug, each its own", "[ledger][copy]")
{
    auto book = syndicates_ledger();
    auto copy = book.copy();
    add_firm(copy, "delta");
    add_firm(book, "epsilon");
    add_firm(book, "delta");
    CHECK(copy.slug_of(copy.entity_at("delta")) == "delta");
    CHECK(book.slug_of(book.entity_at("delta")) == "delta");
    CHECK(copy.entity_at("delta") == book.entity_at("epsilon")); // ids go on from the same number
}

TEST_CASE("copy: outlives its original", "[ledger][copy]")
{
    std::optional<ledger> book{random_ledger(5)};
    auto const before = contents_of(*book);
    auto copy = book->copy();
    book.reset();
    // What it looks at is still there: texts of before are compared as they stand.
    CHECK(contents_of(copy).entities == before.entities);
    CHECK(contents_of(copy).records == before.records);
    add_firm(copy, "later");
    CHECK(copy.slug_of(copy.entity_at("later")) == "later");
    CHECK(copy.entity_at(before.entities.front()) == entity_id{0});
}

TEST_CASE("copy: the original outlives it", "[ledger][copy]")
{
    auto book = random_ledger(6);
    auto const before = contents_of(book);
    {
        auto copy = book.copy();
        add_firm(copy, "short-lived");
    }
    CHECK(contents_of(book) == before);
    add_firm(book, "later");
    CHECK(book.slug_of(book.entity_at("later")) == "later");
}

TEST_CASE("copy: a copy of a copy has what both had", "[ledger][copy]")
{
    std::optional<ledger> book{zhipu_ledger()};
    std::optional<ledger> copy{book->copy()};
    add_firm(*copy, "of-the-copy");
    auto second = copy->copy();
    add_firm(second, "of-the-second");
    CHECK_FALSE(copy->find_entity("of-the-second"));
    book.reset();
    CHECK(second.slug_of(second.entity_at("zhipu")) == "zhipu");
    copy.reset();
    CHECK(second.slug_of(second.entity_at("of-the-copy")) == "of-the-copy");
    CHECK(second.slug_of(second.entity_at("of-the-second")) == "of-the-second");
    auto const facts = view{second};
    CHECK(facts.at(second.entity_at("hangzhou")).name == "Government of Hangzhou");
}

TEST_CASE("copy: grows far beyond its original", "[ledger][copy]")
{
    auto const book = zhipu_ledger();
    auto copy = book.copy();
    ledger_builder to{copy};
    std::vector<std::string> slugs;
    for (int i = 0; i < 3000; ++i) {
        slugs.push_back("firm-" + std::to_string(i));
    }
    for (auto const& slug : slugs) {
        add_entity(to, slug);
    }
    to.commit();
    for (auto const& slug : slugs) {
        REQUIRE(copy.slug_of(copy.entity_at(slug)) == slug);
    }
    CHECK(copy.slug_of(copy.entity_at("zhipu")) == "zhipu");
    CHECK(copy.num_entities() == book.num_entities() + slugs.size());
}

TEST_CASE("copy: views of either keep alive what they show", "[ledger][copy]")
{
    std::optional<ledger> book{zhipu_ledger()};
    std::optional<ledger> copy{book->copy()};
    auto const id = book->entity_at("hangzhou");
    auto const of_copy = view{*copy};
    copy.reset();
    book.reset();
    CHECK(of_copy.at(id).name == "Government of Hangzhou");
}

TEST_CASE("what_if: nothing supposed is the ledger as it is", "[ledger][what_if]")
{
    auto const book = zhipu_ledger();
    auto const seen = what_if(book, {}, [](ledger_builder&) {});
    CHECK(seen.num_statements() == book.num_statements());
    CHECK(seen.at(book.entity_at("hangzhou")) == view{book}.at(book.entity_at("hangzhou")));
}

TEST_CASE("what_if: shows what is supposed, and leaves the ledger as it is", "[ledger][what_if]")
{
    auto const book = zhipu_ledger();
    auto const before = contents_of(book);
    auto const zhipu = book.entity_at("zhipu");
    auto const seen = what_if(book, {}, [](ledger_builder& to) {
        to.add(entity{.slug = "zhipu", .country = "CN"});
        add_entity(to, "newcomer");
    });
    CHECK(seen.at(zhipu).country == field<std::string_view>{"CN"});
    CHECK_FALSE(view{book}.at(zhipu).country);
    CHECK(seen.entity_at("newcomer") == entity_id{static_cast<std::uint32_t>(book.num_entities())});
    CHECK(contents_of(book) == before);
}

TEST_CASE("what_if: what is supposed weighs by its day, and as the last", "[ledger][what_if]")
{
    ledger book;
    {
        ledger_builder to{book};
        to.add(
            entity{.slug = "alpha", .name = "Alpha", .kind = entity_kind::company, .sector = "AA"},
            on("2024-01-01"));
        to.commit();
    }
    auto const alpha = book.entity_at("alpha");
    auto const sector_if = [&](std::string_view day, view_options const& options) {
        auto const seen = what_if(book, options, [&](ledger_builder& to) {
            to.add(entity{.slug = "alpha", .sector = "BB"}, day.empty() ? provenance{} : on(day));
        });
        return std::string{seen.at(alpha).sector.value_or("-")};
    };
    CHECK(sector_if("2025-01-01", {}) == "BB");
    CHECK(sector_if("2024-01-01", {}) == "BB"); // the last
    CHECK(sector_if("2023-01-01", {}) == "AA");
    auto const in_2024 = view_options{.known_at = date{2024, 12, 31}};
    CHECK(sector_if("2025-01-01", in_2024) == "AA");
    CHECK(sector_if("", in_2024) == "BB"); // without a day: known to who supposes it
}

TEST_CASE("what_if: the answer outlives the ledger", "[ledger][what_if]")
{
    std::optional<ledger> book{zhipu_ledger()};
    auto const id = book->entity_at("hangzhou");
    auto const seen = what_if(*book, {}, [](ledger_builder& to) { add_entity(to, "newcomer"); });
    book.reset();
    CHECK(seen.at(id).name == "Government of Hangzhou");
    CHECK(seen.at(seen.entity_at("newcomer")).name == "newcomer");
}

TEST_CASE("what_if: what cannot be supposed throws as commit does", "[ledger][what_if]")
{
    auto const book = zhipu_ledger();
    auto const before = contents_of(book);
    auto const unknown = error_of([&] {
        return what_if(book, {}, [](ledger_builder& to) {
            to.add(holding{.owner = to.entity("nobody"), .owned = to.entity("zhipu")});
        });
    });
    REQUIRE(unknown);
    CHECK(unknown->code() == error_code::unknown_reference);
    CHECK_THROWS_AS(what_if(book, {}, [](ledger_builder&) { throw std::runtime_error{"no"}; }),
                    std::runtime_error);
    CHECK(contents_of(book) == before);
}
