// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "record_key.hpp"
#include "string_pool.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/core/text_position.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace capgraph::inline v0::detail {

inline constexpr std::uint32_t none = ~std::uint32_t{0};

/// One statement: who said it, and where its payload stands.
struct statement_row {
    record_kind kind{};
    bool denial = false;
    record_id record{};
    std::uint32_t row = 0;         ///< In the column of its kind.
    std::uint32_t next = none;     ///< The next statement about the same record.
    std::uint32_t position = none; ///< In `positions`.
    std::uint32_t source = none;   ///< A record.
    std::optional<date> reported_on;
    std::optional<date> as_of;
    std::string_view attributed_to;
    std::string_view id;
};

struct record_row {
    record_kind kind{};
    std::string_view slug;
    std::uint32_t first = none; ///< The first and the last statement about it.
    std::uint32_t last = none;
};

struct entity_row {
    std::string_view slug;
    record_id record{};
};

struct position_row {
    std::string_view file;
    std::uint64_t byte = 0;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string_view pointer;
};

template <class Tuple>
struct columns_of;
template <class... Records>
struct columns_of<std::tuple<Records...>> {
    using type = std::tuple<std::vector<Records>...>;
};

/// What a ledger holds. A builder holds one too: what it adds, with ids that go on from the
/// ledger's, so that appending is moving.
class store {
public:
    explicit store(std::uint64_t seed);

    std::uint64_t seed;
    string_pool strings;
    std::vector<entity_row> entities;
    std::vector<record_row> records;
    std::vector<statement_row> statements;
    std::vector<position_row> positions;
    columns_of<record_types>::type columns;
    std::unordered_map<std::string_view, entity_id, seeded_hash> entity_by_slug;
    std::unordered_map<record_key, record_id, record_key_hash> record_by_key;
    std::unordered_map<std::string_view, statement_id, seeded_hash> statement_by_id;

    template <class Record>
    [[nodiscard]] std::vector<Record>& column() noexcept
    {
        return std::get<std::vector<Record>>(columns);
    }
    template <class Record>
    [[nodiscard]] std::vector<Record> const& column() const noexcept
    {
        return std::get<std::vector<Record>>(columns);
    }

    [[nodiscard]] std::optional<entity_id> find_entity(std::string_view slug) const;
    /// A round or a source.
    [[nodiscard]] std::optional<record_id> find_record(record_kind kind,
                                                       std::string_view slug) const;
    [[nodiscard]] statement statement_at(std::size_t i) const;

    /// Appends all of `added`, whose ids go on from this store's. Strong guarantee.
    void append(store&& added);

private:
    void reserve_for(store const& added);
    void link(std::size_t first_new) noexcept;
};

/// The slug among those of `s` that is spelt most like `slug`; empty when none is near.
[[nodiscard]] std::string_view nearest_entity(store const& s, std::string_view slug);
[[nodiscard]] std::string_view nearest_record(store const& s, record_kind kind,
                                              std::string_view slug);
[[nodiscard]] std::string_view nearest_slug(std::vector<record_row> const& rows,
                                            std::string_view slug);

} // namespace capgraph::inline v0::detail
