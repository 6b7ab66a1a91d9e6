// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/closed_sets.hpp>

#include "algorithm/crunchbase_groups.hpp"
#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

using namespace capgraph;

namespace {

using group_list = std::vector<std::vector<std::uint32_t>>;

struct packed_groups {
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> members;

    explicit packed_groups(group_list const& groups)
    {
        for (auto const& g : groups) {
            members.insert(members.end(), g.begin(), g.end());
            offsets.push_back(members.size());
        }
    }
    [[nodiscard]] group_rows rows() const { return {offsets, members}; }
};

bool comes_first(closed_set const& a, closed_set const& b)
{
    if (a.support != b.support) {
        return a.support > b.support;
    }
    return a.members.size() != b.members.size() ? a.members.size() > b.members.size()
                                                : a.members < b.members;
}

/// By the definition: of each set of members, the groups it occurs in; closed, when no set with one
/// member more occurs in as many.
std::vector<closed_set> by_definition(std::uint32_t n, group_list const& groups,
                                      closed_set_options const& options)
{
    std::vector<std::uint32_t> masks;
    for (auto const& g : groups) {
        masks.push_back(
            std::accumulate(g.begin(), g.end(), 0U,
                            [](std::uint32_t m, std::uint32_t v) { return m | (1U << v); }));
    }
    auto const support_of = [&](std::uint32_t set) {
        return static_cast<std::uint64_t>(
            std::count_if(masks.begin(), masks.end(), [&](auto m) { return (m & set) == set; }));
    };
    std::vector<closed_set> found;
    for (std::uint32_t set = 1; set < (1U << n); ++set) {
        closed_set candidate{.members = {}, .support = support_of(set), .groups = {}};
        bool is_closed = candidate.support >= options.min_support;
        for (std::uint32_t v = 0; v < n; ++v) {
            if ((set >> v & 1U) != 0) {
                candidate.members.push_back(v);
            } else if (support_of(set | 1U << v) == candidate.support) {
                is_closed = false;
            }
        }
        for (std::uint32_t g = 0; g < masks.size() && options.with_groups; ++g) {
            if ((masks[g] & set) == set) {
                candidate.groups.push_back(g);
            }
        }
        if (is_closed && candidate.members.size() >= options.min_members) {
            found.push_back(candidate);
        }
    }
    std::sort(found.begin(), found.end(), comes_first);
    return found;
}

group_list random_groups(std::mt19937_64& draw, std::uint32_t n, std::size_t count)
{
    group_list groups(count);
    auto const density = 1 + draw() % 9;
    for (auto& g : groups) {
        for (std::uint32_t v = 0; v < n; ++v) {
            if (draw() % 10 < density) {
                g.push_back(v);
            }
        }
    }
    return groups;
}

closed_set_list find(std::size_t n, group_list const& groups,
                     closed_set_options const& options = {})
{
    return closed_sets(n, packed_groups{groups}.rows(), options);
}

} // namespace

TEST_CASE("closed_sets: nobody recurs in no group, and one does not by oneself",
          "[algorithm][closed_sets]")
{
    CHECK(closed_sets(0, {}).sets.empty());
    CHECK(closed_sets(5, {}).sets.empty());
    CHECK(find(3, {{}, {1}, {1}}).sets.empty());
    auto const alone = find(3, {{}, {1}, {1}}, {.min_members = 1});
    REQUIRE(alone.sets.size() == 1);
    CHECK(alone.sets[0] == closed_set{.members = {1}, .support = 2, .groups = {}});
    CHECK_FALSE(alone.is_cut);
}

TEST_CASE("closed_sets: two who meet twice are one set, in whichever company",
          "[algorithm][closed_sets]")
{
    auto const found = find(4, {{0, 1, 2}, {0, 1, 3}}, {.with_groups = true});
    REQUIRE(found.sets.size() == 1);
    CHECK(found.sets[0] == closed_set{.members = {0, 1}, .support = 2, .groups = {0, 1}});
    // In one group only, each group is a set.
    auto const once = find(4, {{0, 1, 2}, {0, 1, 3}}, {.min_support = 1});
    REQUIRE(once.sets.size() == 3);
    CHECK(once.sets[1].members == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(once.sets[2].members == std::vector<std::uint32_t>{0, 1, 3});
}

TEST_CASE("closed_sets: a large group that occurs once is one set", "[algorithm][closed_sets]")
{
    std::vector<std::uint32_t> all(100000);
    std::iota(all.begin(), all.end(), 0U);
    auto const one = find(all.size(), {all}, {.min_support = 1});
    REQUIRE(one.sets.size() == 1);
    CHECK(one.sets[0].members.size() == all.size());
    // Beside a small one that shares two.
    auto const two = find(all.size(), {{7, 500}, all}, {.min_support = 1, .with_groups = true});
    REQUIRE(two.sets.size() == 2);
    CHECK(two.sets[0] == closed_set{.members = {7, 500}, .support = 2, .groups = {0, 1}});
    CHECK(two.sets[1].groups == std::vector<std::uint32_t>{1});
}

TEST_CASE("closed_sets: a long chain of sets takes no stack", "[algorithm][closed_sets]")
{
    group_list nested;
    for (std::uint32_t size = 1; size <= 120; ++size) {
        nested.emplace_back(size);
        std::iota(nested.back().begin(), nested.back().end(), 0U);
    }
    auto const found = find(120, nested, {.min_support = 1});
    REQUIRE(found.sets.size() == 119);
    for (std::size_t i = 0; i < found.sets.size(); ++i) {
        CHECK(found.sets[i].members.size() == i + 2);
        CHECK(found.sets[i].support == 119 - i);
    }
}

TEST_CASE("closed_sets: all but one of n in n groups are every subset", "[algorithm][closed_sets]")
{
    // Any k members miss k groups: C(8, k) closed sets of k members and support 8 - k.
    group_list groups;
    for (std::uint32_t out = 0; out < 8; ++out) {
        groups.emplace_back();
        for (std::uint32_t v = 0; v < 8; ++v) {
            if (v != out) {
                groups.back().push_back(v);
            }
        }
    }
    auto const found = find(8, groups, {.min_support = 1, .min_members = 1});
    CHECK(found.sets.size() == (1U << 8U) - 2);
    std::map<std::size_t, std::size_t> sizes;
    for (auto const& s : found.sets) {
        CHECK(s.support == 8 - s.members.size());
        ++sizes[s.members.size()];
    }
    CHECK(sizes[3] == 56);
    CHECK(find(8, groups, {.min_support = 3}).sets.size() == 28 + 56 + 70 + 56);
}

TEST_CASE("closed_sets: agrees with the definition on random groups",
          "[algorithm][closed_sets][oracle]")
{
    for (std::uint64_t seed = 0; seed < 300U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        auto const n = static_cast<std::uint32_t>(1 + draw() % 10);
        auto groups = random_groups(draw, n, draw() % 14);
        if (!groups.empty() && draw() % 3 == 0) {
            groups.push_back(groups[draw() % groups.size()]); // the same twice
        }
        closed_set_options const options{.min_support = 1 + draw() % 4,
                                         .min_members = 1 + draw() % 3,
                                         .with_groups = draw() % 2 == 0};
        auto const expected = by_definition(n, groups, options);
        auto const found = find(n, groups, options);
        CHECK(found.sets == expected);
        CHECK_FALSE(found.is_cut);
        auto cut = options;
        cut.at_most = draw() % (expected.size() + 2);
        auto const some = find(n, groups, cut);
        CHECK(some.is_cut == (cut.at_most < expected.size()));
        auto const kept = std::min(cut.at_most, expected.size());
        CHECK(some.sets
              == std::vector<closed_set>(expected.begin(),
                                         expected.begin() + static_cast<std::ptrdiff_t>(kept)));
    }
}

TEST_CASE("closed_sets: new numbers for the members change the numbers only",
          "[algorithm][closed_sets]")
{
    for (std::uint64_t seed = 0; seed < 40U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        std::uint32_t const n = 30;
        auto const groups = random_groups(draw, n, 12);
        std::vector<std::uint32_t> number(n);
        std::iota(number.begin(), number.end(), 0U);
        std::shuffle(number.begin(), number.end(), draw);
        auto renumber = [&](std::vector<std::uint32_t> list) {
            for (auto& v : list) {
                v = number[v];
            }
            std::sort(list.begin(), list.end());
            return list;
        };
        auto moved = groups;
        std::transform(moved.begin(), moved.end(), moved.begin(), renumber);
        auto expected = find(n, groups).sets;
        for (auto& s : expected) {
            s.members = renumber(s.members);
        }
        std::sort(expected.begin(), expected.end(), comes_first);
        CHECK(find(n, moved).sets == expected);
    }
}

TEST_CASE("closed_sets: what is no family of groups is refused", "[algorithm][closed_sets]")
{
    CHECK_THROWS_AS(find(3, {{0, 3}}), std::out_of_range);
    CHECK_THROWS_AS(find(3, {{1, 0}}), std::invalid_argument);
    CHECK_THROWS_AS(find(3, {{1, 1}}), std::invalid_argument);
    CHECK_THROWS_AS(find(3, {{0, 1}}, {.min_support = 0}), std::invalid_argument);
    CHECK_THROWS_AS(find(3, {{0, 1}}, {.min_members = 0}), std::invalid_argument);
    std::vector<std::uint32_t> const members{0, 1};
    std::vector<std::uint64_t> const offsets{0, 1};
    CHECK_THROWS_AS(closed_sets(3, {offsets, members}), std::invalid_argument);
    CHECK_THROWS_AS(closed_sets(3, {{}, members}), std::invalid_argument);
}

TEST_CASE("closed_sets: heeds the run options", "[algorithm][closed_sets]")
{
    std::mt19937_64 draw{1};
    packed_groups const groups{random_groups(draw, 60, 40)};
    std::stop_source source;
    run_options stopped;
    stopped.stop = source.get_token();
    source.request_stop();
    CHECK(test::thrown_code([&] { return closed_sets(60, groups.rows(), {}, stopped); })
          == error_code::cancelled);
    run_options poor;
    poor.memory_budget = 100;
    CHECK(test::thrown_code([&] { return closed_sets(60, groups.rows(), {}, poor); })
          == error_code::over_budget);
    // Enough for the groups, not for all that is found.
    poor.memory_budget = 200000;
    CHECK(
        test::thrown_code([&] { return closed_sets(60, groups.rows(), {.min_support = 1}, poor); })
        == error_code::over_budget);
}

TEST_CASE(
    "closed_sets: the first few of 2^64 sets are found, and a search for all stops when asked",
    "[algorithm][closed_sets]")
{
    group_list groups;
    for (std::uint32_t out = 0; out < 64; ++out) {
        groups.emplace_back();
        for (std::uint32_t v = 0; v < 64; ++v) {
            if (v != out) {
                groups.back().push_back(v);
            }
        }
    }
    auto const few = find(64, groups, {.at_most = 5});
    CHECK(few.is_cut);
    REQUIRE(few.sets.size() == 5);
    for (std::uint32_t i = 0; i < 5; ++i) {
        CHECK(few.sets[i] == closed_set{.members = {0, i + 1}, .support = 62, .groups = {}});
    }
    packed_groups const packed{groups};
    std::stop_source source;
    run_options run;
    run.stop = source.get_token();
    std::jthread const asks{[&] { source.request_stop(); }};
    CHECK(test::thrown_code([&] {
              return closed_sets(64, packed.rows(), {.min_members = 20, .at_most = 1000}, run);
          })
          == error_code::cancelled);
}

TEST_CASE("closed_sets: the recurring syndicates of real rounds are closed and complete",
          "[algorithm][closed_sets][crunchbase]")
{
    auto const groups = test::crunchbase_groups(false);
    if (!groups) {
        WARN("skipped: no shared data");
        return;
    }
    group_rows const rows{groups->offsets, groups->members};
    auto const found =
        closed_sets(groups->names.size(), rows, {.min_support = 3, .with_groups = true});
    REQUIRE_FALSE(found.sets.empty());
    CHECK(found.sets[0].support == 85);
    std::set<std::string> top;
    for (auto const m : found.sets[0].members) {
        top.insert(groups->names[m]);
    }
    CHECK(top == std::set<std::string>{"SV Angel", "Y Combinator"});
    std::size_t open = 0;
    for (auto const& s : found.sets) {
        // The groups share the members, and nobody else.
        auto const first = rows.row(s.groups.front());
        std::vector<std::uint32_t> shared(first.begin(), first.end());
        for (auto const g : s.groups) {
            std::vector<std::uint32_t> both;
            std::set_intersection(shared.begin(), shared.end(), rows.row(g).begin(),
                                  rows.row(g).end(), std::back_inserter(both));
            shared = both;
        }
        open += shared == s.members && s.groups.size() == s.support ? 0U : 1U;
    }
    CHECK(open == 0);
    auto const top_ten = closed_sets(groups->names.size(), rows, {.min_support = 3, .at_most = 10});
    CHECK(top_ten.is_cut);
    REQUIRE(top_ten.sets.size() == 10);
    CHECK(top_ten.sets[9].members == found.sets[9].members);
}
