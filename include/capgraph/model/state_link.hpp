// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/field_description.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

/// How a source ties an entity to a state; the stronger the later.
enum class state_tie : std::uint8_t {
    backed,     ///< "State-backed".
    controlled, ///< "State-controlled", "state-owned".
    organ,      ///< A part of the state: a ministry, a city, a sovereign fund.
};

template <>
inline constexpr auto detail::words_of<state_tie> =
    std::to_array<std::string_view>({"backed", "controlled", "organ"});

/// On which level of a state.
enum class state_level : std::uint8_t { central, provincial, municipal, district };

template <>
inline constexpr auto detail::words_of<state_level> =
    std::to_array<std::string_view>({"central", "provincial", "municipal", "district"});

/// Whether `text` has the form of an ISO 3166-1 alpha-2 code: two capital letters.
[[nodiscard]] constexpr bool is_country_code(std::string_view text) noexcept
{
    auto const is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() == 2 && is_capital(text[0]) && is_capital(text[1]);
}

/// That an entity belongs to a state, is controlled or is backed by one.
struct state_link {
    state_tie link = state_tie::backed;
    std::optional<state_level> level{};
    /// That state, by its ISO 3166 code, such as `CN`; empty when the source names none.
    std::string_view country{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"link", &state_link::link},
                          field_description{"level", &state_link::level},
                          field_description{"country", &state_link::country}};
    }
    friend bool operator==(state_link const&, state_link const&) = default;
};

} // namespace capgraph::inline v0
