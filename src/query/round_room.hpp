// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "capital_bounds.hpp"

#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>

#include <cstddef>

namespace capgraph::inline v0::detail {

/// A sum between two ends, in minor units; the upper one is infinite where nothing bounds it.
struct sum_ends {
    double lower = 0.0;
    double upper = 0.0;
};

[[nodiscard]] sum_ends ends_of(interval<money> const& sum);

/// What the figures of one round can be, given all others of it.
class round_room {
public:
    /// Complexity: linear in the cheques.
    explicit round_room(round_money const& sum);

    /// No less than the cheques.
    [[nodiscard]] interval<money> of_total() const { return region_.total; }

    /// Given the other cheques, what is said of the external part and the total; as it is told
    /// where these contradict it. Complexity: O(1).
    [[nodiscard]] interval<money> of_cheque(std::size_t i) const;

private:
    /// The cheques of one kind together.
    struct cheque_sums {
        double lower = 0.0;
        double upper = 0.0; ///< Of those that something bounds.
        int unbounded = 0;

        void add(sum_ends const& cheque, int sign);
    };

    capital_region region_;
    cheque_sums sums_[2]; ///< External, internal.
};

} // namespace capgraph::inline v0::detail
