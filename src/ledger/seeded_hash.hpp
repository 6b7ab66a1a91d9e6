// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A keyed hash: who writes a file cannot choose colliding keys without knowing the seed.
///
/// Reference: Aumasson & Bernstein, "SipHash: a fast short-input PRF", 2012 (here SipHash-1-3).
class seeded_hash {
public:
    explicit seeded_hash(std::uint64_t seed) noexcept
        : key0_{seed}, key1_{seed * 0x9e3779b97f4a7c15U + 1}
    {
    }

    [[nodiscard]] std::uint64_t operator()(std::string_view text) const noexcept;
    [[nodiscard]] std::uint64_t operator()(std::span<std::uint64_t const> words) const noexcept;

private:
    std::uint64_t key0_;
    std::uint64_t key1_;
};

} // namespace capgraph::inline v0::detail
