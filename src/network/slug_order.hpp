// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// The entities that a view is told of, by slug: strings are compared once, then numbers.
class slug_order {
public:
    /// Complexity: O(n log n) comparisons of slugs.
    explicit slug_order(view const& facts);

    /// All of them.
    [[nodiscard]] std::span<entity_id const> entities() const noexcept { return sorted_; }
    /// How many have a lesser slug.
    [[nodiscard]] std::uint32_t rank(entity_id id) const { return rank_[index_of(id)]; }
    /// `ids` by slug, each once. Complexity: linear in all entities.
    [[nodiscard]] std::vector<entity_id> sorted(std::vector<entity_id> const& ids) const;
    /// By entity, its place in `ids`; meaningless where it has none.
    [[nodiscard]] std::vector<std::uint32_t> places_in(std::span<entity_id const> ids) const;

private:
    std::vector<entity_id> sorted_;
    std::vector<std::uint32_t> rank_; ///< By entity.
};

} // namespace capgraph::inline v0::detail
