// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/io/read/json.hpp>

#include <optional>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The format of a text that begins with `beginning`; absent when more of it is needed.
///
/// Lines, where the first line that is not blank begins an object with the key `type`, or is an
/// object of its own with another behind it; else a document. Never absent when `is_all` says that
/// this is the whole text, nor beyond 64 KiB.
[[nodiscard]] std::optional<json_format> detect_format(std::string_view beginning, bool is_all);

} // namespace capgraph::inline v0::detail
