// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "round_worth.hpp"

#include <capgraph/model/valuation.hpp>
#include <capgraph/query/valuations_of.hpp>

namespace capgraph::inline v0::detail {

given_whole worth_of(network const& n, record_id round, currency unit, tolerance const& soft)
{
    given_whole out{0.0, std::nullopt, false};
    for (auto const& v : valuations_of(n, n.facts().company_of(round))) {
        auto const is_before = v.basis == valuation_basis::pre;
        if (v.round != field<record_id>{round} || !v.amount
            || !(is_before || v.basis == valuation_basis::post)) {
            continue;
        }
        if (auto const sum = bounds_of(*v.amount, unit, soft)) {
            out = {static_cast<double>(sum->lower.minor_units()), std::nullopt, is_before,
                   sum->hedged};
            if (sum->upper) {
                out.upper = static_cast<double>(sum->upper->minor_units());
            }
            if (!is_before) {
                break; // what is said outright goes before what is worked out
            }
        }
    }
    return out;
}

} // namespace capgraph::inline v0::detail
