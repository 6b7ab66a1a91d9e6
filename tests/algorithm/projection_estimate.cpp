// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/projection_estimate.hpp>

#include <capgraph/algorithm/projection.hpp>
#include <capgraph/core/error.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <stop_token>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Rows either way round.
struct two_mode {
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> members;
    std::vector<std::uint64_t> member_offsets;
    std::vector<std::uint32_t> of_members;

    [[nodiscard]] group_rows groups() const { return {offsets, members}; }
    [[nodiscard]] group_rows memberships() const { return {member_offsets, of_members}; }
};

two_mode made_of(std::size_t member_count, std::vector<std::vector<std::uint32_t>> groups)
{
    two_mode out;
    std::vector<std::vector<std::uint32_t>> of(member_count);
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
        auto& row = groups[g];
        std::sort(row.begin(), row.end());
        row.erase(std::unique(row.begin(), row.end()), row.end());
        for (auto const member : row) {
            of[member].push_back(g);
        }
        out.members.insert(out.members.end(), row.begin(), row.end());
        out.offsets.push_back(out.members.size());
    }
    out.member_offsets.push_back(0);
    for (auto const& row : of) {
        out.of_members.insert(out.of_members.end(), row.begin(), row.end());
        out.member_offsets.push_back(out.of_members.size());
    }
    return out;
}

/// Groups of heavy-tailed sizes, whose members are drawn with a preference for the first.
two_mode random_groups(std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    auto const members = 20 + random() % 180;
    std::vector<std::vector<std::uint32_t>> groups(1 + random() % 120);
    auto const bent = 1 + static_cast<int>(random() % 3);
    for (auto& row : groups) {
        auto const size = 2 + (random() % 10 == 0 ? random() % members : random() % 6);
        for (std::uint64_t i = 0; i < size; ++i) {
            auto const u = static_cast<double>(random() >> 11U) * 0x1p-53;
            row.push_back(
                static_cast<std::uint32_t>(std::pow(u, bent) * static_cast<double>(members)));
        }
    }
    return made_of(members, groups);
}

/// All of `count` members, `times` times.
two_mode complete(std::uint32_t count, std::size_t times)
{
    std::vector<std::uint32_t> row(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        row[i] = i;
    }
    return made_of(count, std::vector(times, row));
}

projection_estimate estimate(two_mode const& g, projection_estimate_options const& options = {},
                             std::uint64_t seed = 0)
{
    return estimate_projection(g.groups(), g.memberships(), options, {.seed = seed});
}

} // namespace

TEST_CASE("estimate_projection: ladder", "[algorithm][projection]")
{
    CHECK(estimate(two_mode{}) == projection_estimate{});
    CHECK(estimate(made_of(1, {{0}})) == projection_estimate{});
    auto const one = estimate(made_of(2, {{0, 1}}));
    CHECK(one == projection_estimate{1, 1, 1, 1, 1.0, 0});
}

TEST_CASE("estimate_projection: a single large group is known for sure", "[algorithm][projection]")
{
    auto const e = estimate(complete(3000, 1), {.counted = 0});
    CHECK(e.min == 3000U * 2999U / 2);
    CHECK(e.max == e.min);
    CHECK(e.at_most == e.min);
    CHECK(e.samples == 0);
}

TEST_CASE("estimate_projection: groups that are all the same make the pairs of one",
          "[algorithm][projection]")
{
    auto const e = estimate(complete(100, 50), {.counted = 0});
    CHECK(e.at_least == 4950);
    CHECK(e.at_most == 4950);
    CHECK(e.min == 4950);
    CHECK(e.max == 4950);
}

TEST_CASE("estimate_projection: covers as often as it claims", "[algorithm][projection][property]")
{
    // Of cases that are drawn at random with a confidence of 0.8, so many may fail by chance that
    // one run in a million would have more: binomial, normal approximation.
    auto const runs = 300 * effort();
    auto const confidence = 0.8;
    auto missed = 0;
    auto drawn = 0;
    for (std::uint64_t seed = 0; drawn < runs; ++seed) {
        auto const g = random_groups(seed);
        auto const e = estimate(g, {.confidence = confidence, .samples = 200, .counted = 0}, seed);
        auto const pairs = num_projected_pairs(g.memberships().size(), g.groups());
        CAPTURE(seed, pairs, e.min, e.max);
        CHECK(e.at_least <= pairs); // these hold always
        CHECK(e.at_most >= pairs);
        CHECK(e.at_least <= e.min);
        CHECK(e.min <= e.max);
        CHECK(e.max <= e.at_most);
        if (e.samples != 0) {
            ++drawn;
            missed += pairs < e.min || pairs > e.max ? 1 : 0;
        } else if (e.confidence == 1.0) {
            CHECK(e.min <= pairs);
            CHECK(e.max >= pairs);
        }
    }
    auto const n = static_cast<double>(runs);
    CHECK(missed <= n * (1 - confidence) + 4.9 * std::sqrt(n * confidence * (1 - confidence)));
}

TEST_CASE("estimate_projection: more samples narrow it, and none is far off",
          "[algorithm][projection]")
{
    std::mt19937_64 random{5};
    std::vector<std::vector<std::uint32_t>> groups(300);
    for (auto& row : groups) {
        for (auto i = 0; i < 60; ++i) {
            row.push_back(static_cast<std::uint32_t>(random() % 2000));
        }
    }
    auto const g = made_of(2000, groups);
    auto const few = estimate(g, {.samples = 256, .counted = 0});
    auto const many = estimate(g, {.counted = 0});
    CHECK(many.samples > few.samples);
    CHECK(many.max - many.min < few.max - few.min);
    CHECK(static_cast<double>(many.max - many.min) < 0.05 * static_cast<double>(many.max));
}

TEST_CASE("estimate_projection: the same from the same seed", "[algorithm][projection]")
{
    auto const g = random_groups(3);
    CHECK(estimate(g, {.samples = 64, .counted = 0}, 9)
          == estimate(g, {.samples = 64, .counted = 0}, 9));
}

TEST_CASE("estimate_projection: refuses what is no confidence, and stops when asked to",
          "[algorithm][projection]")
{
    auto const g = complete(10, 1);
    CHECK_THROWS_AS(estimate(g, {.confidence = 1.0}), std::invalid_argument);
    CHECK_THROWS_AS(estimate(g, {.confidence = 0.0}), std::invalid_argument);
    CHECK_THROWS_AS(estimate(g, {.confidence = std::numeric_limits<double>::quiet_NaN()}),
                    std::invalid_argument);
    CHECK_THROWS_AS(estimate(g, {.samples = 1}), std::invalid_argument);
    std::stop_source stop;
    stop.request_stop();
    auto const random = random_groups(1);
    CHECK_THROWS_AS(
        estimate_projection(random.groups(), random.memberships(), {}, {.stop = stop.get_token()}),
        error);
}

TEST_CASE("projection_bytes: what the budget is charged, whatever the threads",
          "[algorithm][projection]")
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        auto const g = random_groups(seed);
        auto const members = g.memberships().size();
        auto const bytes =
            projection_bytes(members, g.groups(), num_projected_pairs(members, g.groups()));
        for (auto const threads : {1U, 8U}) {
            CHECK_THROWS_AS(projection(members, g.groups(), {},
                                       {.memory_budget = bytes - 1, .threads = threads}),
                            error);
            CHECK_NOTHROW(
                projection(members, g.groups(), {}, {.memory_budget = bytes, .threads = threads}));
        }
    }
    CHECK(projection_bytes(3, {}, std::numeric_limits<std::uint64_t>::max()) == unlimited_memory);
}
