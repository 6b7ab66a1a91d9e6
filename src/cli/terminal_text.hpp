// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace capgraph::cli {

/// `text` with nothing in it that could move the cursor, hide or reorder what is printed.
///
/// Line breaks, tabs and the like become a space; other control characters, marks of direction and
/// bytes that are not UTF-8 become U+FFFD; what is invisible (zero-width spaces and joiners,
/// variation selectors) goes; of a heap of combining marks the first four stay.
[[nodiscard]] std::string cleaned(std::string_view text);

/// How many columns of a terminal `text` takes: Chinese letters two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` where it fits `width` columns, else as much of it as does with an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// `text` broken at spaces into lines of at most `width` columns; a longer word has a line of its
/// own.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

/// `text`, cleaned, as an item of a list: in lines of at most a hundred columns, moved in by two,
/// and by four from the second on. Ends with a line break.
[[nodiscard]] std::string list_item(std::string_view text);

} // namespace capgraph::cli
