// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The Southern Women of Davis, Gardner and Gardner ("Deep South", 1941): which of 18 women attended
// which of 14 events. The two-mode graph on which the bipartite centralities were first computed.

#include "algorithm/sample_graphs.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace capgraph::test {

inline constexpr std::size_t davis_women = 18;
inline constexpr std::size_t davis_events = 14;

/// One row a woman, from Evelyn Jefferson to Flora Price; one column an event, 1 to 14.
inline constexpr std::array<std::string_view, davis_women> davis_attendance{
    "xxxxxx.xx.....", // Evelyn Jefferson
    "xxx.xxxx......", // Laura Mandeville
    ".xxxxxxxx.....", // Theresa Anderson
    "x.xxxxxx......", // Brenda Rogers
    "..xxx.x.......", // Charlotte McDowd
    "..x.xx.x......", // Frances Anderson
    "....xxxx......", // Eleanor Nye
    ".....x.xx.....", // Pearl Oglethorpe
    "....x.xxx.....", // Ruth DeSand
    "......xxx..x..", // Verne Sanderson
    ".......xxx.x..", // Myra Liddel
    ".......xxx.xxx", // Katherina Rogers
    "......xxxx.xxx", // Sylvia Avondale
    ".....xx.xxxxxx", // Nora Fayette
    "......xx.xxx..", // Helen Lloyd
    ".......xx.....", // Dorothy Murchison
    "........x.x...", // Olivia Carleton
    "........x.x...", // Flora Price
};

/// Women are [0, 18), events [18, 32).
inline sample_graph davis()
{
    sample_graph g{.n = davis_women + davis_events, .edges = {}};
    for (std::uint32_t woman = 0; woman < davis_women; ++woman) {
        for (std::uint32_t event = 0; event < davis_events; ++event) {
            if (davis_attendance[woman][event] == 'x') {
                g.edges.push_back({woman, static_cast<std::uint32_t>(davis_women) + event});
            }
        }
    }
    return g;
}

/// The women, joined by the number of events that both attended.
inline sample_graph davis_projection()
{
    sample_graph g{.n = davis_women, .edges = {}};
    for (std::uint32_t u = 0; u < davis_women; ++u) {
        for (std::uint32_t v = u + 1; v < davis_women; ++v) {
            double shared = 0.0;
            for (std::size_t event = 0; event < davis_events; ++event) {
                shared += davis_attendance[u][event] == 'x' && davis_attendance[v][event] == 'x'
                              ? 1.0
                              : 0.0;
            }
            if (shared > 0.0) {
                g.edges.push_back({u, v});
                g.weights.push_back(shared);
            }
        }
    }
    return g;
}

// The figures below are those of Borgatti and Everett, "Network analysis of 2-mode data", Social
// Networks 19(3), 1997, which prints two digits (NetworkX tests against them), recomputed to 16.

/// Attendances divided by 14 for a woman, by 18 for an event.
inline constexpr std::array<double, davis_women + davis_events> davis_two_mode_degree{
    8.0 / 14,  7.0 / 14,  8.0 / 14,  7.0 / 14, 4.0 / 14, 4.0 / 14, 4.0 / 14, 3.0 / 14,
    4.0 / 14,  4.0 / 14,  4.0 / 14,  6.0 / 14, 7.0 / 14, 8.0 / 14, 5.0 / 14, 2.0 / 14,
    2.0 / 14,  2.0 / 14,  3.0 / 18,  3.0 / 18, 6.0 / 18, 4.0 / 18, 8.0 / 18, 8.0 / 18,
    10.0 / 18, 14.0 / 18, 12.0 / 18, 5.0 / 18, 4.0 / 18, 6.0 / 18, 3.0 / 18, 3.0 / 18,
};

/// Over unordered pairs, not normalised.
inline constexpr std::array<double, davis_women + davis_events> davis_betweenness{
    42.98020088073024, 22.854137904582785, 38.97963503835381,  22.021536918123203,
    4.715262845785664, 4.767882576974661,  4.202634888404974,  3.026143883636144,
    7.468483122207175, 7.003261262152899,  7.273235022430619,  21.076425543269764,
    31.91056956283314, 50.49030610912822,  18.86245532863498,  0.8693194524773472,
    2.249254830137183, 2.249254830137183,  0.9737484737484738, 0.9440909967225757,
    8.237424665342285, 3.481327808558929,  17.037888021303015, 29.387390414772643,
    58.53478839882969, 110.20639698200813, 101.93214348096255, 5.17192077563931,
    8.888756681914577, 8.178570287230606,  1.0127765064836003, 1.0127765064836003,
};

/// Divided by the most possible on the vertex's side.
inline constexpr std::array<double, davis_women + davis_events> davis_two_mode_betweenness{
    0.09658472108029267,  0.05135761326872536,   0.08759468547944677,  0.0494865998160072,
    0.010596096282664414, 0.01071434286960598,   0.00944412334473028,  0.006800323334013807,
    0.016783108139791406, 0.015737665757646964,  0.016344348365012626, 0.047362754029819695,
    0.07170914508501829,  0.11346136204298476,   0.04238754006434827,  0.0019535268594996565,
    0.005054505236263333, 0.005054505236263333,  0.002154310782629367, 0.0020886968954039286,
    0.01822439085252718,  0.0077020526738029406, 0.03769444252500667,  0.06501635047516072,
    0.12950174424519842,  0.24381946234957552,   0.22551359177204106,  0.011442302600971925,
    0.01966539088919154,  0.018094182051395145,  0.002240655987795576, 0.002240655987795576,
};

/// Of `davis_projection` with its weights, at unit length (recomputed with NetworkX).
inline constexpr std::array<double, davis_women> davis_projection_eigenvector{
    0.31851958627180676, 0.30040732541710263, 0.3535544691081786,  0.30424437911631363,
    0.17419291084161045, 0.2179563878260297,  0.23903739611214628, 0.1940109371246674,
    0.2485104696046429,  0.23070007057274727, 0.19772714670593164, 0.22197512876528427,
    0.2728778912673216,  0.2532738484471618,  0.20694081403793868, 0.1460131094598482,
    0.0774750172709037,  0.07747501727090368,
};

/// Of `davis_projection` without weights, divided by the 136 pairs (recomputed with NetworkX).
inline constexpr std::array<double, davis_women> davis_projection_betweenness{
    0.010122230710466005,
    0.0026737967914438505,
    0.010122230710466005,
    0.0026737967914438505,
    0.0,
    0.0026737967914438505,
    0.0026737967914438505,
    0.0053475935828877,
    0.010122230710466005,
    0.010122230710466005,
    0.0053475935828877,
    0.0053475935828877,
    0.010122230710466005,
    0.010122230710466005,
    0.010122230710466005,
    0.0053475935828877,
    0.0,
    0.0,
};

} // namespace capgraph::test
