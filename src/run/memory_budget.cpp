// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/run/memory_budget.hpp>

#include <capgraph/core/error.hpp>

#include <limits>
#include <string>

namespace capgraph::inline v0 {

namespace {

constexpr auto most = std::numeric_limits<std::uint64_t>::max();

// Saturating: what does not fit 64 bits fits no machine either.
std::uint64_t product(std::uint64_t a, std::uint64_t b)
{
    return b != 0 && a > most / b ? most : a * b;
}

std::uint64_t sum(std::uint64_t a, std::uint64_t b)
{
    return a > most - b ? most : a + b;
}

} // namespace

memory_charge memory_budget::charge(std::uint64_t count, std::uint64_t size)
{
    auto const bytes = product(count, size);
    auto used = used_.load(std::memory_order_relaxed);
    do {
        if (bytes > allowed_ - used) {
            throw error{error_code::over_budget, std::to_string(sum(used, bytes)) + " bytes needed",
                        "at most " + std::to_string(allowed_) + " bytes"};
        }
    } while (!used_.compare_exchange_weak(used, used + bytes, std::memory_order_relaxed));
    return memory_charge{*this, bytes};
}

} // namespace capgraph::inline v0
