// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>
#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
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
        using sums_type = std::array<double, Sums>;
        auto const add = [](sums_type& into, sums_type const& from) {
            std::transform(into.begin(), into.end(), from.begin(), into.begin(), std::plus{});
        };
        return ordered_reduce(
            plan_, run, [] { return sums_type{}; },
            [&](work_block const& block, sums_type& slot) {
                sums_type sums{};
                auto const each = [&](std::uint32_t v, double product) { visit(v, product, sums); };
                for (auto s = block.first * slices_at_once; s < end_of(block); ++s) {
                    weights_.empty() ? slice<false>(s, x, each) : slice<true>(s, x, each);
                }
                add(slot, sums);
            },
            add);
    }

private:
    static constexpr std::size_t lanes = 8;
    /// Rows are sorted by length among so many slices of neighbours: near enough to stay in cache.
    static constexpr std::size_t slices_at_once = 256;

    [[nodiscard]] std::size_t end_of(work_block const& block) const
    {
        return std::min<std::size_t>(common_.size(), block.last * slices_at_once);
    }

    template <bool IsWeighted>
    [[nodiscard]] double term(std::size_t at, std::vector<double> const& x) const
    {
        return IsWeighted ? weights_[at] * x[targets_[at]] : x[targets_[at]];
    }

    template <bool IsWeighted, class Each>
    void slice(std::size_t s, std::vector<double> const& x, Each each) const
    {
        std::array<double, lanes> sums{};
        auto at = offsets_[s];
        auto const common_end = at + lanes * common_[s];
        for (; at < common_end; at += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                sums[lane] += term<IsWeighted>(at + lane, x);
            }
        }
        auto const first = s * lanes;
        auto const count = std::min(lanes, order_.size() - first);
        for (std::size_t lane = 0; at < offsets_[s + 1]; ++lane) {
            for (auto k = common_[s]; k < rows_.degree(order_[first + lane]); ++k, ++at) {
                sums[lane] += term<IsWeighted>(at, x);
            }
        }
        for (std::size_t lane = 0; lane < count; ++lane) {
            each(order_[first + lane], sums[lane]);
        }
    }

    void sort_by_length();
    void lay_out(std::size_t s);

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
