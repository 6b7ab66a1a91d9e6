// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/state_link.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace capgraph::inline v0 {

/// What an entity is. Investor and company are no kinds: edges give those roles, and an entity can
/// have both.
enum class entity_kind : std::uint8_t {
    company,
    fund,
    fund_manager,
    person,
    government,
    state_body,
    other,
};

template <>
inline constexpr auto detail::words_of<entity_kind> = std::to_array<std::string_view>(
    {"company", "fund", "fund_manager", "person", "government", "state_body", "other"});

/// A name in a register: the register's scheme and the entity's entry there.
struct identifier {
    std::string_view scheme{};
    std::string_view value{};

    friend auto operator<=>(identifier const&, identifier const&) = default;
};

/// Who funds, is funded, owns, is owned, or governs.
struct entity {
    std::string_view slug{};
    field<std::string_view> name{};
    field<std::vector<std::string_view>> aliases{};
    field<entity_kind> kind{};
    /// ISO 3166-1 alpha-2.
    field<std::string_view> country{};
    field<date> founded{};
    field<std::string_view> sector{};
    field<std::vector<identifier>> identifiers{};
    /// Chains of ownership end here although it is neither a person nor a state.
    field<bool> ultimate{};
    field<capgraph::state_link> state_link{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"id", &entity::slug, folding::key},
                          field_description{"name", &entity::name, folding::timeless},
                          field_description{"aliases", &entity::aliases, folding::joined},
                          field_description{"kind", &entity::kind, folding::timeless},
                          field_description{"country", &entity::country},
                          field_description{"founded", &entity::founded},
                          field_description{"sector", &entity::sector},
                          field_description{"identifiers", &entity::identifiers, folding::joined},
                          field_description{"ultimate", &entity::ultimate},
                          field_description{"state_link", &entity::state_link, folding::strongest}};
    }
    friend bool operator==(entity const&, entity const&) = default;
};

} // namespace capgraph::inline v0
