// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/bounded.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace capgraph::cli {

/// `12,345`.
[[nodiscard]] std::string count_text(std::uint64_t count);

/// `1 pair`, `6 pairs`.
[[nodiscard]] std::string count_text(std::uint64_t count, std::string_view singular,
                                     std::string_view plural);

/// With four decimals, or with none where `is_whole`.
[[nodiscard]] std::string score_text(double score, bool is_whole);

/// `CNY 70bn`, `USD 10.29bn`, `USD 1,234,567`: exact, and short where three decimals suffice.
[[nodiscard]] std::string money_text(money value);

/// `1234567.5`: in major units, without the currency.
[[nodiscard]] std::string exact_text(money value);

/// With the word of the source: `about USD 45bn`, `over CNY 1bn`, `CNY 1bn to CNY 2bn`.
[[nodiscard]] std::string money_text(stated<money> const& value);

/// The sum in each currency in which it was told, as it was first told there: `over CNY 1bn / USD
/// 140m`. A word is not repeated for the next currency.
[[nodiscard]] std::string amount_text(amount const& value);

/// `14.3 %`. What is more than nothing is never `0 %`, what is less than all never `100 %`.
[[nodiscard]] std::string percent_text(share value);

/// `about 14.3 %`, `0–100 %`; ends are rounded outwards. A figure by convention follows: `0–100 %
/// (split 50 %)`.
[[nodiscard]] std::string percent_text(bounded<share> const& value);

/// Appends PREFIX_text, PREFIX_currency, PREFIX_lower, PREFIX_upper and PREFIX_hedge: the bounds in
/// major units, exactly, by the first rendering. All null where `value` is: nothing is known.
void add_amount(json_object& to, std::string_view prefix, amount const* value);

/// Appends PREFIX_lower, _upper, _coverage, _hedged, _best and _convention. All null where `value`
/// is.
void add_bounded(json_object& to, std::string_view prefix, bounded<share> const* value);

} // namespace capgraph::cli
