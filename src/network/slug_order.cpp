// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "slug_order.hpp"

#include "text_order.hpp"

#include "ledger/state_of.hpp"

#include <algorithm>
#include <functional>

namespace capgraph::inline v0::detail {

slug_order::slug_order(view const& facts)
{
    auto const& state = *state_of(facts);
    std::vector<numbered_text> slugs(state.num_entities);
    for (std::uint32_t i = 0; i < slugs.size(); ++i) {
        slugs[i] = {state.rows->slug_of(entity_id{i}), i};
    }
    sort_by_text(slugs);
    rank_.resize(slugs.size());
    sorted_.reserve(slugs.size());
    for (auto const& s : slugs) {
        rank_[s.number] = static_cast<std::uint32_t>(sorted_.size());
        sorted_.push_back(entity_id{s.number});
    }
}

void slug_set::add(slug_set const& others)
{
    std::transform(has_.begin(), has_.end(), others.has_.begin(), has_.begin(),
                   std::logical_or<>{});
}

std::vector<entity_id> slug_set::members() const
{
    std::vector<entity_id> out;
    for (std::size_t i = 0; i < has_.size(); ++i) {
        if (has_[i]) {
            out.push_back(order_->entities()[i]);
        }
    }
    return out;
}

std::vector<std::uint32_t> slug_set::places() const
{
    std::vector<std::uint32_t> out(has_.size());
    std::uint32_t place = 0;
    for (std::size_t i = 0; i < has_.size(); ++i) {
        out[i] = place;
        place += has_[i] ? 1U : 0U;
    }
    return out;
}

} // namespace capgraph::inline v0::detail
