// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/counting_sort.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace capgraph::inline v0::detail {

/// The numbers [0, count) by `key_of(number)`, which is less than `key_count`; those of one key
/// ascend. Complexity: linear.
template <class KeyOf>
[[nodiscard]] keyed_values<no_payload> sorted_by(std::size_t key_count, std::size_t count,
                                                 KeyOf const& key_of)
{
    return counting_sort<no_payload>{key_count, count}(
        [&](auto const& sink) {
            for (std::size_t i = 0; i < count; ++i) {
                sink(key_of(i));
            }
        },
        [&](auto const& sink) {
            for (std::size_t i = 0; i < count; ++i) {
                sink(key_of(i), static_cast<std::uint32_t>(i), no_payload{});
            }
        });
}

/// Sorts what neighbours in `all` are `alike(a, b)`: most runs of them are short and sorted.
template <class T, class Alike, class IsBefore>
void sort_runs(std::span<T> all, Alike const& alike, IsBefore const& is_before)
{
    for (auto first = all.begin(); first != all.end();) {
        auto const last =
            std::find_if(first + 1, all.end(), [&](T const& each) { return !alike(*first, each); });
        if (last - first > 1 && !std::is_sorted(first, last, is_before)) {
            std::sort(first, last, is_before);
        }
        first = last;
    }
}

} // namespace capgraph::inline v0::detail
