// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

/// The relations that bear on who funds, owns and controls whom; others are out of scope.
enum class relation_type : std::uint8_t {
    parent_of,  ///< From the parent to the child.
    unit_of,    ///< From the unit to the whole.
    manager_of, ///< From the fund manager to the fund.
    founder_of, ///< From the person to what was founded.
    officer_of, ///< From the person to the organisation.
};

template <>
inline constexpr auto detail::words_of<relation_type> = std::to_array<std::string_view>(
    {"parent_of", "unit_of", "manager_of", "founder_of", "officer_of"});

/// That one entity stands in a relation to another.
struct relation {
    field<relation_type> type{};
    field<entity_id> from{};
    field<entity_id> to{};
    /// The officer's title, as stated.
    field<std::string_view> title{};
    field<date> valid_from{};
    field<date> valid_until{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"type", &relation::type, folding::key},
                          field_description{"from", &relation::from, folding::key},
                          field_description{"to", &relation::to, folding::key},
                          field_description{"title", &relation::title},
                          field_description{"valid_from", &relation::valid_from},
                          field_description{"valid_until", &relation::valid_until}};
    }
    friend bool operator==(relation const&, relation const&) = default;
};

} // namespace capgraph::inline v0
