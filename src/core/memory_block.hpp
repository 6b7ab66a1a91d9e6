// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "huge_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>

namespace capgraph::inline v0::detail {

struct free_block {
    std::size_t alignment = 0;
    void operator()(std::byte* block) const noexcept
    {
        ::operator delete (block, std::align_val_t{alignment});
    }
};

/// Bytes that are not zeroed, and begin where a huge page does if they fill one.
using memory_block = std::unique_ptr<std::byte[], free_block>;

[[nodiscard]] inline memory_block make_memory_block(std::size_t bytes)
{
    auto const alignment =
        bytes >= huge_page_bytes ? huge_page_bytes : std::size_t{__STDCPP_DEFAULT_NEW_ALIGNMENT__};
    auto* const first =
        static_cast<std::byte*>(::operator new (bytes, std::align_val_t{alignment}));
    advise_huge_pages(first, bytes);
    return memory_block{first, free_block{alignment}};
}

/// How many bytes of blocks to add to some that take `held`: at least `needed`, and half as many as
/// those, up to a limit, so that little stays unused; whole huge pages where that is one or more.
[[nodiscard]] inline std::size_t next_block_bytes(std::size_t held, std::size_t needed) noexcept
{
    constexpr std::size_t most = 8 * huge_page_bytes;
    auto const wanted = std::max(needed, std::min(held / 2, most));
    auto const is_large = wanted >= huge_page_bytes;
    return is_large ? (wanted + huge_page_bytes - 1) / huge_page_bytes * huge_page_bytes : wanted;
}

} // namespace capgraph::inline v0::detail
