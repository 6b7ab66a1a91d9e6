// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "kept_rejects.hpp"

#include "failure.hpp"
#include "json.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace capgraph::cli {

namespace {

/// What there is to say of a place, or null without one.
template <class Member>
json_value at_place(error const& e, Member member)
{
    auto const* const where = e.where();
    return where != nullptr ? json_value{where->*member} : json_value{};
}

/// Where `path` leads, though there may be nothing yet; empty where that cannot be told.
std::filesystem::path destination(std::filesystem::path const& path)
{
    std::error_code failed;
    auto const whole = std::filesystem::absolute(path, failed);
    auto out = std::filesystem::weakly_canonical(whole, failed);
    return failed ? std::filesystem::path{} : out;
}

bool is_one_file(std::filesystem::path const& a, std::filesystem::path const& b)
{
    std::error_code failed;
    if (std::filesystem::equivalent(a, b, failed)) {
        return true; // by a link as well
    }
    auto const to = destination(a);
    return !to.empty() && to == destination(b);
}

} // namespace

void kept_rejects::keep(csv_reject const& reject)
{
    lines_ += to_string(json_object{{"line", at_place(reject.why, &text_position::line)},
                                    {"column", at_place(reject.why, &text_position::column)},
                                    {"cell", at_place(reject.why, &text_position::pointer)},
                                    {"code", to_string(reject.why.code())},
                                    {"found", reject.why.found()},
                                    {"expected", reject.why.expected()},
                                    {"row", reject.row}});
    lines_ += '\n';
}

void kept_rejects::keep(json_reject const& reject)
{
    lines_ += to_string(json_object{{"line", at_place(reject.why, &text_position::line)},
                                    {"column", at_place(reject.why, &text_position::column)},
                                    {"byte", at_place(reject.why, &text_position::byte)},
                                    {"pointer", at_place(reject.why, &text_position::pointer)},
                                    {"code", to_string(reject.why.code())},
                                    {"found", reject.why.found()},
                                    {"expected", reject.why.expected()},
                                    {"errors", reject.errors},
                                    {"record", reject.record}});
    lines_ += '\n';
}

void kept_rejects::write() const
{
    std::ofstream out{path_, std::ios::binary | std::ios::trunc};
    out << lines_ << std::flush;
    if (!out) {
        throw error{error_code::unwritable_file, "a file that cannot be written",
                    "a place for what is refused", text_position{path_, 0, 0, 0, {}}};
    }
}

void require_apart(std::string const& rejects, std::optional<std::string> const& data)
{
    if (rejects.empty() || !data) {
        return;
    }
    // A shell may have opened for reading what is named here for writing.
    if (is_one_file(rejects, *data == "-" ? "/dev/stdin" : *data)) {
        throw bad_usage{"--rejects '" + rejects
                        + "' is the data set itself: expected another file"};
    }
}

} // namespace capgraph::cli
