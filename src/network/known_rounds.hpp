// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/field.hpp>

#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// What of a round decides whether it and its participations count.
struct known_round {
    record_id id{};
    entity_id company{}; ///< Stands for all said to be the same.
    field<deal_status> status{};
    bool is_ambition = false;
};

/// The rounds that a view knows, each folded once, however many participations ask for it.
class known_rounds {
public:
    explicit known_rounds(view const& facts);

    /// By id.
    [[nodiscard]] std::span<known_round const> all() const noexcept { return rounds_; }
    /// Null where the view does not know it. Complexity: O(log n).
    [[nodiscard]] known_round const* find(record_id id) const;

private:
    std::vector<known_round> rounds_;
};

} // namespace capgraph::inline v0::detail
