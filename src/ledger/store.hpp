// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "byte_arena.hpp"
#include "chunked_column.hpp"
#include "id_index.hpp"
#include "packed_head.hpp"
#include "packed_record.hpp"
#include "slug_table.hpp"
#include "string_pool.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// One statement: what it is about, and where its bytes stand.
struct statement_row {
    char const* bytes;      ///< A head, a position, the fields: see packed_head.hpp.
    record_id record;       ///< What it is about.
    std::uint32_t previous; ///< The statement before it about the same record, or `none`.
};

/// One record, with what has been said of it at all.
struct record_row {
    std::uint32_t name = none;    ///< In the table of its kind's slugs, where it goes by one.
    std::uint32_t last = none;    ///< The last statement about it.
    std::uint32_t company = none; ///< Of a round, by the first statement that tells it: an entity.
    record_kind kind{};
    bool has_name = false; ///< An entity's.
    bool has_kind = false; ///< An entity's.
    /// Fills the row: 15 bytes would be copied in overlapping parts, and reading one of them back
    /// would wait for all.
    bool is_spare = false;

    [[nodiscard]] bool is_described() const noexcept { return last != none; }
};
static_assert(sizeof(record_row) == 16);

/// Whether records of that kind go by a slug.
[[nodiscard]] constexpr bool has_slug(record_kind kind) noexcept
{
    return kind <= record_kind::round;
}
/// Whether they are known by parts of what they say: see record_key.hpp.
[[nodiscard]] constexpr bool has_key(record_kind kind) noexcept
{
    return !has_slug(kind) && kind != record_kind::same_as && kind != record_kind::retraction;
}

/// What a ledger holds. A builder holds one too: what it adds, with numbers that go on from the
/// ledger's, so that appending is moving.
///
/// A statement costs a row, its bytes, and 14 bytes of an index for what is found by a key.
class store {
public:
    explicit store(std::uint64_t hash_seed) : seed{hash_seed}, hash{seed}, strings{seed} {}
    store(store&&) noexcept = default;
    store& operator=(store&&) noexcept = default;
    /// A store of what `other` holds, with the same numbers. The bytes stay where they are, so that
    /// it keeps `other` alive. Complexity: O(n) in rows.
    explicit store(std::shared_ptr<store const> other)
        : seed{other->seed}, hash{other->hash}, strings{other->strings},
          statements{other->statements}, records{other->records}, slugs{other->slugs},
          record_by_key{other->record_by_key}, statement_by_id{other->statement_by_id},
          files{other->files}, file_by_name{other->file_by_name}, copied_from{std::move(other)}
    {
    }
    store(store const&) = delete;
    store& operator=(store const&) = delete;
    ~store() = default;

    std::uint64_t seed;
    seeded_hash hash;
    string_pool strings;
    byte_arena bytes; ///< Of rows and slugs.
    chunked_column<statement_row> statements;
    chunked_column<record_row> records;
    std::array<slug_table, 3> slugs; ///< Of sources, entities, rounds: see `slugs_of`.
    id_index record_by_key;
    id_index statement_by_id;
    chunked_column<kept_text> files;
    id_index file_by_name;
    std::shared_ptr<store const> copied_from; ///< Whose bytes are pointed to; null: none.

    [[nodiscard]] slug_table& slugs_of(record_kind kind) noexcept
    {
        return slugs[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] slug_table const& slugs_of(record_kind kind) const noexcept
    {
        return slugs[static_cast<std::size_t>(kind)];
    }
    /// An entity's number is its slug's.
    [[nodiscard]] slug_table const& entities() const noexcept
    {
        return slugs_of(record_kind::entity);
    }

    [[nodiscard]] std::optional<entity_id> find_entity(std::string_view slug) const;
    /// A round or a source.
    [[nodiscard]] std::optional<record_id> find_record(record_kind kind,
                                                       std::string_view slug) const;
    /// The statement of that id.
    [[nodiscard]] std::optional<std::uint32_t> find_statement(std::string_view id) const;

    /// The slug of a record; empty where it goes by none.
    [[nodiscard]] std::string_view slug_of(std::size_t record) const;
    [[nodiscard]] std::string_view slug_of(entity_id entity) const
    {
        return entities().text(index_of(entity));
    }
    [[nodiscard]] record_id record_of(entity_id entity) const
    {
        return entities().record(index_of(entity));
    }

    [[nodiscard]] statement_head head_of(std::size_t statement) const
    {
        return unpack_head(statements[statement].bytes).head;
    }
    [[nodiscard]] record_kind kind_of(std::size_t statement) const
    {
        return packed_kind(statements[statement].bytes);
    }
    /// The fields that a statement says. Precondition: they are those of a `Record`.
    template <class Record>
    [[nodiscard]] Record said(std::size_t statement) const
    {
        return unpack_said<Record>(statements[statement].bytes, slug_of(statements[statement]));
    }
    [[nodiscard]] capgraph::statement statement_at(std::size_t i) const;
    /// The first statement about a record. Precondition: it is described.
    [[nodiscard]] std::uint32_t first_about(std::size_t record) const noexcept;

    /// Appends all of `added`, whose numbers go on from this store's. Strong guarantee.
    void append(store&& added);

    /// The fields in the row `bytes`, about a record of that slug.
    template <class Record>
    [[nodiscard]] static Record unpack_said(char const* bytes, std::string_view slug)
    {
        auto row = unpack_head(bytes);
        if (row.has_position) {
            static_cast<void>(unpack_position(row));
        }
        auto record = unpack<Record>(row.rest);
        if constexpr (requires { record.slug; }) {
            record.slug = slug;
        }
        return record;
    }

private:
    [[nodiscard]] std::string_view slug_of(statement_row const& row) const
    {
        return slug_of(index_of(row.record));
    }
    void reserve_for(store const& added);
};

} // namespace capgraph::inline v0::detail
