// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/counted_edges.hpp>
#include <capgraph/graph/csr_view.hpp>
#include <capgraph/graph/direction.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

// The arcs that distances are counted along, for many searches at once: without self-loops and
// parallel ones, from both their ends, and with the vertices numbered anew, one weakly connected
// component after the other, each as a breadth-first search meets it, so that what is near in the
// graph is near in memory.
class search_rows {
public:
    search_rows(csr_view g, direction kind, counted_edges edges, memory_budget& budget,
                checkpoint const& check);
    search_rows(search_rows const&) = delete;
    search_rows& operator=(search_rows const&) = delete;
    ~search_rows() = default;

    [[nodiscard]] std::size_t num_vertices() const noexcept { return old_number_.size(); }
    [[nodiscard]] std::uint64_t num_arcs() const noexcept { return ahead_.targets.size(); }

    // The next vertices on paths from v, and the last ones on paths to v.
    [[nodiscard]] std::span<std::uint32_t const> ahead(std::uint32_t v) const
    {
        return ahead_.row(v);
    }
    [[nodiscard]] std::span<std::uint32_t const> behind(std::uint32_t v) const
    {
        return directed_ ? behind_.row(v) : ahead_.row(v);
    }

    // The number of v in the graph.
    [[nodiscard]] std::uint32_t old_number(std::uint32_t v) const { return old_number_[v]; }

    // Where each component ends, ascending; the next begins there.
    [[nodiscard]] std::span<std::uint32_t const> component_ends() const noexcept { return ends_; }

private:
    struct rows {
        std::vector<std::uint64_t> offsets;
        std::vector<std::uint32_t> targets;

        [[nodiscard]] std::span<std::uint32_t const> row(std::uint32_t v) const
        {
            return std::span{targets}.subspan(offsets[v], offsets[std::size_t{v} + 1] - offsets[v]);
        }
    };

    void number_vertices(csr_view out, csr_view in, checkpoint const& check);
    [[nodiscard]] rows numbered_anew(csr_view g, checkpoint const& check) const;

    bool directed_;
    memory_charge charge_;
    std::vector<std::uint32_t> old_number_;
    std::vector<std::uint32_t> new_number_;
    std::vector<std::uint32_t> ends_;
    rows ahead_;
    rows behind_;
};

} // namespace capgraph::inline v0::detail
