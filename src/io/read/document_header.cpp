// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "document_header.hpp"

#include <utility>

namespace capgraph::inline v0::detail {

void check_version(json_type type, std::string_view text, text_position const& where)
{
    std::string const expected = "1, the version of the format";
    if (type != json_type::number) {
        throw wrong_type(type, text, expected, where);
    }
    if (text != "1") {
        throw error{error_code::bad_value, "version " + std::string{text.substr(0, 60)}, expected,
                    where};
    }
}

std::string read_title(json_type type, std::string_view text, text_position const& where)
{
    if (type != json_type::string) {
        throw wrong_type(type, text, "the title, a string", where);
    }
    return std::string{text};
}

error missing_version(std::string_view where_missing, text_position where)
{
    return {error_code::missing_field, std::string{where_missing} + " without 'capgraph'",
            "\"capgraph\": 1, the version of the format", std::move(where)};
}

} // namespace capgraph::inline v0::detail
