// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_path.hpp"
#include "token_track.hpp"

#include <capgraph/core/error.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// An error without its position yet: the words, and the place they are about.
struct misfit {
    error_code code{};
    std::string found;
    std::string expected;
    place at;
};

/// A byte in words: itself in quotes, or its number.
[[nodiscard]] std::string byte_in_words(char c);

/// Why the text stops being JSON where `track` has come to.
///
/// `next` is the byte there; absent when `what_ends` ends there, "the text" or "the line".
[[nodiscard]] misfit syntax_misfit(token_track const& track, json_path const& path,
                                   std::optional<char> next, std::string_view what_ends);

} // namespace capgraph::inline v0::detail
