// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "document_data.hpp"

#include "failure.hpp"
#include "kept_rejects.hpp"
#include "refused_records.hpp"

#include <capgraph/io/read/json.hpp>

#include <algorithm>
#include <fstream>
#include <limits>
#include <sstream>

namespace capgraph::cli {

namespace {

read_json_options options_for(data_text const& from)
{
    read_json_options options;
    options.name = from.name;
    return options;
}

std::vector<error> check(data_text const& from, read_json_options const& options)
{
    return from.path ? check_json_file(*from.path, options) : check_json(from.text, options);
}

json_format format_of(std::istream& text)
{
    std::string beginning(std::size_t{64} * 1024, '\0');
    text.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(text.gcount()));
    text.clear();
    text.seekg(0);
    return json_format_of(beginning);
}

void keep_refused(std::istream& text, std::vector<error> const& errors, kept_rejects& kept)
{
    auto const format = format_of(text);
    each_refused(text, format, errors, [&kept](json_reject const& each) { kept.keep(each); });
}

/// Writes all that is refused of a text to the file `rejects`.
void write_refused(data_text const& from, std::string const& rejects)
{
    auto options = options_for(from);
    options.limits.errors = std::numeric_limits<std::size_t>::max();
    auto const errors = check(from, options);
    if (std::any_of(errors.begin(), errors.end(),
                    [](error const& e) { return e.code() == error_code::unreadable_file; })) {
        return;
    }
    kept_rejects kept{rejects};
    if (from.path) {
        std::ifstream file{*from.path, std::ios::binary};
        keep_refused(file, errors, kept);
    } else {
        std::istringstream text{from.text};
        keep_refused(text, errors, kept);
    }
    kept.write();
}

} // namespace

std::string append_document(ledger& to, data_text const& from, std::string const& rejects)
{
    auto const options = options_for(from);
    std::string title;
    try {
        title = (from.path ? append_json_file(to, *from.path, options)
                           : append_json(to, from.text, options))
                    .title;
    } catch (error const& e) {
        if (!rejects.empty()) {
            write_refused(from, rejects);
        }
        throw bad_data{e};
    }
    if (!rejects.empty()) {
        kept_rejects{rejects}.write();
    }
    return title;
}

std::vector<error> check_document(data_text const& from, std::string const& rejects)
{
    auto errors = check(from, options_for(from));
    if (!errors.empty() && !rejects.empty()) {
        write_refused(from, rejects);
    }
    return errors;
}

} // namespace capgraph::cli
