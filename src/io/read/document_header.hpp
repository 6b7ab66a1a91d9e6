// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"

#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The key that holds the version of the format, which is 1.
inline constexpr std::string_view version_key = "capgraph";
inline constexpr std::string_view title_key = "title";

/// Throws: `error` with `wrong_type` or `bad_value` when that is not the version this library
/// reads.
void check_version(json_type type, std::string_view text, text_position const& where);
/// The title, a string. Throws: `error` with `wrong_type`.
[[nodiscard]] std::string read_title(json_type type, std::string_view text,
                                     text_position const& where);
/// The error for a document or a first line that does not say its version.
[[nodiscard]] error missing_version(std::string_view where_missing, text_position where);

} // namespace capgraph::inline v0::detail
