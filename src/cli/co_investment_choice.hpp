// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/network/exchange_rates.hpp>
#include <capgraph/query/co_investment_money_options.hpp>
#include <capgraph/query/co_investment_options.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/query/co_investment_significance.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace capgraph::cli {

/// What only the subcommands of co-investment are told.
struct co_investment_choice {
    co_investment_scope scope{}; ///< But for its unit, which the line says for all subcommands.
    std::optional<std::uint64_t> window{}; ///< Years up to the end of the period.
    co_investment_options options{};
    std::string with{}; ///< Of `co-investors`: the second of a pair; empty: all.
    bool leads = false;
    std::optional<significance_null> null{}; ///< Absent: no test.
    significance_tail tail = significance_tail::upper;
    significance_correction correction = significance_correction::false_discovery_rate;
    double level = 0.05;
    tail_method method = tail_method::exact;
    std::optional<currency> money{}; ///< In which the money put in side by side is asked for.
    unnamed_money unnamed = unnamed_money::impossible;
    unrated_money unrated = unrated_money::refused;
    money_weight money_by = money_weight::least;
    exchange_rates rates{}; ///< Beside those of the data.
    double confidence = 0.99;
    std::uint64_t memory_budget = std::uint64_t{4} << 30U; ///< Lest it take all there is.
    std::optional<std::uint64_t> min_times{};              ///< Absent: 2.
    std::optional<std::uint64_t> min_investors{};          ///< Absent: 2.
    bool repeats = false;
    bool by_year = false;
    std::string candidates{}; ///< A company; empty: not asked for.

    /// How money is read and which ties are kept. Valid as long as this. Precondition: a currency.
    [[nodiscard]] co_investment_money_options money_options() const;

    /// The scope, with the window made a period. Precondition: a window has a period that ends.
    [[nodiscard]] co_investment_scope scope_of(co_investment_unit unit) const;
};

} // namespace capgraph::cli
