// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/core_numbers.hpp>

#include "algorithm/degree_order.hpp"
#include "algorithm/simple_rows.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <utility>

namespace capgraph::inline v0::detail {

namespace {

// The vertices in order of the neighbours they have left, the lowest being taken away in turn.
class peeling {
public:
    static constexpr std::uint64_t space = degree_order::space + 2 * sizeof(std::uint32_t);

    explicit peeling(csr_view g) : g_{g}, order_{order_by_degree(g)}
    {
        auto const n = g.num_vertices();
        left_.resize(n);
        place_.resize(n);
        for (std::uint32_t at = 0; at < n; ++at) {
            auto const v = order_.vertices[at];
            place_[v] = at;
            left_[v] = static_cast<std::uint32_t>(g.degree(v));
        }
    }

    std::vector<std::uint32_t> run(checkpoint& check)
    {
        paced_poll pace{check};
        for (auto const v : order_.vertices) { // those behind v change places meanwhile
            pace.steps(g_.degree(v) + 1);
            auto const core = left_[v];
            for (auto const w : g_.row(v)) {
                if (left_[w] > core) { // still there
                    lower(w);
                }
            }
        }
        return std::move(left_);
    }

private:
    // One neighbour less: w changes places with the first of its degree, which then begins later.
    void lower(std::uint32_t w)
    {
        auto const first_place = order_.first_of_degree[left_[w]]++;
        auto const first = order_.vertices[first_place];
        auto const own_place = place_[w];
        order_.vertices[own_place] = first;
        place_[first] = own_place;
        order_.vertices[first_place] = w;
        place_[w] = first_place;
        --left_[w];
    }

    csr_view g_;
    degree_order order_;
    std::vector<std::uint32_t> left_;  // neighbours; of those taken away their core number
    std::vector<std::uint32_t> place_; // of each vertex in the order
};

} // namespace

std::vector<std::uint32_t> core_numbers(csr_view g, run_options const& run, std::uint64_t held)
{
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const charge = budget.charge(g.num_vertices(), peeling::space);
    checkpoint check{run, "core numbers", g.num_vertices()};
    simple_rows const rows{g, budget, check};
    auto result = peeling{rows.view()}.run(check);
    check.finish();
    return result;
}

} // namespace capgraph::inline v0::detail
