// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace capgraph::inline v0 {

/// Groups of members, as rows: who sits together where.
struct group_rows {
    /// Where each group begins in `members`; one more at the end. Empty where there is no group.
    std::span<std::uint64_t const> offsets;
    /// Of each group, ascending, each once.
    std::span<std::uint32_t const> members;

    [[nodiscard]] constexpr std::size_t size() const noexcept
    {
        return offsets.empty() ? 0 : offsets.size() - 1;
    }
    /// Precondition: `group < size()`.
    [[nodiscard]] constexpr std::uint64_t size_of(std::size_t group) const noexcept
    {
        return offsets[group + 1] - offsets[group];
    }
    /// Precondition: `group < size()`.
    [[nodiscard]] constexpr std::span<std::uint32_t const> row(std::size_t group) const noexcept
    {
        return members.subspan(offsets[group], size_of(group));
    }
};

} // namespace capgraph::inline v0
