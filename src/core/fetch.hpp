// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace capgraph::inline v0::detail {

/// Begins to fetch from memory what stands at an address.
[[gnu::always_inline]] inline void fetch(void const* at) noexcept
{
    __builtin_prefetch(at);
    // GCC 12 takes a function that only fetches for one that does nothing, and drops its calls: of
    // this, which emits nothing, it cannot tell.
    asm volatile("" : : "r"(at));
}

} // namespace capgraph::inline v0::detail
