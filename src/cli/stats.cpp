// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "company_rows.hpp"
#include "figures.hpp"
#include "listed.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/network_statistics.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

namespace capgraph::cli {

namespace {

/// One figure about the whole network.
struct figure {
    std::string name; ///< In JSON.
    std::string label;
    json_value value;
    std::string text;
    std::string note;
};

std::string status_note(network_statistics const& all)
{
    std::string out;
    std::size_t known = all.without_status;
    auto const add = [&](std::size_t count, std::string_view word) {
        if (count != 0) {
            append_listed(out, count_text(count).append(" ").append(word));
        }
    };
    for (std::size_t i = 0; i < all.by_status.size(); ++i) {
        known += all.by_status[i];
        auto word = std::string{to_string(static_cast<deal_status>(i))};
        std::replace(word.begin(), word.end(), '_', ' ');
        add(all.by_status[i], word);
    }
    add(all.without_status, "of unknown status");
    auto const total = "of " + count_text(known);
    return out.empty() ? total : total + ": " + out;
}

std::vector<figure> figures_of(subject const& s, network_statistics const& all,
                               co_investment_unit unit)
{
    auto const pairs = num_co_investment_pairs(s.net, {.unit = unit});
    auto const count = [](char const* name, char const* label, std::uint64_t value,
                          std::string note = {}) {
        return figure{name, label, value, count_text(value), std::move(note)};
    };
    return {
        count("statements", "statements", all.statements),
        count("entities", "entities", all.entities),
        count("investors", "investors", all.investors),
        count("companies", "companies backed", all.companies),
        count("rounds", "rounds", all.rounds),
        count("participations", "participations", all.participations, status_note(all)),
        count("ties", "ties", all.ties, "distinct pairs of an investor and a company"),
        figure{"density", "density", all.density, percent_text(share{all.density}),
               "of all such pairs there could be"},
        count("components", "components", all.components,
              all.components == 0 ? ""
                                  : "the largest of " + count_text(all.largest_component)
                                        + " investors and companies"),
        count("co_investment_pairs", "co-investment pairs", pairs,
              unit == co_investment_unit::same_round ? "by round" : "by company"),
        count("holdings", "holdings", all.holdings),
    };
}

void print_text(std::ostream& out, subject const& s, invocation const& what,
                std::vector<figure> const& figures, company_list const& list)
{
    table counts{{{}, {{}, alignment::right}, {}}};
    for (auto const& f : figures) {
        counts.add({f.label, f.text, f.note});
    }
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
    out << (title.empty() ? "" : cleaned(title) + ". ") << view_text(what) << "\n\n"
        << to_string(counts);
    if (!companies.empty()) {
        out << '\n' << to_string(companies);
    }
    if (auto const more = list.all - list.rows.size(); more != 0) {
        out << "... and " << count_text(more, "company", "companies") << " more\n";
    }
}

std::vector<json_object> to_json(subject const& s, network_statistics const& all,
                                 std::vector<figure> const& figures,
                                 std::vector<company_row> const& companies)
{
    std::vector<json_object> rows;
    auto const add = [&](std::string const& name, json_value value) {
        rows.push_back({{"table", "network"}, {"statistic", name}, {"value", std::move(value)}});
    };
    for (auto const& f : figures) {
        add(f.name, f.value);
    }
    add("largest_component", all.largest_component);
    for (std::size_t i = 0; i < all.by_status.size(); ++i) {
        add("participations_" + std::string{to_string(static_cast<deal_status>(i))},
            all.by_status[i]);
    }
    add("participations_of_unknown_status", all.without_status);
    for (auto const& row : companies) {
        rows.push_back(to_json(s, row));
    }
    return rows;
}

} // namespace

exit_code stats(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto const all = network_statistics_of(s.net);
    auto const figures = figures_of(s, all, *what.unit);
    auto const companies = companies_of(s, what);
    if (what.json) {
        print_json(io.out, what, {}, to_json(s, all, figures, companies.rows));
    } else {
        print_text(io.out, s, what, figures, companies);
    }
    return fine;
}

} // namespace capgraph::cli
