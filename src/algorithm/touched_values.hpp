// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// A value for each vertex, of which few are touched: a small hash table, which becomes an array
/// when many are.
///
/// What is hashed is a vertex of the caller's own numbering, spread by a multiplication: colliding
/// ones cost a walk, no more.
template <class Value>
class touched_values {
public:
    explicit touched_values(std::size_t vertex_count) : vertex_count_{vertex_count} { rehash(64); }

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
        auto at = static_cast<std::size_t>((v * 0x9E3779B97F4A7C15U) >> 20U) & mask;
        while (slots_[at].key != 0 && slots_[at].key != std::uint64_t{v} + 1) {
            at = (at + 1) & mask;
        }
        return slots_[at];
    }

    void rehash(std::size_t size)
    {
        std::vector<slot> old(std::bit_ceil(size));
        old.swap(slots_);
        for (auto const& s : old) {
            if (s.key != 0) {
                slot_of(static_cast<std::uint32_t>(s.key - 1)) = s;
            }
        }
    }

    void become_array()
    {
        all_.resize(vertex_count_);
        for (auto const& s : slots_) {
            if (s.key != 0) {
                all_[static_cast<std::size_t>(s.key - 1)] = s.value;
            }
        }
        slots_ = std::vector<slot>{};
    }

    std::size_t vertex_count_;
    std::size_t used_ = 0;
    std::vector<slot> slots_;
    std::vector<Value> all_;
};

} // namespace capgraph::inline v0::detail
