// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

namespace detail {
class pending_statements;
} // namespace detail

/// Collects statements and appends them to a ledger, all or none.
///
/// Entities, rounds and sources are named by slug, before or after they are described. The ids
/// handed out are those the ledger will use. Nothing reaches the ledger before `commit`; a builder
/// that is thrown away leaves no trace. One builder at a time: once the ledger has grown since the
/// builder was made, every member but `num_statements` throws `std::logic_error`.
///
/// What was moved from can be assigned to and destroyed, no more.
///
///     ledger book;
///     ledger_builder builder{book};
///     auto const zhipu = builder.add(entity{.slug = "zhipu", .name = "Zhipu",
///                                           .kind = entity_kind::company});
///     builder.add(participation{.company = zhipu, .investor = builder.entity("alibaba"),
///                               .status = deal_status::closed});
///     builder.add(entity{.slug = "alibaba", .name = "Alibaba", .kind = entity_kind::company});
///     builder.commit();
class CAPGRAPH_EXPORT ledger_builder {
public:
    /// For statements to append to `target`, which must outlive the builder.
    explicit ledger_builder(ledger& target);
    ledger_builder(ledger_builder&&) noexcept;
    ledger_builder& operator=(ledger_builder&&) noexcept;
    ~ledger_builder();

    /// The entity of that slug, described in the ledger, here already or here later.
    entity_id entity(std::string_view slug);
    /// The round of that slug, described in the ledger, here already or here later.
    record_id round(std::string_view slug);
    /// The source of that slug, described in the ledger, here already or here later.
    record_id source(std::string_view slug);

    /// Adds a statement about an entity, and returns that entity. Text is copied.
    ///
    /// Throws: `error` with `missing_field`, `bad_value`, `bad_encoding` or `inconsistent_record`
    ///   when the record cannot be; with `duplicate_statement` when its statement id was used
    ///   before. The builder is then as it was.
    entity_id add(capgraph::entity const& record, provenance const& said = {});
    /// Adds a statement about a record, and returns that record. Text is copied. Errors as above.
    template <record_type Record>
    record_id add(Record const& record, provenance const& said = {});

    [[nodiscard]] std::size_t num_statements() const noexcept;

    /// All that stands in the way of `commit`: what is named but described nowhere, entities
    /// without name or kind, rounds without company or with two, valuations with a round of
    /// another company, retractions of no statement; in the order of the statements, then what is
    /// only named. The first twenty unknown names come with the nearest known one.
    [[nodiscard]] std::vector<error> problems() const;

    /// Appends what was added, and leaves the builder empty.
    ///
    /// Throws: the first of `problems()`. Nothing is appended then.
    void commit();

private:
    std::unique_ptr<detail::pending_statements> pending_;
};

} // namespace capgraph::inline v0
