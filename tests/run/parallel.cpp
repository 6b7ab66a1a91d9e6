// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/run/parallel.hpp>

#include <capgraph/core/error.hpp>

#include "support/catch2.hpp"

#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace capgraph;

static_assert(block_plan{}.blocks() == 0);
static_assert(block_plan{.items = 1, .grain = 5}.blocks() == 1);
static_assert(block_plan{.items = 5, .grain = 5}.blocks() == 1);
static_assert(block_plan{.items = 6, .grain = 5}.blocks() == 2);
static_assert(block_plan{.items = 6, .grain = 0}.blocks() == 6);
static_assert(block_plan{.items = unlimited_memory, .grain = 1}.blocks() == unlimited_memory);

namespace {

// Terms whose floating-point sum depends on the order of adding.
double term(std::uint64_t i)
{
    return std::sin(static_cast<double>(i)) * std::pow(10.0, i % 17);
}

double sum_of_terms(block_plan const& plan, run_options const& run)
{
    return ordered_reduce(
        plan, run, [] { return 0.0; },
        [](work_block const& block, double& slot) {
            for (auto i = block.first; i < block.last; ++i) {
                slot += term(i);
            }
        },
        [](double& into, double from) { into += from; });
}

// The order that the contract promises, written down once more by hand.
double sum_by_contract(block_plan const& plan)
{
    std::array<double, 16> slots{};
    for (std::uint64_t block = 0; block < plan.blocks(); ++block) {
        for (auto i = block * plan.grain; i < std::min((block + 1) * plan.grain, plan.items); ++i) {
            slots[block % 16] += term(i);
        }
    }
    for (std::size_t i = 0; i < 8; ++i) {
        slots[i] = slots[2 * i] + slots[2 * i + 1];
    }
    for (std::size_t i = 0; i < 4; ++i) {
        slots[i] = slots[2 * i] + slots[2 * i + 1];
    }
    return (slots[0] + slots[1]) + (slots[2] + slots[3]);
}

} // namespace

TEST_CASE("worker_count: one block has one worker and many have what was asked", "[run][parallel]")
{
    CHECK(worker_count({.items = 0}, {.threads = 8}) == 1);
    CHECK(worker_count({.items = 10, .grain = 10}, {.threads = 8}) == 1);
    CHECK(worker_count({.items = 11, .grain = 10}, {.threads = 8}) == 2);
    CHECK(worker_count({.items = 1000}, {.threads = 8}) == 8);
    CHECK(worker_count({.items = 1000}, {.threads = 4'000'000'000}) == 256);
    CHECK(worker_count({.items = 1000}, {}) >= 1);
}

TEST_CASE("parallel_for_blocks: every item is met once and each block in one piece",
          "[run][parallel]")
{
    auto const threads = GENERATE(1u, 2u, 3u, 7u);
    auto const items = GENERATE(0u, 1u, 2u, 9u, 10u, 11u, 1000u);
    block_plan const plan{.items = items, .grain = 10};
    std::vector<std::atomic<int>> met(items);
    std::vector<std::atomic<int>> blocks(plan.blocks());
    std::atomic<bool> sound = true;
    parallel_for_blocks(plan, {.threads = threads}, [&](work_block const& block) {
        ++blocks[block.index];
        sound = sound && block.first == block.index * 10 && block.first < block.last
                && block.worker < threads;
        for (auto i = block.first; i < block.last; ++i) {
            ++met[i];
        }
    });
    CHECK(sound);
    CHECK(std::all_of(met.begin(), met.end(), [](auto const& count) { return count == 1; }));
    CHECK(std::all_of(blocks.begin(), blocks.end(), [](auto const& count) { return count == 1; }));
}

TEST_CASE("parallel_for_blocks: one block runs in the caller's thread", "[run][parallel]")
{
    auto const caller = std::this_thread::get_id();
    parallel_for_blocks({.items = 5, .grain = 5}, {.threads = 8},
                        [&](work_block const&) { CHECK(std::this_thread::get_id() == caller); });
}

TEST_CASE("parallel_for_blocks: a worker has one block at a time", "[run][parallel]")
{
    std::array<std::atomic<int>, 3> at_work{};
    std::atomic<bool> alone = true;
    parallel_for_blocks({.items = 3000}, {.threads = 3}, [&](work_block const& block) {
        if (++at_work[block.worker] != 1) {
            alone = false;
        }
        --at_work[block.worker];
    });
    CHECK(alone);
}

TEST_CASE("parallel_for_blocks: the first block that throws speaks for all", "[run][parallel]")
{
    auto const threads = GENERATE(1u, 2u, 3u, 7u);
    std::string what;
    try {
        parallel_for_blocks({.items = 500}, {.threads = threads}, [](work_block const& block) {
            if (block.index % 100 == 37) {
                throw std::runtime_error{std::to_string(block.index)};
            }
        });
    } catch (std::runtime_error const& e) {
        what = e.what();
    }
    CHECK(what == "37");
}

TEST_CASE("parallel_for_blocks: of blocks that throw at once the first speaks", "[run][parallel]")
{
    std::vector<std::string> heard;
    for (int round = 0; round < 200; ++round) {
        try {
            parallel_for_blocks({.items = 8}, {.threads = 4}, [](work_block const& block) {
                throw std::runtime_error{std::to_string(block.index)};
            });
        } catch (std::runtime_error const& e) {
            heard.emplace_back(e.what());
        }
    }
    CHECK(heard == std::vector<std::string>(200, "0"));
}

TEST_CASE("parallel_for_blocks: blocks before the failed one are all run", "[run][parallel]")
{
    auto const threads = GENERATE(1u, 2u, 7u);
    std::vector<std::atomic<int>> run(200);
    CHECK_THROWS_AS(parallel_for_blocks({.items = 200}, {.threads = threads},
                                        [&](work_block const& block) {
                                            ++run[block.index];
                                            if (block.index == 150) {
                                                throw std::runtime_error{"150"};
                                            }
                                        }),
                    std::runtime_error);
    CHECK(
        std::all_of(run.begin(), run.begin() + 151, [](auto const& count) { return count == 1; }));
}

TEST_CASE("parallel_for_blocks: a stop requested by a body ends the call early", "[run][parallel]")
{
    auto const threads = GENERATE(1u, 2u, 7u);
    std::stop_source stop;
    std::atomic<int> run = 0;
    error_code code{};
    try {
        parallel_for_blocks({.items = 1'000'000}, {.stop = stop.get_token(), .threads = threads},
                            [&](work_block const&) {
                                if (++run == 20) {
                                    stop.request_stop();
                                }
                            });
    } catch (error const& e) {
        code = e.code();
    }
    CHECK(code == error_code::cancelled);
    CHECK(run < 1000);
}

TEST_CASE("parallel_for_blocks: may be called from a body", "[run][parallel]")
{
    std::atomic<int> met = 0;
    parallel_for_blocks({.items = 4}, {.threads = 2}, [&](work_block const&) {
        parallel_for_blocks({.items = 5}, {.threads = 2}, [&](work_block const&) { ++met; });
    });
    CHECK(met == 20);
}

TEST_CASE("ordered_reduce: nothing to add is what make makes", "[run][parallel]")
{
    CHECK(sum_of_terms({.items = 0}, {}) == 0.0);
}

TEST_CASE("ordered_reduce: the sum has the promised order on any number of threads",
          "[run][parallel]")
{
    auto const items = GENERATE(1u, 2u, 15u, 16u, 17u, 100u, 1000u, 4099u);
    auto const grain = GENERATE(1u, 7u, 64u);
    block_plan const plan{.items = items, .grain = grain};
    auto const expected = sum_by_contract(plan);
    for (auto const threads : {1U, 2U, 3U, 7U, 40U}) {
        CAPTURE(items, grain, threads);
        auto const sum = sum_of_terms(plan, {.threads = threads});
        CHECK(std::bit_cast<std::uint64_t>(sum) == std::bit_cast<std::uint64_t>(expected));
    }
}

TEST_CASE("ordered_reduce: the blocks of a slot come one at a time and in order", "[run][parallel]")
{
    auto const threads = GENERATE(1u, 2u, 3u, 7u);
    using indices = std::vector<std::uint64_t>;
    std::atomic<bool> ordered = true;
    auto const all = ordered_reduce(
        block_plan{.items = 1000}, run_options{.threads = threads}, [] { return indices{}; },
        [&](work_block const& block, indices& slot) {
            if (!slot.empty() && slot.back() + reduction_slots != block.index) {
                ordered = false;
            }
            slot.push_back(block.index);
        },
        [](indices& into, indices const& from) {
            into.insert(into.end(), from.begin(), from.end());
        });
    CHECK(ordered);
    REQUIRE(all.size() == 1000);
    CHECK(all[0] == 0);
    CHECK(all[1] == 16);
}

TEST_CASE("ordered_reduce: a slot is left alone while a slow block is added to it",
          "[run][parallel]")
{
    // Block 0 waits for all blocks of other slots, so that a second worker is free for 16 and 32.
    std::atomic<int> others = 0;
    std::atomic<int> in_first_slot = 0;
    std::atomic<bool> alone = true;
    auto const count = ordered_reduce(
        block_plan{.items = 160}, run_options{.threads = 2}, [] { return 0; },
        [&](work_block const& block, int& slot) {
            ++slot;
            if (block.index % reduction_slots != 0) {
                ++others;
                return;
            }
            if (++in_first_slot != 1) {
                alone = false;
            }
            // Not for ever: the machine may have refused the second thread.
            for (int i = 0; i < 100'000 && others < 150; ++i) {
                std::this_thread::yield();
            }
            --in_first_slot;
        },
        [](int& into, int from) { into += from; });
    CHECK(alone);
    CHECK(count == 160);
}

TEST_CASE("ordered_reduce: slots may be of a type that only moves", "[run][parallel]")
{
    auto const sum = ordered_reduce(
        block_plan{.items = 100}, run_options{.threads = 2},
        [] { return std::make_unique<int>(0); },
        [](work_block const&, std::unique_ptr<int>& slot) { ++*slot; },
        [](std::unique_ptr<int>& into, std::unique_ptr<int> const& from) { *into += *from; });
    CHECK(*sum == 100);
}

TEST_CASE("ordered_reduce: bool slots are whole memory locations", "[run][parallel]")
{
    auto const any = ordered_reduce(
        block_plan{.items = 64}, run_options{.threads = 3}, [] { return false; },
        [](work_block const& block, bool& slot) { slot = slot || block.index == 63; },
        [](bool& into, bool from) { into = into || from; });
    CHECK(any);
}

TEST_CASE("ordered_reduce: the first block that throws speaks for all", "[run][parallel]")
{
    auto const threads = GENERATE(1u, 2u, 3u, 7u);
    std::string what;
    try {
        auto const sum = ordered_reduce(
            block_plan{.items = 500}, run_options{.threads = threads}, [] { return 0; },
            [](work_block const& block, int&) {
                if (block.index % 20 == 19) {
                    throw std::runtime_error{std::to_string(block.index)};
                }
            },
            [](int& into, int from) { into += from; });
        FAIL("no error but " << sum);
    } catch (std::runtime_error const& e) {
        what = e.what();
    }
    CHECK(what == "19");
}
