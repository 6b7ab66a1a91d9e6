// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_parser.hpp"
#include "json_value.hpp"
#include "place.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Reads lines that are right, each at once and without noting a place for every token: what most
/// lines are. Of others it says only that they are; `json_parser` says what is wrong, and where.
class line_parser {
public:
    line_parser(std::string file, parser_limits limits);
    line_parser(line_parser const&) = delete;
    line_parser& operator=(line_parser const&) = delete;
    ~line_parser();

    /// Whether `line`, which begins at `at`, is an object within the limits; then `tree()` holds it
    /// as long as the line lives.
    [[nodiscard]] bool parse(std::string_view line, place at);

    [[nodiscard]] json_tree const& tree() const noexcept;

private:
    class handler;
    struct state;

    std::unique_ptr<state> state_;
};

} // namespace capgraph::inline v0::detail
