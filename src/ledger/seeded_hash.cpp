// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "seeded_hash.hpp"

namespace capgraph::inline v0::detail {

seeded_hash::seeded_hash(std::uint64_t seed) noexcept
{
    for (auto& part : key_) { // SplitMix64
        seed += 0x9e3779b97f4a7c15U;
        part = (seed ^ (seed >> 30U)) * 0xbf58476d1ce4e5b9U;
        part = (part ^ (part >> 27U)) * 0x94d049bb133111ebU;
        part ^= part >> 31U;
    }
}

std::uint64_t seeded_hash::of_long(std::string_view text) const noexcept
{
    auto const* at = text.data();
    auto const* const last = at + text.size() - 16; // the last two words, which may overlap others
    auto sum = key_[4];
    for (; at < last; at += 16) {
        sum = fold(load(at) ^ key_[5], load(at + 8) ^ sum);
    }
    return finish(load(last) ^ sum, load(last + 8), text.size());
}

} // namespace capgraph::inline v0::detail
