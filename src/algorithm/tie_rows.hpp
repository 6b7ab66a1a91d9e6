// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

// The rows of an undirected graph without self-loops and ties of 0, the weights of parallel arcs
// added up (1 each when the graph is unweighted). Where all weights are then alike, as whatever
// divides by their sum may take them for 1, the view has none. A graph that needs no change is
// borrowed and must live as long; of another one a copy is made, charged to `budget`.
//
// Throws: std::invalid_argument for a weight that is negative, NaN or infinite, and for a vertex
// whose weights add up to infinity.
class tie_rows {
public:
    tie_rows(csr_view g, memory_budget& budget, checkpoint const& check);
    tie_rows(tie_rows const&) = delete;
    tie_rows& operator=(tie_rows const&) = delete;
    ~tie_rows() = default;

    [[nodiscard]] csr_view view() const noexcept { return view_; }

private:
    void copy(csr_view g, checkpoint const& check);

    memory_charge charge_;
    std::vector<std::uint64_t> offsets_;
    std::vector<std::uint32_t> targets_;
    std::vector<double> weights_;
    csr_view view_;
};

} // namespace capgraph::inline v0::detail
