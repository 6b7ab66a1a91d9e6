// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace capgraph::inline v0::detail {

/// What most systems have for a huge page.
inline constexpr std::size_t huge_page_bytes = std::size_t{2} << 20U;

/// Asks the system to back fresh memory by huge pages, if it is large. A page fault for every 4 KiB
/// is otherwise a quarter of the time it takes to build a graph. It is a hint: nothing depends on
/// it.
inline void advise_huge_pages([[maybe_unused]] void* first, [[maybe_unused]] std::size_t bytes)
{
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    constexpr std::size_t page = 4096;
    if (bytes >= huge_page_bytes) {
        auto const to_next_page = (page - reinterpret_cast<std::uintptr_t>(first) % page) % page;
        auto const whole_pages = (bytes - to_next_page) / page * page;
        static_cast<void>(
            madvise(static_cast<char*>(first) + to_next_page, whole_pages, MADV_HUGEPAGE));
    }
#endif
}

} // namespace capgraph::inline v0::detail
