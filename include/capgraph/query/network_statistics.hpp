// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/network.hpp>

#include <array>
#include <cstddef>

namespace capgraph::inline v0 {

/// How much a network holds: what `capgraph stats` opens with.
struct network_statistics {
    /// Those that the view takes, without retractions: these take back, and say nothing besides.
    std::size_t statements = 0;
    std::size_t entities = 0;       ///< Those that the view knows, one for all that are the same.
    std::size_t investors = 0;      ///< Who backs some company.
    std::size_t companies = 0;      ///< Whom some investor backs.
    std::size_t rounds = 0;         ///< Those that count.
    std::size_t participations = 0; ///< Those that count.
    std::size_t ties = 0;           ///< Distinct pairs of an investor and a company it backs.
    std::size_t holdings = 0;
    /// Participations by status, whatever the view's `min_status`; in the order of `deal_status`.
    std::array<std::size_t, detail::words_of<deal_status>.size()> by_status{};
    /// Participations of which no status is known.
    std::size_t without_status = 0;
    double density = 0.0;              ///< Of the two-mode graph.
    std::size_t components = 0;        ///< Of the two-mode graph.
    std::size_t largest_component = 0; ///< In vertices.

    friend bool operator==(network_statistics const&, network_statistics const&) = default;
};

/// Counts what `n` holds.
///
/// Complexity: O(V + E), and one pass over the records of its view.
[[nodiscard]] CAPGRAPH_EXPORT network_statistics network_statistics_of(network const& n);

} // namespace capgraph::inline v0
