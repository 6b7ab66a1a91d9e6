// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/projection.hpp>

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/graph/csr_graph.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <stdexcept>
#include <stop_token>
#include <utility>
#include <vector>

using namespace capgraph;

namespace {

using group_list = std::vector<std::vector<std::uint32_t>>;

/// Groups as rows.
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

/// By the definition: each pair of each group.
std::map<std::pair<std::uint32_t, std::uint32_t>, double>
by_definition(group_list const& groups, std::vector<double> const& weights)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> out;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (auto const a : groups[g]) {
            for (auto const b : groups[g]) {
                if (a != b) {
                    out[{a, b}] += weights.empty() ? 1.0 : weights[g];
                }
            }
        }
    }
    return out;
}

std::map<std::pair<std::uint32_t, std::uint32_t>, double> arcs_of(packed_graph const& graph)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> out;
    for (std::uint32_t v = 0; v + 1 < graph.offsets.size(); ++v) {
        for (auto k = graph.offsets[v]; k < graph.offsets[v + 1U]; ++k) {
            out[{v, graph.targets[k]}] = graph.weights[k];
        }
    }
    return out;
}

} // namespace

TEST_CASE("projection: of nobody is nothing", "[algorithm][projection]")
{
    CHECK(projection(0, {}) == packed_graph{});
    auto const alone = projection(3, packed_groups{{{1}, {}}}.rows());
    CHECK(alone.offsets == std::vector<std::uint64_t>{0, 0, 0, 0});
    CHECK(num_projected_pairs(3, packed_groups{{{1}, {}}}.rows()) == 0);
}

TEST_CASE("projection: two who share two groups share two", "[algorithm][projection]")
{
    packed_groups const groups{{{0, 1}, {0, 1}}};
    auto const g = projection(2, groups.rows());
    CHECK(g.targets == std::vector<std::uint32_t>{1, 0});
    CHECK(g.weights == std::vector<double>{2.0, 2.0});
    std::vector<double> const weights{0.5, 0.25};
    CHECK(projection(2, groups.rows(), {weights}).weights == std::vector<double>{0.75, 0.75});
}

TEST_CASE("projection: a large group is a complete graph in order", "[algorithm][projection]")
{
    std::vector<std::uint32_t> all(300);
    for (std::uint32_t v = 0; v < all.size(); ++v) {
        all[v] = v;
    }
    packed_groups const groups{{all}};
    auto g = projection(300, groups.rows());
    CHECK(g.targets.size() == 300 * 299);
    CHECK(num_projected_pairs(300, groups.rows()) == 300 * 299 / 2);
    CHECK(num_edges(undirected_csr_graph::from_rows(std::move(g))) == 300 * 299 / 2);
}

TEST_CASE("projection: adds up more meetings of one member than wait at once",
          "[algorithm][projection]")
{
    constexpr std::uint32_t n = 2100; // of which 2048 wait
    auto const every = [](std::uint32_t step) {
        std::vector<std::uint32_t> out;
        for (std::uint32_t v = 0; v < n; v += step) {
            out.push_back(v);
        }
        return out;
    };
    packed_groups const groups{{every(1), every(3)}};
    std::vector<double> const weights{0.5, 0.25};
    auto const plain = projection(n, groups.rows());
    auto const weighed = projection(n, groups.rows(), {weights});
    REQUIRE(plain.targets.size() == n * (n - 1));
    CHECK(plain.targets == weighed.targets);
    std::uint64_t wrong = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
        for (auto k = plain.offsets[v]; k < plain.offsets[v + 1U]; ++k) {
            auto const is_in_both = v % 3 == 0 && plain.targets[k] % 3 == 0;
            wrong += plain.weights[k] != (is_in_both ? 2.0 : 1.0) ? 1U : 0U;
            wrong += weighed.weights[k] != (is_in_both ? 0.75 : 0.5) ? 1U : 0U;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("visit_projected_rows: tells rows of groups whose size is about 2 to the 16 whole",
          "[algorithm][projection]")
{
    constexpr std::uint32_t n = 65'539;
    std::vector<std::uint32_t> all(n);
    std::iota(all.begin(), all.end(), 0U);
    packed_groups const groups{{all, {0, 1, 2, 3, 4, 5, n - 1}}};
    auto is_whole = true;
    std::uint32_t rows = 0;
    struct enough {};
    auto const visit = [&](std::uint32_t v, auto others, auto shared) {
        is_whole = is_whole && others.size() == n - 1 - v && shared.size() == others.size();
        for (std::uint32_t k = 0; is_whole && k < others.size(); ++k) {
            auto const other = v + 1 + k;
            auto const is_in_both = other < 6 || other == n - 1;
            is_whole = others[k] == other && shared[k] == (is_in_both ? 2U : 1U);
        }
        if (++rows == 6) {
            throw enough{}; // there are two billion pairs
        }
    };
    CHECK_THROWS_AS(visit_projected_rows(n, groups.rows(), visit), enough);
    CHECK(is_whole);
}

TEST_CASE("projection: agrees with the definition on random groups",
          "[algorithm][projection][oracle]")
{
    for (std::uint64_t seed = 0; seed < 60U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 draw{seed};
        auto const n = static_cast<std::uint32_t>(1 + draw() % (seed % 10 == 0 ? 5000 : 90));
        group_list groups(draw() % 60);
        std::vector<double> weights;
        for (auto& g : groups) {
            for (auto k = draw() % (seed % 10 == 0 ? 200 : 12); k != 0; --k) {
                g.push_back(static_cast<std::uint32_t>(draw() % n));
            }
            std::sort(g.begin(), g.end());
            g.erase(std::unique(g.begin(), g.end()), g.end());
            weights.push_back(1.0 / static_cast<double>(1 + draw() % 8));
        }
        packed_groups const packed{groups};
        auto const plain = projection(n, packed.rows());
        CHECK(arcs_of(plain) == by_definition(groups, {}));
        CHECK(num_projected_pairs(n, packed.rows()) == plain.targets.size() / 2);
        CHECK(arcs_of(projection(n, packed.rows(), {weights})) == by_definition(groups, weights));
        CHECK_NOTHROW(undirected_csr_graph::from_rows(plain)); // ascending and symmetric
    }
}

namespace {

/// So much work that it is cut into blocks: some members are in most groups.
group_list large_random_groups(std::uint32_t members, std::uint64_t seed)
{
    std::mt19937_64 draw{seed};
    group_list groups(250 + draw() % 100);
    for (auto& g : groups) {
        for (auto k = 5 + draw() % 60; k != 0; --k) {
            auto const limit = draw() % 3 == 0 ? members / 20 + 1 : members;
            g.push_back(static_cast<std::uint32_t>(draw() % limit));
        }
        std::sort(g.begin(), g.end());
        g.erase(std::unique(g.begin(), g.end()), g.end());
    }
    return groups;
}

} // namespace

TEST_CASE("projection: the same bytes on any number of threads", "[algorithm][projection][run]")
{
    for (std::uint64_t seed = 0; seed < 3U * static_cast<std::uint64_t>(test::effort()); ++seed) {
        CAPTURE(seed);
        auto const n = static_cast<std::uint32_t>(300 + 1500 * seed);
        auto const groups = large_random_groups(n, seed);
        packed_groups const packed{groups};
        std::vector<double> weights;
        for (auto const& g : groups) {
            weights.push_back(1.0 / static_cast<double>(g.size()));
        }
        auto const plain = projection(n, packed.rows(), {}, {.threads = 1});
        auto const weighed = projection(n, packed.rows(), {weights}, {.threads = 1});
        CHECK(arcs_of(plain) == by_definition(groups, {}));
        for (auto const threads : {0U, 2U, 3U, 8U}) {
            CAPTURE(threads);
            CHECK(projection(n, packed.rows(), {}, {.threads = threads}) == plain);
            CHECK(projection(n, packed.rows(), {weights}, {.threads = threads}) == weighed);
            CHECK(num_projected_pairs(n, packed.rows(), {.threads = threads})
                  == plain.targets.size() / 2);
        }
    }
}

TEST_CASE("projection: several threads work and tell how far they are",
          "[algorithm][projection][run]")
{
    packed_groups const packed{large_random_groups(3000, 7)};
    for (auto const threads : {1U, 2U, 8U}) {
        CAPTURE(threads);
        std::vector<double> told;
        run_options run{.threads = threads};
        run.progress = [&](progress_report const& r) { told.push_back(r.fraction); };
        CHECK(projection(3000, packed.rows(), {}, run) == projection(3000, packed.rows()));
        CHECK(std::is_sorted(told.begin(), told.end()));
        CHECK(told.front() == 0.0);
        CHECK(told.back() == 1.0);
    }
}

TEST_CASE("projection: stops when asked to amid its work", "[algorithm][projection][run]")
{
    packed_groups const packed{large_random_groups(3000, 7)};
    std::stop_source stop;
    // Of several threads, the others may end it all between two reports of the first.
    run_options run{.stop = stop.get_token(), .threads = 1};
    run.progress = [&](progress_report const& r) {
        if (r.fraction > 0.4) {
            stop.request_stop();
        }
    };
    CHECK(test::thrown_code([&] { return projection(3000, packed.rows(), {}, run); })
          == error_code::cancelled);
    CHECK(test::thrown_code([&] { return num_projected_pairs(3000, packed.rows(), run); })
          == error_code::cancelled);
}

TEST_CASE("visit_projected_rows: tells each pair once, from its lower end",
          "[algorithm][projection]")
{
    auto const groups = large_random_groups(900, 3);
    packed_groups const packed{groups};
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> told;
    std::vector<std::uint32_t> members;
    auto is_from_lower = true;
    visit_projected_rows(900, packed.rows(), [&](auto v, auto others, auto shared) {
        members.push_back(v);
        REQUIRE(others.size() == shared.size());
        for (std::size_t k = 0; k < others.size(); ++k) {
            is_from_lower = is_from_lower && v < others[k];
            told[{v, others[k]}] += shared[k];
            told[{others[k], v}] += shared[k];
        }
    });
    CHECK(is_from_lower);
    CHECK(told == by_definition(groups, {}));
    CHECK(members.size() == 900);
    CHECK(std::is_sorted(members.begin(), members.end()));
    visit_projected_rows(0, {}, [](auto, auto, auto) { FAIL("nobody has a row"); });
    CHECK_THROWS_AS(visit_projected_rows(900, packed.rows(), {}, {.memory_budget = 1}), error);
}

TEST_CASE("projection: what is no row of groups is refused", "[algorithm][projection]")
{
    std::vector<std::uint64_t> const offsets{0, 2};
    std::vector<std::uint32_t> const backwards{1, 0};
    std::vector<std::uint32_t> const twice{1, 1};
    std::vector<std::uint32_t> const beyond{0, 9};
    std::vector<std::uint32_t> const good{0, 1};
    CHECK_THROWS_AS(projection(2, {offsets, backwards}), std::invalid_argument);
    CHECK_THROWS_AS(projection(2, {offsets, twice}), std::invalid_argument);
    CHECK_THROWS_AS(projection(2, {offsets, beyond}), std::out_of_range);
    CHECK_THROWS_AS(projection(2, {std::vector<std::uint64_t>{1, 2}, good}), std::invalid_argument);
    CHECK_THROWS_AS(projection(2, {{}, good}), std::invalid_argument);
    for (auto const bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(),
                           std::numeric_limits<double>::infinity()}) {
        std::vector<double> const weights{bad};
        CHECK_THROWS_AS(projection(2, {offsets, good}, {weights}), std::invalid_argument);
    }
    CHECK_THROWS_AS(projection(2, {offsets, good}, {std::vector<double>{1.0, 1.0}}),
                    std::invalid_argument);
}
