// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "co_investment_kinds.hpp"
#include "figures.hpp"
#include "report.hpp"
#include "table.hpp"
#include "ties.hpp"

#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/co_investment_ties.hpp>

#include <algorithm>
#include <ostream>
#include <tuple>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

struct pair_row {
    std::uint32_t first = 0; ///< In `co_investment_groups::members()`, as `second`.
    std::uint32_t second = 0;
    double weight = 0.0;
};

/// The heaviest first, ties by slugs.
std::vector<pair_row> pairs_of(co_investment_network const& projection)
{
    std::vector<pair_row> rows;
    rows.reserve(num_edges(projection));
    auto [edge, last] = edges(projection);
    for (; edge != last; ++edge) {
        auto const [first, second] =
            std::minmax({source(*edge, projection), target(*edge, projection)});
        rows.push_back({first, second, projection.weight(*edge)});
    }
    std::sort(rows.begin(), rows.end(), [](pair_row const& a, pair_row const& b) {
        return std::tuple{b.weight, a.first, a.second} < std::tuple{a.weight, b.first, b.second};
    });
    return rows;
}

std::string count_line(co_investment_scope const& scope, std::size_t all)
{
    auto const is_of_companies = scope.side == co_investment_side::companies;
    auto const words = words_of(scope);
    return (is_of_companies
                ? count_text(all, "pair of companies shares an ", "pairs of companies share an ")
                : count_text(all, "pair of investors shares a ", "pairs of investors share a "))
           + words.group + (all == 0 ? ".\n" : ":\n\n");
}

void print_text(std::ostream& out, subject const& s, invocation const& what,
                co_investment_groups const& in, std::vector<pair_row> rows)
{
    auto const words = words_of(in.scope());
    auto const all = keep_top(rows, what);
    out << view_text(what) << '\n' << scope_text(what.ties) << count_line(in.scope(), all);
    if (rows.empty()) {
        return;
    }
    auto const weight = what.ties.options.weight;
    auto const is_weighted = weight != co_investment_weight::shared;
    std::vector<column> columns{{words.member, alignment::left, 32},
                                {words.other, alignment::left, 32},
                                {"shared", alignment::right},
                                {words.groups, alignment::left, 24}};
    if (is_weighted) {
        columns.insert(columns.begin() + 2, {std::string{to_string(weight)}, alignment::right});
    }
    table t{std::move(columns)};
    for (auto const& row : rows) {
        auto const groups = groups_shared_by(in, row.first, row.second);
        std::vector<std::string> cells{s.name(in.members()[row.first]),
                                       s.name(in.members()[row.second]), count_text(groups.size()),
                                       shared_text(s, in, named(in, groups))};
        if (is_weighted) {
            cells.insert(cells.begin() + 2, score_text(row.weight, false));
        }
        t.add(std::move(cells));
    }
    out << to_string(t);
    if (rows.size() < all) {
        out << "... and " << count_text(all - rows.size(), "pair", "pairs") << " more\n";
    }
}

json_object to_json(subject const& s, co_investment_groups const& in, pair_row const& row)
{
    auto const words = words_of(in.scope());
    auto const groups = groups_shared_by(in, row.first, row.second);
    json_object out;
    add_entity(out, s, words.member, in.members()[row.first]);
    add_entity(out, s, words.other_key, in.members()[row.second]);
    out.push_back({"shared", groups.size()});
    out.push_back({"weight", row.weight});
    add_shared(out, s, in, named(in, groups));
    return out;
}

} // namespace

exit_code co_investment(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    if (what.ties.leads || what.ties.money) {
        auto by_round = what;
        by_round.unit = co_investment_unit::same_round; // which is what they count
        return what.ties.leads ? print_leads(s, by_round, io) : print_money(s, by_round, io);
    }
    auto const in = groups_meant(s, what);
    if (what.ties.null) {
        return print_significance(s, what, in, io);
    }
    auto rows = pairs_of(
        project_co_investment(in, what.ties.options, {.memory_budget = what.ties.memory_budget}));
    if (what.json) {
        keep_top(rows, what);
        print_json(io.out, what, scope_json(what.ties),
                   objects_of(rows, [&](pair_row const& row) { return to_json(s, in, row); }));
    } else {
        print_text(io.out, s, what, in, std::move(rows));
    }
    return fine;
}

} // namespace capgraph::cli
