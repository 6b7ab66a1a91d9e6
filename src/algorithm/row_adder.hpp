// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "later_members.hpp"
#include "ordered_bits.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// Adds up what one member shares with each later one: a row of sums, all 0 between two rows.
template <class Sum, class WeightOf>
class row_adder {
public:
    /// `weight_of(i)` is what the place `i` of the index adds, above 0.
    row_adder(later_members const& later, WeightOf weight_of)
        : later_{&later}, sums_(later.members() + 1),
          others_(later.members() + 1), weight_of_{weight_of}
    {
    }

    /// Calls `take(other, sum)` for each that shares anything with `v`, in the order of the index.
    template <class Take>
    std::uint32_t visit(std::uint32_t v, paced_poll& poll, Take take)
    {
        auto const width = add_up(v, poll);
        for (std::uint32_t k = 0; k < width; ++k) {
            take(others_[k], std::exchange(sums_[others_[k]], Sum{}));
        }
        return width;
    }

    /// Of the row visited last, each `other`. Precondition: it was visited in the order of the
    /// index, and had this width.
    [[nodiscard]] std::span<std::uint32_t const> others(std::uint32_t width) const
    {
        return std::span{others_}.first(width);
    }

    /// The same as `visit`, ascending.
    template <class Take>
    void visit_in_order(std::uint32_t v, paced_poll& poll, ordered_bits& order, Take take)
    {
        constexpr std::uint32_t few = 32;
        auto const width = add_up(v, poll);
        if (width <= few) {
            std::sort(others_.begin(), others_.begin() + width);
            for (std::uint32_t k = 0; k < width; ++k) {
                take(others_[k], std::exchange(sums_[others_[k]], Sum{}));
            }
            return;
        }
        for (std::uint32_t k = 0; k < width; ++k) {
            order.insert(others_[k]);
        }
        order.drain([&](std::uint32_t other) { take(other, std::exchange(sums_[other], Sum{})); });
    }

private:
    /// Sums of what `v` shares, with those that have any in no order; returns how many.
    std::uint32_t add_up(std::uint32_t v, paced_poll& poll)
    {
        constexpr std::size_t ahead = 12;
        auto const end_of_list = later_->end();
        std::uint32_t width = 0;
        for (auto i = later_->offsets[v]; i < later_->offsets[v + 1U]; ++i) {
            if (i + ahead < later_->places.size()) {
                __builtin_prefetch(&later_->lists[later_->places[i + ahead]]);
            }
            auto const weight = weight_of_(i);
            auto const* const first = &later_->lists[later_->places[i]];
            auto const* at = first;
            for (; *at != end_of_list; ++at) {
                auto& sum = sums_[*at];
                others_[width] = *at; // kept where it is new
                width += sum == Sum{} ? 1U : 0U;
                sum += weight;
            }
            poll.steps(static_cast<std::uint64_t>(at - first));
        }
        return width;
    }

    later_members const* later_;
    std::vector<Sum> sums_;
    std::vector<std::uint32_t> others_;
    WeightOf weight_of_;
};

} // namespace capgraph::inline v0::detail
