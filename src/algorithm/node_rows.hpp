// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace capgraph::inline v0::detail {

inline constexpr auto no_node = std::numeric_limits<std::uint32_t>::max();

// The rows of an undirected graph in the making. They need not ascend.
struct node_rows {
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> targets;

    [[nodiscard]] std::size_t size() const noexcept { return offsets.size() - 1; }
    [[nodiscard]] csr_view view() const noexcept { return {offsets, targets, {}}; }
};

// The rows of the nodes in `order`, whose places are their new numbers; they ascend. A node that
// has an arc to one of them must be one of them.
[[nodiscard]] node_rows renumbered(node_rows const& rows, std::vector<std::uint32_t> const& order,
                                   checkpoint const& check);

} // namespace capgraph::inline v0::detail
