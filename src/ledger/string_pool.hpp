// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "byte_arena.hpp"
#include "chunked_column.hpp"
#include "id_index.hpp"
#include "kept_text.hpp"
#include "seeded_hash.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Text kept once, at addresses that never change.
class string_pool {
public:
    explicit string_pool(std::uint64_t seed) noexcept : hash_{seed} {}
    string_pool(string_pool&&) noexcept = default;
    string_pool& operator=(string_pool&&) noexcept = default;
    /// A pool that finds the texts of `other`, which keeps their bytes and must outlive it.
    string_pool(string_pool const& other)
        : hash_{other.hash_}, texts_{other.texts_}, index_{other.index_}
    {
    }
    string_pool& operator=(string_pool const&) = delete;
    ~string_pool() = default;

    /// The pool's own copy of `text`.
    [[nodiscard]] std::optional<kept_text> find(std::string_view text) const;

    /// The pool's own copy of `text`, made if need be.
    /// Throws: `error` with `limit_exceeded` beyond 32-bit numbers. Strong guarantee.
    kept_text intern(std::string_view text);

    /// Makes room, so that absorbing `other` cannot fail.
    void reserve_for(string_pool const& other);
    /// Takes over what `other` keeps, addresses and all. Call `reserve_for` first.
    void absorb(string_pool&& other) noexcept;

private:
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text,
                                                    std::uint64_t hash) const;

    seeded_hash hash_;
    byte_arena bytes_;
    chunked_column<kept_text> texts_;
    id_index index_; ///< Into `texts_`.
};

} // namespace capgraph::inline v0::detail
