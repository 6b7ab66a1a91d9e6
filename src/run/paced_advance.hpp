// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/run/checkpoint.hpp>

#include <bit>
#include <cstdint>

namespace capgraph::inline v0::detail {

/// Advances a checkpoint by single steps of work, told to it some thousand at a time: a comparison
/// that steps makes any sort stop when asked to.
class paced_advance {
public:
    /// `check` must outlive it.
    explicit paced_advance(checkpoint& check) noexcept : check_{check} {}

    /// One step of at most a microsecond. Throws: as `checkpoint::advance`.
    void step() { steps(1); }
    /// `count` of them.
    void steps(std::uint64_t count)
    {
        done_ += count;
        if (done_ >= pace) {
            check_.advance(done_);
            done_ = 0;
        }
    }

private:
    static constexpr std::uint64_t pace = 1U << 12U;

    checkpoint& check_;
    std::uint64_t done_ = 0;
};

/// About how many comparisons sort `n` values.
[[nodiscard]] constexpr std::uint64_t steps_of_sort(std::uint64_t n) noexcept
{
    return n * static_cast<std::uint64_t>(std::bit_width(n));
}

} // namespace capgraph::inline v0::detail
