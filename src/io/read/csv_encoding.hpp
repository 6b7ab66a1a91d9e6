// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/io/read/csv_mapping.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The place in `text` of the first byte that `encoding` does not have there: NUL in all of them,
/// which no cell needs and UTF-16 is full of. Absent where the text is right.
[[nodiscard]] std::optional<std::size_t> find_undecodable(std::string_view text,
                                                          csv_encoding encoding) noexcept;

/// Writes what stands in `text` from `first` on in UTF-8. Precondition: it is right.
void make_utf8(std::string& text, std::size_t first, csv_encoding encoding);

} // namespace capgraph::inline v0::detail
