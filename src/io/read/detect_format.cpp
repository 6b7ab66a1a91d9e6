// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "detect_format.hpp"

#include <cstddef>

namespace capgraph::inline v0::detail {

namespace {

constexpr std::size_t farthest = std::size_t{64} * 1024;
constexpr std::string_view whitespace = " \t\r\n";

/// Where the bracket that opens a text is closed again; npos where it is not.
std::size_t end_of_object(std::string_view text)
{
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        if (in_string) {
            i += c == '\\' ? 1 : 0;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

bool has_type_first(std::string_view object)
{
    auto const key = object.find_first_not_of(whitespace, 1);
    return key != std::string_view::npos && object.substr(key).starts_with("\"type\"");
}

} // namespace

std::optional<json_format> detect_format(std::string_view beginning, bool is_all)
{
    beginning = beginning.substr(0, farthest);
    auto const undecided = is_all || beginning.size() == farthest
                               ? std::optional{json_format::document}
                               : std::nullopt;
    auto const first = beginning.find_first_not_of(whitespace);
    if (first == std::string_view::npos) {
        return undecided;
    }
    beginning.remove_prefix(first);
    if (beginning.front() != '{') {
        return json_format::document;
    }
    auto const line = beginning.substr(0, beginning.find('\n'));
    if (has_type_first(line)) {
        return json_format::lines;
    }
    if (line.size() == beginning.size()) {
        return undecided; // the line goes on, or nothing follows it
    }
    auto const end = end_of_object(line);
    if (end == std::string_view::npos
        || line.find_first_not_of(whitespace, end + 1) != std::string_view::npos) {
        return json_format::document;
    }
    auto const next = beginning.find_first_not_of(whitespace, line.size());
    if (next == std::string_view::npos) {
        return undecided;
    }
    return beginning[next] == '{' ? json_format::lines : json_format::document;
}

} // namespace capgraph::inline v0::detail
