// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "csv_tokenizer.hpp"

#include <capgraph/io/read/csv_mapping.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace capgraph::inline v0::detail {

/// What a column of a table can mean.
enum class csv_meaning : std::uint8_t {
    company_name,
    company_slug,
    company_country,
    investor_name,
    investor_slug,
    investor_country,
    round_id,
    round_kind,
    round_label,
    announced,
    closed,
    amount,
    cheque,
    currency,
};
inline constexpr std::size_t num_csv_meanings = 14;

/// The column that `mapping` gives a meaning.
[[nodiscard]] csv_column const& column_of(csv_mapping const& mapping, csv_meaning meaning) noexcept;
[[nodiscard]] bool has_investor(csv_mapping const& mapping) noexcept;
[[nodiscard]] bool has_round(csv_mapping const& mapping) noexcept;

/// Throws: `std::invalid_argument` for a mapping that cannot be.
void require_sound(csv_mapping const& mapping);

/// Which cell of each row means what.
class csv_columns {
public:
    /// Finds the columns by the first row of a table, its header if it has one.
    ///
    /// Throws: `error` with `missing_field` or `duplicate_key`, its place that of `first` or of
    ///   the second such cell, in the text that `name` calls.
    csv_columns(csv_mapping const& mapping, csv_row const& first, std::string const& name);

    /// How many cells each row has.
    [[nodiscard]] std::size_t size() const noexcept { return labels_.size(); }
    /// The place of the cell that means this; absent where none does.
    [[nodiscard]] std::optional<std::size_t> find(csv_meaning meaning) const noexcept
    {
        return places_[static_cast<std::size_t>(meaning)];
    }
    /// What positions call a column: its name, or its number where it has none.
    [[nodiscard]] std::string const& label(std::size_t column) const { return labels_.at(column); }

private:
    std::array<std::optional<std::size_t>, num_csv_meanings> places_{};
    std::vector<std::string> labels_;
};

} // namespace capgraph::inline v0::detail
