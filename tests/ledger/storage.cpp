// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What a ledger packs away it gives back as it was, however much there is and in how many parts it
// came.

#include "support/catch2.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace capgraph;

namespace {

std::string text_of(std::size_t length, char with)
{
    return std::string(length, with);
}

/// Beyond the rows of a chunk, and beyond where a table of slugs grows several times.
constexpr std::size_t many = 5000;

std::string slug_of(std::size_t i)
{
    return "entity-" + std::to_string(i);
}

/// The statements [first, last): of each number an entity, a stake in the one before, and now and
/// then a second word on an earlier entity.
void add_statements(ledger_builder& to, std::size_t first, std::size_t last)
{
    for (auto i = first; i < last; ++i) {
        auto const name = "The company number " + std::to_string(i);
        auto const said = provenance{.where = text_position{i % 2 == 0 ? "even" : "odd", 10 * i,
                                                            i + 1, 1, "/" + std::to_string(i)}};
        auto const id =
            to.add(entity{.slug = slug_of(i), .name = name, .kind = entity_kind::company}, said);
        if (i != 0) {
            to.add(holding{.owner = id,
                           .owned = to.entity(slug_of(i - 1)),
                           .share_class = i % 3 == 0 ? field<std::string_view>{"class of number 3"}
                                                     : field<std::string_view>{},
                           .share = exactly(share{static_cast<double>(i % 100) / 100.0})});
            to.add(entity{.slug = slug_of(i / 2), .sector = "sector " + std::to_string(i % 7)});
        }
    }
}

/// All that can be told of a statement.
std::string told(ledger const& book, statement_id id)
{
    auto const s = book.at(id);
    std::string text = std::to_string(index_of(s.record)) + std::string{to_string(s.kind)};
    if (s.said.where) {
        auto const& w = *s.said.where;
        text += w.file + std::to_string(w.byte) + ':' + std::to_string(w.line) + w.pointer;
    }
    if (s.kind == record_kind::entity) {
        auto const e = book.said_by<entity>(id);
        text.append(e.slug).append(e.name.value_or("-")).append(e.sector.value_or("-"));
    } else {
        auto const h = book.said_by<holding>(id);
        text.append(book.slug_of(*h.owner)).append(book.slug_of(*h.owned));
        text.append(h.share_class.value_or("-")) += std::to_string(h.share->low().fraction());
    }
    return text;
}

std::vector<std::string> told(ledger const& book)
{
    std::vector<std::string> all;
    for (std::uint32_t i = 0; i < book.num_statements(); ++i) {
        all.push_back(told(book, statement_id{i}));
    }
    return all;
}

} // namespace

TEST_CASE("ledger: gives back text of any length as it was", "[ledger][storage]")
{
    for (std::size_t const length : {1U, 14U, 15U, 16U, 17U, 254U, 255U, 256U, 300U, 70000U}) {
        CAPTURE(length);
        ledger book;
        ledger_builder builder{book};
        auto const slug = text_of(length, 's');
        auto const by = text_of(length, 'w');
        auto const own_id = text_of(length, 'i');
        auto const pointer = text_of(length, 'p');
        auto const name = text_of(length, 'n');
        auto const alias = text_of(length, 'a');
        auto const id =
            builder.add(entity{.slug = slug,
                               .name = name,
                               .aliases = std::vector<std::string_view>{alias, name},
                               .kind = entity_kind::company,
                               .identifiers = std::vector{identifier{"lei", alias}}},
                        {.attributed_to = by,
                         .statement = own_id,
                         .where = text_position{text_of(length, 'f'), 1, 2, 3, pointer}});
        builder.commit();

        auto const said = book.said_by<entity>(statement_id{0});
        CHECK(said.slug == slug);
        CHECK(said.name == std::string_view{name});
        CHECK(said.aliases == std::vector<std::string_view>{alias, name});
        CHECK(said.identifiers == std::vector{identifier{"lei", alias}});
        auto const from = book.at(statement_id{0}).said;
        CHECK(from.attributed_to == by);
        CHECK(from.statement == own_id);
        CHECK(from.where == text_position{text_of(length, 'f'), 1, 2, 3, pointer});
        CHECK(book.find_entity(slug) == id);
        CHECK_FALSE(book.find_entity(slug + "s").has_value());
    }
}

TEST_CASE("ledger: keeps a long text once, whoever says it", "[ledger][storage]")
{
    ledger book;
    std::string const sector = "artificial intelligence";
    for (auto const* const slug : {"a", "b"}) {
        ledger_builder builder{book};
        builder.add(entity{.slug = slug, .name = "N", .kind = entity_kind::fund, .sector = sector});
        builder.commit();
    }
    auto const first = book.said_by<entity>(statement_id{0}).sector;
    auto const second = book.said_by<entity>(statement_id{1}).sector;
    CHECK(first->data() == second->data());
}

TEST_CASE("ledger: is the same whether appended at once or in parts", "[ledger][storage]")
{
    ledger whole;
    ledger_builder builder{whole};
    add_statements(builder, 0, many);
    builder.commit();
    auto const expected = told(whole);
    REQUIRE(expected.size() == 3 * many - 2);
    for (std::size_t const part : {1U, 999U, 1024U, 4096U}) {
        CAPTURE(part);
        auto const last = part == 1 ? std::size_t{300} : many;
        ledger book;
        for (std::size_t first = 0; first < last; first += part) {
            ledger_builder next{book};
            add_statements(next, first, std::min(first + part, last));
            next.commit();
        }
        auto const found = told(book);
        REQUIRE(found.size() == 3 * last - 2);
        CHECK(std::equal(found.begin(), found.end(), expected.begin()));
        for (std::size_t i = 0; i < last; i += 97) {
            REQUIRE(book.find_entity(slug_of(i)) == whole.find_entity(slug_of(i)));
        }
    }
}

TEST_CASE("view: what it handed out stands while the ledger grows", "[ledger][storage]")
{
    ledger book;
    ledger_builder first{book};
    add_statements(first, 0, 10);
    first.commit();
    view const seen{book};
    auto const name = seen.name_of(seen.entity_at("entity-3"));
    auto const* const at = name.data();
    ledger_builder second{book};
    add_statements(second, 10, many);
    second.commit();
    CHECK(name == "The company number 3");
    CHECK(seen.name_of(seen.entity_at("entity-3")).data() == at);
    CHECK(seen.num_statements() == 28);
    CHECK(seen.knows(book.record_of(*book.find_entity("entity-3"))));
}

TEST_CASE("ledger_builder: a statement id may be taken back by its own statement",
          "[ledger][storage]")
{
    ledger book;
    ledger_builder builder{book};
    builder.add(retraction{.retracted = "r"}, {.statement = "r"});
    CHECK(builder.problems().empty());
    builder.commit();
    CHECK(book.num_statements() == 1);
}

TEST_CASE("ledger_builder: what a refused statement left behind is no part of the ledger",
          "[ledger][storage]")
{
    ledger book;
    ledger_builder right{book};
    right.add(entity{.slug = "a", .name = "A", .kind = entity_kind::fund},
              {.where = text_position{"the right file", 1, 1, 1, ""}});
    ledger_builder wrong{book};
    CHECK_THROWS_AS(wrong.add(entity{.slug = "b", .name = "\xff", .kind = entity_kind::fund},
                              {.where = text_position{"another", 1, 1, 1, ""}}),
                    error);
    wrong.commit();
    right.commit();
    CHECK(book.at(statement_id{0}).said.where->file == "the right file");
}

TEST_CASE("ledger: gives back positions of any size, of a whole line and within one",
          "[ledger][storage]")
{
    std::vector<text_position> places;
    for (unsigned bits = 0; bits <= 64; ++bits) {
        auto const most = bits == 0 ? 0 : ~std::uint64_t{0} >> (64 - bits);
        places.push_back({"f", most, most / 3, 1, {}});
        places.push_back({"g", most / 7, most, most, {}});
        places.push_back({"f", most, 1, 1, "/entities/" + std::to_string(bits)});
    }
    ledger book;
    ledger_builder to{book};
    for (std::size_t i = 0; i < places.size(); ++i) {
        to.add(entity{.slug = slug_of(i), .name = "N", .kind = entity_kind::fund},
               {.where = places[i]});
    }
    to.commit();
    for (std::size_t i = 0; i < places.size(); ++i) {
        CAPTURE(i);
        auto const where = book.at(statement_id{static_cast<std::uint32_t>(i)}).said.where;
        REQUIRE(where);
        CHECK(where->file == places[i].file);
        CHECK(where->byte == places[i].byte);
        CHECK(where->line == places[i].line);
        CHECK(where->column == places[i].column);
        CHECK(where->pointer == places[i].pointer);
    }
}

TEST_CASE("ledger: gives back slugs of any length", "[ledger][storage]")
{
    ledger book;
    for (std::size_t length = 1; length < 400; ++length) { // in many parts, as in one
        ledger_builder to{book};
        auto const slug = text_of(length, 'a');
        to.add(entity{.slug = slug, .name = "N", .kind = entity_kind::fund});
        to.commit();
    }
    for (std::size_t length = 1; length < 400; ++length) {
        CAPTURE(length);
        auto const id = book.find_entity(text_of(length, 'a'));
        REQUIRE(id);
        CHECK(book.slug_of(*id) == text_of(length, 'a'));
    }
}

TEST_CASE("ledger_builder: the file of a refused statement is named anew", "[ledger][storage]")
{
    ledger book;
    ledger_builder to{book};
    auto const in_file = provenance{.where = text_position{"f", 1, 2, 3, {}}};
    CHECK_THROWS_AS(to.add(entity{.slug = "\xff", .name = "N", .kind = entity_kind::fund}, in_file),
                    error);
    to.commit(); // nothing
    to.add(entity{.slug = "a", .name = "N", .kind = entity_kind::fund}, in_file);
    to.commit();
    REQUIRE(book.num_statements() == 1);
    CHECK(book.at(statement_id{0}).said.where == in_file.where);
}
