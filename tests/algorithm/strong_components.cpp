// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/strong_components.hpp"

#include "algorithm/thrown_code.hpp"
#include "support/catch2.hpp"

#include <stop_token>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using arcs = std::vector<std::vector<std::uint32_t>>;

/// Calls `found` for each component of `g`.
template <class Found>
void search(arcs const& g, Found found, run_options const& run = {})
{
    checkpoint const check{run, "search", 0};
    memory_budget budget{run.memory_budget};
    detail::for_each_strong_component(
        g.size(), [&](std::uint32_t v) { return g[v].size(); },
        [&](std::uint32_t v, std::uint64_t k) { return g[v][k]; }, found, check, budget);
}

arcs components_of(arcs const& g)
{
    arcs out;
    search(g, [&](auto some) { out.emplace_back(some.begin(), some.end()); });
    return out;
}

/// Each of n vertices has an arc to the next.
arcs chain(std::uint32_t n)
{
    arcs g(n);
    for (std::uint32_t v = 1; v < n; ++v) {
        g[v - 1].push_back(v);
    }
    return g;
}

} // namespace

TEST_CASE("for_each_strong_component: each follows those that it leads to", "[algorithm]")
{
    CHECK(components_of({}).empty());
    CHECK(components_of({{}, {}}) == arcs{{0}, {1}});
    CHECK(components_of(chain(3)) == arcs{{2}, {1}, {0}});
    // 0 <-> 1 -> 2 <-> 3
    CHECK(components_of({{1}, {0, 2}, {3}, {2}}) == arcs{{3, 2}, {1, 0}});
}

TEST_CASE("for_each_strong_component: stops amid the search when asked to", "[algorithm]")
{
    constexpr std::uint32_t n = 200'000;
    std::stop_source source;
    std::size_t found = 0;
    auto const ask = [&](auto) {
        ++found;
        source.request_stop();
    };
    run_options const run{.stop = source.get_token()};
    CHECK(thrown_code([&] { return search(chain(n), ask, run), 0; }) == error_code::cancelled);
    CHECK(found > 0);
    CHECK(found < 20'000);
}

TEST_CASE("for_each_strong_component: what it needs is charged before it is taken",
          "[algorithm][memory]")
{
    auto const ask = [](auto) {};
    CHECK(
        thrown_code([&] { return search(chain(1000), ask, run_options{.memory_budget = 3999}), 0; })
        == error_code::over_budget);
    CHECK(thrown_code([&] { // the depth of the search too
              return search(chain(1000), ask, run_options{.memory_budget = 20'000}), 0;
          })
          == error_code::over_budget);
    CHECK_NOTHROW(search(chain(1000), ask, run_options{.memory_budget = 80'000}));
}
