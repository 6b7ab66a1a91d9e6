// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

/// The three arrays of a `csr_view`, owned: what `pack` returns and `from_rows` takes.
///
/// A plain record that promises nothing by itself; `from_rows` checks it.
struct packed_graph {
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint32_t> targets;
    std::vector<double> weights; ///< Empty when the graph is unweighted.

    /// A view that lives as long as these arrays stay where they are.
    [[nodiscard]] csr_view view() const& noexcept { return {offsets, targets, weights}; }
    [[nodiscard]] csr_view view() const&& = delete;

    // Implicit, so that a kernel takes the result of pack() whether it owns or borrows.
    operator csr_view() const& noexcept { return view(); }
    operator csr_view() const&& = delete;

    friend bool operator==(packed_graph const&, packed_graph const&) = default;
};

} // namespace capgraph::inline v0
