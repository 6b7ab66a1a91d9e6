// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "error_list.hpp"
#include "record_reader.hpp"
#include "text_source.hpp"

#include <capgraph/io/read/json.hpp>

#include <string>

namespace capgraph::inline v0::detail {

/// What was read of a text.
struct text_read {
    std::string title;
    /// Whether no syntax error ended it early: what it describes is all there is.
    bool is_whole = true;
};

/// Reads all of `source` and hands its records to `reader`.
///
/// Errors go to `errors`. Throws: what that throws; `fatal_error`; `error` with `cancelled` or
/// `unreadable_file`; what the progress sink throws.
text_read read_text(text_source& source, read_json_options const& options, record_reader& reader,
                    error_list& errors);

} // namespace capgraph::inline v0::detail
