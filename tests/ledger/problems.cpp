// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What stands in the way of a commit, as ledger_builder::problems() lists it.

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

bool mentions(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::vector<error_code> codes_of(std::vector<error> const& problems)
{
    std::vector<error_code> codes;
    codes.reserve(problems.size());
    for (auto const& problem : problems) {
        codes.push_back(problem.code());
    }
    return codes;
}

using codes = std::vector<error_code>;

/// A ledger of the companies alpha and beta, a fund, and a round of alpha.
ledger two_companies()
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alpha", "beta"});
    add_entity(to, "fund", entity_kind::fund);
    to.add(funding_round{.slug = "alpha-1", .company = to.entity("alpha")});
    to.commit();
    return book;
}

} // namespace

TEST_CASE("problems: there are none in what is complete", "[ledger][problems]")
{
    ledger book;
    ledger_builder to{book};
    CHECK(to.problems().empty());
    add_entity(to, "a");
    to.add(funding_round{.slug = "r", .company = to.entity("a")});
    to.add(source_record{.slug = "s"});
    CHECK(to.problems().empty());
}

TEST_CASE("problems: asking changes nothing", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(holding{.owner = to.entity("nobody"), .owned = to.entity("alpha")});
    auto const first = contents_of(to);
    CHECK(contents_of(to) == first);
    CHECK(first.second.size() == 1);
}

TEST_CASE("problems: an entity that nobody describes", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(participation{.company = to.entity("alpha"), .investor = to.entity("funt")});
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    CHECK(all[0].code() == error_code::unknown_reference);
    CHECK(all[0].found() == "'funt'");
    CHECK(mentions(all[0].expected(), "entity"));
    CHECK(mentions(all[0].expected(), "'fund'"));
}

TEST_CASE("problems: a round that nobody describes", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(participation{.round = to.round("alpha-2"), .investor = to.entity("fund")});
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    CHECK(all[0].code() == error_code::unknown_reference);
    CHECK(all[0].found() == "'alpha-2'");
    CHECK(mentions(all[0].expected(), "round"));
    CHECK(mentions(all[0].expected(), "'alpha-1'"));
}

TEST_CASE("problems: a source that nobody describes", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(source_record{.slug = "reuters"});
    to.add(entity{.slug = "alpha", .sector = "chips"}, {.source = to.source("reuter")});
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    CHECK(all[0].code() == error_code::unknown_reference);
    CHECK(all[0].found() == "'reuter'");
    CHECK(mentions(all[0].expected(), "source"));
    CHECK(mentions(all[0].expected(), "'reuters'"));
}

TEST_CASE("problems: one of those that are one is described nowhere", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(same_as{std::vector{to.entity("alpha"), to.entity("nobody")}});
    CHECK(codes_of(to.problems()) == codes{error_code::unknown_reference});
}

TEST_CASE("problems: a round of a total that is described nowhere", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(funding_round{.slug = "sum",
                         .company = to.entity("alpha"),
                         .aggregate_of = std::vector{to.round("alpha-1"), to.round("gone")}});
    CHECK(codes_of(to.problems()) == codes{error_code::unknown_reference});
}

TEST_CASE("problems: what is only named stands in the way too", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.entity("nobody");
    to.round("no-round");
    to.source("no-source");
    CHECK(codes_of(to.problems())
          == codes{error_code::unknown_reference, error_code::unknown_reference,
                   error_code::unknown_reference});
}

TEST_CASE("problems: what is missing is reported once", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    auto const nobody = to.entity("nobody");
    to.add(participation{.company = to.entity("alpha"), .investor = nobody});
    to.add(participation{.company = to.entity("beta"), .investor = nobody});
    to.add(holding{.owner = nobody, .owned = nobody});
    CHECK(to.problems().size() == 1);
}

TEST_CASE("problems: the nearest slug is looked for in the ledger and in what is added",
          "[ledger][problems]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "tencent-music");
    to.commit();
    add_entity(to, "tencent-cloud");
    to.entity("tencent-clout");
    to.entity("tencent-musik");
    auto const all = to.problems();
    REQUIRE(all.size() == 2);
    CHECK(mentions(all[0].expected(), "'tencent-cloud'"));
    CHECK(mentions(all[1].expected(), "'tencent-music'"));
}

TEST_CASE("problems: nothing is suggested where nothing is near", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.entity("something-else-altogether");
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    CHECK_FALSE(mentions(all[0].expected(), "'"));
}

TEST_CASE("problems: an entity without name", "[ledger][problems]")
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "a", .kind = entity_kind::fund});
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    CHECK(all[0].code() == error_code::missing_field);
    CHECK(mentions(all[0].found(), "'a'"));
    CHECK(mentions(all[0].found(), "'name'"));
}

TEST_CASE("problems: an entity without kind", "[ledger][problems]")
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "a", .name = "A"});
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    CHECK(all[0].code() == error_code::missing_field);
    CHECK(mentions(all[0].found(), "'kind'"));
}

TEST_CASE("problems: name and kind may come in statements of their own", "[ledger][problems]")
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "a", .sector = "chips"});
    CHECK(to.problems().size() == 2);
    to.add(entity{.slug = "a", .name = "A"});
    CHECK(to.problems().size() == 1);
    to.add(entity{.slug = "a", .kind = entity_kind::fund});
    CHECK(to.problems().empty());
}

TEST_CASE("problems: what the ledger has need not be said again", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(entity{.slug = "alpha", .sector = "chips"});
    to.add(funding_round{.slug = "alpha-1", .status = deal_status::closed});
    CHECK(to.problems().empty());
}

TEST_CASE("problems: a round without company", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(funding_round{.slug = "r", .kind = round_kind::debt});
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    CHECK(all[0].code() == error_code::missing_field);
    CHECK(mentions(all[0].found(), "'r'"));
    CHECK(mentions(all[0].found(), "'company'"));
    to.add(funding_round{.slug = "r", .company = to.entity("alpha")});
    CHECK(to.problems().empty());
}

TEST_CASE("problems: a round of two companies", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(funding_round{.slug = "r", .company = to.entity("alpha")});
    to.add(funding_round{.slug = "r", .company = to.entity("alpha")});
    CHECK(to.problems().empty());
    to.add(funding_round{.slug = "r", .company = to.entity("beta")});
    CHECK(codes_of(to.problems()) == codes{error_code::inconsistent_record});
}

TEST_CASE("problems: a round of another company than in an earlier commit", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(funding_round{.slug = "alpha-1", .company = to.entity("alpha")});
    CHECK(to.problems().empty());
    to.add(funding_round{.slug = "alpha-1", .company = to.entity("beta")});
    CHECK(codes_of(to.problems()) == codes{error_code::inconsistent_record});
}

TEST_CASE("problems: a valuation with a round of another company", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(valuation{.company = to.entity("alpha"), .round = to.round("alpha-1")});
    CHECK(to.problems().empty());
    to.add(valuation{.company = to.entity("beta"), .round = to.round("alpha-1")});
    CHECK(codes_of(to.problems()) == codes{error_code::inconsistent_record});
}

TEST_CASE("problems: a valuation with an added round of another company", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(valuation{.company = to.entity("alpha"), .round = to.round("beta-1")});
    to.add(funding_round{.slug = "beta-1", .company = to.entity("beta")});
    CHECK(codes_of(to.problems()) == codes{error_code::inconsistent_record});
}

TEST_CASE("problems: a retraction of a statement that there is not", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(entity{.slug = "alpha", .sector = "chips"}, {.statement = "st-1"});
    to.add(retraction{"st-1"});
    CHECK(to.problems().empty());
    to.add(retraction{"st-2"});
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    CHECK(all[0].code() == error_code::unknown_reference);
    CHECK(all[0].found() == "'st-2'");
}

TEST_CASE("problems: a retraction may name a statement of an earlier commit or a later one here",
          "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(entity{.slug = "alpha", .sector = "chips"}, {.statement = "st-1"});
    to.commit();
    to.add(retraction{"st-1"});
    to.add(retraction{"st-2"});
    to.add(entity{.slug = "alpha", .sector = "AI"}, {.statement = "st-2"});
    CHECK(to.problems().empty());
}

TEST_CASE("problems: all are listed in the order of the statements", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(retraction{"st-9"});
    to.entity("unmentioned");
    to.add(holding{.owner = to.entity("nobody"), .owned = to.entity("alpha")});
    to.add(entity{.slug = "nameless"});
    to.add(funding_round{.slug = "alpha-1", .company = to.entity("beta")});
    auto const all = to.problems();
    REQUIRE(all.size() == 6);
    CHECK(all[0].found() == "'st-9'");
    CHECK(all[1].found() == "'nobody'");
    CHECK(mentions(all[2].found(), "'name'"));
    CHECK(mentions(all[3].found(), "'kind'"));
    CHECK(all[4].code() == error_code::inconsistent_record);
    CHECK(all[5].found() == "'unmentioned'");
}

TEST_CASE("problems: each says where its statement stood and which field it is about",
          "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    auto const at = [](std::uint64_t line, char const* pointer) {
        return provenance{.where = text_position{"labs.json", 10 * line, line, 3, pointer}};
    };
    to.add(participation{.company = to.entity("alpha"), .investor = to.entity("nobody")},
           at(7, "/participations/0"));
    auto twice = at(9, "/rounds/4");
    twice.source = to.source("missing");
    to.add(funding_round{.slug = "alpha-1", .company = to.entity("beta")}, twice);
    to.add(entity{.slug = "c", .kind = entity_kind::fund}, at(11, "/entities/2"));

    auto const all = to.problems();
    REQUIRE(all.size() == 4);
    for (auto const& problem : all) {
        REQUIRE(problem.where() != nullptr);
    }
    CHECK(*all[0].where() == text_position{"labs.json", 70, 7, 3, "/participations/0/investor"});
    CHECK(*all[1].where() == text_position{"labs.json", 90, 9, 3, "/rounds/4/source"});
    CHECK(*all[2].where() == text_position{"labs.json", 90, 9, 3, "/rounds/4/company"});
    CHECK(*all[3].where() == text_position{"labs.json", 110, 11, 3, "/entities/2"});
}

TEST_CASE("problems: positions stay true after earlier commits", "[ledger][problems]")
{
    auto book = two_companies();
    ledger_builder to{book};
    to.add(entity{.slug = "alpha", .sector = "chips"},
           {.where = text_position{"a.json", 1, 1, 1, "/a"}});
    to.commit();
    to.add(entity{.slug = "beta", .sector = "chips"},
           {.where = text_position{"b.json", 2, 2, 2, "/b"}});
    to.add(holding{.owner = to.entity("nobody"), .owned = to.entity("alpha")},
           {.where = text_position{"c.json", 3, 3, 3, "/c"}});
    auto const all = to.problems();
    REQUIRE(all.size() == 1);
    REQUIRE(all[0].where() != nullptr);
    CHECK(*all[0].where() == text_position{"c.json", 3, 3, 3, "/c/owner"});
}

TEST_CASE("problems: many unknown names beside many known ones are found in little time",
          "[ledger][problems][hostile]")
{
    ledger book;
    ledger_builder to{book};
    for (int i = 0; i < 10'000; ++i) {
        add_entity(to, "company-" + std::to_string(i));
    }
    for (int i = 0; i < 10'000; ++i) {
        to.entity("compani-" + std::to_string(i));
    }
    CHECK(to.problems().size() == 10'000);
}
