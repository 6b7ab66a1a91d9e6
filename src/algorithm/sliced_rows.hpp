// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/block_sums.hpp"
#include "algorithm/steady_sums.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>
#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// A copy of the rows of a graph for whoever multiplies them with a vector again and again.
///
/// Eight rows of about the same length are summed side by side, so that no sum waits for its last
/// addition and no loop ends unforeseen: entry k of each of the eight lies next to one another, as
/// far as the shortest goes; what is left of the others follows row by row. Each row is still
/// summed in its order. (Kreutzer et al., "A unified sparse matrix data format for efficient
/// general sparse matrix-vector multiplication on modern processors with wide SIMD units", 2014.)
class sliced_rows {
public:
    /// Charges the copy to `budget`, which must outlive it, as must the arrays of `rows`.
    ///
    /// Throws: `error` with `over_budget`, with `cancelled`.
    sliced_rows(csr_view rows, memory_budget& budget, checkpoint const& check);

    /// visit(v, row v times x, sums) for each vertex v; it may change the entries of v, but not of
    /// x, and adds to the sums, which are returned and are the same bytes on any number of threads.
    template <std::size_t Sums, class Visit>
    std::array<double, Sums> sweep(std::vector<double> const& x, run_options const& run,
                                   Visit visit) const
    {
        return sums_over<Sums>(
            plan_, few_to_sum / lanes, run,
            [&](std::uint64_t first, std::uint64_t last, std::array<double, Sums>& sums) {
                auto const each = [&](std::uint32_t v, double product) { visit(v, product, sums); };
                for (auto s = first; s < last; ++s) {
                    weights_.empty() ? slice<false>(s, x, each) : slice<true>(s, x, each);
                }
            });
    }

private:
    static constexpr std::size_t lanes = 8;
    /// Rows are sorted by length among so many neighbours: near enough to stay in cache.
    static constexpr std::size_t sorting_window = 256 * lanes;

    template <bool IsWeighted>
    [[nodiscard]] double term(std::size_t at, std::vector<double> const& x) const
    {
        return IsWeighted ? weights_[at] * x[targets_[at]] : x[targets_[at]];
    }

    /// Of the eight rows, the entries that stand in [first, last).
    template <bool IsWeighted>
    [[nodiscard]] std::array<double, lanes> columns(std::size_t first, std::size_t last,
                                                    std::vector<double> const& x) const
    {
        std::array<double, lanes> sums{};
        for (; first < last; first += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                sums[lane] += term<IsWeighted>(first + lane, x);
            }
        }
        return sums;
    }

    template <bool IsWeighted>
    [[nodiscard]] std::array<double, lanes> common_sums(std::size_t s,
                                                        std::vector<double> const& x) const
    {
        auto const at = offsets_[s];
        auto const end = at + lanes * common_[s];
        if (common_[s] <= few_to_sum) {
            return columns<IsWeighted>(at, end, x);
        }
        steady_sums<lanes> sums;
        for (auto first = at; first < end; first += lanes * few_to_sum) {
            sums.add(columns<IsWeighted>(first, std::min(end, first + lanes * few_to_sum), x));
        }
        return sums.value();
    }

    template <bool IsWeighted, class Each>
    void slice(std::size_t s, std::vector<double> const& x, Each each) const
    {
        auto sums = common_sums<IsWeighted>(s, x);
        auto at = offsets_[s] + lanes * common_[s];
        auto const first = s * lanes;
        for (std::size_t lane = 0; at < offsets_[s + 1]; ++lane) {
            auto const rest = rows_.degree(order_[first + lane]) - common_[s];
            sums[lane] +=
                sum_of(rest, [&](std::uint64_t k) { return term<IsWeighted>(at + k, x); });
            at += rest;
        }
        auto const count = std::min(lanes, order_.size() - first);
        for (std::size_t lane = 0; lane < count; ++lane) {
            each(order_[first + lane], sums[lane]);
        }
    }

    void sort_by_length(paced_poll& pace);
    void lay_out(std::size_t s, paced_poll& pace);

    memory_charge charge_;
    csr_view rows_;
    block_plan plan_;
    std::vector<std::uint32_t> order_;   // of the vertices: slice s has [8 s, 8 s + 8)
    std::vector<std::uint64_t> common_;  // how many entries all rows of a slice have
    std::vector<std::uint64_t> offsets_; // of the slices
    std::vector<std::uint32_t> targets_;
    std::vector<double> weights_;
};

} // namespace capgraph::inline v0::detail
