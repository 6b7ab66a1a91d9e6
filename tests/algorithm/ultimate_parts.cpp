// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/ultimate_parts.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/stakes.hpp"

#include <cmath>
#include <cstdint>
#include <stdexcept>

using namespace capgraph;
using namespace capgraph::test;

namespace {

bool near(part_bounds const& b, double lower, double upper)
{
    return std::abs(b.lower - lower) < 1e-9 && std::abs(b.upper - upper) < 1e-9;
}

ultimate_parts parts(stake_case const& told, std::uint32_t target, vertex_list const& ends,
                     ultimate_options const& options = {})
{
    return ultimate_parts_of(told.matrix(), target, ends, options);
}

} // namespace

TEST_CASE("ultimate_parts_of: of whom nobody owns all is unknown", "[algorithm][ultimate]")
{
    auto const found = parts({1, {}}, 0, {});
    CHECK(found.parts.empty());
    CHECK(near(found.unknown, 1.0, 1.0));
    CHECK(found.is_sharp);
    auto const two = parts({2, {}}, 0, {1});
    REQUIRE(two.parts.size() == 1);
    CHECK(near(two.parts[0], 0.0, 0.0));
}

TEST_CASE("ultimate_parts_of: one stake, and two in a chain", "[algorithm][ultimate]")
{
    CHECK(near(parts(chain_of(2, 0.4), 1, {0}).parts.at(0), 0.4, 0.4));
    auto const two = parts(chain_of(3, 0.4), 2, {0});
    CHECK(near(two.parts.at(0), 0.16, 0.16));
    CHECK(near(two.unknown, 0.84, 0.84));
}

TEST_CASE("ultimate_parts_of: chains end at all ends, beside which the parts stand",
          "[algorithm][ultimate]")
{
    // 0 owns half of 1, which owns half of 2: asked for both, 0 has nothing of 2.
    auto const found = parts(chain_of(3, 0.5), 2, {1, 0});
    CHECK(near(found.parts.at(0), 0.5, 0.5));
    CHECK(near(found.parts.at(1), 0.0, 0.0));
}

TEST_CASE("ultimate_parts_of: the unknown may be anybody's where that is possible",
          "[algorithm][ultimate]")
{
    stake_case const told{3, {held(0, 2, 0.3), held(1, 2, 0.2)}};
    auto const found = parts(told, 2, {0, 1}, {.unknown = unknown_owners::possible});
    CHECK(near(found.parts.at(0), 0.3, 0.8));
    CHECK(near(found.parts.at(1), 0.2, 0.7));
    CHECK(near(found.unknown, 0.0, 0.5));
    CHECK(found.is_sharp);
}

TEST_CASE("ultimate_parts_of: what is open is anybody's", "[algorithm][ultimate]")
{
    stake_case const told{3, {held(0, 2, 0.3), held(1, 2, 0.2)}};
    vertex_list const open{1};
    auto const found = parts(told, 2, {0}, {.open = open});
    CHECK(near(found.parts.at(0), 0.3, 0.5));
    CHECK(near(found.unknown, 0.5, 0.7));
}

TEST_CASE("ultimate_parts_of: interval stakes bound the parts sharply, or are said not to",
          "[algorithm][ultimate]")
{
    stake_case const told{3, {held(0, 2, 0.3, 0.6), held(1, 2, 0.2, 0.9)}};
    auto const sharp = parts(told, 2, {0, 1});
    CHECK(sharp.is_sharp);
    CHECK(near(sharp.parts.at(0), 0.3, 0.6));
    CHECK(near(sharp.parts.at(1), 0.2, 0.7));
    CHECK(near(sharp.unknown, 0.0, 0.5));
    auto const cheap = parts(told, 2, {0, 1}, {.most_work = 0});
    CHECK_FALSE(cheap.is_sharp);
    CHECK(near(cheap.parts.at(0), 0.3, 0.8)); // what all the others leave
    CHECK(near(cheap.parts.at(1), 0.2, 0.7));
}

TEST_CASE("ultimate_parts_of: companies over the whole are anybody's", "[algorithm][ultimate]")
{
    stake_case const told{4, {held(0, 1, 0.8), held(2, 1, 0.7), held(1, 3, 0.5), held(0, 3, 0.1)}};
    auto const found = parts(told, 3, {0, 2});
    CHECK(near(found.parts.at(0), 0.1, 0.6));
    CHECK(near(found.parts.at(1), 0.0, 0.5));
    CHECK(near(found.unknown, 0.4, 0.9));
}

TEST_CASE("ultimate_parts_of: what is no vertex is out of range", "[algorithm][ultimate]")
{
    auto const told = chain_of(2, 0.5);
    vertex_list const open{2};
    CHECK_THROWS_AS(parts(told, 2, {0}), std::out_of_range);
    CHECK_THROWS_AS(parts(told, 1, {2}), std::out_of_range);
    CHECK_THROWS_AS(parts(told, 1, {0}, {.open = open}), std::out_of_range);
}

TEST_CASE("ultimate_parts_of: each part is what look_through finds of that end alone",
          "[algorithm][ultimate][property]")
{
    for (std::uint64_t seed = 0; seed < law_cases(); ++seed) {
        CAPTURE(seed);
        stake_teller teller{seed};
        stake_shape const shape{.companies = 1 + teller.below(6),
                                .outsiders = 1 + teller.below(3),
                                .outsiders_in = teller.chance(50),
                                .is_whole = teller.chance(30),
                                .intervals = teller.chance(50)};
        auto const told = teller.draw(shape);
        auto const w = told.matrix();
        vertex_list ends;
        for (std::size_t i = 0; i < shape.outsiders; ++i) {
            ends.push_back(static_cast<std::uint32_t>(shape.companies + i));
        }
        auto const target = teller.vertex(shape.companies);
        for (auto const unknown : {unknown_owners::impossible, unknown_owners::possible}) {
            auto const found = ultimate_parts_of(w, target, ends, {.unknown = unknown});
            REQUIRE(found.is_sharp);
            auto known = 0.0;
            for (std::size_t k = 0; k < ends.size(); ++k) {
                look_through_options options;
                options.unknown = unknown;
                options.ultimate = ends;
                auto const one = look_through(w, {&ends[k], 1}, options);
                CHECK(near(found.parts[k], one.lower(target), one.upper(target)));
                known += found.parts[k].lower;
            }
            CHECK(found.unknown.upper == Approx(1.0 - std::min(1.0, known)).margin(1e-9));
            if (w.is_exact() && w.overfull().empty() && w.closed().empty()) {
                auto const least = unknown == unknown_owners::possible ? 0.0 : 1.0 - known;
                CHECK(found.unknown.lower == Approx(least).margin(1e-9));
            }
        }
    }
}

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

TEST_CASE("ultimate_parts_of: in a large ring that hardly anything leaves parts are solved",
          "[algorithm][ultimate]")
{
    constexpr std::uint32_t n = 300;
    constexpr auto leak = 1e-6;
    auto told = ring_of(n, 1.0 - leak);
    auto const end = told.add_vertex();
    told.stakes.push_back(held(end, 0, leak));
    auto const found = parts(told, 0, {end});
    auto const part = -leak / std::expm1(n * std::log1p(-leak));
    CHECK(found.is_sharp);
    CHECK(near(found.parts.at(0), part, part));
    CHECK(near(found.unknown, 1.0 - part, 1.0 - part));
}

TEST_CASE("ultimate_parts_of: sweeps that are too few leave ends apart that hold",
          "[algorithm][ultimate]")
{
    auto const told = stake_teller{4}.draw({.companies = 300,
                                            .outsiders = 3,
                                            .density = 4,
                                            .outsiders_in = true,
                                            .intervals = GENERATE(false, true)});
    vertex_list const ends{300, 301, 302};
    auto const exact = parts(told, 7, ends);
    REQUIRE(exact.is_sharp);
    auto const most_sweeps = GENERATE(0U, 1U, 2U, 5U);
    CAPTURE(most_sweeps);
    auto const got = parts(told, 7, ends, {.most_sweeps = most_sweeps});
    CHECK_FALSE(got.is_sharp);
    for (std::size_t k = 0; k < ends.size(); ++k) {
        CHECK(got.parts[k].lower <= exact.parts[k].lower + 1e-12);
        CHECK(exact.parts[k].upper <= got.parts[k].upper + 1e-12);
    }
    CHECK(got.unknown.lower <= exact.unknown.lower + 1e-12);
    CHECK(exact.unknown.upper <= got.unknown.upper + 1e-12);
}

TEST_CASE("ultimate_parts_of: in a large cyclic part the parts make up the whole",
          "[algorithm][ultimate]")
{
    // 2000 companies, of each of which two outsiders hold what the others leave: 1 part and 3.
    constexpr std::size_t n = 2000;
    stake_case told{n + 2, {}};
    for (std::size_t v = 0; v < n; ++v) {
        for (std::size_t k = 1; k <= 8; ++k) {
            told.stakes.push_back(held((v + k * k) % n, v, 0.124));
        }
        told.stakes.push_back(held(n, v, 0.002));
        told.stakes.push_back(held(n + 1, v, 0.006));
    }
    auto const found = parts(told, 0, {n, n + 1});
    CHECK(found.is_sharp);
    CHECK(std::abs(found.parts.at(0).lower - 0.25) < 1e-11);
    CHECK(std::abs(found.parts.at(1).lower - 0.75) < 1e-11);
    CHECK(found.unknown.upper < 1e-11);
}
