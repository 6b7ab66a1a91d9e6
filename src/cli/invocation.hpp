// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "co_investment_choice.hpp"
#include "table_source.hpp"
#include "words.hpp"

#include <capgraph/core/date.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/state_link.hpp>
#include <capgraph/network/exchange_rates.hpp>
#include <capgraph/network/roll_up.hpp>
#include <capgraph/query/co_investment_unit.hpp>
#include <capgraph/query/ownership_semantics.hpp>
#include <capgraph/query/state_backing.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace capgraph::cli {

/// What only `centrality` is told.
struct centrality_choice {
    graph_choice graph = graph_choice::co_investment;
    std::vector<measure_choice> measures{measure_choice::degree};
    std::optional<scale_choice> scale{};
};

/// What only `communities` is told.
struct community_choice {
    graph_choice graph = graph_choice::co_investment;
    double resolution = 1.0;
    std::uint64_t seed = 0;
};

/// What only `state-backing` is told.
struct backing_choice {
    std::string company{}; ///< Empty: all.
    std::string round{};   ///< Empty: all.
    state_measure measure = state_measure::labelled;
    std::optional<backing_denominator> denominator{}; ///< Absent: each.
    unnamed_money unnamed = unnamed_money::impossible;
    backing_convention best = backing_convention::none;
    std::string country{};
    std::optional<state_level> level{};
    std::optional<unknown_choice> unknown{}; ///< Absent: possible.
    counted_heads heads = counted_heads::investors;
    std::string sector{};     ///< Empty: none asked for.
    std::string portfolio{};  ///< Empty: none asked for.
    bool together = false;    ///< All companies as one.
    std::vector<date> over{}; ///< Days; empty: as the view has it.
    exchange_rates rates{};   ///< Beside those of the data.
    std::string with{};       ///< Of `what-if`: a file.
};

/// What only `owners` and `control` are told.
struct ownership_choice {
    std::string entity{};
    bool holdings = false;
    ownership_semantics semantics = ownership_semantics::look_through;
    std::optional<unknown_choice> unknown{}; ///< Absent: impossible.
    std::vector<std::string> group{};
    double threshold = 0.5;
    bool at_least = false;
    bool not_declared = false;
    rule_choice rule = rule_choice::votes;
};

/// What only `explain` is told.
struct explain_choice {
    figure_choice figure = figure_choice::network;
    std::string entity{};                            ///< Empty: none.
    std::string other{};                             ///< The second of a pair; empty: none.
    std::string round{};                             ///< Empty: none.
    state_measure measure = state_measure::labelled; ///< Of state backing.
};

/// What the command line asks for: well-formed, but not yet looked up in any data.
struct invocation {
    std::string subcommand;
    /// A file; `-` is the standard input; absent: the embedded set.
    std::optional<std::string> data{};
    format_choice format{};
    view_options seen{};
    capgraph::roll_up roll_up = capgraph::roll_up::none;
    std::optional<co_investment_unit> unit{};
    std::optional<std::uint64_t> top{};
    bool json = false;
    std::string investor{}; ///< Of `co-investors`.
    co_investment_choice ties{};
    centrality_choice centrality{};
    community_choice communities{};
    backing_choice backing{};
    ownership_choice ownership{};
    explain_choice explain{};
};

} // namespace capgraph::cli
