// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The rounds of `round_cases`, told to the library.

#include "oracle/capital_completions.hpp"
#include "query/told_backing.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace capgraph::test {

inline told_sum said(span_of_sums const& sums)
{
    if (!sums.high) {
        return sums.low == 0 ? told_sum{} : told_sum{at_least(fen(sums.low))};
    }
    return sums.low == *sums.high ? exactly(fen(sums.low))
           : sums.low == 0        ? up_to(fen(*sums.high))
                                  : between(fen(sums.low), fen(*sums.high));
}

/// Investors are `investor-000` ... in the order of the cheques, organs or nobody.
inline told_round told(round_case const& made, char const* stem = "investor-")
{
    told_round out{.total = said(made.total)};
    for (std::size_t i = 0; i < made.cheques.size(); ++i) {
        auto const& c = made.cheques[i];
        out.cheques.push_back({numbered(stem, i),
                               c.state ? std::optional{state_tie::organ} : std::nullopt,
                               said(c.paid), c.internal});
    }
    if (made.external) {
        out.external = said(*made.external);
    }
    out.complete = !made.unnamed;
    return out;
}

inline state_backing_options options_of(bool external_only)
{
    return {.denominator =
                external_only ? backing_denominator::external : backing_denominator::total,
            .unnamed = unnamed_money::possible};
}

/// For the message of a test that fails.
inline std::string described(round_case const& made)
{
    std::ostringstream out;
    auto const show = [&](span_of_sums const& s) {
        out << s.low << "..";
        if (s.high) {
            out << *s.high;
        }
    };
    show(made.total);
    out << (made.unnamed ? " unnamed" : "");
    if (made.external) {
        out << " external ";
        show(*made.external);
    }
    out << ':';
    for (auto const& c : made.cheques) {
        out << ' ' << (c.internal ? "internal " : "") << (c.state ? "state " : "private ");
        show(c.paid);
    }
    return out.str();
}

} // namespace capgraph::test
