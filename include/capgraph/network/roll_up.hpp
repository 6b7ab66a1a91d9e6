// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// Whom an investment is put down to.
enum class roll_up : std::uint8_t {
    none,    ///< The investor that the source names.
    parents, ///< What it is a unit or a child of, up to the last that is neither.
    /// Who controls it in the end, for certain. Needs the fixpoint of control, which
    /// `network_by_controllers` (query/controllers.hpp) finds.
    controller,
};

template <>
inline constexpr auto
    detail::words_of<roll_up> = std::to_array<std::string_view>({"none", "parents", "controller"});

/// Where each entity of a view rolls up to.
///
/// Follows `unit_of` and `parent_of` as the view knows them, and stops below persons, governments
/// and state bodies: a fund is not its city. Of several parents the first by slug is followed; of a
/// circle of them the first by slug stands for all.
class CAPGRAPH_EXPORT roll_up_map {
public:
    /// Complexity: one pass over the relations of the view.
    /// Throws: `std::invalid_argument` for `roll_up::controller`, which wants the other constructor.
    roll_up_map(view const& facts, roll_up rule);

    /// Where each entity goes that is told, all others nowhere. A pair's second is taken as it is,
    /// not rolled up again. Throws: `std::out_of_range` for an id of another ledger.
    roll_up_map(view const& facts, std::span<std::pair<entity_id, entity_id> const> tops);

    /// Whom an investment of `entity` is put down to: one entity for all that are the same.
    [[nodiscard]] entity_id operator()(entity_id entity) const;

private:
    view facts_;
    std::vector<entity_id> top_; ///< Of each entity, as far as any has a parent; empty: no rule.
};

} // namespace capgraph::inline v0
