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

/// What there is known to be none of.
enum class absent_thing : std::uint8_t {
    outside_investors, ///< No money but the founders' and the parent's.
    state_investors,
};

template <>
inline constexpr auto detail::words_of<absent_thing> =
    std::to_array<std::string_view>({"outside_investors", "state_investors"});

/// Known to be none, which is not the same as unknown.
struct absence {
    field<capgraph::entity_id> entity{};
    field<absent_thing> of{};
    /// When there was none.
    field<date> interval{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"entity", &absence::entity, folding::key},
                          field_description{"of", &absence::of, folding::key},
                          field_description{"interval", &absence::interval}};
    }
    friend bool operator==(absence const&, absence const&) = default;
};

} // namespace capgraph::inline v0
