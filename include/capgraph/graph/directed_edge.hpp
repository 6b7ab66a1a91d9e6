// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/graph_types.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>

namespace capgraph::inline v0 {

/// The handle of an edge of a `csr_graph` and of its views.
///
/// Two handles are equal when they name the same edge: `index` decides, whichever end comes first.
struct directed_edge {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint64_t index = 0;

    friend constexpr bool operator==(directed_edge const& a, directed_edge const& b) noexcept
    {
        return a.index == b.index;
    }
    friend constexpr std::strong_ordering operator<=>(directed_edge const& a,
                                                      directed_edge const& b) noexcept
    {
        return a.index <=> b.index;
    }

    /// The same edge, seen from its other end.
    [[nodiscard]] constexpr directed_edge swapped() const noexcept
    {
        return {target, source, index};
    }

    /// What boost::hash calls.
    friend std::size_t hash_value(directed_edge const& e) noexcept
    {
        return std::hash<std::uint64_t>{}(e.index);
    }
};

namespace detail {

// The arcs out of `vertex`, in a row of targets.
struct read_out_arc {
    std::uint32_t const* targets = nullptr;
    std::uint32_t vertex = 0;

    constexpr directed_edge operator()(std::uint64_t k) const noexcept
    {
        return {vertex, targets[k], k};
    }
};

// The arcs into `vertex`, in a row of sources beside the positions of the arcs they belong to.
struct read_in_arc {
    std::uint32_t const* sources = nullptr;
    std::uint64_t const* arcs = nullptr;
    std::uint32_t vertex = 0;

    constexpr directed_edge operator()(std::uint64_t k) const noexcept
    {
        return {sources[k], vertex, arcs[k]};
    }
};

// The same from the other end, for views that turn the edges round.
template <class Read>
struct read_swapped {
    Read read;

    constexpr directed_edge operator()(std::uint64_t k) const noexcept { return read(k).swapped(); }
};
template <class Read>
[[nodiscard]] constexpr read_swapped<Read> swapped(Read read) noexcept
{
    return {read};
}

/// All arcs of a graph, row by row. It keeps track of the row, so that no array of sources is
/// needed.
class arc_iterator {
public:
    using value_type = directed_edge;
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    constexpr arc_iterator() noexcept = default;
    constexpr arc_iterator(std::uint64_t const* offsets, std::uint32_t const* targets,
                           std::uint64_t arc, std::uint64_t last) noexcept
        : offsets_{offsets}, targets_{targets}, arc_{arc}, last_{last}
    {
        skip_finished_rows();
    }

    [[nodiscard]] constexpr reference operator*() const noexcept
    {
        return {source_, targets_[arc_], arc_};
    }
    constexpr arc_iterator& operator++() noexcept
    {
        ++arc_;
        skip_finished_rows();
        return *this;
    }
    constexpr arc_iterator operator++(int) noexcept
    {
        auto const before = *this;
        ++*this;
        return before;
    }
    [[nodiscard]] friend constexpr bool operator==(arc_iterator const& a,
                                                   arc_iterator const& b) noexcept
    {
        return a.arc_ == b.arc_;
    }

private:
    constexpr void skip_finished_rows() noexcept
    {
        while (arc_ < last_ && arc_ >= offsets_[std::size_t{source_} + 1]) {
            ++source_;
        }
    }

    std::uint64_t const* offsets_ = nullptr;
    std::uint32_t const* targets_ = nullptr;
    std::uint64_t arc_ = 0;
    std::uint64_t last_ = 0;
    std::uint32_t source_ = 0;
};

} // namespace detail
} // namespace capgraph::inline v0

template <>
struct std::hash<capgraph::directed_edge> {
    std::size_t operator()(capgraph::directed_edge const& e) const noexcept
    {
        return hash_value(e);
    }
};
