// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "figures.hpp"
#include "listed.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "terminal_text.hpp"

#include <capgraph/algorithm/communities.hpp>
#include <capgraph/query/co_investment_network.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

/// One community, each side by slug.
struct community_row {
    std::vector<entity_id> investors;
    std::vector<entity_id> companies; ///< Of the two-mode graph alone.

    [[nodiscard]] std::size_t size() const { return investors.size() + companies.size(); }
};

struct found_communities {
    std::vector<community_row> rows; ///< Of two or more: the largest first, then by first member.
    std::size_t all = 0;             ///< Before `--top` cuts them.
    std::size_t alone = 0;           ///< Who is in none.
    std::optional<double> modularity;
};

community_partition partition_of(subject const& s, invocation const& what)
{
    auto const& asked = what.communities;
    community_options const options{.resolution = asked.resolution};
    run_options const run{.seed = asked.seed};
    if (asked.graph == graph_choice::two_mode) {
        return bipartite_communities(s.net.two_mode(), s.net.investors().size(), options, run);
    }
    return communities(project_co_investment(s.net, {.unit = *what.unit}), options, run);
}

found_communities find(subject const& s, invocation const& what)
{
    auto const partition = partition_of(s, what);
    auto const investors = s.net.investors();
    std::vector<community_row> rows(partition.count());
    for (std::size_t v = 0; v < partition.community_of.size(); ++v) {
        auto& row = rows[partition.community_of[v]];
        if (v < investors.size()) {
            row.investors.push_back(investors[v]);
        } else {
            row.companies.push_back(s.net.companies()[v - investors.size()]);
        }
    }
    found_communities out;
    out.modularity = partition.modularity;
    out.alone = std::erase_if(rows, [](community_row const& row) { return row.size() < 2; });
    std::stable_sort(rows.begin(), rows.end(),
                     [](auto const& a, auto const& b) { return a.size() > b.size(); });
    out.rows = std::move(rows);
    out.all = keep_top(out.rows, what);
    return out;
}

/// The shortest that reads back equal.
std::string number_text(double number)
{
    std::string out(32, '\0');
    auto const end = std::to_chars(out.data(), out.data() + out.size(), number).ptr;
    out.resize(static_cast<std::size_t>(end - out.data()));
    return out;
}

std::string where_text(invocation const& what)
{
    if (what.communities.graph == graph_choice::two_mode) {
        return "Among investors and the companies they back";
    }
    return *what.unit == co_investment_unit::same_round
               ? "Among investors, tied by the rounds they share"
               : "Among investors, tied by the companies they share";
}

std::string summary(invocation const& what, found_communities const& found)
{
    auto const& asked = what.communities;
    auto out = where_text(what) + ": " + count_text(found.all, "community", "communities");
    if (found.modularity) {
        out += asked.graph == graph_choice::two_mode ? ", Barber's modularity " : ", modularity ";
        out += score_text(*found.modularity, false);
    }
    out += " (resolution " + number_text(asked.resolution) + ", seed " + std::to_string(asked.seed)
           + ").";
    if (found.alone != 0) {
        out +=
            ' ' + count_text(found.alone) + (found.alone == 1 ? " is in none." : " are in none.");
    }
    return out;
}

void print_text(std::ostream& out, subject const& s, invocation const& what,
                found_communities const& found)
{
    out << view_text(what) << '\n' << wrapped(summary(what, found), 100) << '\n';
    std::size_t number = 0;
    for (auto const& row : found.rows) {
        auto text = std::to_string(++number) + ". "
                    + count_text(row.investors.size(), "investor", "investors");
        if (!row.companies.empty()) {
            text += ", " + count_text(row.companies.size(), "company", "companies");
        }
        text += ": " + names_of(s, row.investors);
        if (!row.companies.empty()) {
            text += "; backed: " + names_of(s, row.companies);
        }
        out << '\n' << list_item(text);
    }
    if (found.all != found.rows.size()) {
        out << "\n... and " << count_text(found.all - found.rows.size(), "community", "communities")
            << " more\n";
    }
}

std::vector<json_object> to_json(subject const& s, found_communities const& found)
{
    std::vector<json_object> out;
    std::uint64_t number = 0;
    for (auto const& row : found.rows) {
        ++number;
        auto const add = [&](std::vector<entity_id> const& members, char const* role) {
            for (auto const member : members) {
                out.push_back({{"community", number},
                               {"size", row.size()},
                               {"role", role},
                               {"entity", s.slug(member)},
                               {"entity_name", s.name(member)}});
            }
        };
        add(row.investors, "investor");
        add(row.companies, "company");
    }
    return out;
}

json_object options_of(community_choice const& asked, found_communities const& found)
{
    return {{"graph", to_string(asked.graph)},
            {"resolution", asked.resolution},
            {"seed", asked.seed},
            {"communities", found.all},
            {"alone", found.alone},
            {"modularity", found.modularity}};
}

} // namespace

exit_code list_communities(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto const found = find(s, what);
    if (what.json) {
        print_json(io.out, what, options_of(what.communities, found), to_json(s, found));
    } else {
        print_text(io.out, s, what, found);
    }
    return fine;
}

} // namespace capgraph::cli
