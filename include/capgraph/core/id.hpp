// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace capgraph::inline v0 {

/// Names an entity of one ledger; dense from 0. The durable name is the entity's slug.
enum class entity_id : std::uint32_t {};

/// Names a record (a source, a round, a holding ...) of one ledger; dense from 0 over all kinds.
enum class record_id : std::uint32_t {};

/// Names a statement of one ledger: its place in the order of appending.
enum class statement_id : std::uint32_t {};

/// The place of what `id` names in an array with one element for each.
// clang-format off
template <class Id>
    requires(std::numeric_limits<std::underlying_type_t<Id>>::digits == 32)
[[nodiscard]] constexpr std::size_t index_of(Id id) noexcept
{
    return static_cast<std::size_t>(id);
}
// clang-format on

} // namespace capgraph::inline v0
