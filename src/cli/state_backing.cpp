// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "backing_json.hpp"
#include "backing_rows.hpp"
#include "backing_text.hpp"
#include "figures.hpp"
#include "report.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

namespace capgraph::cli {

namespace {

void print_text(std::ostream& out, subject const& s, invocation const& what,
                std::vector<backing_row> rows)
{
    auto const all = keep_top(rows, what);
    out << view_text(what) << '\n' << wrapped(measure_text(what.backing), 100) << "\n\n";
    if (rows.empty()) {
        auto const of_rounds = what.unit == co_investment_unit::same_round
                               || what.backing.denominator == backing_denominator::post_money;
        out << (of_rounds ? "No rounds.\n" : "No companies.\n");
        return;
    }
    auto const kinds = kinds_of(rows);
    table t{columns_for(what.backing, kinds)};
    for (auto const& row : rows) {
        t.add(cells_of(s, row, kinds));
    }
    out << to_string(t);
    if (rows.size() < all) {
        out << "... and " << count_text(all - rows.size(), "row", "rows") << " more\n";
    }
    out << state_investors_text(s, rows) << stakes_text(s, what.backing, rows)
        << over_total_text(s, rows) << reasons_text(s, rows);
}

std::vector<json_object> objects_of(subject const& s, backing_choice const& asked,
                                    std::vector<backing_row> const& rows)
{
    std::vector<json_object> objects;
    for (auto const& row : rows) {
        for (auto const& answer : row.answers) {
            objects.push_back(to_json(s, asked.measure, row, answer));
        }
    }
    return objects;
}

/// The rows as known on each of several days.
exit_code print_over(subject const& s, invocation const& what, streams const& io)
{
    auto& out = io.out;
    auto code = fine;
    std::vector<json_object> objects;
    std::vector<column> columns{{"known on", alignment::left}};
    auto const kept = columns_for(what.backing, {true, true});
    columns.insert(columns.end(), kept.begin(), kept.end());
    table t{columns};
    for (auto const& day : what.backing.over) {
        auto then = what;
        then.seen.known_at = day;
        subject const seen{{s.data.book.copy(), s.data.title, 0},
                           network_of(view{s.data.book, then.seen}, then)};
        std::vector<backing_row> rows;
        try {
            rows = backing_rows(seen, then);
        } catch (error const& e) {
            if (e.code() != error_code::not_known_at) {
                throw;
            }
            t.add({to_string(day), "not known yet"});
            continue;
        }
        code = std::max(code, ended(what.backing, rows, io.err));
        keep_top(rows, what);
        for (auto const& row : rows) {
            auto cells = cells_of(seen, row, {true, true});
            cells.insert(cells.begin(), &row == rows.data() ? to_string(day) : "");
            t.add(std::move(cells));
        }
        for (auto& object : objects_of(seen, what.backing, rows)) {
            object.insert(object.begin(), {"known_at", to_string(day)});
            objects.push_back(std::move(object));
        }
    }
    if (what.json) {
        print_json(out, what, options_of(what.backing), objects);
    } else {
        out << view_text(what) << '\n'
            << wrapped(measure_text(what.backing), 100) << "\n\n"
            << to_string(t);
    }
    return code;
}

} // namespace

exit_code state_backing(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    if (!what.backing.over.empty()) {
        return print_over(s, what, io);
    }
    auto rows = backing_rows(s, what);
    auto const code = ended(what.backing, rows, io.err);
    if (!what.json) {
        print_text(io.out, s, what, std::move(rows));
        return code;
    }
    keep_top(rows, what);
    print_json(io.out, what, options_of(what.backing), objects_of(s, what.backing, rows));
    return code;
}

} // namespace capgraph::cli
