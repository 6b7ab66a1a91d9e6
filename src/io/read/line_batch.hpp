// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_parser.hpp"
#include "json_value.hpp"
#include "line_scanner.hpp"
#include "place.hpp"
#include "slug_outlook.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A few lines read ahead, so that what they name is on its way from memory before it is asked for.
class line_batch {
public:
    struct row {
        std::string_view line; ///< Without its line break.
        bool is_plain = false; ///< Whether `tree` holds it; see `line_scanner`.
        json_tree tree;
    };

    line_batch(std::string file, parser_limits const& limits, slug_outlook& outlook);

    /// Reads the first lines of `text`, which begins at `at` and ends in a line break. They live
    /// as long as the text, and until the next call.
    [[nodiscard]] std::span<row const> read(std::string_view text, place at);

private:
    void read_line(row& to, std::string_view text, place const& at);

    // Enough to hide the memory's latency, and few enough for their trees to stay in the cache.
    std::array<row, 12> rows_;
    std::string file_;
    line_scanner scanner_;
    slug_outlook* outlook_;
    std::size_t most_bytes_;
};

} // namespace capgraph::inline v0::detail
