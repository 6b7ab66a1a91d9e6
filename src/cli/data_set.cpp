// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "data_set.hpp"

#include "document_data.hpp"
#include "embedded_data.hpp"
#include "failure.hpp"
#include "kept_rejects.hpp"
#include "table_data.hpp"

#include <istream>
#include <iterator>
#include <utility>

namespace capgraph::cli {

namespace {

constexpr char const* standard_input = "(standard input)";
constexpr char const* built_in = "(built-in data)";

data_text text_of(std::optional<std::string> const& file, std::istream& in)
{
    if (!file) {
        return {.text = std::string{embedded_data()}, .name = built_in};
    }
    if (file == "-") {
        return {.text = read_all(in), .name = standard_input};
    }
    return {.path = file};
}

/// The columns of the data set, where it is a table.
std::optional<csv_mapping> mapping_for(data_text const& text, data_format asked)
{
    if (asked == data_format::detect) {
        asked = detected(text.path ? first_line_of(*text.path) : std::string_view{text.text});
    }
    return mapping_of(asked);
}

} // namespace

std::string read_all(std::istream& in)
{
    try {
        return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    } catch (std::ios_base::failure const&) { // a closed descriptor, a folder
        throw bad_data{error{error_code::unreadable_file, "a stream that cannot be read",
                             "text on the standard input",
                             text_position{standard_input, 0, 0, 0, {}}}};
    }
}

data_set read_data(std::optional<std::string> const& file, std::istream& in,
                   format_choice const& format)
{
    require_apart(format.rejects, file);
    auto const text = text_of(file, in);
    data_set out;
    if (auto const mapping = mapping_for(text, format.format)) {
        out.refused = append_table(out.book, text, *mapping, format.rejects);
    } else {
        out.title = append_document(out.book, text, format.rejects);
    }
    return out;
}

std::vector<error> check_data(std::optional<std::string> const& file, std::istream& in,
                              format_choice const& format)
{
    require_apart(format.rejects, file);
    auto const text = text_of(file, in);
    if (auto const mapping = mapping_for(text, format.format)) {
        return format.rejects.empty() ? check_table(text, *mapping)
                                      : std::vector<error>{}; // reading keeps them
    }
    return check_document(text, format.rejects);
}

} // namespace capgraph::cli
