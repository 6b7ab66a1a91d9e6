// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

namespace capgraph::inline v0::detail {

/// What was found out of a slug ahead of looking it up. To say nothing is always right.
struct slug_hint {
    static constexpr auto no_number = ~std::uint32_t{0};

    [[nodiscard]] bool has_number() const noexcept { return number != no_number; }

    std::uint64_t hash = 0;           ///< 0: not worked out.
    std::uint32_t number = no_number; ///< The number it has most likely, if it has one.
};

} // namespace capgraph::inline v0::detail
