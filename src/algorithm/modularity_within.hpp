// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/null_model.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace capgraph::inline v0::detail {

// Communities numbered from 0: `of[v]` is that of vertex v.
struct numbered_communities {
    std::span<std::uint32_t const> of;
    std::size_t count = 0;
};

// Parts of calls that have a budget.

[[nodiscard]] std::optional<double>
modularity_within(csr_view g, std::optional<std::uint64_t> first_side, null_model const& null,
                  numbered_communities communities, memory_budget& budget, checkpoint const& check);

[[nodiscard]] bool communities_are_connected_within(csr_view g, numbered_communities communities,
                                                    memory_budget& budget, checkpoint const& check);

} // namespace capgraph::inline v0::detail
