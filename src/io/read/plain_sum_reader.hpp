// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"

#include "ledger/plain_sums.hpp"

#include <capgraph/core/money.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Reads the amounts of a record that are written as most are: figures of a few digits, one by one.
/// It knows no rule of its own: all others, right or wrong, `read_value` reads.
class plain_sum_reader {
public:
    /// A record begins.
    void clear() noexcept { sums_.clear(); }
    /// Reads `value`, an amount, as that of the field of that number. Returns whether it did.
    [[nodiscard]] bool takes(json_value value, std::size_t field);

    [[nodiscard]] plain_sums const& sums() const noexcept { return sums_; }

private:
    [[nodiscard]] bool reads(json_value rendering, plain_figure& to);
    [[nodiscard]] std::optional<currency> unit_of(std::string_view code);

    plain_sums sums_;
    std::array<currency, 2> units_; ///< The last ones.
};

} // namespace capgraph::inline v0::detail
