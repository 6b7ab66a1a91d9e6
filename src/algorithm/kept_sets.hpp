// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/closed_sets.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// The first sets, in their order, of those that come.
class kept_sets {
public:
    kept_sets(closed_set_options const& options, memory_budget& budget)
        : options_{&options}, budget_{&budget}, min_support_{options.min_support}
    {
    }

    /// What a set must have to be kept still.
    [[nodiscard]] std::uint64_t min_support() const noexcept { return min_support_; }

    void add(std::span<std::uint32_t const> members, std::span<std::uint32_t const> groups);
    /// All that is kept, in order.
    [[nodiscard]] closed_set_list take();

private:
    struct entry {
        closed_set set;
        memory_charge charged;
    };

    void cut();

    closed_set_options const* options_;
    memory_budget* budget_;
    std::uint64_t min_support_;
    std::vector<entry> entries_;
    bool is_cut_ = false;
};

} // namespace capgraph::inline v0::detail
