// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_estimate.hpp>

#include <capgraph/query/co_investment_network.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <string>

using namespace capgraph;
using namespace capgraph::test;

TEST_CASE("estimate_co_investment: counts what is small", "[query][co_investment]")
{
    auto const n = network_of(attendance_ledger({"xx", "xx", "x.", ".."}));
    auto const e = estimate_co_investment(n);
    CHECK(e.members == 3);
    CHECK(e.meetings == 4);
    CHECK(e.edges.min == 3);
    CHECK(e.edges.max == 3);
    CHECK(e.edges.at_most == 3);
    CHECK(e.min_bytes == e.max_bytes);
    CHECK(estimate_co_investment(n, {}, {.hub_cap = 2}).edges.max == 1);
}

TEST_CASE("estimate_co_investment: holds what the network has", "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const n = network_of(attendance_ledger(random_attendance(seed, 40, 30, 25)));
        for (auto const cap : {std::size_t{9}, std::size_t{1000}}) {
            auto const pairs = num_edges(project_co_investment(n, {}, {.hub_cap = cap}));
            auto const e = estimate_co_investment(n, {}, {.hub_cap = cap}, {.confidence = 1 - 1e-9},
                                                  {.seed = seed});
            CHECK(e.edges.min <= pairs);
            CHECK(e.edges.max >= pairs);
        }
    }
}

TEST_CASE("project_co_investment: names the estimate when it refuses", "[query][co_investment]")
{
    auto const n = network_of(attendance_ledger(attendance(200, "x")));
    try {
        (void)project_co_investment(n, {}, {}, {.memory_budget = 100'000});
        FAIL("not refused");
    } catch (error const& e) {
        CHECK(e.code() == error_code::over_budget);
        CHECK(std::string{e.what()}.find("19900 to 19900 pairs of 200") != std::string::npos);
    }
}
