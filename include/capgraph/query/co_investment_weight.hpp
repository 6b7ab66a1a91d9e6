// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0 {

/// How strongly two investors who share companies (or rounds: groups) are tied. s: the groups that
/// both are in; d: those that one is in; n: the investors of a group.
enum class co_investment_weight : std::uint8_t {
    shared,      ///< s.
    newman,      ///< Sum over the shared groups of 1 / (n - 1): Newman, Physical Review E 64, 2001.
    jaccard,     ///< s / (d + d' - s): Jaccard 1912.
    cosine,      ///< s / sqrt(d d'): Salton & McGill 1983.
    simpson,     ///< s / min(d, d'), the overlap: Simpson 1943.
    adamic_adar, ///< Sum over the shared groups of 1 / ln n: Adamic & Adar, Social Networks 25,
                 ///< 2003.
};

template <>
inline constexpr auto detail::words_of<co_investment_weight> = std::to_array<std::string_view>(
    {"shared", "newman", "jaccard", "cosine", "simpson", "adamic_adar"});

} // namespace capgraph::inline v0
