// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

// The rows of a graph without self-loops, parallel arcs and weights. A graph that has neither is
// borrowed and must live as long; of another one a copy is made, charged to `budget`.
class simple_rows {
public:
    simple_rows(csr_view g, memory_budget& budget, checkpoint const& check);
    simple_rows(simple_rows const&) = delete;
    simple_rows& operator=(simple_rows const&) = delete;
    ~simple_rows() = default;

    [[nodiscard]] csr_view view() const noexcept { return view_; }

private:
    void copy(csr_view g, std::uint64_t arcs, memory_budget& budget, checkpoint const& check);

    memory_charge charge_;
    std::vector<std::uint64_t> offsets_;
    std::vector<std::uint32_t> targets_;
    csr_view view_;
};

} // namespace capgraph::inline v0::detail
