// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/ranking.hpp>

#include "support/catch2.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <stdexcept>
#include <type_traits>
#include <vector>

using namespace capgraph;

static_assert(std::is_aggregate_v<ranked_vertex>);
static_assert(std::is_aggregate_v<ranking_options>);
static_assert(std::is_trivially_copyable_v<ranked_vertex>);

namespace {

using rows = std::vector<ranked_vertex>;
using scores = std::vector<double>;
constexpr auto infinity = std::numeric_limits<double>::infinity();

} // namespace

TEST_CASE("ranking: no scores make no rows", "[algorithm][ranking]")
{
    CHECK(ranking(scores{}).empty());
    CHECK(ranking(scores{}, {.top = 5}).empty());
}

TEST_CASE("ranking: a single vertex is first whatever its score", "[algorithm][ranking]")
{
    CHECK(ranking(scores{-3.5}) == rows{{0, -3.5, 1}});
}

TEST_CASE("ranking: rows go from the highest score to the lowest", "[algorithm][ranking]")
{
    CHECK(ranking(scores{1.0, 3.0, -2.0}) == rows{{1, 3.0, 1}, {0, 1.0, 2}, {2, -2.0, 3}});
}

TEST_CASE("ranking: ties share a rank by vertex and the next rank counts them",
          "[algorithm][ranking]")
{
    CHECK(ranking(scores{1.0, 5.0, 3.0, 3.0, 1.0})
          == rows{{1, 5.0, 1}, {2, 3.0, 2}, {3, 3.0, 2}, {0, 1.0, 4}, {4, 1.0, 4}});
}

TEST_CASE("ranking: scores that differ in their last bits tie and keep their values",
          "[algorithm][ranking]")
{
    auto const more = std::nextafter(0.7, 1.0);
    CHECK(ranking(scores{0.7, more, 0.5}) == rows{{0, 0.7, 1}, {1, more, 1}, {2, 0.5, 3}});
    CHECK(ranking(scores{0.7, more, 0.5}, {.tie_tolerance = 0.0})
          == rows{{1, more, 1}, {0, 0.7, 2}, {2, 0.5, 3}});
}

TEST_CASE("ranking: a tie reaches as far as the tolerance from its highest score and no further",
          "[algorithm][ranking]")
{
    // Each is 6 % below the one before: within 10 % of the first is the second, not the third.
    CHECK(ranking(scores{88.36, 94.0, 100.0}, {.tie_tolerance = 0.1})
          == rows{{1, 94.0, 1}, {2, 100.0, 1}, {0, 88.36, 3}});
}

TEST_CASE("ranking: zero and the smallest positive score do not tie", "[algorithm][ranking]")
{
    auto const tiny = std::numeric_limits<double>::denorm_min();
    CHECK(ranking(scores{0.0, tiny, -0.0}) == rows{{1, tiny, 1}, {0, 0.0, 2}, {2, -0.0, 2}});
}

TEST_CASE("ranking: infinities tie with themselves alone", "[algorithm][ranking]")
{
    CHECK(ranking(scores{1.0, infinity, -infinity, infinity})
          == rows{{1, infinity, 1}, {3, infinity, 1}, {0, 1.0, 3}, {2, -infinity, 4}});
}

TEST_CASE("ranking: top cuts the rows and not the ranks", "[algorithm][ranking]")
{
    scores const all{1.0, 5.0, 3.0, 3.0, 1.0};
    CHECK(ranking(all, {.top = 0}).empty());
    CHECK(ranking(all, {.top = 2}) == rows{{1, 5.0, 1}, {2, 3.0, 2}});
    CHECK(ranking(all, {.top = 4}).back() == ranked_vertex{0, 1.0, 4});
    CHECK(ranking(all, {.top = 5}) == ranking(all));
    CHECK(ranking(all, {.top = 1'000'000}) == ranking(all));
}

TEST_CASE("ranking: NaN is refused wherever it stands", "[algorithm][ranking]")
{
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(ranking(scores{nan}), std::invalid_argument);
    CHECK_THROWS_AS(ranking(scores{1.0, 2.0, nan}, {.top = 1}), std::invalid_argument);
}

TEST_CASE("ranking: a tolerance outside 0 to 1 is refused", "[algorithm][ranking]")
{
    auto const tolerance = GENERATE(-1e-9, 1.0, infinity, std::numeric_limits<double>::quiet_NaN());
    CHECK_THROWS_AS(ranking(scores{1.0}, {.tie_tolerance = tolerance}), std::invalid_argument);
}

TEST_CASE("ranking: a rank is one more than the number of higher scores", "[algorithm][property]")
{
    auto const seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    scores all(200);
    for (auto& score : all) {
        score = static_cast<double>(random() % 40);
    }
    auto const ranked = ranking(all);
    REQUIRE(ranked.size() == all.size());
    for (auto const& row : ranked) {
        CHECK(row.score == all[row.vertex]);
        CHECK(row.rank
              == 1U
                     + static_cast<std::uint64_t>(std::count_if(
                         all.begin(), all.end(), [&](double other) { return other > row.score; })));
    }
    CHECK(std::is_sorted(ranked.begin(), ranked.end(), [](auto const& a, auto const& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.vertex < b.vertex;
    }));
}
