// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/path_count.hpp"
#include "algorithm/random_stream.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace capgraph::inline v0::detail {

// A graph without parallel arcs, from both their ends; one and the same where it is undirected.
struct both_ways {
    csr_view ahead;
    csr_view behind;
};

// Draws one of the shortest paths between two vertices, each as likely. Two breadth-first searches
// meet, the one with fewer arcs before it going on level by level: they end at the arcs between the
// last levels, one of which is on each shortest path.
//
// The searches never overlap, so they share one record a vertex. Memory is used again and again.
template <class Count>
class path_sampler {
    enum class side : std::uint8_t { from, to };
    struct place {
        Count paths{};
        std::uint32_t distance = unreached;
        side of = side::from;
    };

public:
    // Bytes for each vertex.
    static constexpr std::uint64_t space = sizeof(place) + 2 * sizeof(std::uint32_t);

    path_sampler(both_ways const& g, checkpoint const& check) : g_{g}, pace_{check}
    {
        for (auto& each : searches_) {
            each.reached.reserve(g.ahead.num_vertices());
        }
        check.poll(); // first touch of memory is slow
        places_.resize(g.ahead.num_vertices());
    }

    // Sets `inner` to the vertices between `s` and `t` on a path, in some order; to none where
    // there is no path. False, with nothing drawn, when there are more paths than a Count can tell.
    // Precondition: s != t.
    bool operator()(std::uint32_t s, std::uint32_t t, random_stream& random,
                    std::vector<std::uint32_t>& inner)
    {
        inner.clear();
        begin(s, t);
        while (true) {
            auto& from = search_of(side::from);
            auto& to = search_of(side::to);
            if (from.is_at_end() || to.is_at_end()) {
                return true;
            }
            auto const next = from.arcs_ahead <= to.arcs_ahead ? side::from : side::to;
            if (go_on(next)) {
                return fits(all_paths_) && draw(next, random, inner);
            }
        }
    }

private:
    static constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();

    struct search {
        std::vector<std::uint32_t> reached; // nearer ones first
        std::size_t level = 0;              // where the last level begins
        std::uint64_t arcs_ahead = 0;       // out of the last level

        [[nodiscard]] bool is_at_end() const { return level == reached.size(); }
    };

    static side other(side a) { return a == side::from ? side::to : side::from; }
    search& search_of(side a) { return searches_[a == side::from ? 0 : 1]; }
    // The arcs that lead on from an end, and those that lead back to it.
    [[nodiscard]] csr_view onwards(side a) const { return a == side::from ? g_.ahead : g_.behind; }

    void begin(std::uint32_t s, std::uint32_t t)
    {
        for (auto& each : searches_) {
            for (auto const v : each.reached) {
                places_[v].distance = unreached;
            }
            each.reached.clear();
            each.level = 0;
            each.arcs_ahead = 0;
        }
        all_paths_ = Count{};
        reach(s, side::from, 0, Count{1.0});
        reach(t, side::to, 0, Count{1.0});
    }

    void reach(std::uint32_t v, side a, std::uint32_t distance, Count paths)
    {
        places_[v] = {paths, distance, a};
        auto& own = search_of(a);
        own.reached.push_back(v);
        own.arcs_ahead += onwards(a).degree(v);
    }

    // One level further. True when the searches have met: then all shortest paths are counted.
    bool go_on(side a)
    {
        auto& own = search_of(a);
        auto const begin = own.level;
        auto const end = own.reached.size();
        own.arcs_ahead = 0;
        auto met = false;
        for (auto i = begin; i < end; ++i) {
            auto const u = own.reached[i];
            auto const here = places_[u];
            pace_.steps(onwards(a).degree(u) + 1);
            for (auto const w : onwards(a).row(u)) {
                auto& there = places_[w];
                if (there.distance == unreached) {
                    reach(w, a, here.distance + 1, here.paths);
                } else if (there.of != a) {
                    add(all_paths_, product(here.paths, there.paths));
                    met = true;
                } else if (there.distance == here.distance + 1) {
                    add(there.paths, here.paths);
                }
            }
        }
        if (!met) {
            own.level = end;
        }
        last_level_end_ = end;
        return met;
    }

    // One of the arcs between the searches by the number of paths over it; from there to both ends.
    bool draw(side a, random_stream& random, std::vector<std::uint32_t>& inner)
    {
        auto& own = search_of(a);
        auto left = random.fraction();
        auto near = own.reached[own.level];
        auto far = near;
        for (auto i = own.level; i < last_level_end_ && left >= 0.0; ++i) {
            auto const u = own.reached[i];
            pace_.steps(onwards(a).degree(u) + 1);
            for (auto const w : onwards(a).row(u)) {
                auto const& there = places_[w];
                if (there.distance == unreached || there.of == a) {
                    continue;
                }
                near = u;
                far = w;
                left -= quotient(product(places_[u].paths, there.paths), all_paths_);
                if (left < 0.0) {
                    break;
                }
            }
        }
        walk_back(near, a, random, inner);
        walk_back(far, other(a), random, inner);
        return true;
    }

    // From `v` to the end where search `a` began, which is not taken.
    void walk_back(std::uint32_t v, side a, random_stream& random,
                   std::vector<std::uint32_t>& inner)
    {
        auto const back = onwards(other(a));
        while (places_[v].distance > 0) {
            inner.push_back(v);
            auto const here = places_[v];
            auto left = random.fraction();
            pace_.steps(back.degree(v) + 1);
            for (auto const w : back.row(v)) {
                auto const& there = places_[w];
                if (there.of != a || there.distance != here.distance - 1) {
                    continue;
                }
                v = w;
                left -= quotient(there.paths, here.paths);
                if (left < 0.0) {
                    break;
                }
            }
        }
    }

    both_ways g_;
    paced_poll pace_;
    std::vector<place> places_;
    std::array<search, 2> searches_;
    Count all_paths_{};
    std::size_t last_level_end_ = 0;
};

} // namespace capgraph::inline v0::detail
