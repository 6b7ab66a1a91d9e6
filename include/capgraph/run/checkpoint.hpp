// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/run/run_options.hpp>

#include <atomic>
#include <cstdint>
#include <string_view>
#include <thread>

namespace capgraph::inline v0 {

/// Where a kernel looks up, every so often, whether to go on, and says how far it is.
///
/// One phase of one call; all its threads share it. It keeps pointing at the `run_options` and the
/// phase's name. Only the thread that made it calls the progress sink: reports of one phase come
/// one after another, from 0 to 1, never falling, at most a thousand and one of them.
class CAPGRAPH_EXPORT checkpoint {
public:
    /// Begins `phase`, a piece of work of `total` units of any kind.
    ///
    /// Throws: `error` with `cancelled`; what the sink throws.
    checkpoint(run_options const& run, std::string_view phase, std::uint64_t total);
    checkpoint(run_options&&, std::string_view, std::uint64_t) = delete;
    checkpoint(checkpoint const&) = delete;
    checkpoint& operator=(checkpoint const&) = delete;
    ~checkpoint() = default;

    /// Goes on, or throws `error` with `cancelled` when a stop was requested. Costs a nanosecond.
    void poll() const
    {
        if (run_.stop.stop_requested()) {
            cancel();
        }
    }

    /// `units` more are done. Throws as `poll` does, and what the sink throws.
    void advance(std::uint64_t units = 1)
    {
        poll();
        done_.fetch_add(units, std::memory_order_relaxed);
        report();
    }

    /// All is done: reports 1, unless that was said already. For the thread that began the phase.
    void finish();

private:
    [[noreturn]] void cancel() const;
    void report();

    run_options const& run_;
    std::string_view phase_;
    std::uint64_t total_;
    std::atomic<std::uint64_t> done_ = 0;
    std::uint64_t reported_ = 0; // thousandths; the owner's alone
    std::thread::id owner_;
};

/// Polls a checkpoint once in so many steps: for the innermost loops, one in each thread.
class paced_poll {
public:
    /// `check` must outlive it.
    explicit paced_poll(checkpoint const& check) noexcept : check_{check} {}

    /// One step of at most a microsecond. Throws `error` with `cancelled`.
    void step()
    {
        if (--left_ == 0) {
            left_ = pace;
            check_.poll();
        }
    }
    /// `count` of them.
    void steps(std::uint64_t count)
    {
        if (count < left_) {
            left_ -= static_cast<std::uint32_t>(count);
        } else {
            left_ = pace;
            check_.poll();
        }
    }

private:
    // So many cache misses take some three milliseconds.
    static constexpr std::uint32_t pace = 1U << 14U;

    checkpoint const& check_;
    std::uint32_t left_ = pace;
};

} // namespace capgraph::inline v0
