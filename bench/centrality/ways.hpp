// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// One question about a graph, asked in several ways.

#include "centrality/graphs.hpp"
#include "centrality/limits.hpp"
#include "centrality/peers.hpp"
#include "measure.hpp"

#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace bench {

inline capgraph::run_options const one_thread{.threads = 1};
inline auto all_agree = true; // as far as was asked

/// One way to the answer.
struct way {
    std::string name;
    std::function<scores()> ask;
    double scale = 1.0;   ///< What part of the work is left out: its time counts so often.
    bool is_slow = false; ///< Run once, not as often as the others.
    bool is_found = true;
    std::vector<double> times = {};
    scores told = {};

    [[nodiscard]] double time() const { return median(times); }
};

/// The greatest difference, over the entries that both have, by `unit`, 0 for the highest.
inline double difference(scores const& a, scores const& b, double unit)
{
    auto most = 0.0;
    for (std::size_t v = 0; v < std::min(a.size(), b.size()); ++v) {
        most = std::max(most, std::abs(a[v] - b[v]));
    }
    return most / (unit > 0.0 ? unit : *std::ranges::max_element(a));
}

inline void must_be_small(std::string const& what, double error)
{
    if (!(error <= 1e-9)) {
        std::printf("  %s DISAGREES by %.1e\n", what.c_str(), error);
        all_agree = false;
    }
}

/// A graph, and how it is asked.
struct subject {
    std::string name;
    capgraph::undirected_csr_graph g;
    int repetitions = 1;
    igraph_peer igraph{g};
    boost_peer boost{g};
    double arcs = traversed_arcs(g);
    double line_time = gather_time(g);
};

inline void print_target(std::string const& what, double ratio, double wanted)
{
    std::printf("target: centrality.%s %.2f %.2f\n", what.c_str(), ratio, wanted);
}

inline void run_all(std::vector<way>& ways, int repetitions)
{
    for (int i = 0; i < repetitions; ++i) {
        for (std::size_t j = 0; j < ways.size(); ++j) {
            auto& each = ways[(static_cast<std::size_t>(i) + j) % ways.size()];
            if (each.is_found && (!each.is_slow || i == 0)) {
                each.times.push_back(each.scale * time_of([&] { each.told = each.ask(); }));
            }
        }
    }
}

/// Runs and prints them; the first is ours. `wanted`: the ratio to reach beside each peer, 0 for
/// none.
inline void compare(subject const& s, std::string const& measure, std::vector<way> ways,
                    double wanted, double unit = 0.0)
{
    run_all(ways, s.repetitions);
    auto const& ours = ways.front();
    std::printf("  %-18s capgraph %10.2f ms", measure.c_str(), ours.time());
    for (auto const& each : ways) {
        if (&each != &ours && each.is_found) {
            std::printf(";  %s %.2f ms%s, %.1fx", each.name.c_str(), each.time(),
                        each.scale > 1.0 ? " (scaled)" : "", each.time() / ours.time());
        }
    }
    std::puts("");
    for (auto const& each : ways) {
        if (&each != &ours && each.is_found) {
            if (!each.told.empty()) {
                must_be_small(measure + ", " + each.name, difference(ours.told, each.told, unit));
            }
            if (wanted > 0.0) {
                print_target(measure + "." + s.name + "." + each.name, each.time() / ours.time(),
                             wanted);
            }
        }
    }
}

template <class Value>
scores as_scores(std::vector<Value> const& from)
{
    return scores(from.begin(), from.end());
}

} // namespace bench
