// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>
#include <capgraph/io/read/csv.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace capgraph::cli {

/// A record of a text in the data format that was refused.
struct json_reject {
    error why;              ///< What is wrong with it, at its first place that is wrong.
    std::size_t errors = 1; ///< How much is wrong with it in all.
    /// As it is written; absent where the error is about no one record.
    std::optional<std::string_view> record{};
};

/// What is refused of a data set, one JSON object a line, kept until all has been read.
class kept_rejects {
public:
    explicit kept_rejects(std::string path) : path_{std::move(path)} {}

    void keep(csv_reject const& reject);
    void keep(json_reject const& reject);

    /// Writes the file anew. Throws: `error` with `unwritable_file`.
    void write() const;

private:
    std::string path_;
    std::string lines_;
};

/// Refuses to write over what is read. Throws: `bad_usage` where `rejects` and `data`, a path or
/// `-`, are one file, or would be.
void require_apart(std::string const& rejects, std::optional<std::string> const& data);

} // namespace capgraph::cli
