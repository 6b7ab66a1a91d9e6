// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// State backing of rounds that a test makes up, in small sums of minor units.

#include <capgraph/core/error.hpp>
#include <capgraph/query/state_backing.hpp>

#include "support/networks.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace capgraph::test {

inline money fen(std::int64_t minor_units)
{
    return {minor_units, currency{"CNY"}};
}
inline money cents(std::int64_t minor_units)
{
    return {minor_units, currency{"USD"}};
}

inline constexpr auto organ = state_tie::organ;
inline constexpr auto external =
    state_backing_options{.denominator = backing_denominator::external};

/// Of the first round of a told ledger.
inline state_backing backing_in(ledger const& book, state_backing_options const& options = {})
{
    return state_backing_of(network_of(book), book.round_at("round-000"), options);
}

inline state_backing backing(told_round const& told, state_backing_options const& options = {})
{
    return backing_in(told_ledger({told}), options);
}

/// Of all rounds of `alpha`.
inline state_backing backing_of_all(std::vector<told_round> const& told,
                                    state_backing_options const& options = {})
{
    auto const book = told_ledger(told);
    return state_backing_of(network_of(book), book.entity_at("alpha"), options);
}

inline void join(ledger& book, std::string_view a, std::string_view b)
{
    ledger_builder to{book};
    to.add(same_as{std::vector{to.entity(a), to.entity(b)}});
    to.commit();
}

/// Whether the bounds and the coverage are those, to the last ulp or so.
inline bool is(bounded<share> const& b, double lower, double upper, double coverage)
{
    auto const near = [](share s, double figure) {
        return std::abs(s.fraction() - figure) <= 2e-16;
    };
    return near(b.lower, lower) && near(b.upper, upper) && near(b.coverage, coverage);
}

/// The code of the error that `call` throws.
template <class Call>
error_code code_of(Call const& call)
{
    try {
        call();
    } catch (error const& e) {
        return e.code();
    }
    return error_code::none;
}

} // namespace capgraph::test
