// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0 {

/// How far a deal has come, from what was reported of it.
///
/// Ordered but for `withdrawn`, which is off the ladder. The source's own word is kept beside it.
enum class deal_status : std::uint8_t {
    rumored,    ///< Interest, considering.
    approached, ///< Reached out.
    in_talks,   ///< Raising, in talks, said to lead, may contribute.
    committed,  ///< Has committed.
    closed,     ///< Secured, led, backer.
    withdrawn,  ///< Called off.
};

template <>
inline constexpr auto detail::words_of<deal_status> = std::to_array<std::string_view>(
    {"rumored", "approached", "in_talks", "committed", "closed", "withdrawn"});

/// Whether a deal of `status` has come as far as `least`; a withdrawn one has come nowhere.
[[nodiscard]] constexpr bool has_reached(deal_status status, deal_status least) noexcept
{
    return status != deal_status::withdrawn && status >= least;
}

} // namespace capgraph::inline v0
