// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/counted_edges.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

// The rows of a graph without self-loops and arcs of weight 0: of the arcs out of each vertex or,
// where those into it are asked for in a directed graph, of these. A graph that has such rows is
// borrowed and must live as long; of another one a copy is made, charged to `budget`. Rows ascend,
// with their weights.
class arc_rows {
public:
    arc_rows(csr_view g, direction kind, counted_edges edges, memory_budget& budget,
             checkpoint const& check);
    arc_rows(arc_rows const&) = delete;
    arc_rows& operator=(arc_rows const&) = delete;
    ~arc_rows() = default;

    [[nodiscard]] csr_view view() const noexcept { return view_; }

private:
    void copy(csr_view g, bool turned, memory_budget& budget, checkpoint const& check);

    memory_charge charge_;
    std::vector<std::uint64_t> offsets_;
    std::vector<std::uint32_t> targets_;
    std::vector<double> weights_;
    csr_view view_;
};

// Which weights a call can take.
enum class allowed_weights {
    positive,     // and finite
    not_negative, // and finite
};

// Throws: std::invalid_argument, in the name of `caller`, for a weight that is not allowed.
void check_weights(csr_view g, allowed_weights allowed, std::string_view caller,
                   checkpoint const& check);

} // namespace capgraph::inline v0::detail
