// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/decimal.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>

#include <tuple>

namespace capgraph::inline v0 {

/// What one unit of `base` costs in `quote`.
struct rate {
    field<currency> base{};
    field<currency> quote{};
    field<capgraph::date> date{};
    field<decimal> value{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"base", &rate::base, folding::key},
                          field_description{"quote", &rate::quote, folding::key},
                          field_description{"date", &rate::date, folding::key},
                          field_description{"value", &rate::value}};
    }
    friend bool operator==(rate const&, rate const&) = default;
};

} // namespace capgraph::inline v0
