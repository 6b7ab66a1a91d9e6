// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/articulation_points.hpp>

#include "algorithm/biconnected_search.hpp"
#include "algorithm/simple_rows.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

// Which components each vertex is in.
struct memberships {
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint32_t> components;

    // Calls visit(v, component) for each vertex ascending.
    template <class Visit>
    void for_each(checkpoint const& check, Visit visit) const
    {
        paced_poll pace{check};
        for (std::size_t v = 0; v + 1 < offsets.size(); ++v) {
            pace.step();
            for (auto at = offsets[v]; at < offsets[v + 1]; ++at) {
                pace.step();
                visit(static_cast<std::uint32_t>(v), components[static_cast<std::size_t>(at)]);
            }
        }
    }
};

memberships memberships_of(biconnected_partition const& found, std::size_t n,
                           checkpoint const& check)
{
    memberships result{std::vector<std::uint64_t>(n + 1, 0),
                       std::vector<std::uint32_t>(found.members.size())};
    auto& offsets = result.offsets;
    paced_poll pace{check};
    for (auto const v : found.members) {
        pace.step();
        ++offsets[v];
    }
    std::inclusive_scan(offsets.begin(), offsets.end(), offsets.begin());
    for (auto component = found.count(); component > 0; --component) {
        for (auto const v : found.row(component - 1)) { // from the ends, which move to the starts
            pace.step();
            result.components[static_cast<std::size_t>(--offsets[v])] =
                static_cast<std::uint32_t>(component - 1);
        }
    }
    return result;
}

// The components by their members; the first two tell any two apart. As all here by counting: it is
// linear, and a sort would not look up in between whether to go on.
std::vector<std::uint32_t> order_of(biconnected_partition const& found, memberships const& of,
                                    std::size_t n, checkpoint const& check)
{
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> first(found.count(), none);
    std::vector<std::uint64_t> starts(n + 1, 0);
    of.for_each(check, [&](std::uint32_t v, std::uint32_t component) {
        if (first[component] == none) {
            first[component] = v;
            ++starts[std::size_t{v} + 1];
        }
    });
    std::inclusive_scan(starts.begin(), starts.end(), starts.begin());
    std::vector<std::uint32_t> order(found.count());
    std::vector<bool> is_placed(found.count(), false);
    of.for_each(check, [&](std::uint32_t v, std::uint32_t component) {
        if (v != first[component] && !is_placed[component]) { // its second member
            is_placed[component] = true;
            order[static_cast<std::size_t>(starts[first[component]]++)] = component;
        }
    });
    return order;
}

biconnected_partition in_order(biconnected_partition const& found, std::size_t n,
                               checkpoint const& check)
{
    auto const of = memberships_of(found, n, check);
    auto const order = order_of(found, of, n, check);
    biconnected_partition result;
    result.offsets.reserve(found.offsets.size());
    std::vector<std::uint64_t> ends(found.count());
    for (auto const component : order) {
        ends[component] = result.offsets.back();
        result.offsets.push_back(ends[component] + found.row(component).size());
    }
    result.members.resize(found.members.size());
    of.for_each(check, [&](std::uint32_t v, std::uint32_t component) {
        result.members[static_cast<std::size_t>(ends[component]++)] = v;
    });
    return result;
}

// Bytes for each vertex of putting components in order.
constexpr std::uint64_t space_of_order = 64;

} // namespace

biconnected_partition biconnected_components(csr_view g, run_options const& run, std::uint64_t held)
{
    auto const n = g.num_vertices();
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const found_charge = budget.charge(n, biconnected_search::space_of_found);
    auto search_charge = budget.charge(n, biconnected_search::space);
    checkpoint check{run, "biconnected components", n};
    simple_rows const rows{g, budget, check};
    auto const found = biconnected_search{rows.view(), check}.run();
    search_charge = {};
    auto const order_charge = budget.charge(n, space_of_order);
    auto result = in_order(found, n, check);
    check.finish();
    return result;
}

std::vector<std::uint32_t> articulation_points(csr_view g, run_options const& run,
                                               std::uint64_t held)
{
    auto const found = biconnected_components(g, run, held);
    // What is taken from here on is less than what the search took and gave back.
    std::vector<std::uint8_t> homes(g.num_vertices(), 0);
    for (auto const v : found.members) {
        homes[v] = homes[v] == 0 ? 1 : 2;
    }
    std::vector<std::uint32_t> result;
    for (std::uint32_t v = 0; v < homes.size(); ++v) {
        if (homes[v] == 2) {
            result.push_back(v);
        }
    }
    return result;
}

std::vector<edge_ends> bridges(csr_view g, run_options const& run, std::uint64_t held)
{
    auto const found = biconnected_components(g, run, held);
    std::vector<edge_ends> result;
    for (std::size_t i = 0; i < found.count(); ++i) {
        if (auto const row = found.row(i); row.size() == 2) {
            result.push_back({row[0], row[1]});
        }
    }
    return result;
}

} // namespace capgraph::inline v0::detail
