// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The part of each company that the state holds, and what it controls: beside peers, and checked.

#include "measure.hpp"
#include "ownership/limits.hpp"
#include "ownership/peers.hpp"
#include "ownership/subject.hpp"
#include "process.hpp"

#include <capgraph/algorithm/control.hpp>
#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/graph/stake_matrix.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace bench {

inline double volatile black_hole = 0.0; // whatever is added here must be computed

/// What came out, by each way.
struct answers {
    capgraph::held_parts ours, bounds;
    capgraph::controlled_set control;
    solution power, gauss_seidel, bicgstab;
};

struct times {
    double ours, bounds, control, bicgstab, power, gauss_seidel, pass, gathers, stream;
};

inline double largest_difference(std::span<double const> a, std::span<double const> b)
{
    auto largest = a.size() == b.size() ? 0.0 : 1.0;
    for (std::size_t v = 0; v < std::min(a.size(), b.size()); ++v) {
        largest = std::max(largest, std::abs(a[v] - b[v]));
    }
    return largest;
}

/// Adds up what is held of each company, whoever holds it: one look at each stake from its owner's
/// side, as in the search for what is controlled.
inline void plain_pass(capgraph::stake_matrix const& w, std::vector<double>& held)
{
    for (std::uint32_t v = 0; v < w.num_vertices(); ++v) {
        for (auto const& e : w.owned_by(v)) {
            held[e.vertex] += e.lower;
        }
    }
}

/// By how much `x` fails to be what the best choice of stakes within their bounds makes of it: for
/// all companies the greatest first, as far as the whole reaches.
inline double failure_of_upper(subject const& s, std::span<double const> x)
{
    std::vector<bool> is_state(x.size());
    for (auto const v : s.all.state) {
        is_state[v] = true;
    }
    auto failure = 0.0;
    std::vector<std::pair<double, double>> rooms;
    for (std::uint32_t v = 0; v < x.size(); ++v) {
        auto const owners = s.widened.owners_of(v);
        auto sum = 0.0;
        auto left = 1.0;
        rooms.clear();
        for (std::size_t k = 0; k < owners.size(); ++k) {
            sum += owners[k].lower * x[owners[k].vertex];
            left -= owners[k].lower;
            rooms.emplace_back(x[owners[k].vertex], s.widened.uppers_of(v)[k] - owners[k].lower);
        }
        std::sort(rooms.rbegin(), rooms.rend());
        for (auto const& [part, room] : rooms) {
            auto const more = std::clamp(left, 0.0, room);
            sum += more * part;
            left -= more;
        }
        failure = std::max(failure, std::abs(x[v] - (is_state[v] ? 1.0 : sum)));
    }
    return failure;
}

inline times measure_all(subject const& s, answers& out, int repetitions)
{
    auto const& w = s.power.votes();
    std::vector<double> held(w.num_vertices());
    std::function<void()> bicgstab = [] {};
#ifdef BENCH_EIGEN
    eigen_solver const eigen{s.rows};
    bicgstab = [&] { out.bicgstab = eigen(); };
#endif
    auto const all =
        measure<9>({[&] { out.ours = capgraph::look_through(w, s.all.state); },
                    [&] { out.bounds = capgraph::look_through(s.widened, s.all.state); },
                    [&] { out.control = capgraph::control_of(s.power, s.all.state); }, bicgstab,
                    [&] { out.power = power_iteration(s.rows); },
                    [&] { out.gauss_seidel = gauss_seidel(s.rows); }, [&] { plain_pass(w, held); },
                    [&] { black_hole = black_hole + gather_owners(s.rows, held); },
                    [&] { black_hole = black_hole + stream_rows(s.rows); }},
                   repetitions);
    return {all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8]};
}

/// How much more than now is resident at the most, in MiB, while `work` runs.
inline double memory_of(std::function<void()> const& work)
{
    return in_child([&] {
        auto const before = resident_trimmed();
        work();
        return static_cast<double>(memory_status("VmHWM") - before) / mebi;
    });
}

inline bool agree(subject const& s, answers const& a)
{
    auto all = true;
    auto const check = [&](char const* what, double difference) {
        std::printf("  %-46s %.1e\n", what, difference);
        all = all && difference <= agreed;
    };
    auto const x = a.ours.lowers();
    std::printf("differences, at the most (wanted: %.0e)\n", agreed);
    check("ours, from plain iteration", largest_difference(x, a.power.x));
    check("ours, from Gauss-Seidel", largest_difference(x, a.gauss_seidel.x));
#ifdef BENCH_EIGEN
    check("ours, from Eigen's BiCGSTAB", largest_difference(x, a.bicgstab.x));
#endif
    auto outside = 0.0;
    for (std::uint32_t v = 0; v < x.size(); ++v) {
        outside = std::max({outside, a.bounds.lower(v) - x[v], x[v] - a.bounds.upper(v)});
    }
    check("ours, from within the bounds", outside);
    check("upper bounds, from what they make of themselves",
          failure_of_upper(s, a.bounds.uppers()));
    return all;
}

/// Looks at a stake that the search for what is controlled takes, in looks at each.
inline double looks_per_stake(subject const& s, answers const& a)
{
    std::size_t looks = 0;
    for (auto const& some : {s.all.state, a.control.certainly}) {
        for (auto const v : some) {
            looks += s.power.votes().owned_by(v).size();
        }
    }
    return static_cast<double>(looks) / static_cast<double>(s.power.votes().num_stakes());
}

inline void print(char const* what, double milliseconds, double ours, std::string const& more = "")
{
    std::printf("%-34s %10.1f %8.1f  %s\n", what, milliseconds, milliseconds / ours, more.c_str());
}

inline void print(subject const& s, answers const& a, times const& t, double memory)
{
    auto const iterations = [](solution const& x) {
        return std::to_string(x.iterations) + " iterations";
    };
    std::printf("%-34s %10s %8s\n", "", "ms", "x ours");
    print("an index of the stakes", s.building, t.ours, "made once");
    print("  of the widened ones", s.building_widened, t.ours, "made once");
    print("ours: the state's part of each", t.ours, t.ours,
          std::to_string(static_cast<int>(memory)) + " MiB beside the index");
    print("  as bounds, stakes widened", t.bounds, t.ours);
    print("  what the state controls", t.control, t.ours,
          std::to_string(a.control.certainly.size()) + " companies");
#ifdef BENCH_EIGEN
    print("Eigen, BiCGSTAB", t.bicgstab, t.ours, iterations(a.bicgstab));
#else
    std::printf("%-34s    skipped: not found\n", "Eigen, BiCGSTAB");
#endif
    print("plain iteration", t.power, t.ours, iterations(a.power));
    print("Gauss-Seidel", t.gauss_seidel, t.ours, iterations(a.gauss_seidel));
    print("one pass over what each holds", t.pass, t.ours);
    print("limit: one gather for each stake", t.gathers, t.ours,
          std::to_string(
              static_cast<int>(static_cast<double>(s.rows.owners.size()) / t.gathers / 1000.0))
              + " million a second");
    print("limit: each byte of rows once", t.stream, t.ours);
    std::printf("the state's search looks %.2f times at each stake\n\n", looks_per_stake(s, a));
}

inline bool measure_network(subject const& s, std::string const& size, int repetitions)
{
    auto const& w = s.power.votes();
    std::printf("%zu companies, %llu stakes, the state owns %zu; one thread\n"
                "milliseconds of processor time, medians of %d interleaved repetitions\n\n",
                s.all.companies, static_cast<unsigned long long>(w.num_stakes()),
                s.all.state.size(), repetitions);
    answers a;
    auto const t = measure_all(s, a, repetitions);
    print(s, a, t, memory_of([&] { a.ours = capgraph::look_through(w, s.all.state); }));
    auto const all_agree = agree(s, a);
    std::printf("\n");
#ifdef BENCH_EIGEN
    target("bicgstab_over_ours_" + size, t.bicgstab / t.ours, 15.0);
#endif
    target("plain_iteration_over_ours_" + size, t.power / t.ours, 1.0);
    target("three_times_ours_over_bounds_" + size, 3.0 * t.ours / t.bounds, 1.0);
    target("three_passes_over_control_" + size, 3.0 * t.pass / t.control, 1.0);
    std::printf("\n");
    return all_agree;
}

} // namespace bench
