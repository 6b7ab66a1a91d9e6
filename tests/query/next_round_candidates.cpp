// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/next_round_candidates.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/polls.hpp"

#include <cmath>

using namespace capgraph;
using namespace capgraph::test;

TEST_CASE("next_round_candidates: partners of the backers, by Adamic and Adar",
          "[query][co_investment]")
{
    // Investors 0 and 1 back company 0. 2 shares company 1 (of three) with 0, and company 2 (of
    // two) with 1; 3 shares company 1 with 0; 4 is apart.
    auto const book = attendance_ledger({"xx..", "x.x.", ".xx.", ".x..", "...x"});
    auto const n = network_of(book);
    auto const found = next_round_candidates(n, book.entity_at("company-000"));
    REQUIRE(found.size() == 2);
    CHECK(slugs(n, std::vector{found[0].investor, found[1].investor})
          == names{"investor-002", "investor-003"});
    CHECK(found[0].score == Approx(1 / std::log(3.0) + 1 / std::log(2.0)));
    CHECK(found[1].score == Approx(1 / std::log(3.0)));
    CHECK(slugs(n, found[0].through) == names{"investor-000", "investor-001"});
    CHECK(next_round_candidates(n, book.entity_at("company-000"), {}, 1).size() == 1);
}

TEST_CASE("next_round_candidates: none for what nobody backs, or where backers are alone",
          "[query][co_investment]")
{
    auto const book = attendance_ledger({"x.", ".x"});
    auto const n = network_of(book);
    CHECK(next_round_candidates(n, book.entity_at("company-000")).empty());
    CHECK(next_round_candidates(n, book.entity_at("investor-000")).empty());
}

TEST_CASE("next_round_candidates: looks up whether to go on for each candidate it names",
          "[query][co_investment]")
{
    auto rows = attendance(30, "xx");
    rows.insert(rows.end(), 30, ".x");
    auto const book = attendance_ledger(rows);
    auto const n = network_of(book);
    auto const ask = [&](run_options const& run) {
        return next_round_candidates(n, book.entity_at("company-000"), {}, 30, run);
    };
    CHECK(polls_of(ask)["naming candidates"] >= 30);
    check_stops_within("naming candidates", ask);
}
