// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/evidence.hpp>

#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>

#include <stdexcept>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using enum evidence_role;
using roles = std::vector<evidence_role>;

/// What is said of the record of `slug` and of what it names, in the order of the ledger.
std::vector<evidence> about(view const& facts, std::string_view slug)
{
    std::vector<record_id> const one{facts.record_of(facts.entity_at(slug))};
    return evidence_of(facts, one);
}

roles roles_of(std::vector<evidence> const& all)
{
    roles out;
    for (auto const& e : all) {
        out.push_back(e.role);
    }
    return out;
}

/// A company `a`, and `later` statements about it.
struct told_company {
    ledger book;

    void add(entity said, provenance const& by = {})
    {
        said.slug = "a";
        ledger_builder to{book};
        to.add(said, by);
        to.commit();
    }
    told_company() { add({.name = "A", .kind = entity_kind::company}); }
};

} // namespace

TEST_CASE("evidence_of: of no records there is none", "[ledger][evidence]")
{
    told_company const a;
    CHECK(evidence_of(view{a.book}, {}).empty());
}

TEST_CASE("evidence_of: one statement decides", "[ledger][evidence]")
{
    told_company const a;
    CHECK(roles_of(about(view{a.book}, "a")) == roles{decides});
}

TEST_CASE("evidence_of: the later word supersedes the earlier", "[ledger][evidence]")
{
    told_company a;
    a.add({.sector = "chips"}, on("2024"));
    a.add({.sector = "models"}, on("2025"));
    CHECK(roles_of(about(view{a.book}, "a")) == roles{decides, superseded, decides});
    a.add({.sector = "models"}, on("2026")); // said again: the last to say so decides
    CHECK(roles_of(about(view{a.book}, "a")) == roles{decides, superseded, superseded, decides});
}

TEST_CASE("evidence_of: a statement that decides one field of two decides", "[ledger][evidence]")
{
    told_company a;
    a.add({.country = "CN", .sector = "chips"}, on("2024"));
    a.add({.sector = "models"}, on("2025"));
    CHECK(roles_of(about(view{a.book}, "a")) == roles{decides, decides, decides});
}

TEST_CASE("evidence_of: what is joined or of the same strength decides together",
          "[ledger][evidence]")
{
    told_company a;
    a.add({.aliases = std::vector<std::string_view>{"x"}}, on("2024"));
    a.add({.aliases = std::vector<std::string_view>{"y"}}, on("2025"));
    CHECK(roles_of(about(view{a.book}, "a")) == roles{decides, decides, decides});
    told_company b;
    b.add({.state_link = state_link{state_tie::organ, state_level::central, "CN"}}, on("2024"));
    b.add({.state_link = state_link{state_tie::organ}}, on("2025"));
    b.add({.state_link = state_link{state_tie::backed}}, on("2026"));
    CHECK(roles_of(about(view{b.book}, "a")) == roles{decides, decides, decides, superseded});
}

TEST_CASE("evidence_of: a withdrawal suppresses", "[ledger][evidence]")
{
    told_company a;
    a.add({.sector = "chips"}, on("2024"));
    a.add({.sector = taken_back}, on("2025"));
    CHECK(roles_of(about(view{a.book}, "a")) == roles{decides, superseded, suppresses});
}

TEST_CASE("evidence_of: a retraction suppresses, and a retracted retraction does not",
          "[ledger][evidence]")
{
    told_company a;
    a.add({.sector = "chips"}, {.statement = "x"});
    ledger_builder to{a.book};
    to.add(retraction{.retracted = "x"}, {.statement = "y"});
    to.commit();
    CHECK(roles_of(about(view{a.book}, "a")) == roles{decides, superseded, suppresses});
    ledger_builder more{a.book};
    more.add(retraction{.retracted = "y"}, {.statement = "z"});
    more.commit();
    CHECK(roles_of(about(view{a.book}, "a")) == roles{decides, decides, superseded, suppresses});
}

TEST_CASE("evidence_of: a join brings what is said of the other", "[ledger][evidence]")
{
    told_company a;
    ledger_builder to{a.book};
    add_entity(to, "b");
    add_entity(to, "c");
    to.add(same_as{std::vector{to.entity("a"), to.entity("b")}});
    to.commit();
    auto const all = about(view{a.book}, "a");
    CHECK(roles_of(all) == roles{decides, decides, joins});
    CHECK(index_of(all[1].statement) == 1); // and nothing of c
    CHECK(roles_of(about(view{a.book}, "c")) == roles{decides});
}

TEST_CASE("evidence_of: a source comes with what it says", "[ledger][evidence]")
{
    told_company a;
    ledger_builder to{a.book};
    auto const paper = to.add(source_record{.slug = "paper", .published = date{2025}});
    to.add(source_record{.slug = "other", .published = date{2025}});
    to.add(entity{.slug = "a", .sector = "chips"}, {.source = paper});
    to.commit();
    auto const all = about(view{a.book}, "a");
    REQUIRE(all.size() == 3);
    CHECK(index_of(all[1].statement) == 1); // the paper, and not the other
    CHECK(index_of(all[2].statement) == 3);
}

TEST_CASE("evidence_of: a closed deal stands against a later lower word", "[ledger][evidence]")
{
    told_company a;
    ledger_builder to{a.book};
    auto const say = [&](deal_status status, std::string_view day) {
        return to.add(funding_round{.slug = "r", .company = to.entity("a"), .status = status},
                      on(day));
    };
    auto const round = say(deal_status::closed, "2025");
    say(deal_status::in_talks, "2026");
    to.commit();
    std::vector<record_id> const one{round};
    auto const all = roles_of(evidence_of(view{a.book}, one));
    CHECK(all == roles{decides, decides, decides}); // the later one says the company anew
    CHECK(view{a.book}.at<funding_round>(round).status == deal_status::closed);
}

TEST_CASE("evidence_of: what the view does not take is superseded, but for what is timeless",
          "[ledger][evidence]")
{
    told_company a;
    a.add({.sector = "chips"}, on("2025"));
    view const before{a.book, {.known_at = date{2024}}};
    CHECK(roles_of(about(before, "a")) == roles{decides, superseded}); // its name, ever
}

TEST_CASE("evidence_of: an id that is none is refused", "[ledger][evidence]")
{
    told_company const a;
    std::vector<record_id> const none{record_id{7}};
    CHECK_THROWS_AS(evidence_of(view{a.book}, none), std::out_of_range);
}
