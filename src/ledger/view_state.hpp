// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "store.hpp"

#include <capgraph/core/date.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace capgraph::inline v0::detail {

/// What a view holds: a prefix of a ledger, which of its statements count, and who is who.
struct view_state {
    view_state(std::shared_ptr<store const> store, view_options wanted);

    [[nodiscard]] bool takes(std::size_t statement) const noexcept
    {
        return statement < taken.size() && taken[statement] != 0;
    }
    /// As the view counts it; open where no day is known.
    [[nodiscard]] date reported_on(statement_head const& head) const;
    [[nodiscard]] date as_of(statement_head const& head) const;
    [[nodiscard]] date reported_on(std::uint32_t statement) const
    {
        return reported_on(rows->head_of(statement));
    }
    [[nodiscard]] date as_of(std::uint32_t statement) const
    {
        return as_of(rows->head_of(statement));
    }

    /// The statements about `record` in the order of their weight: those taken, or all.
    [[nodiscard]] std::vector<std::uint32_t> by_weight(record_id record, bool all) const;

    // What stood in the ledger when the view was made. Each throws `std::out_of_range` for the
    // rest.
    [[nodiscard]] std::uint32_t number_of(statement_id id) const;
    [[nodiscard]] record_row const& record_at(record_id id) const;
    [[nodiscard]] std::string_view slug_of(record_id id) const;
    [[nodiscard]] std::string_view slug_of(entity_id id) const;
    [[nodiscard]] record_id record_of(entity_id id) const;

    /// Calls `visit` with each statement of the prefix about `record`, the last one first, until it
    /// returns true.
    template <class Visit>
    bool any_about(record_id record, Visit&& visit) const
    {
        for (auto i = record_at(record).last; i != none; i = rows->statements[i].previous) {
            if (i < taken.size() && visit(i)) {
                return true;
            }
        }
        return false;
    }

    std::shared_ptr<store const> rows;
    view_options options;
    std::size_t num_entities;                          ///< Of the prefix.
    std::size_t num_records;                           ///< Of the prefix.
    std::vector<char> taken;                           ///< Of each statement of the prefix.
    std::unordered_map<std::uint32_t, date> published; ///< Of each source that says so.
    /// The entity that stands for each; empty when none are joined.
    std::vector<entity_id> representative;
    /// The entities of classes of two or more: by representative, then slug.
    std::vector<entity_id> joined;

private:
    void read_publication_days();
    void require_entity(entity_id id) const;
    [[nodiscard]] bool is_visible(std::uint32_t statement) const;
    void take_visible();
    void drop_retracted();
    /// Calls `visit` with each record of that kind, by id. Records are fewer than statements, and
    /// tell their kind without a look at any.
    template <class Visit>
    void for_each_of(record_kind kind, Visit&& visit) const
    {
        for (std::uint32_t i = 0; i < num_records; ++i) {
            if (rows->records[i].kind == kind) {
                visit(record_id{i});
            }
        }
    }
    /// The statements about records of that kind that are taken, in their order.
    [[nodiscard]] std::vector<std::uint32_t> taken_of(record_kind kind) const;
    [[nodiscard]] std::uint32_t retracted_by(std::uint32_t retraction) const;
    void join_entities();
    void list_joined();
    [[nodiscard]] date own_day(statement_head const& head) const;
};

} // namespace capgraph::inline v0::detail
