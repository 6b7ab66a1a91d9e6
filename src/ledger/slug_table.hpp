// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "byte_arena.hpp"
#include "chunked_column.hpp"
#include "id_index.hpp"
#include "kept_text.hpp"
#include "seeded_hash.hpp"

#include "core/same_text.hpp"

#include <capgraph/core/id.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The slugs of one kind of record, numbered in the order in which they came.
class slug_table {
public:
    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] std::string_view text(std::size_t number) const noexcept
    {
        return rows_[number].text.view();
    }
    [[nodiscard]] record_id record(std::size_t number) const noexcept
    {
        return rows_[number].record;
    }

    /// `hash` is that of `slug`.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view slug, std::uint64_t hash) const
    {
        return index_.find(hash, [&](std::uint32_t i) { return same_text(text(i), slug); });
    }

    /// The number of the slug that most likely has that hash, `none` where no slug has. Looks at no
    /// text.
    [[nodiscard]] std::uint32_t guess(std::uint64_t hash) const noexcept
    {
        return index_.find(hash, [](std::uint32_t) { return true; }).value_or(none);
    }
    // What to fetch from memory before `guess`, before `record`, and before `text`.
    [[nodiscard]] void const* address_of_guess(std::uint64_t hash) const noexcept
    {
        return index_.begin_of(hash);
    }
    [[nodiscard]] void const* address_of_row(std::uint32_t number) const noexcept
    {
        return &rows_[number];
    }
    [[nodiscard]] void const* address_of_text(std::uint32_t number) const noexcept
    {
        return rows_[number].text.address();
    }

    /// Adds what is not there; its text goes to `arena`. Strong guarantee.
    void add(std::string_view slug, std::uint64_t hash, record_id record, byte_arena& arena);

    /// Makes room, so that absorbing `other` cannot fail.
    void reserve_for(slug_table const& other);
    /// Adds all of `other` behind what is here. Call `reserve_for` first.
    void absorb(slug_table&& other) noexcept;

private:
    struct row {
        kept_text text;
        record_id record;
    };

    chunked_column<row> rows_;
    id_index index_;
};

} // namespace capgraph::inline v0::detail
