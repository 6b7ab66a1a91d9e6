// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0 {

/// What is meant by the part that one entity holds of another through others. Never one unlabelled
/// number: each has its header in algorithm/, with what it means and who first defined it.
enum class ownership_semantics : std::uint8_t {
    look_through,  ///< Of ultimate owners: through chains of any length.
    walk_sum,      ///< Of anybody: through all chains, those that come back to the owner too.
    first_passage, ///< Of anybody: through chains that don't.
    simple_path,   ///< Of anybody: through chains that pass nobody twice.
    weakest_link,  ///< Of anybody: the smallest stake of each such chain.
};

template <>
inline constexpr auto detail::words_of<ownership_semantics> = std::to_array<std::string_view>(
    {"look_through", "walk_sum", "first_passage", "simple_path", "weakest_link"});

} // namespace capgraph::inline v0
