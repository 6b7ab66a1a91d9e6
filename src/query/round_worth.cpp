// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "round_worth.hpp"

#include <capgraph/model/valuation.hpp>
#include <capgraph/query/valuations_of.hpp>

#include <algorithm>
#include <utility>

namespace capgraph::inline v0::detail {

std::optional<told_worth> worth_told(network const& n, syndicate const& s)
{
    std::vector<told_worth> found;
    for (auto& v : valuations_of(n, n.facts().company_of(s.round))) {
        auto const is_before = v.basis == valuation_basis::pre;
        if (v.round == field<record_id>{s.round} && v.amount && v.amount->is_disclosed()
            && (is_before || v.basis == valuation_basis::post)) {
            found.push_back({std::move(*v.amount), is_before});
        }
    }
    // What is said outright goes before what is worked out, and both before what needs a rate.
    auto const units = units_of(n.facts(), s);
    auto const rank = [&](told_worth const& w) {
        auto const needs_rate = std::none_of(
            units.begin(), units.end(), [&](currency unit) { return w.sum.in(unit) != nullptr; });
        return std::pair{needs_rate, w.is_before};
    };
    auto const first =
        std::min_element(found.begin(), found.end(),
                         [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
    return first == found.end() ? std::nullopt : std::optional{std::move(*first)};
}

read_worth worth_in(network const& n, syndicate const& s, std::optional<told_worth> const& told,
                    currency unit, state_backing_options const& options)
{
    if (!told) {
        return {{0.0, std::nullopt, false}, {}};
    }
    auto read = read_beside(n, s.round, told->sum, unit, options);
    read_worth out{{static_cast<double>(read.sum.lower.minor_units()), std::nullopt,
                    told->is_before, read.sum.hedged},
                   std::move(read.rates)};
    if (read.sum.upper) {
        out.worth.upper = static_cast<double>(read.sum.upper->minor_units());
    }
    return out;
}

} // namespace capgraph::inline v0::detail
