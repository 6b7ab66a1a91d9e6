// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/copy_few.hpp"
#include "core/memory_block.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// Bytes kept at addresses that never change.
class byte_arena {
public:
    byte_arena() = default;
    byte_arena(byte_arena&& other) noexcept;
    byte_arena& operator=(byte_arena&& other) noexcept;
    byte_arena(byte_arena const&) = delete;
    byte_arena& operator=(byte_arena const&) = delete;
    ~byte_arena() = default;

    /// How many bytes can be taken without any being added, and where they begin.
    [[nodiscard]] std::size_t left() const noexcept { return left_; }
    [[nodiscard]] char* begin() const noexcept { return free_; }
    /// Takes some of those. Returns where they begin.
    char* take(std::size_t bytes) noexcept
    {
        left_ -= bytes;
        return std::exchange(free_, free_ + bytes);
    }
    /// Takes `bytes`, not aligned. Strong guarantee.
    [[nodiscard]] char* allocate(std::size_t bytes)
    {
        if (bytes > left_) {
            add_chunk(bytes);
        }
        return take(bytes);
    }

    /// A copy of `bytes`. Strong guarantee.
    [[nodiscard]] char const* keep(std::string_view bytes)
    {
        auto* const place = allocate(bytes.size());
        copy_few(place, bytes.data(), bytes.size());
        return place;
    }

    /// Makes room, so that absorbing `other` cannot fail.
    void reserve_for(byte_arena const& other);
    /// Takes over what `other` keeps, addresses and all. Call `reserve_for` first.
    void absorb(byte_arena&& other) noexcept;

private:
    /// With room for `bytes`, or more.
    void add_chunk(std::size_t bytes);

    std::vector<memory_block> chunks_;
    std::size_t held_ = 0; ///< By all chunks, in bytes.
    char* free_ = nullptr;
    std::size_t left_ = 0;
};

} // namespace capgraph::inline v0::detail
