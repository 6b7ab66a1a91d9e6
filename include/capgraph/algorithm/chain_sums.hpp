// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// Which way chains are followed from a vertex.
enum class chain_direction : std::uint8_t {
    to_owned,  ///< To what it owns: the sums are of its parts of them.
    to_owners, ///< To who owns it: the sums are of their parts of it.
};

struct chain_options {
    chain_direction direction = chain_direction::to_owned;
    /// How many chains are looked at, one for each vertex that is come to.
    std::uint64_t most_chains = 1'000'000;
    /// Whether it is an error to come upon a company of which more than the whole is held.
    bool strict = false;
};

/// Sums over the chains that come to each vertex and pass no vertex twice.
///
/// An enclosure: with stakes as intervals the lower sums take the lower ends and the upper sums the
/// upper ends, which no stakes within their bounds need reach at once. Of what is held of companies
/// over the whole nothing is known: each stake in one is [0, 1].
struct chain_sums {
    std::vector<double> lower;
    std::vector<double> upper;
    /// Companies over the whole that chains came through or to, ascending.
    std::vector<std::uint32_t> undefined;
    /// Whether there are more chains than were looked at. What was found is then a lower bound;
    /// the upper one is what is known without looking.
    bool is_truncated = false;
};

} // namespace capgraph::inline v0
