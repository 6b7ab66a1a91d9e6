// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

// The components of an undirected graph that have an edge of positive weight, self-loops apart, and
// bounds on the largest eigenvalue of each. Isolated vertices are in none.
class weighted_components {
public:
    // Bytes for each vertex, at most.
    static constexpr std::uint64_t space = 3 * sizeof(std::uint32_t) + 3 * sizeof(double);

    // The weights are taken `scale` times.
    weighted_components(csr_view g, double scale, checkpoint const& check);

    [[nodiscard]] std::size_t count() const noexcept { return ends_.size(); }

    // The vertices of component c, ascending.
    [[nodiscard]] std::span<std::uint32_t const> members(std::size_t c) const
    {
        auto const first = c == 0 ? 0 : ends_[c - 1];
        return std::span{members_}.subspan(first, ends_[c] - first);
    }

    // Those that may have the largest eigenvalue of all. No eigenvalue is above the largest row
    // sum, and the largest is not below the mean row sum.
    [[nodiscard]] std::vector<std::size_t> candidates() const;

private:
    std::vector<std::uint32_t> members_; // one component after the other
    std::vector<std::size_t> ends_;
    std::vector<double> largest_row_;
    std::vector<double> mean_row_;
};

} // namespace capgraph::inline v0::detail
