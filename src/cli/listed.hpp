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

} // namespace capgraph::cli
