// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/run/run_options.hpp>

#include <atomic>
#include <cstdint>
#include <utility>

namespace capgraph::inline v0 {

class memory_charge;

/// What one call may still take of memory: refuses before anything is allocated.
///
/// Charges may be made and given back in any thread.
class CAPGRAPH_EXPORT memory_budget {
public:
    /// `allowed` bytes, none of them used.
    explicit memory_budget(std::uint64_t allowed = unlimited_memory) noexcept : allowed_{allowed} {}
    memory_budget(memory_budget const&) = delete;
    memory_budget& operator=(memory_budget const&) = delete;
    ~memory_budget() = default;

    [[nodiscard]] std::uint64_t allowed() const noexcept { return allowed_; }
    /// What the living charges hold.
    [[nodiscard]] std::uint64_t used() const noexcept
    {
        return used_.load(std::memory_order_relaxed);
    }
    [[nodiscard]] std::uint64_t left() const noexcept { return allowed_ - used(); }

    /// Sets `count` times `size` bytes aside, for as long as the charge lives.
    ///
    /// Throws: `error` with `over_budget`, naming the bytes needed in all and the bytes allowed;
    /// the budget is then as it was.
    [[nodiscard]] memory_charge charge(std::uint64_t count, std::uint64_t size = 1);

private:
    friend class memory_charge;

    std::uint64_t allowed_;
    std::atomic<std::uint64_t> used_ = 0;
};

/// Memory set aside of a `memory_budget`, which must outlive it; given back when it ends.
class memory_charge {
public:
    /// Nothing, of no budget.
    memory_charge() noexcept = default;
    memory_charge(memory_charge&& other) noexcept
        : budget_{std::exchange(other.budget_, nullptr)}, bytes_{std::exchange(other.bytes_, 0)}
    {
    }
    memory_charge& operator=(memory_charge&& other) noexcept
    {
        memory_charge taken{std::move(other)};
        std::swap(budget_, taken.budget_);
        std::swap(bytes_, taken.bytes_);
        return *this;
    }
    ~memory_charge()
    {
        if (budget_ != nullptr) {
            budget_->used_.fetch_sub(bytes_, std::memory_order_relaxed);
        }
    }

    [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }

private:
    friend class memory_budget;

    memory_charge(memory_budget& budget, std::uint64_t bytes) noexcept
        : budget_{&budget}, bytes_{bytes}
    {
    }

    memory_budget* budget_ = nullptr;
    std::uint64_t bytes_ = 0;
};

} // namespace capgraph::inline v0
