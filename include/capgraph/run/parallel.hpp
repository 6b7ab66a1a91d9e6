// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/run/run_options.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// The items [0, items) cut into blocks of `grain`, the last one shorter.
///
/// The cut must come from the input alone, never from the number of threads. A good grain is work
/// for some hundred microseconds: what makes one block is done without a thread.
struct block_plan {
    std::uint64_t items = 0;
    std::uint64_t grain = 1; ///< 0 is taken as 1.

    [[nodiscard]] constexpr std::uint64_t blocks() const noexcept
    {
        auto const width = std::max<std::uint64_t>(grain, 1);
        return items / width + (items % width != 0 ? 1 : 0);
    }
};

/// One block of a plan, in the hands of one worker.
struct work_block {
    std::uint64_t index = 0; ///< Of the block, from 0.
    std::uint64_t first = 0; ///< Its first item.
    std::uint64_t last = 0;  ///< Past its last item.
    unsigned worker = 0;     ///< At work on it, from 0: picks scratch memory, never a result.
};

/// How many slots `ordered_reduce` adds up in.
inline constexpr std::uint64_t reduction_slots = 16;

/// How many workers `parallel_for_blocks` sets to a plan: the threads asked for or, for 0, those
/// the machine has; at most one a block and 256 in all.
[[nodiscard]] CAPGRAPH_EXPORT unsigned worker_count(block_plan const& plan, run_options const& run);

namespace detail {

using block_body = std::function<void(work_block const&)>;

// Runs every block once. With lanes, blocks whose indices agree modulo `lanes` run one after the
// other in the order of their indices; with 0 lanes any two may run at once.
CAPGRAPH_EXPORT void run_blocks(block_plan const& plan, std::uint64_t lanes, unsigned workers,
                                run_options const& run, block_body const& body);

} // namespace detail

/// Calls `body(block)` once for each block of `plan`, on `worker_count(plan, run)` threads at most.
///
/// The calling thread works too; the others start and end within the call. A worker has one block
/// at a time. When bodies throw, the exception of the first block in order leaves the call and
/// later blocks may be left out. The machine's refusal of a thread makes the call slower, no more.
///
/// Throws: what `body` throws; `error` with `cancelled` when a stop was requested before a block.
template <class Body>
requires std::invocable<Body&, work_block const&>
void parallel_for_blocks(block_plan const& plan, run_options const& run, Body body)
{
    detail::run_blocks(plan, 0, worker_count(plan, run), run, std::ref(body));
}

/// Adds up the blocks of `plan`: the same bytes on any number of threads.
///
/// Block b is added to slot b mod 16, after block b - 16: `body(block, slot)`. The slots, each
/// made by `make()`, are then summed pairwise: `merge(into, from)`. So at most 16 threads work, and
/// memory goes to `min(16, plan.blocks())` slots. Without a block the answer is `make()`.
///
/// Throws: as `parallel_for_blocks`, and what `make` and `merge` throw.
template <class Make, class Body, class Merge>
[[nodiscard]] auto ordered_reduce(block_plan const& plan, run_options const& run, Make make,
                                  Body body, Merge merge)
{
    using slot_type = decltype(make());
    // A box of its own for each, lest slots of bool share a word.
    struct box {
        slot_type slot;
    };
    auto const used = std::max<std::uint64_t>(1, std::min(plan.blocks(), reduction_slots));
    std::vector<box> slots;
    slots.reserve(static_cast<std::size_t>(used));
    while (slots.size() < used) {
        slots.push_back(box{make()});
    }
    auto const workers = std::min(worker_count(plan, run), static_cast<unsigned>(reduction_slots));
    auto const add = [&](work_block const& block) {
        body(block, slots[static_cast<std::size_t>(block.index % reduction_slots)].slot);
    };
    detail::run_blocks(plan, reduction_slots, workers, run, add);
    for (std::size_t width = 1; width < slots.size(); width *= 2) {
        for (std::size_t into = 0; into + width < slots.size(); into += 2 * width) {
            merge(slots[into].slot, std::as_const(slots[into + width].slot));
        }
    }
    return std::move(slots.front().slot);
}

} // namespace capgraph::inline v0
