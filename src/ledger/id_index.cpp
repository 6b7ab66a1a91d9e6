// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "id_index.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace capgraph::inline v0::detail {

void id_index::shard::grow(std::size_t more)
{
    auto wanted = std::max<std::size_t>(slots.size(), 8);
    while (4 * (size + more) > 3 * wanted) {
        wanted *= 2;
    }
    shard grown;
    grown.slots.resize(wanted);
    // Some slots at a time, those that are taken first brought together: whether one is, nobody
    // can foresee.
    constexpr std::size_t most = 64;
    std::array<slot, most> taken;
    for (std::size_t first = 0; first < slots.size(); first += most) {
        std::size_t count = 0;
        for (auto const& each :
             std::span{slots}.subspan(first, std::min(most, slots.size() - first))) {
            taken[count] = each;
            count += each.id != none ? 1 : 0;
        }
        for (auto const& each : std::span{taken}.first(count)) {
            grown.put(each);
        }
    }
    *this = std::move(grown);
}

void id_index::reserve_for(id_index const& other)
{
    for (std::size_t i = 0; i < num_shards; ++i) {
        if (other.shards_[i].size != 0) {
            shards_[i].reserve(other.shards_[i].size);
        }
    }
}

void id_index::absorb(id_index const& other, std::uint32_t first) noexcept
{
    for (std::size_t i = 0; i < num_shards; ++i) {
        for (auto const& each : other.shards_[i].slots) {
            if (each.id != none) {
                shards_[i].put({each.tag, each.id + first});
            }
        }
    }
}

} // namespace capgraph::inline v0::detail
