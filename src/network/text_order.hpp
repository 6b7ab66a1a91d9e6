// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A text to be sorted, with the number of what it names.
struct numbered_text {
    std::string_view text;
    std::uint32_t number = 0;
    /// Its next bytes, while it is sorted.
    std::uint64_t next = 0;
};

/// Sorts as comparing texts does, but eight bytes at a time: slugs have long beginnings in common,
/// and stand all over the memory.
///
/// Complexity: O(n log n) comparisons; each text is looked at once for every eight bytes behind
/// what it has in common with its neighbours.
void sort_by_text(std::span<numbered_text> all);

} // namespace capgraph::inline v0::detail
