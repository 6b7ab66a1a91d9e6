// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/amount.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

/// What an investor is in a round.
enum class participation_role : std::uint8_t { lead, participant, unknown };

template <>
inline constexpr auto detail::words_of<participation_role> =
    std::to_array<std::string_view>({"lead", "participant", "unknown"});

/// That an investor backs a round or, when no round is known, a company.
struct participation {
    /// The round; or else `company` is said, never both.
    field<record_id> round{};
    field<entity_id> company{};
    field<entity_id> investor{};
    field<participation_role> role{};
    /// What this investor paid in.
    field<amount> cheque{};
    /// Its own status; where it has none, its round's.
    field<deal_status> status{};
    field<std::string_view> status_as_stated{};
    /// That the investor had backed the company before this round: a closed tie.
    field<bool> existing_backer{};
    /// Money of the founder or the parent: inside the total, not external.
    field<bool> internal{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"round", &participation::round, folding::key},
                          field_description{"company", &participation::company, folding::key},
                          field_description{"investor", &participation::investor, folding::key},
                          field_description{"role", &participation::role},
                          field_description{"cheque", &participation::cheque},
                          field_description{"status", &participation::status, folding::status},
                          field_description{"status_as_stated", &participation::status_as_stated},
                          field_description{"existing_backer", &participation::existing_backer},
                          field_description{"internal", &participation::internal}};
    }
    friend bool operator==(participation const&, participation const&) = default;
};

} // namespace capgraph::inline v0
