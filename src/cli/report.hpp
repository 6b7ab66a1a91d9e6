// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "invocation.hpp"
#include "json.hpp"

#include <cstddef>
#include <iosfwd>
#include <vector>

namespace capgraph::cli {

/// Prints the one object of `--json`: the subcommand, the view and the options as they were taken,
/// `more` of them behind those that all subcommands have, and the rows, one a line.
void print_json(std::ostream& out, invocation const& what, json_object const& more,
                std::vector<json_object> const& rows);

/// What `to_object` makes of each of `rows`.
template <class Row, class ToObject>
[[nodiscard]] std::vector<json_object> objects_of(std::vector<Row> const& rows, ToObject to_object)
{
    std::vector<json_object> out;
    out.reserve(rows.size());
    for (auto const& row : rows) {
        out.push_back(to_object(row));
    }
    return out;
}

/// Cuts `rows` to the number asked for by `--top`; returns how many were there.
template <class Row>
std::size_t keep_top(std::vector<Row>& rows, invocation const& what)
{
    auto const all = rows.size();
    if (what.top && *what.top < all) {
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*what.top), rows.end());
    }
    return all;
}

} // namespace capgraph::cli
