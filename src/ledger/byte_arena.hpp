// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
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

    /// Room for `bytes`, not aligned. Strong guarantee.
    [[nodiscard]] char* allocate(std::size_t bytes);

    /// A copy of `bytes`. Strong guarantee.
    [[nodiscard]] char const* keep(std::string_view bytes);

    /// Makes room, so that absorbing `other` cannot fail.
    void reserve_for(byte_arena const& other);
    /// Takes over what `other` keeps, addresses and all. Call `reserve_for` first.
    void absorb(byte_arena&& other) noexcept;

private:
    std::vector<std::unique_ptr<char[]>> chunks_;
    char* free_ = nullptr;
    std::size_t left_ = 0;
};

} // namespace capgraph::inline v0::detail
