// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "later_members.hpp"
#include "strung_tails.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// Counts the pairs of one member after the other. Nothing is added up, so that no row has to be
/// cleared for the next: each member knows who met it last.
class pair_counter {
public:
    explicit pair_counter(later_members const& later) : tails_{later, {}}, by_(later.members()) {}

    /// Calls `meet(other, is_new)` for each meeting of `v` with a later member, where `is_new` is 1
    /// for the first with each and 0 for others; returns with how many it has any. Precondition: no
    /// `v` comes twice.
    template <class Meet>
    std::uint32_t visit(std::uint32_t v, paced_poll& poll, Meet meet)
    {
        std::uint32_t width = 0;
        auto* const by = by_.data();
        tails_.visit(v, poll, [&](std::span<std::uint32_t const> members, auto const&) {
            for (auto const other : members) {
                auto const is_new = by[other] != v + 1 ? 1U : 0U;
                by[other] = v + 1;
                width += is_new;
                meet(other, is_new);
            }
        });
        return width;
    }

private:
    strung_tails<count_one> tails_;
    std::vector<std::uint32_t> by_; ///< Of each member who met it last, and 1 more; at first 0.
};

} // namespace capgraph::inline v0::detail
