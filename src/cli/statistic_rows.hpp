// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json.hpp"

#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_unit.hpp>
#include <capgraph/query/network_statistics.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace capgraph::cli {

/// The statistics of a network, which leave out a co-investment network that is too large.
struct measured_network {
    network_statistics all;
    std::uint64_t co_investment_pairs = 0; ///< Counted in any case.
};

/// Within so many bytes or, where they don't do, without the co-investment network.
[[nodiscard]] measured_network measured_within(network const& n, co_investment_unit unit,
                                               std::uint64_t memory_budget);

/// One figure about the whole network.
struct statistic_row {
    std::string name;    ///< In JSON.
    json_value value;    ///< Null where it is not defined or not asked for.
    std::string label{}; ///< In the table; empty: in JSON alone.
    std::string text{};
    std::string note{};
};

/// The figures that a table of the same subject has, under a headline.
struct statistic_section {
    std::string headline; ///< Empty for the first.
    std::vector<statistic_row> rows;
};

/// All figures.
[[nodiscard]] std::vector<statistic_section> statistic_sections(measured_network const& measured,
                                                                co_investment_unit unit);

} // namespace capgraph::cli
