// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace capgraph::inline v0 {
namespace detail {

/// Asks the system to back a fresh array by huge pages, if it is large. A page fault for every 4
/// KiB is otherwise a quarter of the time it takes to build a graph. It is a hint: nothing depends
/// on it.
inline void advise_huge_pages([[maybe_unused]] void* first, [[maybe_unused]] std::size_t bytes)
{
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    constexpr std::size_t page = 4096;
    constexpr std::size_t large = 4U << 20U;
    if (bytes >= large) {
        auto const to_next_page = (page - reinterpret_cast<std::uintptr_t>(first) % page) % page;
        auto const whole_pages = (bytes - to_next_page) / page * page;
        static_cast<void>(
            madvise(static_cast<char*>(first) + to_next_page, whole_pages, MADV_HUGEPAGE));
    }
#endif
}

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
