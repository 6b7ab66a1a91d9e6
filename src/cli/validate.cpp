// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "data_set.hpp"
#include "figures.hpp"
#include "listed.hpp"
#include "report.hpp"
#include "statement_text.hpp"
#include "subject.hpp"
#include "terminal_text.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/ledger/diagnostics.hpp>
#include <capgraph/query/state_backing.hpp>

#include <algorithm>
#include <istream>
#include <iterator>
#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::cli {

namespace {

struct complaint {
    std::string severity; ///< `error`: the data cannot be read. Else how much a finding matters.
    std::string rule;     ///< The code of an error, or the rule of a finding.
    error what;
    std::vector<std::string> statements{}; ///< In words: those that it rests on.
};

constexpr std::string_view contradiction = "conflict"; // of two statements, the first decides

/// Appends why `id`, a company or a round, cannot be answered about.
template <class Id>
void ask_about(std::vector<complaint>& to, subject const& s, Id id)
{
    try {
        static_cast<void>(state_backing_of(s.net, id));
    } catch (error const& e) {
        to.push_back({"finding", std::string{to_string(e.code())}, e});
    }
}

/// Which rounds, and which companies, cannot be answered about, though they are well-formed.
std::vector<complaint> without_answer(subject const& s)
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

/// What the rules find, at the place of the last statement that it rests on.
complaint complaint_of(subject const& s, diagnostic const& found)
{
    auto where = found.statements.empty() ? std::optional<text_position>{}
                                          : s.data.book.at(found.statements.back()).said.where;
    complaint out{
        std::string{to_string(found.rule.severity)}, std::string{found.rule.id},
        error{error_code::inconsistent_record, found.found, found.expected, std::move(where)}};
    for (auto const id : found.statements) {
        out.statements.push_back(statement_text(s, id) + provenance_text(s, id));
    }
    return out;
}

std::vector<complaint> findings_in(subject const& s)
{
    auto out = without_answer(s);
    for (auto const& found : diagnose(s.facts())) {
        out.push_back(complaint_of(s, found));
    }
    return out;
}

/// How often each rule is there: `2 unknown_key, 1 bad_value`.
std::string counts_text(std::vector<complaint> const& all)
{
    std::map<std::string_view, std::size_t> counts;
    for (auto const& each : all) {
        ++counts[each.rule];
    }
    std::string out;
    for (auto const& [code, count] : counts) {
        append_listed(out, count_text(count).append(" ").append(code));
    }
    return out;
}

/// Errors as they are; findings under their rule, each with its place where it has one.
void print_each(std::ostream& out, std::vector<complaint> const& all, bool unreadable)
{
    std::string_view last;
    for (auto const& each : all) {
        if (unreadable) {
            out << cleaned(each.what.what()) << '\n';
            continue;
        }
        if (each.rule != last) {
            out << (last.empty() ? "" : "\n") << each.severity << ": " << each.rule << '\n';
        }
        last = each.rule;
        auto const* const where = each.what.where();
        auto const has_line = where != nullptr && where->line != 0;
        out << list_item("found " + std::string{each.what.found()} + ", expected "
                         + std::string{each.what.expected()}
                         + (has_line ? " (line " + std::to_string(where->line) + ')' : ""));
        if (each.rule == contradiction) {
            out << "  " << list_item("decides: " + each.statements.front()) << "  "
                << list_item("yields: " + each.statements.back());
        }
    }
}

void print_complaints(std::ostream& out, std::vector<complaint> all, invocation const& what,
                      bool unreadable)
{
    auto const summary = counts_text(all);
    auto const total = keep_top(all, what);
    print_each(out, all, unreadable);
    if (all.size() < total) {
        out << "... and " << count_text(total - all.size()) << " more\n";
    }
    auto const stopped = unreadable && total >= read_limits{}.errors; // there, reading stops
    out << '\n'
        << (unreadable ? count_text(total, "error", "errors")
                       : count_text(total, "finding", "findings"))
        << (stopped ? " at least: " : ": ") << summary << ".\n";
}

json_object to_json(complaint const& each)
{
    auto const* const where = each.what.where();
    auto const place = [&](auto const& value) {
        return where != nullptr ? json_value{value(*where)} : json_value{};
    };
    return {{"severity", each.severity},
            {"code", each.rule},
            {"file", place([](text_position const& p) { return p.file; })},
            {"line", place([](text_position const& p) { return p.line; })},
            {"column", place([](text_position const& p) { return p.column; })},
            {"byte", place([](text_position const& p) { return p.byte; })},
            {"pointer", place([](text_position const& p) { return p.pointer; })},
            {"found", each.what.found()},
            {"expected", each.what.expected()},
            {"statements", each.statements}};
}

std::vector<complaint> errors_in(invocation const& what, std::istream& in)
{
    std::vector<complaint> out;
    auto const errors = check_data(what.data, in, what.format);
    out.reserve(errors.size());
    for (auto const& e : errors) {
        out.push_back({"error", std::string{to_string(e.code())}, e});
    }
    return out;
}

void print_fine(std::ostream& out, subject const& s)
{
    auto const& title = s.data.title;
    out << (title.empty() ? "" : cleaned(title) + ": ")
        << count_text(s.data.book.num_statements(), "statement", "statements") << " about "
        << count_text(s.net.entities().size(), "entity", "entities") << ", nothing wrong"
        << (s.data.refused == 0 ? "" : " in what was read") << ".\n";
}

/// How many rows of a table are elsewhere, if any.
void print_refused(std::ostream& out, subject const& s, std::string const& rejects)
{
    if (s.data.refused != 0) {
        out << count_text(s.data.refused, "row was", "rows were") << " refused and kept in "
            << cleaned(rejects) << ".\n";
    }
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
        auto rows = complaints;
        keep_top(rows, what);
        print_json(io.out, what, {}, objects_of(rows, to_json));
    } else if (complaints.empty()) {
        print_fine(io.out, *s);
    } else {
        print_complaints(io.out, complaints, what, code == bad_input);
    }
    if (!what.json && s) {
        print_refused(io.out, *s, what.format.rejects);
    }
    auto const matters = [](complaint const& each) { return each.severity != "note"; };
    auto const is_found = std::any_of(complaints.begin(), complaints.end(), matters);
    return code == fine && is_found ? findings : code;
}

} // namespace capgraph::cli
