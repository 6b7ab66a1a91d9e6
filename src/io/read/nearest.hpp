// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The word among `words` that is spelt most like `wrong`; empty when none is near.
[[nodiscard]] std::string_view nearest_word(std::string_view wrong,
                                            std::span<std::string_view const> words);

/// "one of a, b, c", and which of them may have been meant by `wrong`.
[[nodiscard]] std::string one_of(std::span<std::string_view const> words, std::string_view wrong);

} // namespace capgraph::inline v0::detail
