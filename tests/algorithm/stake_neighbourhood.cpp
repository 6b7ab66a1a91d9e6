// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/stake_neighbourhood.hpp>

#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <stdexcept>

using namespace capgraph;
using namespace capgraph::test;

namespace {

//  4 --.2--> 3 --.5--> 0 <--.3-- 1 <--.6-- 2      5 --.4--> 3
//  0 --.9--> 6
stake_matrix sample()
{
    return stake_case{7,
                      {held(1, 0, 0.3), held(3, 0, 0.5), held(2, 1, 0.6), held(4, 3, 0.2),
                       held(5, 3, 0.4), held(0, 6, 0.9)}}
        .matrix();
}

/// `owner owned`, in the whole.
std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs(stake_neighbourhood const& piece)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (std::uint32_t v = 0; v < piece.w.num_vertices(); ++v) {
        for (auto const& e : piece.w.owners_of(v)) {
            out.emplace_back(piece.vertices[e.vertex], piece.vertices[v]);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_CASE("owners_above: of whom nobody owns is itself", "[algorithm][neighbourhood]")
{
    auto const piece = owners_above(sample(), 4);
    CHECK(piece.vertices == vertex_list{4});
    CHECK(piece.distances == vertex_list{0});
    CHECK(piece.cut.empty());
    CHECK(piece.w.num_vertices() == 1);
    CHECK(piece.w.num_stakes() == 0);
}

TEST_CASE("owners_above: all owners, breadth first, and no other", "[algorithm][neighbourhood]")
{
    auto const piece = owners_above(sample(), 0);
    CHECK(piece.vertices == vertex_list{0, 1, 3, 2, 4, 5});
    CHECK(piece.distances == vertex_list{0, 1, 1, 2, 2, 2});
    CHECK(piece.cut.empty());
    CHECK(piece.w.num_stakes() == 5);
    CHECK(piece.w.least_of(0, 2) == 0.5); // 3 is the third come upon
    CHECK(piece.w.least_of(1, 3) == 0.6);
}

TEST_CASE("owners_above: goes no further than it is told", "[algorithm][neighbourhood]")
{
    neighbourhood_options options;
    options.goes_beyond = [](std::uint32_t v) { return v != 3; };
    auto const piece = owners_above(sample(), 0, options);
    CHECK(piece.vertices == vertex_list{0, 1, 3, 2});
    CHECK(piece.cut.empty());
    options.goes_beyond = [](std::uint32_t) { return false; };
    CHECK(owners_above(sample(), 0, options).vertices == vertex_list{0, 1, 3}); // but for the first
}

TEST_CASE("owners_above: of too many the nearest, and what is cut has no owners",
          "[algorithm][neighbourhood]")
{
    auto const piece = owners_above(sample(), 0, {.most_vertices = 4});
    CHECK(piece.vertices == vertex_list{0, 1, 3, 2});
    CHECK(piece.cut == vertex_list{2}); // the place of 3
    CHECK(piece.w.owners_of(2).empty());
    CHECK(piece.w.least_of(0, 2) == 0.5);
    CHECK(owners_above(sample(), 0, {.most_vertices = 6}).cut.empty());
    auto const one = owners_above(sample(), 0, {.most_vertices = 1});
    CHECK(one.vertices == vertex_list{0});
    CHECK(one.cut == vertex_list{0});
}

TEST_CASE("owners_above: keeps circles, self-holdings and intervals", "[algorithm][neighbourhood]")
{
    stake_case const told{4,
                          {held(0, 1, 0.2, 0.4), held(1, 0, 0.5), held(0, 0, 0.1), held(0, 3, 1)}};
    auto const piece = owners_above(told.matrix(), 0);
    CHECK(piece.vertices == vertex_list{0, 1});
    CHECK(pairs(piece)
          == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 0}, {0, 1}, {1, 0}});
    CHECK(piece.w.least_of(1, 0) == 0.2);
    CHECK(piece.w.most_of(1, 0) == 0.4);
}

TEST_CASE("owners_above: more than the whole stays more than the whole",
          "[algorithm][neighbourhood]")
{
    stake_case const told{3, {held(0, 1, 0.8), held(0, 1, 0.7), held(1, 2, 0.5)}};
    REQUIRE(told.matrix().overfull().size() == 1);
    CHECK(owners_above(told.matrix(), 2).w.overfull().size() == 1);
    CHECK(holdings_below(told.matrix(), 0).w.overfull().size() == 1);
}

TEST_CASE("holdings_below: of who owns nothing is itself and elsewhere",
          "[algorithm][neighbourhood]")
{
    auto const piece = holdings_below(sample(), 6);
    CHECK(piece.vertices == vertex_list{6, elsewhere});
    CHECK(piece.w.num_vertices() == 2);
    CHECK(piece.w.least_of(0, 1) == 0.9); // 0's, who is not in the piece
}

TEST_CASE("holdings_below: the stakes of all others are those of elsewhere",
          "[algorithm][neighbourhood]")
{
    auto const piece = holdings_below(sample(), 4);
    CHECK(piece.vertices == vertex_list{4, 3, 0, 6, elsewhere});
    CHECK(piece.distances == vertex_list{0, 1, 2, 3, 0});
    CHECK(piece.w.least_of(1, 0) == 0.2);
    CHECK(piece.w.least_of(1, 4) == 0.4);
    CHECK(piece.w.least_of(2, 1) == 0.5);
    CHECK(piece.w.least_of(2, 4) == 0.3);
    CHECK(piece.w.least_of(3, 2) == 0.9);
    CHECK(piece.w.least_of(3, 4) == 0.0);
}

TEST_CASE("holdings_below: of too many the nearest", "[algorithm][neighbourhood]")
{
    auto const piece = holdings_below(sample(), 4, {.most_vertices = 2});
    CHECK(piece.vertices == vertex_list{4, 3, elsewhere});
    CHECK(piece.cut == vertex_list{1});
}

TEST_CASE("stake_neighbourhood: what is no vertex is out of range", "[algorithm][neighbourhood]")
{
    CHECK_THROWS_AS(owners_above(sample(), 7), std::out_of_range);
    CHECK_THROWS_AS(holdings_below(sample(), 7), std::out_of_range);
    CHECK_THROWS_AS(owners_above(stake_matrix{}, 0), std::out_of_range);
}

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
