// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "byte_arena.hpp"
#include "chunked_column.hpp"
#include "id_index.hpp"
#include "kept_text.hpp"
#include "seeded_hash.hpp"

#include "core/copy_few.hpp"
#include "core/same_text.hpp"

#include <capgraph/core/id.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A slug and its record. Its text stands in the row, so that to look at both is to wait for memory
/// once, unless it is a long one.
class slug_row {
public:
    slug_row() noexcept = default;
    /// The text of a long slug goes to `arena`. Strong guarantee.
    slug_row(std::string_view slug, record_id record, byte_arena& arena) : record_{record}
    {
        auto const is_short = slug.size() <= bytes_.size();
        size_ = is_short ? static_cast<unsigned char>(slug.size()) : elsewhere;
        if (is_short) {
            copy_few(bytes_.data(), slug.data(), slug.size());
        } else {
            auto const kept = kept_text::keep(arena, slug);
            std::memcpy(bytes_.data(), &kept, sizeof kept);
        }
    }

    [[nodiscard]] std::string_view text() const noexcept
    {
        if (size_ != elsewhere) {
            return {bytes_.data(), size_};
        }
        kept_text kept;
        std::memcpy(&kept, bytes_.data(), sizeof kept);
        return kept.view();
    }
    [[nodiscard]] record_id record() const noexcept { return record_; }

private:
    static constexpr unsigned char elsewhere = 0xff;

    record_id record_{};
    unsigned char size_ = 0;
    std::array<char, 27> bytes_; // not zeroed: only what was put there is read
};
static_assert(sizeof(slug_row) == 32);

/// The slugs of one kind of record, numbered in the order in which they came.
class slug_table {
public:
    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    [[nodiscard]] std::string_view text(std::size_t number) const noexcept
    {
        return rows_[number].text();
    }
    [[nodiscard]] record_id record(std::size_t number) const noexcept
    {
        return rows_[number].record();
    }

    /// `hash` is that of `slug`.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view slug, std::uint64_t hash) const
    {
        return index_.find(hash, [&](std::uint32_t i) { return same_text(text(i), slug); });
    }

    /// The number of the slug that most likely has that hash; `none` where there may be none. Looks
    /// at no text.
    [[nodiscard]] std::uint32_t guess(std::uint64_t hash) const noexcept
    {
        return index_.guess(hash);
    }
    /// Begins to fetch from memory what `guess` needs.
    void begin_guess(std::uint64_t hash) const noexcept { index_.begin_guess(hash); }
    [[nodiscard]] slug_row const& row(std::size_t number) const noexcept { return rows_[number]; }

    /// What `find` returns; where that is nothing, `place` is the one for `add`. Strong guarantee.
    [[nodiscard]] std::optional<std::uint32_t>
    find_or_place(std::string_view slug, std::uint64_t hash, id_index::free_place& place)
    {
        return index_.find_or_place(
            hash, [&](std::uint32_t i) { return same_text(text(i), slug); }, place);
    }
    /// Adds what is not there; a long text goes to `arena`. Strong guarantee.
    void add(std::string_view slug, id_index::free_place const& place, record_id record,
             byte_arena& arena);

    /// Makes room, so that absorbing `other` cannot fail.
    void reserve_for(slug_table const& other);
    /// Adds all of `other` behind what is here. Call `reserve_for` first.
    void absorb(slug_table&& other) noexcept;

private:
    chunked_column<slug_row> rows_;
    id_index index_;
};

} // namespace capgraph::inline v0::detail
