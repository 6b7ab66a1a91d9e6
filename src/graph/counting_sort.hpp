// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "large_array.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <type_traits>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {
namespace detail {

/// What a value may carry along: nothing.
struct no_payload {};

/// Values grouped by key, and what came along with each.
template <class Payload>
struct keyed_values {
    std::vector<std::uint64_t>
        offsets; ///< Where the values of each key begin; one more at the end.
    std::vector<std::uint32_t> values;
    std::vector<Payload> payloads; ///< Beside the values; empty for `no_payload`.
};

/// A stable counting sort of values by key, in two steps: first into blocks of neighbouring keys,
/// then each block by itself.
///
/// In one step nearly every value would miss the cache twice, at its key's counter and at its
/// place. In two, the ends of all blocks fit the cache, and then does each block: twice as fast
/// from some 100,000 keys on.
///
/// Complexity: O(keys + values).
template <class Payload>
class counting_sort {
    static constexpr auto carries = !std::is_same_v<Payload, no_payload>;

public:
    counting_sort(std::size_t key_count, std::size_t value_count)
        : key_count_{key_count}, shift_{shift_of(key_count)},
          low_keys_{std::make_unique_for_overwrite<std::uint16_t[]>(value_count)}
    {
        advise_huge_pages(low_keys_.get(), value_count * sizeof(std::uint16_t));
        allot(sorted_.offsets, key_count + 1);
        allot(sorted_.values, value_count);
        if constexpr (carries) {
            allot(sorted_.payloads, value_count);
        }
    }

    /// `keys(sink)` calls `sink(key)` for each value in turn; `values(sink)` calls
    /// `sink(key, value, payload)`.
    template <class Keys, class Values>
    keyed_values<Payload> operator()(Keys const& keys, Values const& values) &&
    {
        std::vector<std::uint64_t> ends((key_count_ >> shift_) + 2);
        keys([shift = shift_, counts = ends.data() + 1](std::uint32_t key) {
            ++counts[key >> shift];
        });
        std::partial_sum(ends.begin(), ends.end(), ends.begin());

        deal(values, ends); // moves each of `ends` from where its block begins to where it ends
        std::uint64_t begin = 0;
        for (std::size_t block = 0; block << shift_ < key_count_; ++block) {
            sort_block(block << shift_, begin, ends[block]);
            begin = ends[block];
        }
        sorted_.offsets.back() = begin;
        return std::move(sorted_);
    }

private:
    // 128 to 256 blocks, whose ends fit the first cache; more of them beyond 2^24 keys, as the keys
    // of a block must fit 16 bits.
    static int shift_of(std::size_t key_count)
    {
        return std::clamp(static_cast<int>(std::bit_width(key_count)) - 8, 0, 16);
    }

    template <class Values>
    void deal(Values const& values, std::vector<std::uint64_t>& ends)
    {
        values([shift = shift_, next = ends.data(), low_keys = low_keys_.get(),
                dealt = sorted_.values.data(), payloads = sorted_.payloads.data()](
                   std::uint32_t key, std::uint32_t value, Payload const& payload) {
            auto const place = next[key >> shift]++;
            dealt[place] = value;
            low_keys[place] = static_cast<std::uint16_t>(key & ((1U << shift) - 1));
            if constexpr (carries) {
                payloads[place] = payload;
            }
        });
    }

    void sort_block(std::size_t first_key, std::uint64_t begin, std::uint64_t end)
    {
        auto const* const low_keys = low_keys_.get() + begin;
        auto const count = end - begin;
        next_.assign(std::size_t{1} << shift_, 0);
        auto* const next = next_.data();
        for (std::uint64_t i = 0; i != count; ++i) {
            ++next[low_keys[i]];
        }
        auto const last_key = std::min(key_count_, first_key + next_.size());
        auto place = begin;
        for (auto key = first_key; key != last_key; ++key) {
            sorted_.offsets[key] = place;
            place += std::exchange(next[key - first_key], place);
        }

        auto* const values = sorted_.values.data();
        auto* const payloads = sorted_.payloads.data();
        values_.assign(values + begin, values + end);
        if constexpr (carries) {
            payloads_.assign(payloads + begin, payloads + end);
        }
        for (std::uint64_t i = 0; i != count; ++i) {
            auto const to = next[low_keys[i]]++;
            values[to] = values_[i];
            if constexpr (carries) {
                payloads[to] = payloads_[i];
            }
        }
    }

    std::size_t key_count_;
    int shift_;
    std::unique_ptr<std::uint16_t[]> low_keys_; // of each value, the place of its key in its block
    keyed_values<Payload> sorted_;

    // The block at hand, as it was:
    std::vector<std::uint64_t> next_;
    std::vector<std::uint32_t> values_;
    std::vector<Payload> payloads_;
};

} // namespace detail
} // namespace capgraph::inline v0
