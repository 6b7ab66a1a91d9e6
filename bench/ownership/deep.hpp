// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Shapes that are deep: what recurses falls off the stack.

#include "measure.hpp"
#include "process.hpp"

#include <capgraph/algorithm/control.hpp>
#include <capgraph/algorithm/first_passage.hpp>
#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/algorithm/set_rule.hpp>
#include <capgraph/algorithm/simple_path.hpp>
#include <capgraph/algorithm/stake_neighbourhood.hpp>
#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/algorithm/walk_sum.hpp>
#include <capgraph/algorithm/weakest_link.hpp>
#include <capgraph/graph/voting_power.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <stdexcept>
#include <string>

namespace bench {

enum class deep_shape : std::uint8_t {
    chain, ///< Each wholly owns the next.
    comb,  ///< A chain of three fifths, each with a tooth that it wholly owns.
    ring,  ///< A chain of nine tenths whose last owns a tenth of the first.
};

inline capgraph::stake_matrix deep_matrix(deep_shape shape, std::uint32_t n)
{
    return {n, [=](capgraph::stake_matrix::sink const& hear) {
                auto const step = shape == deep_shape::comb ? 2U : 1U;
                auto const part = shape == deep_shape::chain  ? 1.0
                                  : shape == deep_shape::comb ? 0.6
                                                              : 0.9;
                for (std::uint32_t v = 0; v + step < n; v += step) {
                    hear({v, v + step, part, part});
                }
                for (std::uint32_t v = 0; shape == deep_shape::comb && v + 1 < n; v += 2) {
                    hear({v, v + 1, 1.0, 1.0});
                }
                if (shape == deep_shape::ring) {
                    hear({n - 1, 0, 0.1, 0.1});
                }
            }};
}

/// Milliseconds of each question, and the most memory.
struct deep_times {
    double building, looking_through, passing, walking, weakest, paths, above, controlling,
        explaining, listing;
    std::uint64_t peak;
};

inline void expect(bool is_so, char const* what)
{
    if (!is_so) {
        throw std::runtime_error{std::string{"a deep shape: wrong answer of "} + what};
    }
}

/// Asks everything of the first about the rest, and of the last about those above it.
inline deep_times ask_deep(deep_shape shape, std::uint32_t n)
{
    using namespace capgraph;
    deep_times out{};
    std::uint32_t const first = 0;
    auto const last = shape == deep_shape::comb ? (n - 1) / 2 * 2 : n - 1;
    auto const part = shape == deep_shape::chain ? 1.0 : 0.0; // at such a depth
    voting_power power;
    out.building = time_of([&] { power = voting_power{deep_matrix(shape, n)}; });
    auto const& w = power.votes();
    out.looking_through = time_of([&] {
        auto const x = look_through(w, {&first, 1});
        expect(std::abs(x.lower(last) - part) < 1e-9 && x.lower(first) == 1.0, "look_through");
    });
    out.passing = time_of([&] {
        auto const x = first_passage(w, first);
        expect(std::abs(x.lower(last) - part) < 1e-9, "first_passage");
    });
    out.walking = time_of([&] {
        auto const x = walk_sum(w, first);
        expect(std::abs(x.lower(last) - part) < 1e-9, "walk_sum");
    });
    chain_options const chains; // looks at so many, and says when there are more
    auto const is_whole = n - 1 <= chains.most_chains;
    out.weakest = time_of([&] {
        auto const x = weakest_link(w, first, chains);
        auto const least = w.owners_of(last).front().lower; // as all stakes on the way to it
        expect(x.is_truncated != is_whole && x.lower[1] == w.least_of(1, first)
                   && (!is_whole || x.lower[last] == least),
               "weakest_link");
    });
    out.paths = time_of([&] {
        auto const x = simple_path(w, first, chains);
        expect(x.is_truncated != is_whole && x.lower[1] == w.least_of(1, first)
                   && (!is_whole || std::abs(x.lower[last] - part) < 1e-9),
               "simple_path");
    });
    out.above = time_of([&] {
        auto const piece = owners_above(w, last);
        auto const farthest = static_cast<std::uint32_t>(piece.vertices.size() - 1);
        expect(piece.vertices.size() == 10'000 && piece.cut.size() == 1, "owners_above");
        auto const x = ultimate_parts_of(piece.w, 0, {&farthest, 1});
        expect(std::abs(x.parts.front().lower - part) < 1e-9, "ultimate_parts_of");
    });
    out.controlling = time_of([&] {
        expect(control_of(power, {&first, 1}).certainly.size() == n - 1, "control_of");
    });
    out.explaining = time_of([&] {
        auto const why = why_controlled(power, {&first, 1}, last);
        expect(why.is_cut && why.steps.size() == 10'000, "why_controlled");
    });
    out.listing = time_of([&] {
        expect(belongs_to(power, {&first, 1}, ofac_rule).certainly.size() == n - 1, "belongs_to");
    });
    out.peak = memory_status("VmHWM");
    return out;
}

} // namespace bench
