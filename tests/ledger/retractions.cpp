// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What taking a statement back does to a view.

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// One line of a ledger about entity `a`: its sector, or which statement is taken back.
struct line {
    std::string_view id;
    std::string_view sector;
    std::string_view takes_back;
    std::string_view reported = "2026";
};

/// The sector that `lines` come to, as known at `known_at`.
std::optional<std::string> sector_from(std::vector<line> const& lines,
                                       std::optional<date> known_at = std::nullopt)
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    for (auto const& l : lines) {
        provenance const said{.reported_on = parse_date(l.reported), .statement = l.id};
        if (l.takes_back.empty()) {
            to.add(entity{.slug = "a", .sector = l.sector}, said);
        } else {
            to.add(retraction{l.takes_back}, said);
        }
    }
    to.commit();
    auto const found = view{book, {.known_at = known_at}}.at(a).sector;
    return found ? std::optional<std::string>{*found} : std::nullopt;
}

} // namespace

TEST_CASE("retraction: the statement says nothing any more", "[ledger][retraction]")
{
    CHECK(sector_from({{"s", "chips", ""}}) == "chips");
    CHECK(sector_from({{"s", "chips", ""}, {"", "", "s"}}) == std::nullopt);
}

TEST_CASE("retraction: what was said before stands again", "[ledger][retraction]")
{
    CHECK(sector_from({{"s", "old", ""}, {"t", "new", ""}, {"", "", "t"}}) == "old");
}

TEST_CASE("retraction: of another statement it changes nothing", "[ledger][retraction]")
{
    CHECK(sector_from({{"s", "old", ""}, {"t", "new", ""}, {"", "", "s"}}) == "new");
}

TEST_CASE("retraction: twice is as once", "[ledger][retraction]")
{
    CHECK(sector_from({{"s", "chips", ""}, {"", "", "s"}, {"", "", "s"}}) == std::nullopt);
}

TEST_CASE("retraction: itself taken back does nothing", "[ledger][retraction]")
{
    CHECK(sector_from({{"s", "chips", ""}, {"r", "", "s"}, {"", "", "r"}}) == "chips");
}

TEST_CASE("retraction: taken back three times over counts again", "[ledger][retraction]")
{
    CHECK(sector_from({{"s", "chips", ""}, {"r1", "", "s"}, {"r2", "", "r1"}, {"r3", "", "r2"}})
          == std::nullopt);
}

TEST_CASE("retraction: of two only one is taken back", "[ledger][retraction]")
{
    CHECK(sector_from({{"s", "chips", ""}, {"r1", "", "s"}, {"r2", "", "s"}, {"", "", "r1"}})
          == std::nullopt);
}

TEST_CASE("retraction: taken back by two of which one is void is still taken back",
          "[ledger][retraction]")
{
    // r is taken back by x and by y; y is void: x alone suffices.
    CHECK(sector_from(
              {{"s", "chips", ""}, {"r", "", "s"}, {"x", "", "r"}, {"y", "", "r"}, {"", "", "y"}})
          == "chips");
    // q takes back x: then nothing takes back r.
    CHECK(sector_from({{"s", "chips", ""},
                       {"r", "", "s"},
                       {"x", "", "r"},
                       {"y", "", "r"},
                       {"", "", "y"},
                       {"q", "", "x"}})
          == std::nullopt);
}

TEST_CASE("retraction: one that is void in two ways frees what it aimed at", "[ledger][retraction]")
{
    // x and y both take back r2, which took back r1: r1 counts.
    CHECK(sector_from({{"s", "chips", ""},
                       {"r1", "", "s"},
                       {"r2", "", "r1"},
                       {"x", "", "r2"},
                       {"y", "", "r2"}})
          == std::nullopt);
}

TEST_CASE("retraction: may stand before what it takes back", "[ledger][retraction]")
{
    CHECK(sector_from({{"", "", "s"}, {"s", "chips", ""}}) == std::nullopt);
    CHECK(sector_from({{"", "", "r"}, {"r", "", "s"}, {"s", "chips", ""}}) == "chips");
}

TEST_CASE("retraction: in whatever order they stand a chain of three comes to the same",
          "[ledger][retraction]")
{
    std::vector<line> lines{
        {"s", "chips", ""}, {"r1", "", "s"}, {"r2", "", "r1"}, {"r3", "", "r2"}};
    auto const by_id = [](line const& a, line const& b) { return a.id < b.id; };
    std::sort(lines.begin(), lines.end(), by_id);
    do {
        CHECK(sector_from(lines) == std::nullopt);
    } while (std::next_permutation(lines.begin(), lines.end(), by_id));
}

TEST_CASE("retraction: those that go round in a circle do nothing", "[ledger][retraction]")
{
    CHECK(sector_from({{"s", "chips", ""}, {"r", "", "r"}}) == "chips");
    CHECK(sector_from({{"s", "chips", ""}, {"r1", "", "r2"}, {"r2", "", "r1"}}) == "chips");
}

TEST_CASE("retraction: is not yet known before its own report", "[ledger][retraction]")
{
    std::vector<line> const lines{{"s", "chips", "", "2024"}, {"r", "", "s", "2026-05-10"}};
    CHECK(sector_from(lines, date{2026, 5, 9}) == "chips");
    CHECK(sector_from(lines, date{2026, 5, 10}) == std::nullopt);
    CHECK(sector_from(lines) == std::nullopt);
}

TEST_CASE("retraction: its own retraction is not yet known before its report",
          "[ledger][retraction]")
{
    std::vector<line> const lines{
        {"s", "chips", "", "2024"}, {"r", "", "s", "2025"}, {"q", "", "r", "2026"}};
    CHECK(sector_from(lines, date{2024}) == "chips");
    CHECK(sector_from(lines, date{2025}) == std::nullopt);
    CHECK(sector_from(lines, date{2026}) == "chips");
}

TEST_CASE("retraction: of a source that is not taken does nothing", "[ledger][retraction]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const one = to.add(source_record{.slug = "one"});
    auto const two = to.add(source_record{.slug = "two"});
    to.add(entity{.slug = "a", .sector = "x"}, {.source = one, .statement = "st"});
    to.add(retraction{"st"}, {.source = two});
    to.commit();
    CHECK(view{book}.at(a).sector == field<std::string_view>{});
    CHECK(view{book, {.sources = {one}}}.at(a).sector == std::string_view{"x"});
}

TEST_CASE("retraction: works across commits", "[ledger][retraction]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .sector = "x"}, {.statement = "st"});
    to.commit();
    view const before{book};
    to.add(retraction{"st"}, {.statement = "back"});
    to.commit();
    view const between{book};
    to.add(retraction{"back"});
    to.commit();
    CHECK(before.at(a).sector == std::string_view{"x"});
    CHECK(between.at(a).sector == field<std::string_view>{});
    CHECK(view{book}.at(a).sector == std::string_view{"x"});
}

TEST_CASE("retraction: a record whose only statement is taken back is not known",
          "[ledger][retraction]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const stake = to.add(holding{.owner = a, .owned = a}, {.statement = "st"});
    to.add(retraction{"st"});
    to.commit();
    view const v{book};
    CHECK_FALSE(v.knows(stake));
    CHECK(v.find<holding>(stake) == std::nullopt);
    CHECK(v.records(record_kind::holding).empty());
    CHECK(v.statements_of(stake).empty());
    CHECK_FALSE(v.takes(statement_id{1}));
    CHECK(v.num_statements() == 2);
}

TEST_CASE("retraction: a closed deal falls with the statement that closed it",
          "[ledger][retraction]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"firm", "fund"});
    auto const deal = [&](deal_status status, provenance const& said) {
        return to.add(participation{.company = to.entity("firm"),
                                    .investor = to.entity("fund"),
                                    .status = status},
                      said);
    };
    deal(deal_status::in_talks, on("2024"));
    auto const id = deal(deal_status::closed, {.reported_on = date{2025}, .statement = "closing"});
    to.add(retraction{"closing"}, on("2026"));
    to.commit();
    CHECK(view{book, {.known_at = date{2025}}}.at<participation>(id).status == deal_status::closed);
    CHECK(view{book}.at<participation>(id).status == deal_status::in_talks);
}

TEST_CASE("retraction: a withdrawal that is taken back withdraws nothing", "[ledger][retraction]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .sector = "x"}, on("2024"));
    to.add(entity{.slug = "a", .sector = taken_back},
           {.reported_on = date{2025}, .statement = "null"});
    to.commit();
    CHECK(view{book}.at(a).sector == field<std::string_view>{});
    to.add(retraction{"null"});
    to.commit();
    CHECK(view{book}.at(a).sector == std::string_view{"x"});
}

TEST_CASE("retraction: a name outlives the statement that told it", "[ledger][retraction]")
{
    ledger book;
    ledger_builder to{book};
    auto const a =
        to.add(entity{.slug = "a", .name = "Alpha", .kind = entity_kind::fund, .sector = "x"},
               {.statement = "st"});
    to.add(retraction{"st"});
    to.commit();
    view const v{book};
    CHECK(v.name_of(a) == "Alpha");
    CHECK(v.at(a) == entity{.slug = "a", .name = "Alpha", .kind = entity_kind::fund});
}

TEST_CASE("retraction: a long chain costs no stack", "[ledger][retraction][hostile]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .sector = "x"}, {.statement = "0"});
    constexpr int length = 100'000; // even: the last undoes the one before, and so on
    for (int i = 1; i <= length; ++i) {
        to.add(retraction{std::to_string(i - 1)}, {.statement = std::to_string(i)});
    }
    to.commit();
    CHECK(view{book}.at(a).sector == std::string_view{"x"});
}
