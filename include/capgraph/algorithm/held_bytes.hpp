// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/packed_graph.hpp>

#include <cstdint>

namespace capgraph::inline v0::detail {

// What a packed graph adds to the memory of the call that packed it; a borrowed one adds nothing.
[[nodiscard]] inline std::uint64_t held_bytes(csr_view const&) noexcept
{
    return 0;
}

[[nodiscard]] inline std::uint64_t held_bytes(packed_graph const& g) noexcept
{
    return g.offsets.size() * sizeof(std::uint64_t) + g.targets.size() * sizeof(std::uint32_t)
           + g.weights.size() * sizeof(double);
}

} // namespace capgraph::inline v0::detail
