// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_scope.hpp>

#include <capgraph/core/error.hpp>

#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

date trailing_window(date until, std::chrono::years length)
{
    if (!until.has_last() || length <= std::chrono::years{0}) {
        throw std::invalid_argument{
            "capgraph::trailing_window: expected a last day and a length above 0"};
    }
    constexpr std::chrono::years all{9999};
    if (length > all) { // more than a calendar counts
        throw error{error_code::bad_value, std::to_string(length.count()) + " years",
                    "at most " + std::to_string(all.count())};
    }
    std::chrono::year_month_day const last{until.last_day()};
    // The day after the last one, so many years earlier; the 1st of March where there is none.
    std::chrono::year_month_day const after{until.last_day() + std::chrono::days{1}};
    auto first = after - length;
    if (!first.ok()) {
        first = first.year() / std::chrono::February / 28;
    }
    auto const day_of = [](std::chrono::year_month_day const& d) {
        return date{static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                    static_cast<unsigned>(d.day())};
    };
    return date::between(day_of(first), day_of(last));
}

} // namespace capgraph::inline v0
