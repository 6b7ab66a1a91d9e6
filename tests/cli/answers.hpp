// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Runs the command within the test, and reads what it printed with a parser that is not ours.

#include "cli/run.hpp"
#include "support/catch2.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace capgraph::test {

/// What a run of the command left.
struct outcome {
    int code = 0;
    std::string out;
    std::string err;
};

inline outcome run_command(std::vector<std::string> arguments, std::string const& input = {})
{
    std::istringstream in{input};
    std::ostringstream out;
    std::ostringstream err;
    auto const code = cli::run(std::move(arguments), {in, out, err});
    return {code, out.str(), err.str()};
}

/// The same with the arguments of `line`, which has spaces between them and in none.
inline outcome run_line(std::string const& line, std::string const& input = {})
{
    std::istringstream words{line};
    std::vector<std::string> arguments;
    for (std::string word; words >> word;) {
        arguments.push_back(word);
    }
    return run_command(std::move(arguments), input);
}

/// The object that `line --json` prints: one, and nothing else.
inline boost::json::object answer_to(std::string const& line, std::string const& input = {})
{
    auto const got = run_line(line + " --json", input);
    INFO(line << '\n' << got.err << got.out);
    REQUIRE(got.err.empty());
    REQUIRE(got.out.ends_with("}\n"));
    boost::json::error_code broken;
    auto const value = boost::json::parse(got.out, broken);
    REQUIRE(!broken);
    return value.as_object();
}

using json_rows = std::vector<boost::json::object>;

inline json_rows rows_of(boost::json::object const& answer)
{
    json_rows out;
    for (auto const& row : answer.at("rows").as_array()) {
        out.push_back(row.as_object());
    }
    return out;
}

inline json_rows rows_of(std::string const& line, std::string const& input = {})
{
    return rows_of(answer_to(line, input));
}

inline std::string text(boost::json::object const& row, std::string_view name)
{
    auto const& value = row.at(name);
    return value.is_null() ? "null" : std::string{value.as_string()};
}

/// A list of texts, with spaces between them and in none.
inline std::string texts(boost::json::object const& row, std::string_view name)
{
    std::string out;
    for (auto const& each : row.at(name).as_array()) {
        out.append(out.empty() ? "" : " ").append(std::string{each.as_string()});
    }
    return out;
}

inline double number(boost::json::object const& row, std::string_view name)
{
    return row.at(name).to_number<double>();
}

/// The rows whose member `name` is `wanted`.
inline json_rows where(json_rows const& rows, std::string_view name, std::string_view wanted)
{
    json_rows out;
    for (auto const& row : rows) {
        if (text(row, name) == wanted) {
            out.push_back(row);
        }
    }
    return out;
}

/// The only such row.
inline boost::json::object only(json_rows const& rows)
{
    REQUIRE(rows.size() == 1);
    return rows.front();
}

/// The shipped data set, from the top of the checkout, where tests run.
inline std::string const shipped = " --data data/seeds.json ";

} // namespace capgraph::test
