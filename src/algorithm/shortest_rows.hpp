// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

// The rows of a graph of lengths without self-loops, and of parallel arcs the shortest. A graph
// that has neither is borrowed and must live as long; of another one a copy is made, charged to
// `budget`.
class shortest_rows {
public:
    shortest_rows(csr_view g, memory_budget& budget, checkpoint const& check);
    shortest_rows(shortest_rows const&) = delete;
    shortest_rows& operator=(shortest_rows const&) = delete;
    ~shortest_rows() = default;

    [[nodiscard]] csr_view view() const noexcept { return view_; }

private:
    void copy(csr_view g, std::uint64_t arcs, memory_budget& budget, checkpoint const& check);

    memory_charge charge_;
    std::vector<std::uint64_t> offsets_;
    std::vector<std::uint32_t> targets_;
    std::vector<double> lengths_;
    csr_view view_;
};

// By which part of itself a sum of lengths may pass another and still tie with it: 0 where no sum
// of lengths is rounded, as of whole numbers, so that ties are exact. Elsewhere equal sums differ
// in their last bits, 1/2 + 1/12 from 1/3 + 1/4: 1e-12.
[[nodiscard]] double tie_tolerance_of(csr_view g, checkpoint const& check);

} // namespace capgraph::inline v0::detail
