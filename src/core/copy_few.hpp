// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstring>

namespace capgraph::inline v0::detail {

/// Copies `Bytes` first and as many last of `size` bytes, which may overlap.
template <std::size_t Bytes>
inline void copy_ends(char* to, char const* from, std::size_t size) noexcept
{
    struct part {
        char bytes[Bytes]; // NOLINT(modernize-avoid-c-arrays): loaded and stored as a whole
    };
    part first;
    part last;
    std::memcpy(&first, from, Bytes);
    std::memcpy(&last, from + size - Bytes, Bytes);
    std::memcpy(to, &first, Bytes);
    std::memcpy(to + size - Bytes, &last, Bytes);
}

/// Copies bytes that are few, as words and rows are: in place, without a call. Returns where they
/// end.
[[gnu::always_inline]] inline char* copy_few(char* to, char const* from, std::size_t size) noexcept
{
    if (size > 64) {
        std::memcpy(to, from, size);
    } else if (size >= 32) {
        copy_ends<32>(to, from, size);
    } else if (size >= 16) {
        copy_ends<16>(to, from, size);
    } else if (size >= 8) {
        copy_ends<8>(to, from, size);
    } else if (size >= 4) {
        copy_ends<4>(to, from, size);
    } else {
        for (std::size_t i = 0; i != size; ++i) {
            to[i] = from[i];
        }
    }
    return to + size;
}

} // namespace capgraph::inline v0::detail
