// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "data_set.hpp"
#include "figures.hpp"
#include "listed.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "terminal_text.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/query/state_backing.hpp>

#include <istream>
#include <iterator>
#include <map>
#include <ostream>
#include <sstream>
#include <string>

namespace capgraph::cli {

namespace {

struct complaint {
    bool is_error = false; ///< Else a finding: readable, but there is something to look at.
    error what;
};

/// Appends why `id`, a company or a round, cannot be answered about.
template <class Id>
void ask_about(std::vector<complaint>& to, subject const& s, Id id)
{
    try {
        static_cast<void>(state_backing_of(s.net, id));
    } catch (error const& e) {
        to.push_back({false, e});
    }
}

/// Which rounds, and which companies, cannot be answered about, though they are well-formed.
std::vector<complaint> findings_in(subject const& s)
{
    std::vector<complaint> out;
    for (auto const id : s.net.rounds()) {
        ask_about(out, s, id);
    }
    if (out.empty()) { // what is wrong with a round would be told again for its company
        for (auto const id : s.net.companies()) {
            ask_about(out, s, id);
        }
    }
    return out;
}

/// How often each code is there: `2 unknown_key, 1 bad_value`.
std::string counts_text(std::vector<complaint> const& all)
{
    std::map<std::string_view, std::size_t> counts;
    for (auto const& each : all) {
        ++counts[to_string(each.what.code())];
    }
    std::string out;
    for (auto const& [code, count] : counts) {
        append_listed(out, count_text(count).append(" ").append(code));
    }
    return out;
}

void print_complaints(std::ostream& out, std::vector<complaint> all, invocation const& what)
{
    auto const summary = counts_text(all);
    auto const is_error = all.front().is_error;
    auto const total = keep_top(all, what);
    for (auto const& each : all) {
        out << cleaned(each.what.what()) << '\n';
    }
    if (all.size() < total) {
        out << "... and " << count_text(total - all.size()) << " more\n";
    }
    auto const stopped = is_error && total >= read_limits{}.errors; // there, reading stops
    out << '\n'
        << (is_error ? count_text(total, "error", "errors")
                     : count_text(total, "finding", "findings"))
        << (stopped ? " at least: " : ": ") << summary << ".\n";
}

json_object to_json(complaint const& each)
{
    auto const* const where = each.what.where();
    auto const place = [&](auto const& value) {
        return where != nullptr ? json_value{value(*where)} : json_value{};
    };
    return {{"severity", each.is_error ? "error" : "finding"},
            {"code", to_string(each.what.code())},
            {"file", place([](text_position const& p) { return p.file; })},
            {"line", place([](text_position const& p) { return p.line; })},
            {"column", place([](text_position const& p) { return p.column; })},
            {"byte", place([](text_position const& p) { return p.byte; })},
            {"pointer", place([](text_position const& p) { return p.pointer; })},
            {"found", each.what.found()},
            {"expected", each.what.expected()}};
}

std::vector<complaint> errors_in(invocation const& what, std::istream& in)
{
    std::vector<complaint> out;
    auto const errors = check_data(what.data, in, what.format);
    out.reserve(errors.size());
    for (auto const& e : errors) {
        out.push_back({true, e});
    }
    return out;
}

void print_fine(std::ostream& out, subject const& s)
{
    auto const& title = s.data.title;
    out << (title.empty() ? "" : cleaned(title) + ": ")
        << count_text(s.data.book.num_statements(), "statement", "statements") << " about "
        << count_text(s.net.entities().size(), "entity", "entities") << ", nothing wrong.\n";
}

} // namespace

exit_code validate(invocation const& what, streams const& io)
{
    // The standard input can be read only once, and is wanted twice.
    std::istringstream again;
    if (what.data == "-") {
        again.str(read_all(io.in));
    }
    auto complaints = errors_in(what, again);
    auto const code = complaints.empty() ? fine : bad_input;
    std::optional<subject> s;
    if (complaints.empty()) {
        again.clear();
        again.seekg(0);
        s = read_subject(what, again);
        complaints = findings_in(*s);
    }
    if (what.json) {
        keep_top(complaints, what);
        print_json(io.out, what, {}, objects_of(complaints, to_json));
    } else if (complaints.empty()) {
        print_fine(io.out, *s);
    } else {
        print_complaints(io.out, complaints, what);
    }
    return code == fine && !complaints.empty() ? findings : code;
}

} // namespace capgraph::cli
