// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

namespace capgraph::inline v0::detail {

/// When the first of several things happened, each on a day of its date: from the least of their
/// first days to the least of their last ones.
class first_date {
public:
    void add(date d)
    {
        if (!is_any_) {
            is_any_ = true;
            has_first_ = d.has_first();
            first_ = d.first_day();
        } else {
            has_first_ = has_first_ && d.has_first();
            first_ = std::min(first_, d.first_day());
        }
        if (d.has_last()) {
            last_ = last_ ? std::min(*last_, d.last_day()) : d.last_day();
        }
    }

    /// The one year in which it lies for certain.
    [[nodiscard]] std::optional<std::int32_t> year() const
    {
        if (!is_any_ || !has_first_ || !last_) {
            return std::nullopt;
        }
        auto const first = std::chrono::year_month_day{first_}.year();
        auto const last = std::chrono::year_month_day{*last_}.year();
        return first == last ? std::optional{std::int32_t{static_cast<int>(first)}} : std::nullopt;
    }

private:
    bool is_any_ = false;
    bool has_first_ = false; ///< Meaningful where there is any, as `first_`.
    date::day_type first_{};
    std::optional<date::day_type> last_{};
};

} // namespace capgraph::inline v0::detail
