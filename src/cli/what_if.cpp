// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "backing_json.hpp"
#include "backing_rows.hpp"
#include "backing_text.hpp"
#include "document_data.hpp"
#include "failure.hpp"
#include "figures.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <map>
#include <ostream>
#include <string>
#include <utility>

namespace capgraph::cli {

namespace {

/// A row before and after; one of them is null where it is not there.
struct changed_row {
    backing_row const* before = nullptr;
    backing_row const* after = nullptr;
};

std::string name_of(subject const& s, backing_row const& row)
{
    return row.round ? s.slug(*row.round) : s.slug(row.company);
}

/// Rows of both, in the order of the second.
std::vector<changed_row> matched(subject const& was, std::vector<backing_row> const& before,
                                 subject const& is, std::vector<backing_row> const& after)
{
    std::map<std::pair<bool, std::string>, backing_row const*> by_name;
    for (auto const& row : before) {
        by_name[{row.round.has_value(), name_of(was, row)}] = &row;
    }
    std::vector<changed_row> out;
    for (auto const& row : after) {
        auto const found = by_name.find({row.round.has_value(), name_of(is, row)});
        out.push_back({found == by_name.end() ? nullptr : found->second, &row});
    }
    return out;
}

std::string cell_of(backing_row const* row, std::size_t answer)
{
    if (row == nullptr) {
        return "";
    }
    auto const& a = row->answers[answer];
    return a.part ? percent_text(a.part->capital) : std::string{to_string(a.reason.code())};
}

bool is_changed(changed_row const& row)
{
    if (row.before == nullptr) {
        return true;
    }
    for (std::size_t i = 0; i < row.after->answers.size(); ++i) {
        auto const& before = row.before->answers[i];
        auto const& after = row.after->answers[i];
        if (before.part != after.part || before.heads != after.heads) {
            return true;
        }
    }
    return false;
}

void print_text(std::ostream& out, invocation const& what, subject const& s,
                std::vector<changed_row> rows)
{
    std::erase_if(rows, [](changed_row const& row) { return !is_changed(row); });
    auto const all = keep_top(rows, what);
    out << view_text(what) << '\n'
        << wrapped(measure_text(what.backing), 100)
        << "\nThe state's part of the money, as it is and as supposed.\n\n";
    if (rows.empty()) {
        out << "Nothing changes.\n";
        return;
    }
    table t{{{"company / round", alignment::left, 32},
             {"of", alignment::left},
             {"as it is", alignment::right},
             {"as supposed", alignment::right},
             {"heads", alignment::right},
             {"as supposed", alignment::right}}};
    auto const heads = [](backing_row const* row, std::size_t i) {
        auto const* const found = row != nullptr ? row->answers[i].investors() : nullptr;
        return found != nullptr ? percent_text(found->headcount) : std::string{};
    };
    for (auto const& row : rows) {
        auto const is_round = row.after->round.has_value();
        auto const name = is_round ? "  " + s.slug(*row.after->round) : s.name(row.after->company);
        for (std::size_t i = 0; i < row.after->answers.size(); ++i) {
            t.add({i == 0 ? name : "", std::string{to_string(row.after->answers[i].denominator)},
                   cell_of(row.before, i), cell_of(row.after, i), heads(row.before, i),
                   heads(row.after, i)});
        }
    }
    out << to_string(t);
    if (rows.size() < all) {
        out << "... and " << count_text(all - rows.size(), "row", "rows") << " more\n";
    }
    std::vector<backing_row> after;
    for (auto const& row : rows) {
        after.push_back(*row.after);
    }
    out << over_total_text(s, after) << reasons_text(s, after);
}

std::vector<json_object> objects_of(subject const& s, invocation const& what,
                                    std::vector<changed_row> rows)
{
    keep_top(rows, what);
    std::vector<json_object> objects;
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.after->answers.size(); ++i) {
            auto object = to_json(s, what.backing.measure, *row.after, row.after->answers[i]);
            auto const* const before = row.before != nullptr ? &row.before->answers[i] : nullptr;
            auto const* const part = before != nullptr && before->part ? &*before->part : nullptr;
            auto const has_reason = before != nullptr && part == nullptr;
            object.push_back({"is_changed", is_changed(row)});
            add_bounded(object, "headcount_as_is", part != nullptr ? &part->headcount : nullptr);
            add_bounded(object, "capital_as_is", part != nullptr ? &part->capital : nullptr);
            object.push_back({"error_as_is", has_reason
                                                 ? json_value{to_string(before->reason.code())}
                                                 : json_value{}});
            objects.push_back(std::move(object));
        }
    }
    return objects;
}

} // namespace

exit_code what_if(invocation const& what, streams const& io)
{
    auto const was = read_subject(what, io.in);
    data_set supposed{was.data.book.copy(), was.data.title, 0};
    append_document(supposed.book, {what.backing.with, {}, ""}, {});
    auto seen = what.seen;
    seen.supposed_from = statement_id{static_cast<std::uint32_t>(was.data.book.num_statements())};
    auto net = network_of(view{supposed.book, std::move(seen)}, what);
    subject const is{std::move(supposed), std::move(net)};
    auto const after = backing_rows(is, what);
    std::vector<backing_row> before;
    try {
        before = backing_rows(was, what);
    } catch (bad_usage const&) { // who is only supposed to be there
    } catch (error const& e) {
        if (e.code() != error_code::not_known_at) {
            throw;
        }
    }
    auto const rows = matched(was, before, is, after);
    auto const code = ended(what.backing, after, io.err);
    if (!what.json) {
        print_text(io.out, what, is, rows);
        return code;
    }
    json_object options{{"with", what.backing.with}};
    auto const asked = options_of(what.backing);
    options.insert(options.end(), asked.begin(), asked.end());
    print_json(io.out, what, options, objects_of(is, what, rows));
    return code;
}

} // namespace capgraph::cli
