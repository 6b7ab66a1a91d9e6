// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "slug_order.hpp"

#include "ledger/state_of.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/field.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// What of a round decides whether it and its participations count.
struct told_round {
    record_id id{};
    std::uint32_t company = 0; ///< The rank of what stands for all said to be the same.
    field<deal_status> status{};
    bool is_known = false; ///< To the view: otherwise there is no status.
    bool is_ambition = false;
};

/// The rounds that were told, each folded once, however many participations ask for it.
class told_rounds {
public:
    /// Of the rounds `ids`, which are all.
    told_rounds(view const& facts, slug_order const& order, std::span<record_id const> ids);

    /// By company, then by slug: by the slugs of companies first.
    [[nodiscard]] std::span<told_round const> all() const noexcept { return rounds_; }
    /// Its place in `all()`. Complexity: O(1).
    [[nodiscard]] std::uint32_t place_of(record_id id) const
    {
        return places_[state_->rows->records[index_of(id)].name]; // numbered as the rounds are
    }

private:
    view_state const* state_;
    std::vector<told_round> rounds_;
    std::vector<std::uint32_t> places_; ///< By the number of the slug.
};

} // namespace capgraph::inline v0::detail
