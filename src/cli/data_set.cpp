// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "data_set.hpp"

#include "embedded_data.hpp"
#include "failure.hpp"

#include <capgraph/io/read/json.hpp>

#include <istream>
#include <iterator>

namespace capgraph::cli {

namespace {

bool is_standard_input(std::optional<std::string> const& file)
{
    return file == "-";
}

/// How errors call what has no file name.
read_json_options named(char const* name)
{
    read_json_options options;
    options.name = name;
    return options;
}

constexpr char const* standard_input = "(standard input)";
constexpr char const* built_in = "(built-in data)";

json_contents append(ledger& to, std::optional<std::string> const& file, std::istream& in)
{
    if (!file) {
        return append_json(to, embedded_data(), named(built_in));
    }
    if (is_standard_input(file)) {
        return append_json(to, read_all(in), named(standard_input));
    }
    return append_json_file(to, *file);
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

data_set read_data(std::optional<std::string> const& file, std::istream& in)
{
    data_set out;
    try {
        out.title = append(out.book, file, in).title;
    } catch (error const& e) {
        throw bad_data{e};
    }
    return out;
}

std::vector<error> check_data(std::optional<std::string> const& file, std::istream& in)
{
    if (!file) {
        return check_json(embedded_data(), named(built_in));
    }
    return is_standard_input(file) ? check_json(read_all(in), named(standard_input))
                                   : check_json_file(*file);
}

} // namespace capgraph::cli
