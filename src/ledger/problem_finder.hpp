// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "pending_statements.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/record.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// Calls `on_entity` and `on_round` with each reference that `record` makes and its field's name.
template <class Record, class OnEntity, class OnRound>
void for_each_reference(Record const& record, OnEntity&& on_entity, OnRound&& on_round)
{
    for_each_field<Record>([&](auto const& f) {
        auto const& value = record.*f.member;
        using type = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::same_as<type, field<entity_id>>) {
            if (value) {
                on_entity(*value, f.name);
            }
        } else if constexpr (std::same_as<type, field<record_id>>) {
            if (value) {
                on_round(*value, f.name);
            }
        } else if constexpr (std::same_as<type, field<std::vector<entity_id>>>) {
            if (value) {
                for (auto const id : *value) {
                    on_entity(id, f.name);
                }
            }
        } else if constexpr (std::same_as<type, field<std::vector<record_id>>>) {
            if (value) {
                for (auto const id : *value) {
                    on_round(id, f.name);
                }
            }
        }
    });
}

/// Finds all that stands in the way of appending, in the order of the statements.
class problem_finder {
public:
    explicit problem_finder(pending_statements const& pending);

    [[nodiscard]] std::vector<error> find();

private:
    /// What the added statements say of one added record.
    struct summary {
        bool is_described = false;
        bool has_name = false; ///< An entity's name, a round's company.
        bool has_kind = false; ///< An entity's kind.
        bool is_reported = false;
    };

    void summarise();
    template <class Record>
    void inspect(std::size_t statement);
    void require_described(std::size_t statement, record_id record, std::string_view field);
    void require_complete(std::size_t statement);
    void note_unmentioned();
    void inspect_round(std::size_t statement, funding_round const& said);
    void inspect_valuation(std::size_t statement, valuation const& said);
    void inspect_retraction(std::size_t statement, retraction const& said);
    void report(std::size_t statement, std::string_view field, error const& problem);
    [[nodiscard]] summary* summary_of(record_id record);
    [[nodiscard]] field<entity_id> company_of(record_id round) const;
    [[nodiscard]] error not_described(record_id record);
    [[nodiscard]] std::string_view nearest_described(record_row const& wanted) const;
    template <class Record>
    [[nodiscard]] Record const& payload(std::size_t statement) const;

    pending_statements const* pending_;
    store const* base_;
    store const* added_;
    std::vector<summary> summaries_;
    std::vector<field<entity_id>> companies_; ///< Of each added record that is a round.
    std::vector<error> problems_;
    std::size_t suggestions_left_ = 20;
};

} // namespace capgraph::inline v0::detail
