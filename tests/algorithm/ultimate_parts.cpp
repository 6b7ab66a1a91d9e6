// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/ultimate_parts.hpp>

#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <cmath>
#include <cstdint>

using namespace capgraph;
using namespace capgraph::test;

TEST_CASE("ultimate_parts_of: a chain of a million companies fits the stack",
          "[algorithm][ownership]")
{
    constexpr std::uint32_t n = 1'000'000;
    auto told = chain_of(n, 1.0);
    told.stakes[10] = held(10, 11, 0.25);
    std::uint32_t const first = 0;
    auto const got = ultimate_parts_of(told.matrix(), n - 1, {&first, 1});
    CHECK(got.parts.front() == part_bounds{0.25, 0.25});
    CHECK(got.unknown == part_bounds{0.75, 0.75});
}

TEST_CASE("ultimate_parts_of: a ring of 50,000 companies fits the stack", "[algorithm][ownership]")
{
    constexpr std::uint32_t n = 50'000;
    auto told = ring_of(n, 1.0);
    told.stakes[10] = held(10, 11, 0.25);
    auto const end = told.add_vertex();
    told.stakes.push_back(held(end, 11, 0.5)); // x = 1/2 + x/4
    auto const got = ultimate_parts_of(told.matrix(), 10, {&end, 1});
    CHECK(std::abs(got.parts.front().lower - 2.0 / 3.0) < 1e-9);
}
