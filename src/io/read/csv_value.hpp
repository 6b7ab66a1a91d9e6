// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/amount.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/io/read/csv_mapping.hpp>
#include <capgraph/model/funding_round.hpp>

#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// `text` without the blanks and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

// What a cell says, trimmed and not empty, by the rules of a mapping. Each throws `error` without a
// place: `bad_value`, or `number_out_of_range`.

[[nodiscard]] date read_csv_date(std::string_view text, csv_date_order order);
[[nodiscard]] amount read_csv_amount(std::string_view text, currency unit,
                                     csv_mapping const& mapping);
[[nodiscard]] round_kind read_csv_round_kind(std::string_view text, csv_mapping const& mapping);
/// The code of two letters, which lives as long as `text`.
[[nodiscard]] std::string_view read_csv_country(std::string_view text, csv_country_code code);

/// An amount in one line: equal amounts have equal lines, and there is no `|` in it.
[[nodiscard]] std::string line_of(amount const& value);

} // namespace capgraph::inline v0::detail
