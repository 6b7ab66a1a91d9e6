// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/undirected_edge.hpp>

#include <capgraph/graph/undirected_csr_graph.hpp>

#include <algorithm>

namespace capgraph::inline v0 {

std::uint64_t undirected_edge::index() const noexcept
{
    return graph_->index_of(*this);
}

std::strong_ordering operator<=>(undirected_edge const& a, undirected_edge const& b) noexcept
{
    if (a.graph_ != b.graph_) {
        return std::compare_three_way{}(a.graph_, b.graph_);
    }
    // The ends decide most cases without a look at the rows.
    if (auto const low = std::min(a.source_, a.target_) <=> std::min(b.source_, b.target_);
        low != 0) {
        return low;
    }
    if (auto const high = std::max(a.source_, a.target_) <=> std::max(b.source_, b.target_);
        high != 0) {
        return high;
    }
    return a.arc_ == b.arc_ ? std::strong_ordering::equal : a.index() <=> b.index();
}

namespace detail {

edge_iterator::edge_iterator(undirected_csr_graph const& g, std::uint64_t row) noexcept : graph_{&g}
{
    enter_row(row);
}

void edge_iterator::enter_row(std::uint64_t row) noexcept
{
    auto const rows = graph_->view();
    row_ = row;
    for (; row_ != rows.num_vertices(); ++row_) {
        auto const v = static_cast<std::uint32_t>(row_);
        auto const targets = rows.row(v);
        auto const owned = std::ranges::lower_bound(targets, v) - targets.begin();
        if (owned != std::ssize(targets)) {
            target_ = targets.data() + owned;
            arc_ = rows.offsets[v] + static_cast<std::uint64_t>(owned);
            row_end_ = rows.offsets[row_ + 1];
            return;
        }
    }
    arc_ = rows.num_arcs();
}

} // namespace detail
} // namespace capgraph::inline v0
