// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace capgraph::cli {

/// Appends `item` to a list in words, behind `separator` unless it is the first.
inline void append_listed(std::string& list, std::string_view item,
                          std::string_view separator = ", ")
{
    if (!list.empty()) {
        list += separator;
    }
    list += item;
}

/// Appends a name or an id to a list with commas between: in quotes where it has a comma or quotes
/// of its own, so that it is clear where it ends.
inline void append_name(std::string& list, std::string_view name)
{
    if (name.find_first_of(",\"") == std::string_view::npos) {
        append_listed(list, name);
        return;
    }
    std::string quoted{"\""};
    for (auto const letter : name) {
        quoted.append(letter == '"' ? 2 : 1, letter);
    }
    append_listed(list, quoted += '"');
}

} // namespace capgraph::cli
