// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/amount.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

/// Of which moment a valuation speaks. Bases never supersede each other.
enum class valuation_basis : std::uint8_t {
    pre,         ///< Before the round's money.
    post,        ///< With the round's money.
    prior,       ///< At the round before.
    target,      ///< What the company seeks.
    market_cap,  ///< On an exchange.
    unspecified, ///< The source does not say.
};

template <>
inline constexpr auto detail::words_of<valuation_basis> = std::to_array<std::string_view>(
    {"pre", "post", "prior", "target", "market_cap", "unspecified"});

/// What a company is said to be worth.
struct valuation {
    field<entity_id> company{};
    /// The round it belongs to, where the source ties it to one.
    field<record_id> round{};
    /// `unspecified` where nothing is said.
    field<valuation_basis> basis{};
    field<capgraph::amount> amount{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"company", &valuation::company, folding::key},
                          field_description{"round", &valuation::round, folding::key},
                          field_description{"basis", &valuation::basis, folding::key},
                          field_description{"amount", &valuation::amount}};
    }
    friend bool operator==(valuation const&, valuation const&) = default;
};

} // namespace capgraph::inline v0
