// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/stake_matrix.hpp>

#include "large_array.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace capgraph::inline v0 {

namespace {

constexpr auto placed = static_cast<std::uint32_t>(-1);

/// Sorts vertices: many of them by marking each among all, which is quicker.
class vertex_sorter {
public:
    explicit vertex_sorter(std::size_t vertex_count) : is_marked_((vertex_count + 63) / 64) {}

    void operator()(std::span<std::uint32_t> vertices)
    {
        if (vertices.size() < is_marked_.size() / 4) {
            std::sort(vertices.begin(), vertices.end());
            return;
        }
        for (auto const v : vertices) {
            is_marked_[v / 64] |= std::uint64_t{1} << (v % 64);
        }
        auto to = vertices.begin();
        for (std::size_t i = 0; i < is_marked_.size(); ++i) {
            for (auto& marks = is_marked_[i]; marks != 0; marks &= marks - 1) {
                *to++ = static_cast<std::uint32_t>(
                    64 * i + static_cast<std::size_t>(std::countr_zero(marks)));
            }
        }
    }

private:
    std::vector<std::uint64_t> is_marked_; ///< One bit each; none between calls.
};

} // namespace

/// Takes off those without owners, then those that this leaves without, and so on; then the same
/// from the other end. Each such layer is sorted: rows are then looked up from first to last.
void stake_matrix::find_order()
{
    auto const n = num_vertices();
    detail::allot(order_, n);
    std::vector<std::uint32_t> left; // of each, owners that are not placed
    detail::allot(left, n);
    vertex_sorter sort{n};
    for (std::uint32_t v = 0; v < n; ++v) {
        left[v] = static_cast<std::uint32_t>(owners_of(v).size());
        if (left[v] == 0) {
            order_[cycles_from_++] = v;
        }
    }
    owned_from_ = cycles_from_;
    for (std::size_t from = 0; from < cycles_from_;) {
        auto const layer = std::span{order_}.subspan(from, cycles_from_ - from);
        sort(layer);
        for (auto const v : layer) {
            left[v] = placed;
            for (auto const& e : owned_by(v)) {
                if (--left[e.vertex] == 0) {
                    order_[cycles_from_++] = e.vertex;
                }
            }
        }
        from += layer.size();
    }
    cycles_to_ = n;
    if (cycles_from_ == n) {
        return;
    }
    for (auto v = static_cast<std::uint32_t>(n); v-- > 0;) {
        if (left[v] != placed) {
            left[v] = static_cast<std::uint32_t>(owned_by(v).size()); // none of which is placed
            if (left[v] == 0) {
                order_[--cycles_to_] = v;
            }
        }
    }
    for (auto to = n; to > cycles_to_;) {
        auto const layer = std::span{order_}.subspan(cycles_to_, to - cycles_to_);
        sort(layer);
        to = cycles_to_;
        for (auto const v : layer) {
            left[v] = placed;
            for (auto const& e : owners_of(v)) {
                if (left[e.vertex] != placed && --left[e.vertex] == 0) {
                    order_[--cycles_to_] = e.vertex;
                }
            }
        }
    }
    auto at = cycles_from_;
    for (std::uint32_t v = 0; at < cycles_to_; ++v) {
        if (left[v] != placed) {
            order_[at++] = v;
        }
    }
}

} // namespace capgraph::inline v0
