// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "data_set.hpp"

#include "embedded_data.hpp"
#include "failure.hpp"
#include "json.hpp"

#include <capgraph/io/read/json.hpp>

#include <fstream>
#include <istream>
#include <iterator>
#include <utility>

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

/// A text that is looked at before it is read: a file by its path, all else whole.
struct text_choice {
    std::optional<std::string> path{};
    std::string text{};
    char const* name = "";

    [[nodiscard]] data_format format() const
    {
        return detected(path ? first_line_of(*path) : std::string_view{text});
    }
};

text_choice text_of(std::optional<std::string> const& file, std::istream& in)
{
    if (!file) {
        return {.text = std::string{embedded_data()}, .name = built_in};
    }
    if (is_standard_input(file)) {
        return {.text = read_all(in), .name = standard_input};
    }
    return {.path = file};
}

data_format format_of(text_choice const& text, format_choice const& asked)
{
    return asked.format == data_format::detect ? text.format() : asked.format;
}

/// A refused row in one line of JSON: where, why, and as it was.
std::string reject_text(csv_reject const& reject)
{
    auto const* const where = reject.why.where();
    json_object const object{
        {"line", where != nullptr ? json_value{where->line} : json_value{}},
        {"column", where != nullptr ? json_value{where->column} : json_value{}},
        {"cell", where != nullptr ? json_value{where->pointer} : json_value{}},
        {"code", to_string(reject.why.code())},
        {"found", reject.why.found()},
        {"expected", reject.why.expected()},
        {"row", reject.row}};
    return to_string(object) + '\n';
}

/// The rows that are refused, kept in a file once the others are read.
class kept_rejects {
public:
    explicit kept_rejects(std::string path) : path_{std::move(path)} {}

    void keep(csv_reject const& reject) { lines_ += reject_text(reject); }

    void write() const
    {
        std::ofstream out{path_, std::ios::binary | std::ios::trunc};
        out << lines_ << std::flush;
        if (!out) {
            throw error{error_code::unwritable_file, "a file that cannot be written",
                        "a place for the refused rows", text_position{path_, 0, 0, 0, {}}};
        }
    }

private:
    std::string path_;
    std::string lines_;
};

/// The rows of a table, in `to`.
void append_table(ledger& to, text_choice const& from, csv_mapping const& mapping,
                  std::string const& rejects)
{
    kept_rejects kept{rejects};
    read_csv_options options;
    options.name = from.name;
    if (!rejects.empty()) {
        options.rejects = [&kept](csv_reject const& reject) { kept.keep(reject); };
    }
    try {
        static_cast<void>(from.path ? append_csv_file(to, *from.path, mapping, options)
                                    : append_csv(to, from.text, mapping, options));
    } catch (error const& e) {
        throw bad_data{e};
    }
    if (!rejects.empty()) {
        kept.write();
    }
}

json_contents append_document(ledger& to, text_choice const& from)
{
    try {
        return from.path ? append_json_file(to, *from.path)
                         : append_json(to, from.text, named(from.name));
    } catch (error const& e) {
        throw bad_data{e};
    }
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
    auto const text = text_of(file, in);
    data_set out;
    if (auto const mapping = mapping_of(format_of(text, format))) {
        append_table(out.book, text, *mapping, format.rejects);
        return out;
    }
    if (!format.rejects.empty()) {
        throw bad_usage{"--rejects keeps rows of a table; a data set in JSON is refused whole"};
    }
    out.title = append_document(out.book, text).title;
    return out;
}

std::vector<error> check_data(std::optional<std::string> const& file, std::istream& in,
                              format_choice const& format)
{
    auto const text = text_of(file, in);
    if (auto const mapping = mapping_of(format_of(text, format))) {
        if (!format.rejects.empty()) {
            return {}; // reading keeps them
        }
        read_csv_options options;
        options.name = text.name;
        return text.path ? check_csv_file(*text.path, *mapping, options)
                         : check_csv(text.text, *mapping, options);
    }
    return text.path ? check_json_file(*text.path) : check_json(text.text, named(text.name));
}

} // namespace capgraph::cli
