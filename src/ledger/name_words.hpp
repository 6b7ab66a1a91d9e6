// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// The words of a name by the rules of `normalised_name`, but in the name's own order.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

/// The words with a space between.
[[nodiscard]] std::string joined_words(std::vector<std::string> const& words);

} // namespace capgraph::inline v0::detail
