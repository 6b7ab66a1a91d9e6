// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// Whom an investment is put down to.
enum class roll_up : std::uint8_t {
    none,    ///< The investor that the source names.
    parents, ///< What it is a unit or a child of, up to the last that is neither.
};

template <>
inline constexpr auto detail::words_of<roll_up> = std::to_array<std::string_view>({"none",
                                                                                   "parents"});

/// Where each entity of a view rolls up to.
///
/// Follows `unit_of` and `parent_of` as the view knows them, and stops below persons, governments
/// and state bodies: a fund is not its city. Of several parents the first by slug is followed; of a
/// circle of them the first by slug stands for all.
class CAPGRAPH_EXPORT roll_up_map {
public:
    /// Complexity: one pass over the relations of the view.
    roll_up_map(view const& facts, roll_up rule);

    /// Whom an investment of `entity` is put down to: one entity for all that are the same.
    [[nodiscard]] entity_id operator()(entity_id entity) const;

private:
    view facts_;
    std::vector<entity_id> top_; ///< Of each entity, as far as any has a parent; empty: no rule.
};

} // namespace capgraph::inline v0
