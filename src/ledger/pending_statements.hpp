// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "store.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// What a builder holds: statements that go on from those of a ledger, in a store of their own.
class pending_statements {
public:
    explicit pending_statements(store& base);

    entity_id entity(std::string_view slug);
    record_id named(record_kind kind, std::string_view slug);

    template <class Record>
    record_id add(Record const& record, provenance const& said);

    [[nodiscard]] std::size_t num_statements() const noexcept { return added_.statements.size(); }
    [[nodiscard]] std::vector<error> problems() const;
    void commit();

private:
    friend class problem_finder;

    [[nodiscard]] std::string_view intern(std::string_view text);
    template <class Record>
    [[nodiscard]] Record interned(Record record);
    template <class Record>
    record_id record_of(Record const& record);
    record_id find_or_add(record_key const& key, std::string_view slug);
    [[nodiscard]] statement_row row_of(provenance const& said);
    [[nodiscard]] position_row interned(text_position const& where);
    template <class Record>
    void require_own_ids(Record const& record, provenance const& said) const;
    void require_new_statement_id(std::string_view id) const;
    void require_current() const;

    [[nodiscard]] std::size_t num_entities() const noexcept
    {
        return base_->entities.size() + added_.entities.size();
    }
    [[nodiscard]] std::size_t num_records() const noexcept
    {
        return base_->records.size() + added_.records.size();
    }
    [[nodiscard]] record_row const& record_at(record_id id) const noexcept;

    store* base_;
    std::size_t base_size_; ///< In statements, when the builder was made.
    store added_;
};

} // namespace capgraph::inline v0::detail
