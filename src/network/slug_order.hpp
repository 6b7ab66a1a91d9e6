// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// The entities that a view is told of, by slug: strings are compared once, then numbers.
class slug_order {
public:
    /// Complexity: O(n log n) comparisons of slugs.
    explicit slug_order(view const& facts);

    /// All of them; an entity's rank is its place here.
    [[nodiscard]] std::span<entity_id const> entities() const noexcept { return sorted_; }
    [[nodiscard]] std::size_t size() const noexcept { return sorted_.size(); }
    /// How many have a lesser slug.
    [[nodiscard]] std::uint32_t rank(entity_id id) const { return rank_[index_of(id)]; }

private:
    std::vector<entity_id> sorted_;
    std::vector<std::uint32_t> rank_; ///< By entity.
};

/// Some of the entities of an order, told by their ranks.
class slug_set {
public:
    explicit slug_set(slug_order const& order) : order_{&order}, has_(order.size()) {}

    void add(std::uint32_t rank) { has_[rank] = true; }
    void add(slug_set const& others);
    /// By slug.
    [[nodiscard]] std::vector<entity_id> members() const;
    /// By rank, the place among the members; meaningless for who is none.
    [[nodiscard]] std::vector<std::uint32_t> places() const;

private:
    slug_order const* order_;
    std::vector<bool> has_; ///< By rank.
};

} // namespace capgraph::inline v0::detail
