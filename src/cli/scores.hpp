// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "subject.hpp"
#include "words.hpp"

#include <capgraph/query/co_investment_network.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace capgraph::cli {

/// The scale that `measure` uses in `graph`: the one chosen, or else its own.
/// Throws: `bad_usage` for one that it does not have, naming those that it has.
[[nodiscard]] scale_choice scale_of(graph_choice graph, measure_choice measure,
                                    std::optional<scale_choice> chosen);

/// One score per investor.
[[nodiscard]] std::vector<double> scores_of(co_investment_network const& g, measure_choice measure,
                                            scale_choice scale);

/// One score per investor, then one per company.
[[nodiscard]] std::vector<double> scores_of(network const& n, measure_choice measure,
                                            scale_choice scale);

} // namespace capgraph::cli
