// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0 {

/// What two investors must share to be co-investors.
///
/// Reference: Hochberg, Ljungqvist & Lu, "Whom you know matters: venture capital networks and
///   investment performance", Journal of Finance 62(1), 2007, count by company.
enum class co_investment_unit : std::uint8_t {
    same_company, ///< Both back it, in whatever round; also where no round is known.
    /// Both are of one syndicate. An ambition is none, nor is a total over rounds that count.
    same_round,
};

template <>
inline constexpr auto
    detail::words_of<co_investment_unit> = std::to_array<std::string_view>({"company", "round"});

} // namespace capgraph::inline v0
