// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "later_members.hpp"
#include "ordered_bits.hpp"
#include "strung_tails.hpp"

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
    static constexpr std::size_t chunk = 8; ///< Many rows end within: one wrong guess less.

    /// `weight_of(i)` is what the place `i` of the index adds, above 0.
    row_adder(later_members const& later, WeightOf weight_of)
        : tails_{later, weight_of}, sums_(later.members()), others_(later.members() + chunk)
    {
    }

    /// Whom `v` shares anything with, in the order of the index, until another is visited, and
    /// `shared` how much with each. This has room for all members and `chunk` more.
    std::span<std::uint32_t const> visit(std::uint32_t v, paced_poll& poll,
                                         std::vector<Sum>& shared)
    {
        auto const width = add_up(v, poll);
        for (std::size_t first = 0; first < width; first += chunk) {
            for (auto k = first; k < first + chunk; ++k) { // others of rows before share 0
                shared[k] = std::exchange(sums_[others_[k]], Sum{});
            }
        }
        return std::span{others_}.first(width);
    }

    /// Calls `take(other, sum)` for each, ascending.
    template <class Take>
    void visit_in_order(std::uint32_t v, paced_poll& poll, ordered_bits& order, Take take)
    {
        constexpr std::uint32_t few = 16;
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
        std::uint32_t width = 0;
        auto* const sums = sums_.data(); // else looked up again after each of the others is written
        auto* const others = others_.data();
        tails_.visit(v, poll, [&](std::span<std::uint32_t const> members, auto const& weight) {
            for (std::size_t k = 0; k < members.size(); ++k) {
                auto const other = members[k];
                auto const sum = sums[other];
                others[width] = other; // kept where it is new
                width += sum == Sum{} ? 1U : 0U;
                sums[other] = sum + weight(k);
            }
        });
        return width;
    }

    strung_tails<WeightOf> tails_;
    std::vector<Sum> sums_;
    std::vector<std::uint32_t> others_;
};

} // namespace capgraph::inline v0::detail
