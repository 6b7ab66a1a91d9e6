// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/neighbourhood_overlap.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/graphs.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <vector>

using namespace capgraph;
using list = std::vector<std::uint32_t>;

namespace {

using weighted_set = std::map<std::uint32_t, double>;

std::optional<double> weighted(weighted_set const& a, weighted_set const& b)
{
    list in_a;
    list in_b;
    std::vector<double> of_a;
    std::vector<double> of_b;
    for (auto const& [v, w] : a) {
        in_a.push_back(v);
        of_a.push_back(w);
    }
    for (auto const& [v, w] : b) {
        in_b.push_back(v);
        of_b.push_back(w);
    }
    return weighted_jaccard({in_a, of_a}, {in_b, of_b});
}

list random_list(test::splitmix& random)
{
    std::set<std::uint32_t> drawn;
    for (auto left = random.below(8); left > 0; --left) {
        drawn.insert(random.below(12));
    }
    return {drawn.begin(), drawn.end()};
}

} // namespace

TEST_CASE("neighbourhood_overlap: the pairs of Latapy and others by all three coefficients",
          "[algorithm][clustering][published]")
{
    // Oracle B18: their figure 5, as NetworkX tests it.
    auto const dot = overlap_coefficient::dot;
    auto const min = overlap_coefficient::min;
    auto const max = overlap_coefficient::max;
    list const five{2, 3, 4, 5, 6};
    CHECK(*neighbourhood_overlap(five, list{5, 6, 7}, dot) == Approx(1.0 / 3.0));
    CHECK(*neighbourhood_overlap(five, list{5, 6, 7}, min) == Approx(2.0 / 3.0));
    CHECK(*neighbourhood_overlap(five, list{5, 6, 7}, max) == Approx(0.4));
    CHECK(*neighbourhood_overlap(list{2, 3, 4}, list{3, 4, 5}, dot) == Approx(0.5));
    CHECK(*neighbourhood_overlap(list{2, 3, 4}, list{3, 4, 5}, min) == Approx(2.0 / 3.0));
    CHECK(*neighbourhood_overlap(list{2, 3, 4}, list{3, 4, 5}, max) == Approx(2.0 / 3.0));
    CHECK(*neighbourhood_overlap(five, list{5, 6, 7, 8, 9}, dot) == Approx(0.25));
    CHECK(*neighbourhood_overlap(five, list{5, 6, 7, 8, 9}, min) == Approx(0.4));
    CHECK(*neighbourhood_overlap(five, list{5, 6, 7, 8, 9}, max) == Approx(0.4));
}

TEST_CASE("neighbourhood_overlap: without neighbours there is nothing to divide by",
          "[algorithm][clustering]")
{
    list const none;
    list const one{7};
    CHECK(!neighbourhood_overlap(none, none).has_value());
    CHECK(!neighbourhood_overlap(none, none, overlap_coefficient::max).has_value());
    CHECK(!neighbourhood_overlap(none, one, overlap_coefficient::min).has_value());
    CHECK(neighbourhood_overlap(none, one) == 0.0);
    CHECK(neighbourhood_overlap(one, none, overlap_coefficient::max) == 0.0);
    CHECK(neighbourhood_overlap(one, one) == 1.0);
}

TEST_CASE("neighbourhood_overlap: lists that do not ascend are refused", "[algorithm][clustering]")
{
    CHECK_THROWS_AS(neighbourhood_overlap(list{2, 1}, list{}), std::invalid_argument);
    CHECK_THROWS_AS(neighbourhood_overlap(list{}, list{1, 1}), std::invalid_argument);
}

TEST_CASE("neighbourhood_overlap: agrees with sets, is symmetric and keeps its order",
          "[algorithm][property]")
{
    for (int seed = 0; seed < 200 * test::effort(); ++seed) {
        CAPTURE(seed);
        test::splitmix random{static_cast<std::uint64_t>(seed)};
        auto const a = random_list(random);
        auto const b = random_list(random);
        list shared;
        std::ranges::set_intersection(a, b, std::back_inserter(shared));
        list either;
        std::ranges::set_union(a, b, std::back_inserter(either));
        auto const dot = neighbourhood_overlap(a, b);
        CHECK(dot == neighbourhood_overlap(b, a));
        CHECK(dot.has_value() == !either.empty());
        if (dot) {
            CHECK(
                *dot
                == Approx(static_cast<double>(shared.size()) / static_cast<double>(either.size())));
            CHECK(*dot <= *neighbourhood_overlap(a, b, overlap_coefficient::max));
        }
        if (auto const min = neighbourhood_overlap(a, b, overlap_coefficient::min)) {
            CHECK(*neighbourhood_overlap(a, b, overlap_coefficient::max) <= *min);
            CHECK(*min <= 1.0);
        }
        // Jaccard's coefficient is the weighted one with weights of 1.
        std::vector<double> const ones_a(a.size(), 1.0);
        std::vector<double> const ones_b(b.size(), 1.0);
        CHECK(weighted_jaccard({a, ones_a}, {b, ones_b}) == dot);
    }
}

TEST_CASE("weighted_jaccard: the players of Neo4j's manual", "[algorithm][clustering][published]")
{
    // Oracle B11. Guitar 0, synthesizer 1, bongos 2, trumpet 3.
    weighted_set const alice{{0, 1.0}, {1, 1.0}, {2, 0.5}};
    weighted_set const bob{{0, 1.0}, {1, 1.0}};
    weighted_set const carol{{2, 1.0}};
    weighted_set const dave{{0, 1.0}, {2, 1.0}, {3, 1.5}};
    CHECK(*weighted(alice, bob) == Approx(0.8));
    CHECK(*weighted(alice, dave) == Approx(1.0 / 3.0));
    CHECK(*weighted(carol, dave) == Approx(2.0 / 7.0));
    CHECK(*weighted(bob, dave) == Approx(2.0 / 9.0));
    CHECK(*weighted(alice, carol) == Approx(1.0 / 6.0));
    CHECK(*weighted(bob, carol) == 0.0);
}

TEST_CASE("weighted_jaccard: degenerate weights", "[algorithm][clustering]")
{
    CHECK(!weighted({}, {}).has_value());
    CHECK(!weighted({{1, 0.0}}, {{2, 0.0}}).has_value());
    CHECK(weighted({{1, 0.0}}, {{1, 2.0}}) == 0.0);
    CHECK(*weighted({{1, 1e308}, {2, 1e308}}, {{1, 1e308}, {3, 1e308}}) == Approx(1.0 / 3.0));
    CHECK(*weighted({{1, 1e-310}}, {{1, 2e-310}}) == Approx(0.5));
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    auto const infinity = std::numeric_limits<double>::infinity();
    for (auto const bad : {nan, infinity, -1.0}) {
        CHECK_THROWS_AS(weighted({{1, bad}}, {}), std::invalid_argument);
        CHECK_THROWS_AS(weighted({}, {{1, bad}}), std::invalid_argument);
    }
    list const two{1, 2};
    std::vector<double> const one{1.0};
    CHECK_THROWS_AS(weighted_jaccard({two, one}, {}), std::invalid_argument);
}
