// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/steady_sums.hpp"

#include <capgraph/run/parallel.hpp>
#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace capgraph::inline v0::detail {

/// Shares out `items` that take so many steps in all: about 2^17 a block, whatever the number of
/// threads.
[[nodiscard]] inline block_plan blocks_of(std::uint64_t items, std::uint64_t steps)
{
    auto const blocks = steps / (std::uint64_t{1} << 17U) + 1;
    return {.items = items, .grain = (items + blocks - 1) / blocks};
}

/// By all threads: visit(first, last, sums) for pieces of at most `piece` items; it adds to the
/// sums, which are returned and are the same bytes on any number of threads.
template <std::size_t Sums, class Visit>
[[nodiscard]] std::array<double, Sums> sums_over(block_plan const& plan, std::uint64_t piece,
                                                 run_options const& run, Visit visit)
{
    auto const sums = ordered_reduce(
        plan, run, [] { return steady_sums<Sums>{}; },
        [&](work_block const& block, steady_sums<Sums>& slot) {
            for (auto first = block.first; first < block.last; first += piece) {
                std::array<double, Sums> part{};
                visit(first, std::min(block.last, first + piece), part);
                slot.add(part);
            }
        },
        [](steady_sums<Sums>& into, steady_sums<Sums> const& from) { into.add(from); });
    return sums.value();
}

} // namespace capgraph::inline v0::detail
