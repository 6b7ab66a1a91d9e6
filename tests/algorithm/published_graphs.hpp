// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Graphs whose centralities others have published.

#include "algorithm/sample_graphs.hpp"

namespace capgraph::test {

/// Krackhardt's kite ("Assessing the political landscape", 1990).
///
///      0---1
///     /|\ /|\      each stroke an edge
///    2-+-3-+-4
///     \|/ \|/
///      5---6
///       \ /
///        7
///        |
///        8
///        |
///        9
inline sample_graph kite()
{
    return {.n = 10,
            .edges = {{0, 1},
                      {0, 2},
                      {0, 3},
                      {0, 5},
                      {1, 3},
                      {1, 4},
                      {1, 6},
                      {2, 3},
                      {2, 5},
                      {3, 4},
                      {3, 5},
                      {3, 6},
                      {4, 6},
                      {5, 6},
                      {5, 7},
                      {6, 7},
                      {7, 8},
                      {8, 9}}};
}

/// Zachary's karate club ("An information flow model for conflict and fission", 1977), from 0.
inline sample_graph karate_club()
{
    return {.n = 34, .edges = {{0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},
                               {0, 8},   {0, 10},  {0, 11},  {0, 12},  {0, 13},  {0, 17},  {0, 19},
                               {0, 21},  {0, 31},  {1, 2},   {1, 3},   {1, 7},   {1, 13},  {1, 17},
                               {1, 19},  {1, 21},  {1, 30},  {2, 3},   {2, 7},   {2, 8},   {2, 9},
                               {2, 13},  {2, 27},  {2, 28},  {2, 32},  {3, 7},   {3, 12},  {3, 13},
                               {4, 6},   {4, 10},  {5, 6},   {5, 10},  {5, 16},  {6, 16},  {8, 30},
                               {8, 32},  {8, 33},  {9, 33},  {13, 33}, {14, 32}, {14, 33}, {15, 32},
                               {15, 33}, {18, 32}, {18, 33}, {19, 33}, {20, 32}, {20, 33}, {22, 32},
                               {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32}, {23, 33}, {24, 25},
                               {24, 27}, {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31},
                               {28, 33}, {29, 32}, {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33},
                               {32, 33}}};
}

/// The graph of NetworKit's own betweenness test.
///
///    0     3
///     \   / \      each stroke an edge
///      2     5
///     /   \ /
///    1     4
inline sample_graph networkit_six()
{
    return {.n = 6, .edges = {{0, 2}, {1, 2}, {2, 3}, {2, 4}, {3, 5}, {4, 5}}};
}

/// The example of Neo4j's Graph Data Science manual; Alice to Gale are 0 to 6.
///
///    0 -> 2 -> 3 -> 5 -> 6
///    1 -> 2 -> 4 -> 5
inline sample_graph data_science_seven()
{
    return {.n = 7, .edges = {{0, 2}, {1, 2}, {2, 3}, {2, 4}, {3, 5}, {4, 5}, {5, 6}}};
}

/// Opsahl's example ("Projecting two-mode networks onto weighted one-mode networks", 2009): A to F
/// are 0 to 5 on the first side, 1 to 6 are 6 to 11 on the second.
inline sample_graph opsahl()
{
    return {.n = 12,
            .edges = {{0, 6},
                      {0, 7},
                      {1, 6},
                      {1, 7},
                      {1, 8},
                      {1, 9},
                      {1, 10},
                      {2, 6},
                      {3, 8},
                      {4, 9},
                      {4, 10},
                      {4, 11},
                      {5, 11}}};
}

} // namespace capgraph::test
