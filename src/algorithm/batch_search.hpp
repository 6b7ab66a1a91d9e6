// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/search_rows.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

// So many words as a processor takes at once.
template <std::size_t Words>
struct lane_of;
template <>
struct lane_of<1> {
    using type [[gnu::vector_size(8)]] = std::uint64_t;
};
template <>
struct lane_of<2> {
    using type [[gnu::vector_size(16)]] = std::uint64_t;
};
template <>
struct lane_of<4> {
    using type [[gnu::vector_size(32)]] = std::uint64_t;
};

// Some of 64 * Words * Lanes vertices, a bit each. Aligned by word, as without AVX the compiler
// would align less than it takes for granted where it has AVX.
template <std::size_t Words, std::size_t Lanes>
struct alignas(8 * Words * Lanes) vertex_bits {
    static constexpr std::size_t width = 64 * Words * Lanes;

    typename lane_of<Words>::type lanes[Lanes]; // NOLINT(modernize-avoid-c-arrays): at -O0, too

    [[gnu::always_inline]] inline void set(std::size_t bit)
    {
        lanes[bit / (64 * Words)][bit / 64 % Words] |= std::uint64_t{1} << (bit % 64);
    }
    [[gnu::always_inline]] inline void clear()
    {
        for (auto& lane : lanes) {
            lane = typename lane_of<Words>::type{};
        }
    }
    [[gnu::always_inline]] inline void add(vertex_bits const& other)
    {
        for (std::size_t i = 0; i < Lanes; ++i) {
            lanes[i] |= other.lanes[i];
        }
    }
    [[gnu::always_inline]] inline void remove(vertex_bits const& other)
    {
        for (std::size_t i = 0; i < Lanes; ++i) {
            lanes[i] &= ~other.lanes[i];
        }
    }
    [[gnu::always_inline]] [[nodiscard]] inline std::uint32_t count() const
    {
        int sum = 0;
        for (auto const& lane : lanes) {
            for (std::size_t i = 0; i < Words; ++i) {
                sum += std::popcount(static_cast<std::uint64_t>(lane[i]));
            }
        }
        return static_cast<std::uint32_t>(sum);
    }
    [[gnu::always_inline]] [[nodiscard]] inline bool any() const
    {
        auto all = lanes[0];
        for (std::size_t i = 1; i < Lanes; ++i) {
            all |= lanes[i];
        }
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < Words; ++i) {
            word |= all[i];
        }
        return word != 0;
    }
};

// Breadth-first searches to as many targets at once as `Bits` has bits, against the arcs: the
// search tells each vertex how many of the targets lie ahead of it at each distance. A step of all
// searches is one look at each arc, from its near end at those behind the frontier or, while these
// are few, from its far end. Memory is used again and again.
//
// All is inlined into the caller, for the sake of the processor that the caller is compiled for.
template <class Bits>
class batch_search {
public:
    static constexpr std::uint32_t width = Bits::width;
    // Bytes for each vertex.
    static constexpr std::uint64_t space = 3 * sizeof(Bits) + 4 * sizeof(std::uint32_t);

    batch_search(search_rows const& rows, checkpoint const& check) : rows_{rows}, pace_{check}
    {
        auto const n = rows.num_vertices();
        for (auto* const bits : {&seen_, &here_, &next_}) {
            check.poll(); // first touch of memory is slow
            bits->resize(n);
        }
        check.poll();
        missing_.resize(n);
        for (auto* const list : {&open_, &frontier_, &met_}) {
            list->reserve(n);
        }
    }

    // count(v, k, d) where k of the targets [first, last) lie at the distance d > 0 ahead of v.
    // Precondition: last - first <= width.
    template <class Count>
    [[gnu::always_inline]] inline void operator()(std::uint32_t first, std::uint32_t last,
                                                  Count& count)
    {
        start(first, last);
        for (std::uint64_t distance = 1; !frontier_.empty(); ++distance) {
            met_.clear();
            // From its far end an arc costs some four times as much.
            if (8 * frontier_arcs_ < open_arcs_) {
                reach_back();
            } else {
                look_ahead();
            }
            for (auto const v : frontier_) {
                here_[v].clear();
            }
            frontier_arcs_ = 0;
            for (auto const v : met_) {
                settle(v, distance, count);
            }
            std::swap(here_, next_);
            std::swap(frontier_, met_);
        }
    }

private:
    // Vertices of the components of the targets, and of no others, are worked on.
    [[gnu::always_inline]] inline void start(std::uint32_t first, std::uint32_t last)
    {
        open_.clear();
        frontier_.clear();
        open_arcs_ = 0;
        frontier_arcs_ = 0;
        auto const ends = rows_.component_ends();
        auto end = std::upper_bound(ends.begin(), ends.end(), first);
        auto begin = end == ends.begin() ? 0 : *(end - 1);
        for (; begin < last; begin = *end++) {
            auto const targets = std::min(*end, last) - std::max(begin, first);
            for (auto v = begin; v < *end; ++v) {
                pace_.step();
                seen_[v] = here_[v] = next_[v] = Bits{};
                missing_[v] = targets;
                open_arcs_ += rows_.ahead(v).size();
                open_.push_back(v);
            }
        }
        for (auto v = first; v < last; ++v) {
            seen_[v].set(v - first);
            here_[v].set(v - first);
            frontier_.push_back(v);
            take(v, 1);
        }
    }

    // From each vertex that lacks a target.
    [[gnu::always_inline]] inline void look_ahead()
    {
        std::size_t still_open = 0;
        for (auto const v : open_) {
            if (missing_[v] == 0) {
                continue;
            }
            open_[still_open++] = v;
            auto const row = rows_.ahead(v);
            pace_.steps(row.size() + 1);
            Bits found{};
            for (auto const w : row) {
                found.add(here_[w]);
            }
            found.remove(seen_[v]);
            if (found.any()) {
                next_[v] = found;
                met_.push_back(v);
            }
        }
        open_.resize(still_open);
    }

    // From each vertex of the frontier.
    [[gnu::always_inline]] inline void reach_back()
    {
        for (auto const w : frontier_) {
            auto const row = rows_.behind(w);
            pace_.steps(row.size() + 1);
            auto const here = here_[w];
            for (auto const v : row) {
                if (missing_[v] == 0) {
                    continue;
                }
                auto found = here;
                found.remove(seen_[v]);
                if (found.any()) {
                    if (!next_[v].any()) {
                        met_.push_back(v);
                    }
                    next_[v].add(found);
                }
            }
        }
    }

    template <class Count>
    [[gnu::always_inline]] inline void settle(std::uint32_t v, std::uint64_t distance, Count& count)
    {
        seen_[v].add(next_[v]);
        auto const found = next_[v].count();
        take(v, found);
        count(v, found, distance);
    }

    [[gnu::always_inline]] inline void take(std::uint32_t v, std::uint32_t found)
    {
        missing_[v] -= found;
        if (missing_[v] == 0) {
            open_arcs_ -= rows_.ahead(v).size();
        }
        frontier_arcs_ += rows_.behind(v).size();
    }

    search_rows const& rows_;
    paced_poll pace_;
    std::vector<Bits> seen_;              // targets met so far
    std::vector<Bits> here_;              // those met in the last step
    std::vector<Bits> next_;              // those met in this one; all empty in between
    std::vector<std::uint32_t> missing_;  // how many targets of its component a vertex lacks
    std::vector<std::uint32_t> open_;     // vertices that lacked some at the last look
    std::vector<std::uint32_t> frontier_; // those with targets met in the last step
    std::vector<std::uint32_t> met_;      // and in this one
    std::uint64_t open_arcs_ = 0;         // ahead of vertices that lack some
    std::uint64_t frontier_arcs_ = 0;     // behind the frontier
};

} // namespace capgraph::inline v0::detail
