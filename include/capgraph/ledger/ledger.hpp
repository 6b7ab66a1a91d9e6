// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace capgraph::inline v0 {

namespace detail {
class pending_statements;
class store;
} // namespace detail

struct ledger_options {
    /// The seed of the hash tables; absent: a random one. No output depends on it.
    std::optional<std::uint64_t> hash_seed{};
};

/// The append-only list of what was reported.
///
/// Statements are appended by a `ledger_builder`, all or none, and never change. Ids are local to
/// one ledger; the durable name of an entity, a round or a source is its slug. What a ledger hands
/// out as `std::string_view` lives as long as the ledger or any view of it.
///
/// Threads: const members may run concurrently, but not beside an append.
/// What was moved from can be assigned to and destroyed, no more.
class CAPGRAPH_EXPORT ledger {
public:
    /// An empty ledger.
    explicit ledger(ledger_options const& options = {});
    ledger(ledger&&) noexcept;
    ledger& operator=(ledger&&) noexcept;
    ledger(ledger const&) = delete;
    ledger& operator=(ledger const&) = delete;
    ~ledger();

    /// A ledger of the same statements, with the same ids, which grows by itself: for what might
    /// be. Text is shared, but for short slugs. Complexity: O(n) in statements.
    [[nodiscard]] ledger copy() const;

    [[nodiscard]] std::size_t num_statements() const noexcept;
    [[nodiscard]] std::size_t num_records() const noexcept;
    [[nodiscard]] std::size_t num_entities() const noexcept;

    /// The entity of that slug; null where there is none.
    [[nodiscard]] std::optional<entity_id> find_entity(std::string_view slug) const;
    /// The entity of that slug. Throws: `error` with `unknown_entity`, naming the nearest slug.
    [[nodiscard]] entity_id entity_at(std::string_view slug) const;
    /// Throws: `std::out_of_range` for an id of another ledger.
    [[nodiscard]] std::string_view slug_of(entity_id entity) const;
    /// The record that speaks of the entity itself. Throws: `std::out_of_range`.
    [[nodiscard]] record_id record_of(entity_id entity) const;

    [[nodiscard]] std::optional<record_id> find_round(std::string_view slug) const;
    /// Throws: `error` with `unknown_reference`, naming the nearest slug.
    [[nodiscard]] record_id round_at(std::string_view slug) const;
    [[nodiscard]] std::optional<record_id> find_source(std::string_view slug) const;

    /// The slug of a round, a source or an entity; empty for records that have none.
    /// Throws: `std::out_of_range`.
    [[nodiscard]] std::string_view slug_of(record_id record) const;
    /// Throws: `std::out_of_range`.
    [[nodiscard]] record_kind kind_of(record_id record) const;

    /// Who said what. Throws: `std::out_of_range`.
    [[nodiscard]] statement at(statement_id id) const;
    /// The fields that the statement says. Throws: `std::out_of_range`, also when the statement is
    /// about another kind of record.
    template <record_type Record>
    [[nodiscard]] Record said_by(statement_id id) const;

private:
    friend class detail::pending_statements;
    friend class view;
    std::shared_ptr<detail::store> store_;
};

} // namespace capgraph::inline v0
