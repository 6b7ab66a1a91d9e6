// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "name_blocks.hpp"
#include "name_likeness.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/name_index.hpp>
#include <capgraph/ledger/view.hpp>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// One name of one entity.
struct name_row {
    std::uint32_t spelling = 0; ///< In `spellings`.
    std::uint32_t rank = 0;     ///< By slug, of the entity that stands for all that are the same.
    entity_id entity{};         ///< That entity.
    entity_id bearer{};
    named_by by{};
    std::string_view text;
};

/// What a name is compared as, with the text of it.
struct owned_spelling {
    std::string key;
    std::string words;

    [[nodiscard]] spelling seen() const noexcept { return {words, key}; }
    friend auto operator<=>(owned_spelling const&, owned_spelling const&) = default;
};

[[nodiscard]] owned_spelling spelling_of(std::string_view text);

/// All names of a view, by their normalised words.
class name_table {
public:
    explicit name_table(view facts);
    name_table(name_table const&) = delete;
    name_table& operator=(name_table const&) = delete;
    ~name_table() = default;

    [[nodiscard]] view const& facts() const noexcept { return facts_; }
    /// By key, then by words.
    [[nodiscard]] std::span<spelling const> spellings() const noexcept { return spellings_; }
    /// The names so spelt: by rank, bearer, text.
    [[nodiscard]] std::span<name_row const> rows_of(std::size_t spelling) const noexcept;
    /// The names whose sorted words are `key`, by spelling.
    [[nodiscard]] std::span<name_row const> rows_of_key(std::string_view key) const;
    /// Made when first asked for.
    [[nodiscard]] name_blocks const& blocks() const;

private:
    void read_names();
    void read_names_of(entity_id id);
    void add(entity_id id, named_by by, std::string_view text);
    void rank_entities();
    void sort_names();

    view facts_;
    std::vector<entity_id> entities_;
    std::vector<owned_spelling> texts_; ///< What `spellings_` look at; while reading, of each row.
    std::vector<spelling> spellings_;
    std::vector<name_row> rows_;
    std::vector<std::size_t> first_row_; ///< Of each spelling, and the end.
    mutable std::once_flag blocks_made_;
    mutable std::optional<name_blocks> blocks_;
};

} // namespace capgraph::inline v0::detail
