// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/stake_neighbourhood.hpp>

#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <cstdint>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

TEST_CASE("owners_above: of a chain of a million companies the nearest are taken",
          "[algorithm][ownership]")
{
    constexpr std::uint32_t n = 1'000'000;
    auto const piece = owners_above(chain_of(n, 0.5).matrix(), n - 1, {.most_vertices = 300'000});
    REQUIRE(piece.vertices.size() == 300'000);
    CHECK(piece.vertices.back() == n - 300'000);
    CHECK(piece.distances.back() == 299'999);
    CHECK(piece.cut == vertex_list{299'999});
    CHECK(piece.w.num_stakes() == 299'999);
}

TEST_CASE("holdings_below: a chain of a million companies fits the stack", "[algorithm][ownership]")
{
    constexpr std::uint32_t n = 1'000'000;
    auto const piece = holdings_below(chain_of(n, 0.5).matrix(), 0, {.most_vertices = n});
    REQUIRE(piece.vertices.size() == n + 1); // and elsewhere
    CHECK(piece.vertices[n - 1] == n - 1);
    CHECK(piece.vertices.back() == elsewhere);
    CHECK(piece.cut.empty());
}
