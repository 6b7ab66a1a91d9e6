// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/charged_vector.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>

namespace capgraph::inline v0::detail {

// The numbers [0, count) in an order of chance, the same on every machine.
[[nodiscard]] inline charged_vector<std::uint32_t> random_order(std::size_t count,
                                                                std::mt19937_64& random,
                                                                memory_budget& budget,
                                                                checkpoint const& check)
{
    charged_vector<std::uint32_t> order{budget, count};
    std::iota(order.begin(), order.end(), 0U);
    paced_poll pace{check};
    for (auto left = count; left > 1; --left) {
        pace.step();
        // The high half times `left`: as good as even for counts of 32 bits, and without a
        // division.
        auto const place = ((random() >> 32U) * left) >> 32U;
        std::swap(order[left - 1], order[static_cast<std::size_t>(place)]);
    }
    return order;
}

} // namespace capgraph::inline v0::detail
