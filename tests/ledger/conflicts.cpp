// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/conflicts.hpp>

#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <stdexcept>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

provenance said(std::string_view as_of, std::string_view reported)
{
    return {.reported_on = parse_date(reported), .as_of = parse_date(as_of)};
}

/// One word on a record, and who says it.
template <class Record>
struct told {
    Record record;
    provenance by;
};

/// The contradictions among `words`, as `field: decides > yields, rule`, by position.
template <class Record>
std::vector<std::string> conflicts_among(std::vector<told<Record>> const& words,
                                         view_options const& options = {},
                                         conflict_options const& how = {})
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"firm", "fund"});
    for (auto const& each : words) {
        auto record = each.record;
        if constexpr (std::is_same_v<Record, funding_round>) {
            record.slug = "r";
            record.company = to.entity("firm");
        } else if constexpr (std::is_same_v<Record, entity>) {
            record.slug = "firm";
        } else {
            record.owner = to.entity("fund");
            record.owned = to.entity("firm");
        }
        to.add(record, each.by);
    }
    to.commit();
    std::vector<std::string> out;
    auto const number = [](statement_id id) { return std::to_string(index_of(id) - 2); };
    for (auto const& c : conflicts_in(view{book, options}, how)) {
        out.push_back(std::string{c.field} + ": " + number(c.decides) + " > " + number(c.yields)
                      + ", " + std::string{to_string(c.rule)});
    }
    return out;
}

using words = std::vector<std::string>;
using rounds = std::vector<told<funding_round>>;
using entities = std::vector<told<entity>>;
using holdings = std::vector<told<holding>>;

funding_round of(deal_status status)
{
    return {.status = status};
}
funding_round of(amount const& sum)
{
    return {.amount = sum};
}
entity in(std::string_view sector)
{
    return {.sector = sector};
}
entity with(state_link link)
{
    return {.state_link = link};
}

} // namespace

TEST_CASE("conflicts_in: overlapping days that disagree are a conflict and the later day decides",
          "[ledger][conflicts]")
{
    CHECK(conflicts_among(entities{{in("AI"), said("2025", "2026-01")},
                                   {in("search"), said("2025-06", "2026-02")}})
          == words{"sector: 0 > 1, later_as_of"});
}

TEST_CASE("conflicts_in: of one moment the later report decides and then the position",
          "[ledger][conflicts]")
{
    CHECK(conflicts_among(entities{{in("AI"), said("2025-06", "2026-02")},
                                   {in("search"), said("2025-06", "2026-01")}})
          == words{"sector: 0 > 1, later_reported_on"});
    CHECK(conflicts_among(entities{{in("AI"), said("2025-06", "2026-01")},
                                   {in("search"), said("2025-06", "2026-01")}})
          == words{"sector: 1 > 0, position"});
}

TEST_CASE("conflicts_in: what is said of a later day is a revision", "[ledger][conflicts]")
{
    CHECK(conflicts_among(entities{{in("AI"), said("2025-06", "2026-01")},
                                   {in("search"), said("2025-07", "2026-01")}})
              .empty());
}

TEST_CASE("conflicts_in: to say the same again is none", "[ledger][conflicts]")
{
    CHECK(conflicts_among(
              entities{{in("AI"), said("2025", "2026")}, {in("AI"), said("2025", "2026")}})
              .empty());
    CHECK(conflicts_among(rounds{{of(amount{over(yuan(10))}), said("2025", "2026")},
                                 {of(amount{exactly(yuan(12))}), said("2025", "2026")},
                                 {of(amount{}), said("2025", "2026")},
                                 {of(amount{exactly(dollars(2))}), said("2025", "2026")}})
              .empty());
}

TEST_CASE("conflicts_in: sums whose bounds are apart are one and about reaches as far as is let",
          "[ledger][conflicts]")
{
    rounds const sums{{of(amount{about(yuan(100))}), said("2025", "2026")},
                      {of(amount{plain(yuan(104))}), said("2025", "2026")}};
    CHECK(conflicts_among(sums).empty());
    CHECK(conflicts_among(sums, {}, {.about = {0.0}}) == words{"amount: 1 > 0, position"});
    CHECK(conflicts_among(rounds{{of(amount{up_to(yuan(100))}), said("2025", "2026")},
                                 {of(amount{over(yuan(104))}), said("2025", "2026")}})
          == words{"amount: 1 > 0, position"});
}

TEST_CASE("conflicts_in: stakes apart are one and stakes that may be one are none",
          "[ledger][conflicts]")
{
    auto const stake = [](stated<share> part) { return holding{.share = part}; };
    CHECK(conflicts_among(holdings{{stake(exactly(share{0.2})), said("2025", "2026")},
                                   {stake(exactly(share{0.3})), said("2025", "2026")}})
          == words{"share: 1 > 0, position"});
    CHECK(conflicts_among(holdings{{stake(over(share{0.2})), said("2025", "2026")},
                                   {stake(exactly(share{0.3})), said("2025", "2026")}})
              .empty());
}

TEST_CASE("conflicts_in: a day within a month agrees with the month", "[ledger][conflicts]")
{
    auto const founded = [](std::string_view day) { return entity{.founded = parse_date(day)}; };
    CHECK(conflicts_among(entities{{founded("2023"), said("2025", "2026")},
                                   {founded("2023-07"), said("2025", "2026")}})
              .empty());
    CHECK(conflicts_among(entities{{founded("2023"), said("2025", "2026")},
                                   {founded("2022-07"), said("2025", "2026")}})
          == words{"founded: 1 > 0, position"});
}

TEST_CASE("conflicts_in: closed stays against a later lower status whatever the day",
          "[ledger][conflicts]")
{
    CHECK(conflicts_among(rounds{{of(deal_status::closed), said("2025-01", "2025-01")},
                                 {of(deal_status::in_talks), said("2026-01", "2026-01")}})
          == words{"status: 0 > 1, closed_stays"});
    CHECK(conflicts_among(rounds{{of(deal_status::in_talks), said("2025-01", "2025-01")},
                                 {of(deal_status::closed), said("2026-01", "2026-01")}})
              .empty());
}

TEST_CASE("conflicts_in: closed yields to a withdrawal and to a denial without a conflict",
          "[ledger][conflicts]")
{
    CHECK(conflicts_among(rounds{{of(deal_status::closed), said("2025-01", "2025-01")},
                                 {of(deal_status::withdrawn), said("2026-01", "2026-01")}})
              .empty());
    auto denial = said("2025-01", "2025-02");
    denial.denial = true;
    CHECK(conflicts_among(rounds{{of(deal_status::closed), said("2025-01", "2025-01")},
                                 {of(deal_status::rumored), denial}})
              .empty());
}

TEST_CASE("conflicts_in: the stronger tie to a state stays", "[ledger][conflicts]")
{
    CHECK(conflicts_among(entities{{with({state_tie::organ, {}, "CN"}), said("2024", "2024")},
                                   {with({state_tie::backed, {}, "CN"}), said("2025", "2025")}})
          == words{"state_link: 0 > 1, stronger_tie_stays"});
    // What one leaves unsaid the other may say.
    CHECK(conflicts_among(entities{{with({state_tie::backed, {}, {}}), said("2025", "2025")},
                                   {with({state_tie::backed, state_level::central, "CN"}),
                                    said("2025", "2025")}})
              .empty());
}

TEST_CASE("conflicts_in: what is taken back contradicts nothing", "[ledger][conflicts]")
{
    CHECK(conflicts_among(entities{{in("AI"), said("2025", "2026")},
                                   {entity{.sector = taken_back}, said("2025", "2026")},
                                   {in("search"), said("2025", "2026")}})
              .empty());
}

TEST_CASE("conflicts_in: each word is held against the one that stood", "[ledger][conflicts]")
{
    CHECK(conflicts_among(entities{{in("AI"), said("2025", "2026")},
                                   {in("search"), said("2025", "2026")},
                                   {in("search"), said("2025", "2026")},
                                   {in("AI"), said("2025", "2026")},
                                   {in("cloud"), said("2027", "2027")}})
          == words{"sector: 1 > 0, position", "sector: 3 > 2, position"});
}

TEST_CASE("conflicts_in: a role that is not known is no other role", "[ledger][conflicts]")
{
    auto const found = [](participation_role role) {
        ledger book;
        ledger_builder to{book};
        add_entities(to, {"firm", "fund"});
        for (auto const each : {participation_role::lead, role}) {
            to.add(participation{.company = to.entity("firm"),
                                 .investor = to.entity("fund"),
                                 .role = each},
                   said("2025", "2026"));
        }
        to.commit();
        return conflicts_in(view{book}).size();
    };
    CHECK(found(participation_role::unknown) == 0);
    CHECK(found(participation_role::participant) == 1);
}

TEST_CASE("conflicts_in: only what the view takes counts", "[ledger][conflicts]")
{
    entities const both{{in("AI"), said("2025", "2025")}, {in("search"), said("2025", "2026")}};
    CHECK(conflicts_among(both, {.known_at = parse_date("2026")}).size() == 1);
    CHECK(conflicts_among(both, {.known_at = parse_date("2025")}).empty());
}

TEST_CASE("conflicts_in: the source's own words and lists that grow have none",
          "[ledger][conflicts]")
{
    CHECK(conflicts_among(
              rounds{{funding_round{.status_as_stated = "raised"}, said("2025", "2025")},
                     {funding_round{.status_as_stated = "secured"}, said("2025", "2025")}})
              .empty());
    auto const alias = [](std::string_view text) {
        return entity{.aliases = std::vector<std::string_view>{text}};
    };
    CHECK(conflicts_among(
              entities{{alias("X"), said("2025", "2025")}, {alias("Y"), said("2025", "2025")}})
              .empty());
}

TEST_CASE("conflicts_in: a tolerance below zero is refused and an empty ledger has none",
          "[ledger][conflicts]")
{
    view const seen{ledger{}};
    CHECK(conflicts_in(seen).empty());
    CHECK_THROWS_AS(conflicts_in(seen, {.about = {-0.1}}), std::domain_error);
}
