// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/touched_values.hpp"

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"

#include <map>
#include <random>

using namespace capgraph;
using namespace capgraph::test;

TEST_CASE("touched_values: are what a map keeps whatever the seed", "[algorithm]")
{
    auto const seed = GENERATE(std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0},
                               std::uint64_t{0x123456789abcdef0U});
    auto const n =
        GENERATE(std::size_t{1}, std::size_t{50}, std::size_t{100'000}, std::size_t{1} << 31U);
    auto const touched = n > 1'000'000 ? 2000U : 10'000U; // few, or so many that it is an array
    CAPTURE(seed, n);
    memory_budget budget;
    detail::touched_values<std::uint64_t> values{n, budget, seed};
    std::map<std::uint32_t, std::uint64_t> expected;
    std::mt19937_64 random{n};
    auto same = true;
    for (std::uint32_t i = 0; i < touched; ++i) {
        auto const v = static_cast<std::uint32_t>(random() % n);
        same = same && values[v] == expected[v];
        values[v] += i;
        expected[v] += i;
    }
    CHECK(same);
}

TEST_CASE("touched_values: are charged as they grow", "[algorithm][memory]")
{
    memory_budget budget{100'000};
    {
        detail::touched_values<std::uint64_t> values{1'000'000, budget};
        auto const before = budget.used();
        CHECK(before > 0);
        CHECK(thrown_code([&] {
                  for (std::uint32_t v = 0; v < 100'000; ++v) {
                      values[v] = v;
                  }
                  return 0;
              })
              == error_code::over_budget);
        CHECK(budget.used() > before);
    }
    CHECK(budget.used() == 0);
}
