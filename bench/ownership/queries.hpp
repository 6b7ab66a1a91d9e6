// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Questions about one company among many, each timed by itself.

#include "ownership/synthetic.hpp"

#include <capgraph/algorithm/control.hpp>
#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/algorithm/stake_neighbourhood.hpp>
#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/graph/voting_power.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

namespace bench {

/// Processor time in microseconds. `std::clock` counts whole ones.
template <class Work>
double microseconds_of(Work const& work)
{
    auto const now = [] {
        timespec t{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return 1e6 * static_cast<double>(t.tv_sec) + 1e-3 * static_cast<double>(t.tv_nsec);
    };
    auto const start = now();
    work();
    return now() - start;
}

/// One kind of question, asked many times.
struct asked {
    std::string what;
    std::vector<double> microseconds;
    std::vector<double> sizes; ///< Of what was looked at or found.
    std::size_t cut = 0;       ///< How many answers were.
    double difference = 0.0;   ///< The largest between answers found in two ways.
};

inline double quantile(std::vector<double> values, double part)
{
    auto const at =
        static_cast<std::size_t>(part * static_cast<double>(values.size() - std::size_t{1}));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at),
                     values.end());
    return values[at];
}

/// Who stands behind X: the parts of those who own it in the end, and are owned by nobody.
///
/// The parts of the state must add up to what look-through over the whole network says,
/// `state_parts`.
inline asked ask_for_owners(capgraph::stake_matrix const& w, ownership const& all,
                            capgraph::held_parts const& state_parts, std::size_t times,
                            std::uint64_t seed)
{
    asked out{"who stands behind X", {}, {}, 0, 0.0};
    std::vector<bool> is_state(all.companies);
    for (auto const v : all.state) {
        is_state[v] = true;
    }
    random_numbers random{seed};
    for (std::size_t i = 0; i < times; ++i) {
        auto const x = random.below(all.companies);
        capgraph::stake_neighbourhood piece;
        capgraph::ultimate_parts parts;
        std::vector<std::uint32_t> ends;
        out.microseconds.push_back(microseconds_of([&] {
            piece = capgraph::owners_above(w, x);
            for (std::uint32_t v = 0; v < piece.vertices.size(); ++v) {
                if (piece.w.owners_of(v).empty()
                    && !std::binary_search(piece.cut.begin(), piece.cut.end(), v)) {
                    ends.push_back(v);
                }
            }
            parts = capgraph::ultimate_parts_of(piece.w, 0, ends, {.open = piece.cut});
        }));
        out.sizes.push_back(static_cast<double>(piece.vertices.size()));
        auto lower = 0.0;
        for (std::size_t k = 0; k < ends.size(); ++k) {
            lower += is_state[piece.vertices[ends[k]]] ? parts.parts[k].lower : 0.0;
        }
        if (piece.cut.empty()) {
            out.difference = std::max(out.difference, std::abs(lower - state_parts.lower(x)));
        } else {
            ++out.cut;
        }
    }
    return out;
}

/// What X holds of all that it holds anything of. Of a few, all companies are looked through too.
inline asked ask_for_holdings(capgraph::stake_matrix const& w, ownership const& all,
                              std::size_t times, std::uint64_t seed)
{
    constexpr std::size_t compared = 2;
    asked out{"what X holds parts of", {}, {}, 0, 0.0};
    random_numbers random{seed};
    for (std::size_t i = 0; i < times; ++i) {
        auto const x = random.below(all.companies);
        capgraph::stake_neighbourhood piece;
        capgraph::held_parts parts;
        out.microseconds.push_back(microseconds_of([&] {
            piece = capgraph::holdings_below(w, x);
            std::uint32_t const holder = 0;
            parts = capgraph::look_through(piece.w, {&holder, 1});
        }));
        auto const size = piece.vertices.size() - 1; // the last is elsewhere
        out.sizes.push_back(static_cast<double>(size));
        out.cut += piece.cut.empty() ? 0U : 1U;
        if (i < compared && piece.cut.empty()) {
            auto const whole = capgraph::look_through(w, {&x, 1});
            for (std::uint32_t v = 0; v < size; ++v) {
                out.difference = std::max(
                    out.difference, std::abs(parts.lower(v) - whole.lower(piece.vertices[v])));
            }
        }
    }
    return out;
}

/// Does X control Y, and why: X being anybody who stands above Y, which is any company that is
/// owned. Looked at: what X controls.
inline asked ask_for_control(capgraph::voting_power const& power, ownership const& all,
                             std::size_t times, std::uint64_t seed)
{
    asked out{"does X control Y, and why", {}, {}, 0, 0.0};
    random_numbers random{seed};
    while (out.sizes.size() < times) {
        auto const y = random.below(all.companies);
        auto x = y;
        for (auto up = random.below(4) + 1U; up > 0; --up) {
            auto const owners = power.votes().owners_of(x);
            x = owners.empty() ? x : owners[random.below(owners.size())].vertex;
        }
        if (x == y) {
            continue;
        }
        capgraph::controlled_set set;
        capgraph::control_derivation why;
        out.microseconds.push_back(microseconds_of([&] {
            set = capgraph::control_of(power, {&x, 1});
            why = capgraph::why_controlled(power, {&x, 1}, y);
        }));
        out.sizes.push_back(static_cast<double>(set.certainly.size()));
        auto const is_found = std::count(set.certainly.begin(), set.certainly.end(), y) != 0;
        out.difference = std::max(out.difference, is_found == why.steps.empty() ? 1.0 : 0.0);
    }
    return out;
}

} // namespace bench
