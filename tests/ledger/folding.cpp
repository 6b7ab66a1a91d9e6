// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How the statements about one record make its value.

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// A word on the sector of one entity, and who says it.
struct word {
    field<std::string_view> sector;
    provenance said;
};

provenance as_of(std::string_view moment)
{
    return {.as_of = parse_date(moment)};
}

provenance as_of(std::string_view moment, std::string_view reported)
{
    return {.reported_on = parse_date(reported), .as_of = parse_date(moment)};
}

/// The sector that `words`, appended in this order, come to.
std::optional<std::string> sector_from(std::vector<word> const& words)
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "a", .name = "A", .kind = entity_kind::company}, as_of("0001"));
    for (auto const& [sector, said] : words) {
        to.add(entity{.slug = "a", .sector = sector}, said);
    }
    to.commit();
    auto const found = view{book}.at(book.entity_at("a")).sector;
    return found ? std::optional<std::string>{*found} : std::nullopt;
}

/// What comes of a deal's status when these are told, a day apart.
struct status_word {
    field<deal_status> status;
    bool denial = false;
};
std::optional<deal_status> status_from(std::vector<status_word> const& words)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"firm", "fund"});
    record_id deal{};
    unsigned day = 0;
    for (auto const& [status, denial] : words) {
        deal = to.add(participation{.company = to.entity("firm"),
                                    .investor = to.entity("fund"),
                                    .status = status},
                      {.reported_on = date{2026, 5, ++day}, .denial = denial});
    }
    to.commit();
    auto const found = view{book}.at<participation>(deal).status;
    return found ? std::optional{*found} : std::nullopt;
}

/// What comes of an entity's tie to the state when these are told, a day apart.
field<state_link> tie_from(std::vector<field<state_link>> const& words)
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    unsigned day = 0;
    for (auto const& link : words) {
        to.add(entity{.slug = "a", .state_link = link}, {.reported_on = date{2026, 5, ++day}});
    }
    to.commit();
    auto found = view{book}.at(book.entity_at("a")).state_link;
    if (found) { // the country's text goes with the ledger
        found = state_link{found->link, found->level, found->country == "CN" ? "CN" : ""};
    }
    return found;
}

constexpr state_link backed{state_tie::backed, state_level::central, "CN"};
constexpr state_link controlled{state_tie::controlled, state_level::municipal, "CN"};
constexpr state_link organ{state_tie::organ, {}, "CN"};

using names = std::vector<std::string>;

/// What comes of an entity's aliases when these are told, a day apart.
std::optional<names> aliases_from(std::vector<field<std::vector<std::string_view>>> const& words)
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    unsigned day = 0;
    for (auto const& aliases : words) {
        to.add(entity{.slug = "a", .aliases = aliases}, {.reported_on = date{2026, 5, ++day}});
    }
    to.commit();
    auto const found = view{book}.at(book.entity_at("a")).aliases;
    return found ? std::optional{names(found->begin(), found->end())} : std::nullopt;
}

std::vector<std::string_view> list(std::initializer_list<std::string_view> items)
{
    return items;
}

} // namespace

TEST_CASE("folding: a field that nobody speaks of is absent", "[ledger][folding]")
{
    CHECK(sector_from({}) == std::nullopt);
    CHECK(sector_from({{{}, as_of("2026")}}) == std::nullopt);
}

TEST_CASE("folding: one word stands", "[ledger][folding]")
{
    CHECK(sector_from({{"chips", as_of("2026")}}) == "chips");
}

TEST_CASE("folding: the word of the later moment stands", "[ledger][folding]")
{
    CHECK(sector_from({{"old", as_of("2025")}, {"new", as_of("2026")}}) == "new");
    CHECK(sector_from({{"new", as_of("2026")}, {"old", as_of("2025")}}) == "new");
}

TEST_CASE("folding: a statement that leaves a field out says nothing of it", "[ledger][folding]")
{
    CHECK(sector_from({{"chips", as_of("2025")}, {{}, as_of("2026")}}) == "chips");
}

TEST_CASE("folding: the moment spoken of weighs more than the day of the report",
          "[ledger][folding]")
{
    CHECK(sector_from({{"new", as_of("2026-05", "2026-06")}, {"old", as_of("2026-04", "2026-07")}})
          == "new");
}

TEST_CASE("folding: of one moment the later report stands", "[ledger][folding]")
{
    CHECK(sector_from({{"late", as_of("2026-05-01", "2026-07-01")},
                       {"early", as_of("2026-05-01", "2026-06-01")}})
          == "late");
}

TEST_CASE("folding: of one moment and one day of report the later position stands",
          "[ledger][folding]")
{
    CHECK(sector_from({{"first", as_of("2026-05-01", "2026-06-01")},
                       {"second", as_of("2026-05-01", "2026-06-01")}})
          == "second");
    CHECK(sector_from({{"first", {}}, {"second", {}}}) == "second");
}

TEST_CASE("folding: of many statements of one weight the last position stands", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    for (int year = 1000; year < 1100; ++year) {
        to.add(entity{.slug = "a", .founded = date{year}}, on("2026"));
    }
    to.commit();
    view const v{book, {.known_at = date{2026}}};
    auto const order = v.statements_of(book.record_of(a));
    CHECK(order.size() == 100);
    CHECK(std::is_sorted(order.begin(), order.end()));
    CHECK(v.at(a).founded == date{1099});
}

TEST_CASE("folding: partial dates weigh by their last day", "[ledger][folding]")
{
    CHECK(sector_from({{"all year", as_of("2026")}, {"in May", as_of("2026-05")}}) == "all year");
    CHECK(sector_from({{"to May 10", as_of("2020/2026-05-10")}, {"May 9", as_of("2026-05-09")}})
          == "to May 10");
    CHECK(sector_from({{"to May 10", as_of("../2026-05-10")}, {"May 11", as_of("2026-05-11")}})
          == "May 11");
}

TEST_CASE("folding: the first day of a moment weighs nothing", "[ledger][folding]")
{
    // Both moments end on 31 May: the report decides, however short the moment.
    CHECK(sector_from({{"day", as_of("2026-05-31", "2026-06-01")},
                       {"month", as_of("2026-05", "2026-07-01")}})
          == "month");
    CHECK(sector_from({{"month", as_of("2026-05", "2026-07-01")},
                       {"day", as_of("2026-05-31", "2026-06-01")}})
          == "month");
    CHECK(sector_from(
              {{"day", as_of("2026-05-31", "2026-06-30")}, {"month", as_of("2026-05", "2026-06")}})
          == "month"); // by position
}

TEST_CASE("folding: a moment without last day weighs more than any", "[ledger][folding]")
{
    CHECK(sector_from({{"since 2023", as_of("2023/..")}, {"2026", as_of("2026")}}) == "since 2023");
    CHECK(sector_from({{"undated", {}}, {"2026", as_of("2026")}}) == "undated");
}

TEST_CASE("folding: without a moment the day of the report is the moment", "[ledger][folding]")
{
    CHECK(sector_from({{"reported in June", on("2026-06")}, {"as of May", as_of("2026-05")}})
          == "reported in June");
    CHECK(sector_from({{"as of July", as_of("2026-07")}, {"reported in June", on("2026-06")}})
          == "as of July");
}

TEST_CASE("folding: without a day of report it is the source's day", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026, 5, 20}});
    auto const said = to.add(funding_round{.slug = "r", .company = a}, {.source = paper});
    to.add(entity{.slug = "a", .sector = "by paper"}, {.source = paper});
    to.add(entity{.slug = "a", .sector = "day before"}, on("2026-05-19"));
    to.commit();
    view const v{book};
    CHECK(v.at(a).sector == std::string_view{"by paper"});
    auto const id = v.statements_of(said).front();
    CHECK(v.reported_on(id) == date{2026, 5, 20});
    CHECK(v.as_of(id) == date{2026, 5, 20});
}

TEST_CASE("folding: what is said of the report's day overrides the source's", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026, 5, 20}});
    to.add(entity{.slug = "a", .sector = "x"}, {.source = paper, .reported_on = date{2026, 5, 1}});
    to.commit();
    view const v{book};
    auto const id = v.statements_of(book.record_of(a)).front();
    CHECK(v.reported_on(id) == date{2026, 5, 1});
    CHECK(v.as_of(id) == date{2026, 5, 1});
}

TEST_CASE("folding: without any day both are open", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper"});
    to.add(entity{.slug = "a", .sector = "x"}, {.source = paper});
    to.commit();
    view const v{book};
    CHECK(v.reported_on(statement_id{0}) == date{});
    CHECK(v.as_of(statement_id{0}) == date{});
    CHECK(v.reported_on(statement_id{2}) == date{});
}

TEST_CASE("folding: a source's day that is taken back dates nothing", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026}});
    to.add(entity{.slug = "a", .sector = "x"}, {.source = paper});
    to.commit();
    CHECK(view{book}.reported_on(statement_id{2}) == date{2026});
    to.add(source_record{.slug = "paper", .published = taken_back});
    to.commit();
    view const v{book};
    CHECK(v.reported_on(statement_id{2}) == date{});
    CHECK(v.at<source_record>(paper).published == field<date>{});
    CHECK_FALSE(view{book, {.known_at = date{2027}}}.takes(statement_id{2}));
    CHECK(v.at(a).sector == std::string_view{"x"});
}

TEST_CASE("folding: a source's day told anew dates what it said before", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026}});
    to.add(entity{.slug = "a", .sector = "x"}, {.source = paper});
    to.add(source_record{.slug = "paper", .published = date{2026, 3}});
    to.commit();
    CHECK(view{book}.reported_on(statement_id{2}) == date{2026, 3});
}

TEST_CASE("folding: a source's day stands when more is said of the source", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026}});
    to.add(entity{.slug = "a", .sector = "x"}, {.source = paper});
    to.add(source_record{.slug = "paper", .title = "News"});
    to.commit();
    CHECK(view{book}.reported_on(statement_id{2}) == date{2026});
}

TEST_CASE("folding: null takes back what was said before", "[ledger][folding]")
{
    CHECK(sector_from({{"chips", as_of("2025")}, {taken_back, as_of("2026")}}) == std::nullopt);
    CHECK(
        sector_from({{"chips", as_of("2025")}, {taken_back, as_of("2026")}, {"AI", as_of("2027")}})
        == "AI");
}

TEST_CASE("folding: null of an earlier moment takes back nothing later", "[ledger][folding]")
{
    CHECK(sector_from({{"chips", as_of("2026")}, {taken_back, as_of("2025")}}) == "chips");
}

TEST_CASE("folding: a folded record holds values and no withdrawal", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .sector = taken_back, .ultimate = taken_back});
    to.commit();
    auto const found = view{book}.at(a);
    CHECK_FALSE(found.sector.is_said());
    CHECK_FALSE(found.ultimate.is_said());
}

TEST_CASE("folding: each field is folded by itself", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .country = "CN", .sector = "chips"}, as_of("2026"));
    to.add(entity{.slug = "a", .country = "SG", .founded = date{2019}}, as_of("2025"));
    to.commit();
    auto const found = view{book}.at(a);
    CHECK(found.country == std::string_view{"CN"});
    CHECK(found.sector == std::string_view{"chips"});
    CHECK(found.founded == date{2019});
}

TEST_CASE("folding: false replaces true and zero replaces nothing", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .ultimate = true}, as_of("2025"));
    to.add(entity{.slug = "a", .ultimate = false}, as_of("2026"));
    to.commit();
    CHECK(view{book}.at(a).ultimate == false);
}

TEST_CASE("folding: an amount is replaced as a whole", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const r = to.add(funding_round{.slug = "r",
                                        .company = a,
                                        .amount = amount{about(yuan(70)), plain(dollars(10))}},
                          as_of("2025"));
    to.add(funding_round{.slug = "r", .amount = amount{over(dollars(12))}}, as_of("2026"));
    to.commit();
    CHECK(view{book}.at<funding_round>(r).amount == amount{over(dollars(12))});
}

TEST_CASE("folding: a sum said to be undisclosed replaces one that was told", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const r = to.add(
        funding_round{.slug = "r", .company = a, .amount = amount{about(yuan(70))}}, as_of("2025"));
    to.add(funding_round{.slug = "r", .amount = amount{}}, as_of("2026"));
    to.commit();
    auto const found = view{book}.at<funding_round>(r).amount;
    REQUIRE(found.has_value());
    CHECK_FALSE(found->is_disclosed());
}

TEST_CASE("folding: a list that is no joined one is replaced", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const r1 = to.add(funding_round{.slug = "r1", .company = a});
    auto const r2 = to.add(funding_round{.slug = "r2", .company = a});
    auto const sum =
        to.add(funding_round{.slug = "sum", .company = a, .aggregate_of = std::vector{r1, r2}},
               as_of("2025"));
    to.add(funding_round{.slug = "sum", .aggregate_of = std::vector{r2}}, as_of("2026"));
    to.commit();
    CHECK(view{book}.at<funding_round>(sum).aggregate_of == std::vector{r2});
}

TEST_CASE("folding: aliases are joined each once in the order they were said", "[ledger][folding]")
{
    CHECK(aliases_from({}) == std::nullopt);
    CHECK(aliases_from({list({"b", "a"}), {}, list({"c", "a"})}) == names{"b", "a", "c"});
    CHECK(aliases_from({list({"a", "a"})}) == names{"a"});
    CHECK(aliases_from({list({})}) == names{});
}

TEST_CASE("folding: null takes back all aliases said before and none said after",
          "[ledger][folding]")
{
    CHECK(aliases_from({list({"a"}), list({"b"}), taken_back}) == std::nullopt);
    CHECK(aliases_from({list({"a"}), taken_back, list({"b"})}) == names{"b"});
}

TEST_CASE("folding: identifiers and rights are joined too", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .identifiers = std::vector<identifier>{{"LEI", "1"}}});
    to.add(
        entity{.slug = "a", .identifiers = std::vector<identifier>{{"LEI", "1"}, {"USCC", "1"}}});
    auto const stake =
        to.add(holding{.owner = a, .owned = a, .rights = std::vector{special_right::veto}});
    to.add(holding{.owner = a, .owned = a, .rights = std::vector{special_right::board_seat}});
    to.commit();
    view const v{book};
    CHECK(v.at(a).identifiers == std::vector<identifier>{{"LEI", "1"}, {"USCC", "1"}});
    CHECK(v.at<holding>(stake).rights
          == std::vector{special_right::veto, special_right::board_seat});
}

TEST_CASE("folding: a weaker later word never downgrades a tie to the state", "[ledger][folding]")
{
    CHECK(tie_from({}) == field<state_link>{});
    CHECK(tie_from({backed, controlled}) == controlled);
    CHECK(tie_from({controlled, backed}) == controlled);
    CHECK(tie_from({backed, organ, controlled}) == organ);
}

TEST_CASE("folding: of two words as strong the later stands", "[ledger][folding]")
{
    constexpr state_link district{state_tie::backed, state_level::district, "CN"};
    CHECK(tie_from({backed, district}) == district);
    CHECK(tie_from({district, backed}) == backed);
}

TEST_CASE("folding: null takes back the strongest word", "[ledger][folding]")
{
    CHECK(tie_from({organ, taken_back}) == field<state_link>{});
    CHECK(tie_from({organ, taken_back, backed}) == backed);
}

TEST_CASE("folding: a status rises and falls with the latest word until it is closed",
          "[ledger][folding]")
{
    using enum deal_status;
    CHECK(status_from({{rumored}, {in_talks}}) == in_talks);
    CHECK(status_from({{committed}, {rumored}}) == rumored);
    CHECK(status_from({{in_talks}, {closed}}) == closed);
}

TEST_CASE("folding: what is closed stays closed under a lower word", "[ledger][folding]")
{
    using enum deal_status;
    auto const lower = GENERATE(rumored, approached, in_talks, committed);
    CAPTURE(to_string(lower));
    CHECK(status_from({{closed}, {lower}}) == closed);
    CHECK(status_from({{closed}, {lower}, {lower}}) == closed);
}

TEST_CASE("folding: what is closed yields to its withdrawal", "[ledger][folding]")
{
    using enum deal_status;
    CHECK(status_from({{closed}, {withdrawn}}) == withdrawn);
    CHECK(status_from({{closed}, {withdrawn}, {in_talks}}) == in_talks);
}

TEST_CASE("folding: what is closed yields to null", "[ledger][folding]")
{
    using enum deal_status;
    CHECK(status_from({{closed}, {taken_back}}) == std::nullopt);
    CHECK(status_from({{closed}, {taken_back}, {rumored}}) == rumored);
}

TEST_CASE("folding: what is closed yields to an explicit denial", "[ledger][folding]")
{
    using enum deal_status;
    CHECK(status_from({{closed}, {in_talks, true}}) == in_talks);
    CHECK(status_from({{closed}, {in_talks, true}, {rumored}}) == rumored);
    CHECK(status_from({{closed}, {in_talks}, {in_talks, true}}) == in_talks);
}

TEST_CASE("folding: a denial that says no status denies none", "[ledger][folding]")
{
    using enum deal_status;
    CHECK(status_from({{closed}, {{}, true}, {rumored}}) == closed);
}

TEST_CASE("folding: closed does not keep out an earlier lower word", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"firm", "fund"});
    auto const deal = [&](deal_status status, std::string_view moment) {
        return to.add(participation{.company = to.entity("firm"),
                                    .investor = to.entity("fund"),
                                    .status = status},
                      as_of(moment));
    };
    deal(deal_status::closed, "2025");
    auto const id = deal(deal_status::rumored, "2024");
    to.commit();
    CHECK(view{book}.at<participation>(id).status == deal_status::closed);
}

TEST_CASE("folding: the status of a round has the same rule", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const r = to.add(funding_round{.slug = "r", .company = a, .status = deal_status::closed},
                          as_of("2025"));
    to.add(funding_round{.slug = "r", .status = deal_status::in_talks}, as_of("2026"));
    to.commit();
    CHECK(view{book}.at<funding_round>(r).status == deal_status::closed);
}

TEST_CASE("folding: the source's own word follows the latest even where the status does not",
          "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"firm", "fund"});
    auto const deal = [&](deal_status status, std::string_view stated, std::string_view moment) {
        return to.add(participation{.company = to.entity("firm"),
                                    .investor = to.entity("fund"),
                                    .status = status,
                                    .status_as_stated = stated},
                      as_of(moment));
    };
    deal(deal_status::closed, "secured", "2025");
    auto const id = deal(deal_status::in_talks, "in talks", "2026");
    to.commit();
    CHECK(view{book}.at<participation>(id).status_as_stated == std::string_view{"in talks"});
}

TEST_CASE("folding: a valuation revised within weeks is one record with one value at a time",
          "[ledger][folding]")
{
    auto const book = deepseek_ledger();
    auto const worth = [&](date known) {
        view const v{book, {.known_at = known}};
        auto const all = v.records(record_kind::valuation);
        return all.empty() ? std::nullopt
                           : std::optional{v.at<valuation>(all.front()).amount.value()};
    };
    CHECK(worth(date{2026, 5, 9}) == std::nullopt);
    CHECK(worth(date{2026, 5, 10}) == amount{plain(dollars(20 * billion))});
    CHECK(worth(date{2026, 5, 15}) == amount{plain(dollars(20 * billion))});
    CHECK(worth(date{2026, 5, 30}) == amount{plain(dollars(20 * billion))});
    CHECK(worth(date{2026, 5, 31}) == amount{about(dollars(45 * billion))});
    CHECK(worth(date{2026, 6, 1}) == amount{about(dollars(45 * billion))});
    CHECK(view{book}.records(record_kind::valuation).size() == 1);
}

TEST_CASE("folding: valuations of unlike bases never supersede each other", "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const worth = [&](valuation_basis basis, std::int64_t value, std::string_view day) {
        return to.add(
            valuation{.company = a, .basis = basis, .amount = amount{exactly(dollars(value))}},
            on(day));
    };
    auto const before = worth(valuation_basis::pre, 20, "2026-05-01");
    auto const after = worth(valuation_basis::post, 30, "2026-06-01");
    to.commit();
    view const v{book};
    CHECK(v.at<valuation>(before).amount == amount{exactly(dollars(20))});
    CHECK(v.at<valuation>(after).amount == amount{exactly(dollars(30))});
}

TEST_CASE("statements_of: are in the order of their weight and the last decides",
          "[ledger][folding]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = to.entity("a");
    auto const tell = [&](std::string_view sector, provenance const& said) {
        to.add(entity{.slug = "a", .name = "A", .kind = entity_kind::fund, .sector = sector}, said);
    };
    tell("third", as_of("2026-02", "2026-05"));
    tell("first", as_of("2026-01", "2026-06"));
    tell("fourth", as_of("2026-03", "2026-03"));
    tell("second", as_of("2026-02", "2026-04"));
    to.commit();
    view const v{book};
    CHECK(v.statements_of(book.record_of(a))
          == std::vector{statement_id{1}, statement_id{3}, statement_id{0}, statement_id{2}});
    CHECK(v.at(a).sector == std::string_view{"fourth"});
}
