// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/run/parallel.hpp>

#include <capgraph/core/error.hpp>

#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace capgraph::inline v0 {

namespace {

constexpr unsigned most_workers = 256;

// Hands out the blocks of one plan, lower ones first, and keeps the first failure.
class scheduler {
public:
    scheduler(std::uint64_t blocks, std::uint64_t lanes) : limit_{blocks}, lanes_{lanes}
    {
        for (std::size_t lane = 0; lane < next_.size(); ++lane) {
            next_[lane] = lane;
        }
    }

    // The next block to run; waits for one to become free; nothing when no block is left.
    std::optional<std::uint64_t> claim()
    {
        std::unique_lock lock{mutex_};
        while (true) {
            auto const lane = first_free_lane();
            if (lane != lanes_end && next_[lane] < limit_) {
                busy_[lane] = lanes_ != 0;
                return std::exchange(next_[lane], next_[lane] + std::max<std::uint64_t>(lanes_, 1));
            }
            if (!may_free_up()) {
                return std::nullopt;
            }
            freed_.wait(lock);
        }
    }

    void done(std::uint64_t block)
    {
        if (lanes_ == 0) {
            return;
        }
        {
            std::lock_guard const lock{mutex_};
            busy_[block % lanes_] = false;
        }
        freed_.notify_all();
    }

    // Blocks after a failed one need not run, those before it may still fail first.
    void failed(std::uint64_t block, std::exception_ptr why)
    {
        {
            std::lock_guard const lock{mutex_};
            if (block < limit_) {
                limit_ = block;
                failure_ = std::move(why);
            }
        }
        done(block);
    }

    void rethrow() const
    {
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

private:
    static constexpr std::size_t lanes_end = reduction_slots;

    // Of the lanes at rest, the one with the lowest block to come.
    [[nodiscard]] std::size_t first_free_lane() const
    {
        auto best = lanes_end;
        for (std::size_t lane = 0; lane < std::max<std::uint64_t>(lanes_, 1); ++lane) {
            if (!busy_[lane] && (best == lanes_end || next_[lane] < next_[best])) {
                best = lane;
            }
        }
        return best;
    }

    [[nodiscard]] bool may_free_up() const
    {
        for (std::size_t lane = 0; lane < lanes_; ++lane) {
            if (busy_[lane] && next_[lane] < limit_) {
                return true;
            }
        }
        return false;
    }

    std::mutex mutex_;
    std::condition_variable freed_;
    std::uint64_t limit_;
    std::uint64_t lanes_;
    std::array<std::uint64_t, reduction_slots> next_{};
    std::array<bool, reduction_slots> busy_{};
    std::exception_ptr failure_;
};

// Workers 1 .. workers - 1. The machine may refuse a thread; fewer then do the same work.
std::vector<std::jthread> start(unsigned workers, std::function<void(unsigned)> const& work)
{
    std::vector<std::jthread> threads;
    threads.reserve(workers);
    try {
        for (unsigned worker = 1; worker < workers; ++worker) {
            threads.emplace_back(std::cref(work), worker);
        }
    } catch (std::system_error const&) {
        return threads;
    }
    return threads;
}

} // namespace

unsigned worker_count(block_plan const& plan, run_options const& run)
{
    auto const blocks = plan.blocks();
    if (blocks <= 1) {
        return 1;
    }
    auto const asked = run.threads != 0 ? run.threads : std::thread::hardware_concurrency();
    auto const most = std::min<std::uint64_t>(blocks, most_workers);
    return static_cast<unsigned>(std::clamp<std::uint64_t>(asked, 1, most));
}

void detail::run_blocks(block_plan const& plan, std::uint64_t lanes, unsigned workers,
                        run_options const& run, block_body const& body)
{
    auto const width = std::max<std::uint64_t>(plan.grain, 1);
    scheduler blocks{plan.blocks(), lanes};
    auto const run_one = [&](std::uint64_t index, unsigned worker) {
        if (run.stop.stop_requested()) {
            throw error{error_code::cancelled, "a request to stop", ""};
        }
        auto const first = index * width;
        auto const last = first + std::min(width, plan.items - first);
        body({.index = index, .first = first, .last = last, .worker = worker});
    };
    std::function<void(unsigned)> const work = [&](unsigned worker) {
        while (auto const index = blocks.claim()) {
            try {
                run_one(*index, worker);
                blocks.done(*index);
            } catch (...) {
                blocks.failed(*index, std::current_exception());
            }
        }
    };
    {
        auto const others = start(workers, work);
        work(0);
    } // joined here
    blocks.rethrow();
}

} // namespace capgraph::inline v0
