// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/same_text.hpp"

#include <capgraph/core/stated.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The words that say how a figure is meant, in the order in which messages name them.
inline constexpr std::array verbs{qualifier::plain,  qualifier::exactly,  qualifier::about,
                                  qualifier::over,   qualifier::at_least, qualifier::up_to,
                                  qualifier::between};

[[nodiscard]] inline std::optional<qualifier> find_verb(std::string_view word) noexcept
{
    for (auto const verb : verbs) {
        if (same_text(to_string(verb), word)) {
            return verb;
        }
    }
    return std::nullopt;
}

} // namespace capgraph::inline v0::detail
