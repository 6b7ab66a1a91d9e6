// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "company_rows.hpp"
#include "figures.hpp"
#include "report.hpp"
#include "statistic_rows.hpp"
#include "subject.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace capgraph::cli {

namespace {

void print_text(std::ostream& out, subject const& s, invocation const& what,
                std::vector<statistic_section> const& sections, company_list const& list)
{
    table companies{{{"company", alignment::left, 24},
                     {"backers", alignment::right},
                     {"who", alignment::left, 28},
                     {"rounds", alignment::right},
                     {"latest valuation", alignment::left, 30}}};
    for (auto const& row : list.rows) {
        companies.add({s.name(row.company), count_text(row.backers.size()),
                       names_of(s, row.backers), count_text(row.rounds), worth_text(row.worth)});
    }
    auto const& title = s.data.title;
    out << (title.empty() ? "" : cleaned(title) + ". ") << view_text(what) << "\n\n";
    for (auto const& section : sections) {
        table counts{{{}, {{}, alignment::right}, {}}};
        for (auto const& row : section.rows) {
            if (!row.label.empty()) {
                counts.add({row.label, row.text, row.note});
            }
        }
        out << (section.headline.empty() ? "" : '\n' + section.headline + "\n\n")
            << to_string(counts);
    }
    if (!companies.empty()) {
        out << '\n' << to_string(companies);
    }
    if (auto const more = list.all - list.rows.size(); more != 0) {
        out << "... and " << count_text(more, "company", "companies") << " more\n";
    }
}

std::vector<json_object> to_json(subject const& s, std::vector<statistic_section> const& sections,
                                 std::vector<company_row> const& companies)
{
    std::vector<json_object> rows;
    for (auto const& section : sections) {
        for (auto const& row : section.rows) {
            rows.push_back({{"table", "network"}, {"statistic", row.name}, {"value", row.value}});
        }
    }
    for (auto const& row : companies) {
        rows.push_back(to_json(s, row));
    }
    return rows;
}

} // namespace

exit_code stats(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto const sections = statistic_sections(
        measured_within(s.net, *what.unit, co_investment_choice{}.memory_budget), *what.unit);
    auto const companies = companies_of(s, what);
    if (what.json) {
        print_json(io.out, what, {}, to_json(s, sections, companies.rows));
    } else {
        print_text(io.out, s, what, sections, companies);
    }
    return fine;
}

} // namespace capgraph::cli
