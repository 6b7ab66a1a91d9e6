// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/view.hpp>

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Whether a report of that day is known at `known_at`, to that certainty.
bool is_known(std::string_view reported, std::string_view known_at, certainty known)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b"});
    auto const stake = to.add(holding{.owner = to.entity("a"), .owned = to.entity("b")},
                              {.reported_on = parse_date(reported)});
    to.commit();
    return view{book, {.known_at = parse_date(known_at), .known = known}}.knows(stake);
}

/// Whether a holding from `from` until `until` is taken at `valid_at`; "" for what is not said.
struct span {
    std::string_view from;
    std::string_view until;
};
bool holds(span when, std::string_view valid_at, certainty valid)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b"});
    auto const day = [](std::string_view text) {
        return text.empty() ? field<date>{} : field<date>{parse_date(text)};
    };
    auto const stake = to.add(holding{.owner = to.entity("a"),
                                      .owned = to.entity("b"),
                                      .valid_from = day(when.from),
                                      .valid_until = day(when.until)});
    auto const tie = to.add(relation{.type = relation_type::unit_of,
                                     .from = to.entity("a"),
                                     .to = to.entity("b"),
                                     .valid_from = day(when.from),
                                     .valid_until = day(when.until)});
    to.commit();
    view const v{book, {.valid_at = parse_date(valid_at), .valid = valid}};
    CHECK(v.knows(stake) == v.knows(tie));
    CHECK(v.knows(stake) == v.find<holding>(stake).has_value());
    CHECK(v.records(record_kind::holding).size() == (v.knows(stake) ? 1U : 0U));
    return v.knows(stake);
}

bool mentions(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

} // namespace

TEST_CASE("view: of an empty ledger it is empty", "[ledger][view]")
{
    ledger const book;
    view const v{book};
    CHECK(v.num_statements() == 0);
    CHECK(v.records(record_kind::entity).empty());
    CHECK_FALSE(v.takes(statement_id{0}));
    CHECK_THROWS_AS(v.at(statement_id{0}), std::out_of_range);
    CHECK_THROWS_AS(v.knows(record_id{0}), std::out_of_range);
    CHECK_THROWS_AS(v.slug_of(entity_id{0}), std::out_of_range);
    CHECK_THROWS_AS(v.entity_at("a"), error);
}

TEST_CASE("view: takes everything unless told otherwise", "[ledger][view]")
{
    auto const book = deepseek_ledger();
    view const v{book};
    CHECK(v.num_statements() == book.num_statements());
    for (std::uint32_t i = 0; i < book.num_statements(); ++i) {
        CHECK(v.takes(statement_id{i}));
    }
    CHECK_FALSE(v.takes(statement_id{static_cast<std::uint32_t>(book.num_statements())}));
}

TEST_CASE("view: carries its options", "[ledger][view]")
{
    auto const book = zhipu_ledger();
    CHECK(view{book}.options().min_status == deal_status::closed);
    CHECK(view{book}.options().known == certainty::certainly);
    CHECK(view{book}.options().valid == certainty::possibly);
    CHECK(view{book}.options().relays == relays::as_reported);
    view const v{book,
                 {.valid_at = date{2025},
                  .known_at = date{2026},
                  .min_status = deal_status::rumored,
                  .relays = relays::as_relayed}};
    CHECK(v.options().valid_at == date{2025});
    CHECK(v.options().known_at == date{2026});
    CHECK(v.options().min_status == deal_status::rumored);
    CHECK(v.options().relays == relays::as_relayed);
}

TEST_CASE("view: the least status hides no record by itself", "[ledger][view]")
{
    auto const book = deepseek_ledger();
    view const closed{book, {.min_status = deal_status::closed}};
    view const rumored{book, {.min_status = deal_status::rumored}};
    CHECK(closed.records(record_kind::participation)
          == rumored.records(record_kind::participation));
}

TEST_CASE("known_at: a report is known from its day", "[ledger][view][known_at]")
{
    CHECK_FALSE(is_known("2026-05-28", "2026-05-27", certainty::certainly));
    CHECK(is_known("2026-05-28", "2026-05-28", certainty::certainly));
    CHECK(is_known("2026-05-28", "2026-05-29", certainty::certainly));
}

TEST_CASE("known_at: a partial report is certainly known from its last day",
          "[ledger][view][known_at]")
{
    auto const reported = GENERATE(as<std::string>{}, "2026-05", "2020/2026-05", "../2026-05-31",
                                   "2026-05-01/2026-05-31");
    CAPTURE(reported);
    CHECK_FALSE(is_known(reported, "2026-05-30", certainty::certainly));
    CHECK(is_known(reported, "2026-05-31", certainty::certainly));
}

TEST_CASE("known_at: a partial report is possibly known from its first day",
          "[ledger][view][known_at]")
{
    auto const reported =
        GENERATE(as<std::string>{}, "2026-05", "2026-05-01/2027", "2026-05-01/..");
    CAPTURE(reported);
    CHECK_FALSE(is_known(reported, "2026-04-30", certainty::possibly));
    CHECK(is_known(reported, "2026-05-01", certainty::possibly));
}

TEST_CASE("known_at: an undated report is never certainly and always possibly known",
          "[ledger][view][known_at]")
{
    auto const reported = GENERATE(as<std::string>{}, "../..", "2020/..");
    CAPTURE(reported);
    CHECK_FALSE(is_known(reported, "9999", certainty::certainly));
    CHECK_FALSE(is_known(reported, "../..", certainty::certainly));
    CHECK(is_known(reported, "2020", certainty::possibly));
}

TEST_CASE("known_at: a partial moment means up to the end of its last day",
          "[ledger][view][known_at]")
{
    CHECK(is_known("2026-05-31", "2026-05", certainty::certainly));
    CHECK(is_known("2026-05", "2026-05", certainty::certainly));
    CHECK_FALSE(is_known("2026-06-01", "2026-05", certainty::certainly));
    CHECK(is_known("2026-12-31", "2026", certainty::certainly));
}

TEST_CASE("known_at: open at the end it takes all that is dated", "[ledger][view][known_at]")
{
    CHECK(is_known("9999-12-31", "2026/..", certainty::certainly));
    CHECK(is_known("9999-12-31", "../..", certainty::certainly));
}

TEST_CASE("known_at: absent takes what is undated too", "[ledger][view][known_at]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.commit();
    CHECK(view{book}.knows(book.record_of(a)));
    CHECK_FALSE(view{book, {.known_at = date{9999}}}.knows(book.record_of(a)));
}

TEST_CASE("known_at: what is said of a source is known whatever the view",
          "[ledger][view][known_at]")
{
    ledger book;
    ledger_builder to{book};
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026}});
    to.commit();
    view const v{book, {.known_at = date{1999}}};
    CHECK(v.knows(paper));
    CHECK(v.at<source_record>(paper).published == date{2026});
}

TEST_CASE("known_at: looks at the report and never at the moment spoken of",
          "[ledger][view][known_at]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .sector = "old news told late"},
           {.reported_on = date{2026, 5, 1}, .as_of = date{2020}});
    to.commit();
    CHECK(view{book, {.known_at = date{2026, 4}}}.at(a).sector == field<std::string_view>{});
    CHECK(view{book, {.known_at = date{2026, 5}}}.at(a).sector
          == std::string_view{"old news told late"});
}

TEST_CASE("known_at: a record is folded from what was known alone", "[ledger][view][known_at]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    for (unsigned month = 1; month <= 3; ++month) {
        to.add(entity{.slug = "a", .founded = date{2000 + static_cast<int>(month)}},
               {.reported_on = date{2026, month}});
    }
    to.commit();
    auto const founded = [&](unsigned month) {
        return view{book, {.known_at = date{2026, month}}}.at(a).founded;
    };
    CHECK(view{book, {.known_at = date{2025}}}.at(a).founded == field<date>{});
    CHECK(founded(1) == date{2001});
    CHECK(founded(2) == date{2002});
    CHECK(founded(3) == date{2003});
}

TEST_CASE("relays: a relayed report counts from the day of the original report",
          "[ledger][view][relays]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026, 7, 1}});
    to.add(entity{.slug = "a", .sector = "x"},
           {.source = paper, .reported_on = date{2026, 5, 10}, .attributed_to = "Bloomberg"});
    to.commit();
    auto const sector = [&](date known, relays how) {
        return view{book, {.known_at = known, .relays = how}}.at(a).sector.has_value();
    };
    CHECK_FALSE(sector(date{2026, 5, 9}, relays::as_reported));
    CHECK(sector(date{2026, 5, 10}, relays::as_reported));
    CHECK_FALSE(sector(date{2026, 5, 10}, relays::as_relayed));
    CHECK_FALSE(sector(date{2026, 6, 30}, relays::as_relayed));
    CHECK(sector(date{2026, 7, 1}, relays::as_relayed));
}

TEST_CASE("relays: the day that a view counts from is the day it shows", "[ledger][view][relays]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026, 7}});
    to.add(entity{.slug = "a", .sector = "x"},
           {.source = paper, .reported_on = date{2026, 5}, .attributed_to = "ann"});
    to.commit();
    statement_id const id{2};
    CHECK(view{book}.reported_on(id) == date{2026, 5});
    CHECK(view{book, {.relays = relays::as_relayed}}.reported_on(id) == date{2026, 7});
}

TEST_CASE("relays: the moment spoken of is the same either way", "[ledger][view][relays]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026, 7}});
    to.add(entity{.slug = "a", .sector = "x"},
           {.source = paper, .reported_on = date{2026, 5}, .attributed_to = "ann"});
    to.commit();
    CHECK(view{book}.as_of(statement_id{2}) == date{2026, 5});
    CHECK(view{book, {.relays = relays::as_relayed}}.as_of(statement_id{2}) == date{2026, 5});
}

TEST_CASE("relays: what the source says itself counts from the day it says",
          "[ledger][view][relays]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2026, 7}});
    to.add(entity{.slug = "a", .sector = "x"}, {.source = paper, .reported_on = date{2026, 5}});
    to.commit();
    view const v{book, {.known_at = date{2026, 5}, .relays = relays::as_relayed}};
    CHECK(v.at(a).sector.has_value());
}

TEST_CASE("relays: what has no source is reported by itself", "[ledger][view][relays]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.add(entity{.slug = "a", .sector = "x"}, on("2026-05"));
    to.commit();
    view const v{book, {.known_at = date{2026, 5}, .relays = relays::as_relayed}};
    CHECK(v.at(a).sector.has_value());
}

TEST_CASE("relays: relayed by an undated source it is never certainly known",
          "[ledger][view][relays]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const paper = to.add(source_record{.slug = "paper"});
    to.add(entity{.slug = "a", .sector = "x"},
           {.source = paper, .reported_on = date{2026, 5}, .attributed_to = "ann"});
    to.commit();
    view const v{book, {.known_at = date{9999}, .relays = relays::as_relayed}};
    CHECK_FALSE(v.at(a).sector.has_value());
}

TEST_CASE("valid_at: a holding of known days holds from the first to the last",
          "[ledger][view][valid_at]")
{
    auto const how = GENERATE(certainty::possibly, certainty::certainly);
    span const year{"2025-03-01", "2026-02-28"};
    CHECK_FALSE(holds(year, "2025-02-28", how));
    CHECK(holds(year, "2025-03-01", how));
    CHECK(holds(year, "2026-02-28", how));
    CHECK_FALSE(holds(year, "2026-03-01", how));
}

TEST_CASE("valid_at: a holding of partial days possibly holds from their first to their last",
          "[ledger][view][valid_at]")
{
    span const years{"2024", "2026"};
    CHECK_FALSE(holds(years, "2023-12-31", certainty::possibly));
    CHECK(holds(years, "2024-01-01", certainty::possibly));
    CHECK(holds(years, "2026-12-31", certainty::possibly));
    CHECK_FALSE(holds(years, "2027-01-01", certainty::possibly));
}

TEST_CASE("valid_at: a holding of partial days certainly holds between them alone",
          "[ledger][view][valid_at]")
{
    span const years{"2024", "2026"};
    CHECK_FALSE(holds(years, "2024-12-30", certainty::certainly));
    CHECK(holds(years, "2024-12-31", certainty::certainly));
    CHECK(holds(years, "2026-01-01", certainty::certainly));
    CHECK_FALSE(
        holds(years, "2026-01-02", certainty::certainly)); // it may have ended the day before
}

TEST_CASE("valid_at: where an end is not said it possibly holds and not certainly",
          "[ledger][view][valid_at]")
{
    auto const when = GENERATE(span{"", ""}, span{"2020", ""}, span{"", "2030"},
                               span{"2020", "../2030"}, span{"2020/..", "2030"});
    CAPTURE(when.from, when.until);
    CHECK(holds(when, "2025-06-15", certainty::possibly));
    CHECK_FALSE(holds(when, "2025-06-15", certainty::certainly));
}

TEST_CASE("valid_at: what can only have ended or not begun does not hold",
          "[ledger][view][valid_at]")
{
    auto const how = GENERATE(certainty::possibly, certainty::certainly);
    CHECK_FALSE(holds({"", "../2023-12"}, "2024-01-01", how));
    CHECK_FALSE(holds({"2024/..", ""}, "2023-12-31", how));
}

TEST_CASE("valid_at: an end open upwards is certain up to its first day",
          "[ledger][view][valid_at]")
{
    CHECK(holds({"2020", "2025-06-01/.."}, "2025-06-01", certainty::certainly));
    CHECK_FALSE(holds({"2020", "2025-06-01/.."}, "2025-06-02", certainty::certainly));
    CHECK(holds({"../2020", "2025"}, "2020-12-31", certainty::certainly));
}

TEST_CASE("valid_at: at a partial moment it possibly holds when it holds some day of it",
          "[ledger][view][valid_at]")
{
    span const spring{"2025-03-01", "2025-05-31"};
    CHECK(holds(spring, "2025", certainty::possibly));
    CHECK(holds(spring, "2025-05", certainty::possibly));
    CHECK(holds(spring, "2020/..", certainty::possibly));
    CHECK_FALSE(holds(spring, "2025-06", certainty::possibly));
    CHECK_FALSE(holds(spring, "2024", certainty::possibly));
}

TEST_CASE("valid_at: at a partial moment it certainly holds when it holds each day of it",
          "[ledger][view][valid_at]")
{
    span const spring{"2025-03-01", "2025-05-31"};
    CHECK(holds(spring, "2025-05", certainty::certainly));
    CHECK(holds(spring, "2025-03-01/2025-05-31", certainty::certainly));
    CHECK_FALSE(holds(spring, "2025-02-28/2025-05-31", certainty::certainly));
    CHECK_FALSE(holds(spring, "2025", certainty::certainly));
    CHECK_FALSE(holds(spring, "../2025-05", certainty::certainly));
    CHECK_FALSE(holds(spring, "2025-05/..", certainty::certainly));
}

TEST_CASE("valid_at: what ends before it begins never holds", "[ledger][view][valid_at]")
{
    auto const how = GENERATE(certainty::possibly, certainty::certainly);
    span const backwards{"2026", "2020"};
    CHECK_FALSE(holds(backwards, "2023", how));
    CHECK_FALSE(holds(backwards, "2010/2030", how));
    CHECK_FALSE(holds(backwards, "../..", how));
}

TEST_CASE("valid_at: absent takes all there ever were", "[ledger][view][valid_at]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const gone = to.add(holding{.owner = a, .owned = a, .valid_until = date{1999}});
    auto const backwards = to.add(relation{.type = relation_type::unit_of,
                                           .from = a,
                                           .to = a,
                                           .valid_from = date{2026},
                                           .valid_until = date{2020}});
    to.commit();
    CHECK(view{book}.knows(gone));
    CHECK(view{book}.knows(backwards));
}

TEST_CASE("valid_at: leaves rounds and deals and entities alone", "[ledger][view][valid_at]")
{
    auto const book = syndicates_ledger();
    view const v{book, {.valid_at = date{1999}}};
    for (auto const kind : {record_kind::entity, record_kind::round, record_kind::participation}) {
        CHECK(v.records(kind) == view{book}.records(kind));
    }
}

TEST_CASE("valid_at: is read from what is known", "[ledger][view][valid_at]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const stake = to.add(holding{.owner = a, .owned = a}, on("2025"));
    to.add(holding{.owner = a, .owned = a, .valid_until = date{2024}}, on("2026"));
    to.commit();
    CHECK(view{book, {.valid_at = date{2025}, .known_at = date{2025}}}.knows(stake));
    CHECK_FALSE(view{book, {.valid_at = date{2025}, .known_at = date{2026}}}.knows(stake));
}

TEST_CASE("sources: only what they say is taken", "[ledger][view][sources]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const one = to.add(source_record{.slug = "one"});
    auto const two = to.add(source_record{.slug = "two"});
    to.add(entity{.slug = "a", .sector = "by one"}, {.source = one});
    to.add(entity{.slug = "a", .country = "SG", .sector = "by two"}, {.source = two});
    to.commit();
    CHECK(view{book, {.sources = {one}}}.at(a).sector == std::string_view{"by one"});
    CHECK(view{book, {.sources = {one}}}.at(a).country == field<std::string_view>{});
    CHECK(view{book, {.sources = {two}}}.at(a).sector == std::string_view{"by two"});
    CHECK(view{book, {.sources = {one, two}}}.at(a).sector == std::string_view{"by two"});
    CHECK(view{book, {.sources = {}}}.at(a).sector == std::string_view{"by two"});
}

TEST_CASE("sources: statements without source always count", "[ledger][view][sources]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const one = to.add(source_record{.slug = "one"});
    auto const two = to.add(source_record{.slug = "two"});
    auto const stake = to.add(holding{.owner = a, .owned = a}, {.source = two});
    to.commit();
    view const v{book, {.sources = {one}}};
    CHECK(v.knows(book.record_of(a)));
    CHECK_FALSE(v.knows(stake));
    CHECK(v.knows(two)); // what is said of the source itself
}

TEST_CASE("knows: a record is known from its first report", "[ledger][view]")
{
    auto const book = deepseek_ledger();
    auto const talks = book.round_at("deepseek-2026");
    auto const approach = book.round_at("deepseek-2025");
    view const spring{book, {.known_at = date{2025, 3, 1}}};
    CHECK(spring.knows(approach));
    CHECK_FALSE(spring.knows(talks));
    CHECK(spring.records(record_kind::round) == std::vector{approach});
    CHECK(spring.find<funding_round>(talks) == std::nullopt);
    CHECK(spring.at<funding_round>(approach).amount == field<amount>{});
    CHECK(view{book, {.known_at = date{2026, 7}}}.knows(talks));
}

TEST_CASE("records: are of their kind and by id", "[ledger][view]")
{
    auto const book = zhipu_ledger();
    view const v{book};
    std::size_t n = 0;
    for (auto const kind :
         {record_kind::source, record_kind::entity, record_kind::round, record_kind::participation,
          record_kind::valuation, record_kind::holding, record_kind::relation, record_kind::absence,
          record_kind::rate, record_kind::same_as, record_kind::retraction}) {
        auto const all = v.records(kind);
        CHECK(std::is_sorted(all.begin(), all.end()));
        for (auto const id : all) {
            CHECK(book.kind_of(id) == kind);
        }
        n += all.size();
    }
    CHECK(n == book.num_records());
}

TEST_CASE("at: what is not yet known is an error that says since when it is",
          "[ledger][view][errors]")
{
    auto const book = deepseek_ledger();
    view const v{book, {.known_at = date{2025, 3, 1}}};
    auto const refused =
        error_of([&] { return v.at<funding_round>(book.round_at("deepseek-2026")); });
    REQUIRE(refused);
    CHECK(refused->code() == error_code::not_known_at);
    CHECK(mentions(refused->found(), "round 'deepseek-2026'"));
    CHECK(mentions(refused->found(), "2025-03-01"));
    CHECK(mentions(refused->expected(), "2026-05-01/2026-05-10"));
}

TEST_CASE("at: a record without slug is named by its key", "[ledger][view][errors]")
{
    auto const book = zhipu_ledger();
    view const v{book, {.known_at = date{2024}}};
    auto const stake = view{book}.records(record_kind::holding).front();
    auto const deal = view{book}.records(record_kind::participation).front();
    auto const no_stake = error_of([&] { return v.at<holding>(stake); });
    auto const no_deal = error_of([&] { return v.at<participation>(deal); });
    REQUIRE(no_stake);
    REQUIRE(no_deal);
    CHECK(no_stake->code() == error_code::not_known_at);
    CHECK(mentions(no_stake->found(), "holding (owner 'hangzhou', owned 'construction')"));
    CHECK(mentions(no_stake->expected(), "2025-03"));
    CHECK(
        mentions(no_deal->found(), "participation (round 'zhipu-2025', investor 'construction')"));
}

TEST_CASE("at: of a record that was never dated no first report is named", "[ledger][view][errors]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const stake = to.add(holding{.owner = a, .owned = a});
    to.commit();
    view const v{book, {.known_at = date{2026}}};
    auto const refused = error_of([&] { return v.at<holding>(stake); });
    REQUIRE(refused);
    CHECK(refused->code() == error_code::not_known_at);
    CHECK_FALSE(mentions(refused->expected(), "report"));
}

TEST_CASE("at: a holding that is known and does not hold says so", "[ledger][view][errors]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto const stake =
        to.add(holding{.owner = a, .owned = a, .valid_until = date{2020}}, on("2021"));
    to.commit();
    view const v{book, {.valid_at = date{2025}, .known_at = date{2026}}};
    auto const refused = error_of([&] { return v.at<holding>(stake); });
    REQUIRE(refused);
    CHECK(refused->code() == error_code::not_known_at);
    CHECK(mentions(refused->found(), "valid at 2025"));
    CHECK_FALSE(mentions(refused->expected(), "report"));
}

TEST_CASE("find: an id that is no such record throws out_of_range", "[ledger][view][errors]")
{
    auto const book = zhipu_ledger();
    view const v{book};
    auto const round = book.round_at("zhipu-2025");
    CHECK_NOTHROW(v.find<funding_round>(round));
    CHECK_THROWS_AS(v.find<holding>(round), std::out_of_range);
    CHECK_THROWS_AS(v.at<entity>(round), std::out_of_range);
    CHECK_THROWS_AS(v.timeless<source_record>(round), std::out_of_range);
    record_id const beyond{static_cast<std::uint32_t>(book.num_records())};
    CHECK_THROWS_AS(v.find<holding>(beyond), std::out_of_range);
    CHECK_THROWS_AS(v.knows(beyond), std::out_of_range);
    CHECK_THROWS_AS(v.statements_of(beyond), std::out_of_range);
    CHECK_THROWS_AS(v.slug_of(beyond), std::out_of_range);
}

TEST_CASE("entity_at: a view refuses an unknown slug with the nearest known",
          "[ledger][view][errors]")
{
    auto const book = zhipu_ledger();
    view const v{book};
    CHECK(v.entity_at("alibaba") == book.entity_at("alibaba"));
    auto const refused = error_of([&] { return v.entity_at("alibab"); });
    REQUIRE(refused);
    CHECK(refused->code() == error_code::unknown_entity);
    CHECK(mentions(refused->expected(), "'alibaba'"));
    auto const no_round = error_of([&] { return v.round_at("zhipu-2024"); });
    REQUIRE(no_round);
    CHECK(no_round->code() == error_code::unknown_reference);
    CHECK(mentions(no_round->expected(), "'zhipu-2025'"));
}

TEST_CASE("timeless: names and kinds and a round's company need no knowledge",
          "[ledger][view][timeless]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = to.add(entity{.slug = "a",
                                 .name = "Alpha",
                                 .kind = entity_kind::company,
                                 .sector = "chips",
                                 .state_link = state_link{}},
                          on("2026"));
    auto const r = to.add(funding_round{.slug = "r",
                                        .company = a,
                                        .kind = round_kind::debt,
                                        .status = deal_status::closed,
                                        .amount = amount{exactly(yuan(1))}},
                          on("2026"));
    to.commit();
    view const v{book, {.known_at = date{2020}}};
    CHECK(v.name_of(a) == "Alpha");
    CHECK(v.at(a) == entity{.slug = "a", .name = "Alpha", .kind = entity_kind::company});
    CHECK(v.timeless<funding_round>(r)
          == funding_round{.slug = "r", .company = a, .kind = round_kind::debt});
    CHECK_FALSE(v.knows(r));
    CHECK_FALSE(v.knows(book.record_of(a)));
    CHECK(v.entity_at("a") == a);
    CHECK(v.slug_of(a) == "a");
}

TEST_CASE("timeless: the last name told is the name whenever asked", "[ledger][view][timeless]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = to.add(
        entity{.slug = "a", .name = "New", .kind = entity_kind::fund, .sector = "x"}, on("2026"));
    to.add(entity{.slug = "a", .name = "Old", .kind = entity_kind::company, .sector = "y"},
           on("2020"));
    to.commit();
    view const v{book, {.known_at = date{2021}}};
    CHECK(v.name_of(a) == "New");
    CHECK(v.at(a).name == std::string_view{"New"});
    CHECK(v.at(a).kind == entity_kind::fund);
    CHECK(v.at(a).sector == std::string_view{"y"});
}

TEST_CASE("timeless: a key is known whatever the view", "[ledger][view][timeless]")
{
    auto const book = zhipu_ledger();
    auto const stake = view{book}.records(record_kind::holding).front();
    view const v{book, {.known_at = date{1999}}};
    CHECK(v.timeless<holding>(stake)
          == holding{.owner = book.entity_at("hangzhou"),
                     .owned = book.entity_at("construction"),
                     .basis = holding_basis::equity,
                     .indirect = false});
}

TEST_CASE("view: later appends leave it alone", "[ledger][view][prefix]")
{
    auto book = zhipu_ledger();
    view const v{book};
    auto const n = v.num_statements();
    auto const zhipu = book.entity_at("zhipu");
    auto const before = v.at(zhipu);
    auto const rounds = v.records(record_kind::round);

    ledger_builder to{book};
    to.add(entity{.slug = "zhipu", .name = "Z.ai", .sector = "AI"});
    auto const fresh = add_entity(to, "zhipu-cloud");
    to.add(funding_round{.slug = "zhipu-2026", .company = zhipu});
    to.add(same_as{std::vector{zhipu, book.entity_at("alibaba")}});
    to.commit();

    CHECK(v.num_statements() == n);
    CHECK(v.at(zhipu) == before);
    CHECK(v.name_of(zhipu) == "zhipu");
    CHECK(v.records(record_kind::round) == rounds);
    CHECK(v.representative(zhipu) == zhipu);
    CHECK_FALSE(v.takes(statement_id{static_cast<std::uint32_t>(n)}));

    view const later{book};
    CHECK(later.name_of(zhipu) == "Z.ai");
    CHECK(later.name_of(fresh) == "zhipu-cloud");
    CHECK(later.representative(zhipu) == book.entity_at("alibaba"));
}

TEST_CASE("view: does not know what was appended since", "[ledger][view][prefix]")
{
    auto book = zhipu_ledger();
    view const v{book};
    auto const n = static_cast<std::uint32_t>(book.num_statements());
    ledger_builder to{book};
    auto const fresh = add_entity(to, "fresh");
    auto const round = to.add(funding_round{.slug = "fresh-1", .company = fresh});
    to.commit();

    CHECK_THROWS_AS(v.at(fresh), std::out_of_range);
    CHECK_THROWS_AS(v.name_of(fresh), std::out_of_range);
    CHECK_THROWS_AS(v.slug_of(fresh), std::out_of_range);
    CHECK_THROWS_AS(v.slug_of(round), std::out_of_range);
    CHECK_THROWS_AS(v.knows(round), std::out_of_range);
    CHECK_THROWS_AS(v.find<funding_round>(round), std::out_of_range);
    CHECK_THROWS_AS(v.timeless<funding_round>(round), std::out_of_range);
    CHECK_THROWS_AS(v.at(statement_id{n}), std::out_of_range);
    CHECK_THROWS_AS(v.reported_on(statement_id{n}), std::out_of_range);
    CHECK_THROWS_AS(v.as_of(statement_id{n}), std::out_of_range);
    auto const no_entity = error_of([&] { return v.entity_at("fresh"); });
    REQUIRE(no_entity);
    CHECK(no_entity->code() == error_code::unknown_entity);
    auto const no_round = error_of([&] { return v.round_at("fresh-1"); });
    REQUIRE(no_round);
    CHECK(no_round->code() == error_code::unknown_reference);
}

TEST_CASE("view: outlives its ledger", "[ledger][view][prefix]")
{
    std::optional<view> v;
    entity_id zhipu{};
    {
        auto const book = zhipu_ledger();
        zhipu = book.entity_at("zhipu");
        v.emplace(book, view_options{.known_at = date{2026}});
    }
    CHECK(v->name_of(zhipu) == "zhipu");
    CHECK(v->entity_at("zhipu") == zhipu);
    CHECK(v->at<funding_round>(v->round_at("zhipu-2025")).company == zhipu);
}

TEST_CASE("view: outlives a ledger that another is moved into", "[ledger][view][prefix]")
{
    auto book = zhipu_ledger();
    auto const zhipu = book.entity_at("zhipu");
    view const v{book};
    book = ledger{};
    CHECK(book.num_statements() == 0);
    CHECK(v.name_of(zhipu) == "zhipu");
}

TEST_CASE("view: a copy is the same view", "[ledger][view]")
{
    auto const book = deepseek_ledger();
    view const v{book, {.known_at = date{2025}}};
    auto copy = v;
    CHECK(copy.num_statements() == v.num_statements());
    CHECK(copy.options().known_at == date{2025});
    copy = view{book};
    CHECK(copy.num_statements() == book.num_statements());
    CHECK(v.num_statements() < book.num_statements());
}

TEST_CASE("at: a view shows the statement itself", "[ledger][view]")
{
    auto const book = deepseek_ledger();
    view const v{book, {.known_at = date{1999}}};
    for (std::uint32_t i = 0; i < book.num_statements(); ++i) {
        auto const seen = v.at(statement_id{i});
        auto const told = book.at(statement_id{i});
        CHECK(seen.kind == told.kind);
        CHECK(seen.record == told.record);
        CHECK(parts_of(seen.said) == parts_of(told.said));
    }
}
