// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/diagnostics.hpp>

// What each rule finds: io/diagnostics.cpp, by texts.

#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// How often `rule` finds something.
std::size_t count_of(std::vector<diagnostic> const& found, std::string_view rule)
{
    return static_cast<std::size_t>(std::count_if(
        found.begin(), found.end(), [=](diagnostic const& d) { return d.rule.id == rule; }));
}

} // namespace

TEST_CASE("diagnostic_rules: docs/diagnostics.md lists each", "[ledger][diagnostics][docs]")
{
    std::ifstream file{std::string{CAPGRAPH_SOURCE_DIR} + "/docs/diagnostics.md"};
    std::vector<std::string> listed;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("| `")) {
            listed.push_back(line);
        }
    }
    auto const rules = diagnostic_rules();
    REQUIRE(listed.size() == rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        CHECK(listed[i]
              == "| `" + std::string{rules[i].id} + "` | "
                     + std::string{to_string(rules[i].severity)} + " | "
                     + std::string{rules[i].says} + " |");
    }
}

TEST_CASE("diagnostic_rules: the ids are sorted and unique and there are forty or more",
          "[ledger][diagnostics]")
{
    auto const rules = diagnostic_rules();
    CHECK(rules.size() >= 40);
    for (std::size_t i = 1; i < rules.size(); ++i) {
        CHECK(rules[i - 1].id < rules[i].id);
    }
    for (auto const& rule : rules) {
        CAPTURE(rule.id);
        CHECK(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-")
              == std::string_view::npos);
        CHECK(!rule.says.empty());
    }
}

TEST_CASE("diagnose: an empty ledger has nothing wrong", "[ledger][diagnostics]")
{
    CHECK(diagnose(view{ledger{}}).empty());
}

TEST_CASE("diagnose: a view is told of what it takes and of nothing else", "[ledger][diagnostics]")
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "a", .name = "A", .kind = entity_kind::company}, on("2024"));
    to.add(holding{.owner = to.entity("a"), .owned = to.entity("a")}, on("2025"));
    to.commit();
    CHECK(diagnose(view{book, {.known_at = parse_date("2024")}}).empty());
    CHECK(count_of(diagnose(view{book}), "self-holding") == 1);
}

TEST_CASE("diagnose: stakes that a moment lies between are not added", "[ledger][diagnostics]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b", "c"});
    auto old = holding{.owner = to.entity("a"), .owned = to.entity("c")};
    old.share = exactly(share{0.7});
    old.valid_until = parse_date("2022");
    auto now = holding{.owner = to.entity("b"), .owned = to.entity("c")};
    now.share = exactly(share{0.6});
    now.valid_from = parse_date("2021");
    to.add(old, on("2023"));
    to.add(now, on("2023"));
    to.commit();
    // From the last day of 2021, when b certainly holds, to the first of 2022, when a may end.
    CHECK(count_of(diagnose(view{book}), "shares-over-100") == 1);
    CHECK(count_of(diagnose(view{book, {.valid_at = parse_date("2024")}}), "shares-over-100") == 0);
}

TEST_CASE("diagnose: thirds that are rounded to a hundredth of a percent make one whole",
          "[ledger][diagnostics]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b", "c", "d"});
    add_stake(to, "a", "d", exactly(share{0.3333}));
    add_stake(to, "b", "d", exactly(share{0.3333}));
    add_stake(to, "c", "d", exactly(share{0.3334}));
    to.commit();
    CHECK(count_of(diagnose(view{book}), "shares-over-100") == 0);
}

TEST_CASE("diagnose: a ring of twenty thousand companies is found whole", "[ledger][diagnostics]")
{
    constexpr int n = 20'000;
    ledger book;
    ledger_builder to{book};
    auto const name = [](int i) { return "e" + std::to_string(i); };
    for (int i = 0; i < n; ++i) {
        auto const slug = name(i);
        add_entity(to, slug);
        add_stake(to, slug, name((i + 1) % n), exactly(share{1.0}));
    }
    to.commit();
    auto const found = diagnose(view{book});
    REQUIRE(count_of(found, "closed-set-owns-itself") == 1);
    auto const ring = std::find_if(found.begin(), found.end(), [](diagnostic const& d) {
        return d.rule.id == "closed-set-owns-itself";
    });
    CHECK(ring->records.size() == n);
}

TEST_CASE("diagnose: options that are no parts are refused", "[ledger][diagnostics]")
{
    auto const bad = GENERATE(-0.1, std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::quiet_NaN());
    view const seen{ledger{}};
    CHECK_THROWS_AS(diagnose(seen, {.about = {bad}}), std::domain_error);
    CHECK_THROWS_AS(diagnose(seen, {.rounding = bad}), std::domain_error);
    CHECK_THROWS_AS(diagnose(seen, {.rates_apart = bad}), std::domain_error);
    CHECK_THROWS_AS(diagnose(seen, {.share_slack = bad}), std::domain_error);
    CHECK_THROWS_AS(diagnose(seen, {.tiny_share = bad}), std::domain_error);
}

TEST_CASE("diagnose: a tolerance lets pass what about may mean", "[ledger][diagnostics]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b"});
    to.add(
        funding_round{.slug = "r", .company = to.entity("a"), .amount = amount{about(yuan(100))}});
    to.add(participation{
        .round = to.round("r"), .investor = to.entity("b"), .cheque = amount{exactly(yuan(104))}});
    to.commit();
    CHECK(count_of(diagnose(view{book}), "cheques-over-total") == 0);
    CHECK(count_of(diagnose(view{book}, {.about = {0.0}}), "cheques-over-total") == 1);
}
