// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/huge_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace capgraph::inline v0 {
namespace detail {

/// Gives an empty `array` its size.
template <class T>
void allot(std::vector<T>& array, std::size_t size)
{
    array.reserve(size);
    advise_huge_pages(array.data(), size * sizeof(T)); // before resize touches the memory
    array.resize(size);
}

/// The same, looking up between pieces, of which each takes less than a millisecond, whether to go
/// on: calls `poll()`.
template <class T, class Poll>
void allot(std::vector<T>& array, std::size_t size, Poll poll)
{
    constexpr std::size_t piece = (std::size_t{1} << 20U) / sizeof(T);
    array.reserve(size);
    advise_huge_pages(array.data(), size * sizeof(T));
    for (std::size_t made = 0; made < size;) {
        poll();
        made = std::min(size, made + piece);
        array.resize(made);
    }
}

} // namespace detail
} // namespace capgraph::inline v0
