// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/stake_matrix.hpp>

#include "large_array.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

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

/// Takes off those without owners, then those that this leaves without, and so on; then the same
/// from the other end. Each such layer is sorted: rows are then looked up from first to last.
class order_maker {
public:
    explicit order_maker(stake_matrix const& w) : w_{&w}, sort_{w.num_vertices()}
    {
        detail::allot(order, w.num_vertices());
        detail::allot(left_, w.num_vertices());
    }

    void operator()()
    {
        place_before_cycles();
        cycles_to = order.size();
        if (cycles_from == order.size()) {
            return;
        }
        place_after_cycles();
        auto at = cycles_from;
        for (std::uint32_t v = 0; at < cycles_to; ++v) {
            if (left_[v] != placed) {
                order[at++] = v;
            }
        }
    }

    std::vector<std::uint32_t> order;
    std::size_t owned_from = 0;
    std::size_t cycles_from = 0;
    std::size_t cycles_to = 0;

private:
    void place_before_cycles()
    {
        for (std::uint32_t v = 0; v < order.size(); ++v) {
            left_[v] = static_cast<std::uint32_t>(w_->owners_of(v).size());
            if (left_[v] == 0) {
                order[cycles_from++] = v;
            }
        }
        owned_from = cycles_from;
        for (std::size_t from = 0; from < cycles_from;) {
            auto const layer = std::span{order}.subspan(from, cycles_from - from);
            sort_(layer);
            for (auto const v : layer) {
                left_[v] = placed;
                for (auto const& e : w_->owned_by(v)) {
                    if (--left_[e.vertex] == 0) {
                        order[cycles_from++] = e.vertex;
                    }
                }
            }
            from += layer.size();
        }
    }

    void place_after_cycles()
    {
        for (auto v = static_cast<std::uint32_t>(order.size()); v-- > 0;) {
            if (left_[v] != placed) {
                left_[v] = static_cast<std::uint32_t>(w_->owned_by(v).size()); // none is placed
                if (left_[v] == 0) {
                    order[--cycles_to] = v;
                }
            }
        }
        for (auto to = order.size(); to > cycles_to;) {
            auto const layer = std::span{order}.subspan(cycles_to, to - cycles_to);
            sort_(layer);
            to = cycles_to;
            for (auto const v : layer) {
                left_[v] = placed;
                for (auto const& e : w_->owners_of(v)) {
                    if (left_[e.vertex] != placed && --left_[e.vertex] == 0) {
                        order[--cycles_to] = e.vertex;
                    }
                }
            }
        }
    }

    stake_matrix const* w_;
    vertex_sorter sort_;
    std::vector<std::uint32_t> left_; ///< Of each, owners that are not placed; then owned ones.
};

} // namespace

void stake_matrix::find_order()
{
    order_maker maker{*this};
    maker();
    order_ = std::move(maker.order);
    owned_from_ = maker.owned_from;
    cycles_from_ = maker.cycles_from;
    cycles_to_ = maker.cycles_to;
}

} // namespace capgraph::inline v0
