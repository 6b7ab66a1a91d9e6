// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "id_index.hpp"

#include <algorithm>
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
    for (auto const& each : slots) {
        if (each.id != none) {
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
