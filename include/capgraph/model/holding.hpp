// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace capgraph::inline v0 {

/// What a holding is a part of.
enum class holding_basis : std::uint8_t {
    equity,
    votes,
    lp_interest, ///< A limited partner's: carries capital, never control.
    gp,          ///< A general partner's: declares control.
};

template <>
inline constexpr auto detail::words_of<holding_basis> =
    std::to_array<std::string_view>({"equity", "votes", "lp_interest", "gp"});

/// A right that comes with a holding, or is withheld from it.
enum class special_right : std::uint8_t { golden_share, veto, board_seat, no_votes };

template <>
inline constexpr auto detail::words_of<special_right> =
    std::to_array<std::string_view>({"golden_share", "veto", "board_seat", "no_votes"});

/// That one entity holds a part of another.
struct holding {
    field<entity_id> owner{};
    field<entity_id> owned{};
    /// `equity` where nothing is said.
    field<holding_basis> basis{};
    /// The class of shares, where there are several.
    field<std::string_view> share_class{};
    /// Declared through others: evidence to compare with, never an edge to multiply.
    field<bool> indirect{};
    field<stated<capgraph::share>> share{};
    /// That the owner controls the owned, as the source says.
    field<bool> control{};
    field<std::vector<special_right>> rights{};
    field<date> valid_from{};
    field<date> valid_until{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"owner", &holding::owner, folding::key},
                          field_description{"owned", &holding::owned, folding::key},
                          field_description{"basis", &holding::basis, folding::key},
                          field_description{"class", &holding::share_class, folding::key},
                          field_description{"indirect", &holding::indirect, folding::key},
                          field_description{"share", &holding::share},
                          field_description{"control", &holding::control},
                          field_description{"rights", &holding::rights, folding::joined},
                          field_description{"valid_from", &holding::valid_from},
                          field_description{"valid_until", &holding::valid_until}};
    }
    friend bool operator==(holding const&, holding const&) = default;
};

} // namespace capgraph::inline v0
