// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/id.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>

#include <concepts>
#include <type_traits>
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

} // namespace capgraph::inline v0::detail
