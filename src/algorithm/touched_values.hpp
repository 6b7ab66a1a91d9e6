// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../run/process_seed.hpp"

#include <capgraph/run/memory_budget.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// A value for each vertex, of which few are touched: a small hash table, which becomes an array
/// when many are. It cannot be gone over, so that nothing depends on the order in it.
///
/// A vertex is hashed by an odd multiplier that nobody knows beforehand: who numbers the vertices
/// cannot make them collide.
/// Reference: Dietzfelbinger, Hagerup, Katajainen & Penttonen, "A reliable randomized algorithm for
///   the closest-pair problem", Journal of Algorithms 25(1), 1997.
template <class Value>
class touched_values {
public:
    /// `budget` must outlive it. Throws: `error` with `over_budget`, as does touching one.
    touched_values(std::size_t vertex_count, memory_budget& budget,
                   std::uint64_t seed = process_seed())
        : vertex_count_{vertex_count}, budget_{&budget}, multiplier_{seed | 1U}
    {
        rehash(64);
    }

    /// The value of `v`, `Value{}` at first. Good until the next call.
    Value& operator[](std::uint32_t v)
    {
        if (!all_.empty()) {
            return all_[v];
        }
        if (2 * (used_ + 1) > slots_.size()) {
            if (slots_.size() > vertex_count_ / 16) {
                become_array();
                return all_[v];
            }
            rehash(4 * slots_.size());
        }
        auto& s = slot_of(v);
        if (s.key == 0) {
            s.key = std::uint64_t{v} + 1;
            ++used_;
        }
        return s.value;
    }

private:
    struct slot {
        std::uint64_t key = 0; ///< The vertex and one; 0: free.
        Value value{};
    };

    slot& slot_of(std::uint32_t v)
    {
        auto const mask = slots_.size() - 1;
        auto at = static_cast<std::size_t>((v * multiplier_) >> shift_);
        while (slots_[at].key != 0 && slots_[at].key != std::uint64_t{v} + 1) {
            at = (at + 1) & mask;
        }
        return slots_[at];
    }

    void rehash(std::size_t size)
    {
        auto const room = std::bit_ceil(size);
        auto charge = budget_->charge(room, sizeof(slot));
        std::vector<slot> old(room);
        old.swap(slots_);
        shift_ = 64U - static_cast<unsigned>(std::countr_zero(room));
        for (auto const& s : old) {
            if (s.key != 0) {
                slot_of(static_cast<std::uint32_t>(s.key - 1)) = s;
            }
        }
        charge_ = std::move(charge);
    }

    void become_array()
    {
        auto charge = budget_->charge(vertex_count_, sizeof(Value));
        all_.resize(vertex_count_);
        for (auto const& s : slots_) {
            if (s.key != 0) {
                all_[static_cast<std::size_t>(s.key - 1)] = s.value;
            }
        }
        slots_ = std::vector<slot>{};
        charge_ = std::move(charge);
    }

    std::size_t vertex_count_;
    memory_budget* budget_;
    memory_charge charge_;
    std::uint64_t multiplier_;
    unsigned shift_ = 0; ///< Leaves the upper bits, on which all of a vertex bears.
    std::size_t used_ = 0;
    std::vector<slot> slots_;
    std::vector<Value> all_;
};

} // namespace capgraph::inline v0::detail
