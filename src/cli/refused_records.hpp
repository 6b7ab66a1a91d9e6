// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kept_rejects.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/io/read/json.hpp>

#include <functional>
#include <iosfwd>
#include <vector>

namespace capgraph::cli {

/// Tells `sink` of each record of a text in the data format that an error is in, once, in their
/// order; and of each error that is in none.
///
/// `errors` are those that `check_json` lists of `text`, and in its order; `format` is no
/// `json_format::detect`. A record of JSON Lines is its line. One that a document breaks off in is
/// told as far as it was read; one beyond `read_limits::record_bytes`, without its text.
///
/// Complexity: linear in the text; holds one record at a time.
void each_refused(std::istream& text, json_format format, std::vector<error> const& errors,
                  std::function<void(json_reject const&)> const& sink);

} // namespace capgraph::cli
