// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/amount.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/state_link.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace capgraph::inline v0 {

/// What kind of raise a round is.
enum class round_kind : std::uint8_t {
    primary,   ///< New money for new shares.
    secondary, ///< Old shares change hands; the company gets nothing.
    debt,
    ipo,
    tranche,            ///< A part of a round that is paid in later.
    registered_capital, ///< What the register shows as paid in, not the price of a stake.
    ambition,           ///< What a company would like to raise some day: never summed.
};

template <>
inline constexpr auto detail::words_of<round_kind> = std::to_array<std::string_view>(
    {"primary", "secondary", "debt", "ipo", "tranche", "registered_capital", "ambition"});

/// Whether a round's amount is what came in or what is sought.
enum class amount_basis : std::uint8_t { raised, target };

template <>
inline constexpr auto detail::words_of<amount_basis> = std::to_array<std::string_view>({"raised",
                                                                                        "target"});

/// Leads of whom only the kind is told: "led by state-backed firms".
struct lead_group {
    state_tie link = state_tie::backed;
    std::optional<stated<std::uint32_t>> count{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"link", &lead_group::link},
                          field_description{"count", &lead_group::count}};
    }
    friend bool operator==(lead_group const&, lead_group const&) = default;
};

/// A company's raise.
struct funding_round {
    std::string_view slug{};
    field<entity_id> company{};
    field<round_kind> kind{};
    /// The round's name in the market, such as "Series B".
    field<std::string_view> label{};
    field<deal_status> status{};
    field<std::string_view> status_as_stated{};
    field<date> announced{};
    field<date> closed{};
    field<capgraph::amount> amount{};
    field<capgraph::amount_basis> amount_basis{};
    /// The part from outsiders: neither founders nor the parent.
    field<capgraph::amount> external{};
    field<bool> investors_complete{};
    field<stated<std::uint32_t>> investor_count{};
    field<capgraph::lead_group> lead_group{};
    /// The rounds of which this one is a total.
    field<std::vector<record_id>> aggregate_of{};

    static constexpr auto fields()
    {
        return std::tuple{
            field_description{"id", &funding_round::slug, folding::key},
            field_description{"company", &funding_round::company, folding::timeless},
            field_description{"kind", &funding_round::kind, folding::timeless},
            field_description{"label", &funding_round::label},
            field_description{"status", &funding_round::status, folding::status},
            field_description{"status_as_stated", &funding_round::status_as_stated},
            field_description{"announced", &funding_round::announced},
            field_description{"closed", &funding_round::closed},
            field_description{"amount", &funding_round::amount},
            field_description{"amount_basis", &funding_round::amount_basis},
            field_description{"external", &funding_round::external},
            field_description{"investors_complete", &funding_round::investors_complete},
            field_description{"investor_count", &funding_round::investor_count},
            field_description{"lead_group", &funding_round::lead_group},
            field_description{"aggregate_of", &funding_round::aggregate_of}};
    }
    friend bool operator==(funding_round const&, funding_round const&) = default;
};

} // namespace capgraph::inline v0
