// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "figures.hpp"
#include "listed.hpp"
#include "report.hpp"
#include "scores.hpp"
#include "subject.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <capgraph/algorithm/ranking.hpp>
#include <capgraph/query/co_investment_network.hpp>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <utility>

namespace capgraph::cli {

namespace {

struct measured {
    measure_choice measure{};
    scale_choice scale{};
    std::vector<ranked_vertex> ranked;
    bool is_whole = false; ///< All scores are whole numbers.
};

/// A vertex of either graph: investors come first, then companies.
struct vertex_name {
    entity_id entity{};
    bool is_company = false;
};

vertex_name name_of(subject const& s, std::uint32_t vertex)
{
    auto const investors = s.net.investors();
    return vertex < investors.size()
               ? vertex_name{investors[vertex], false}
               : vertex_name{s.net.companies()[vertex - investors.size()], true};
}

std::vector<measured> measure_all(subject const& s, invocation const& what)
{
    auto const& asked = what.centrality;
    std::vector<measured> out;
    for (auto const measure : asked.measures) { // what does not go together is refused first
        out.push_back({measure, scale_of(asked.graph, measure, asked.scale), {}, false});
    }
    auto const sided = asked.graph == graph_choice::two_mode;
    auto const projection =
        sided ? co_investment_network{} : project_co_investment(s.net, {.unit = *what.unit});
    for (auto& m : out) {
        m.ranked = ranking(sided ? scores_of(s.net, m.measure, m.scale)
                                 : scores_of(projection, m.measure, m.scale),
                           {.top = what.top});
        m.is_whole = std::all_of(m.ranked.begin(), m.ranked.end(), [](ranked_vertex const& r) {
            return r.score == std::floor(r.score);
        });
    }
    return out;
}

/// The cells of one place in one ranking; empty behind its end.
void append_cells(std::vector<std::string>& cells, subject const& s, measured const& m,
                  std::size_t place, bool sided)
{
    if (place >= m.ranked.size()) {
        cells.resize(cells.size() + 3);
        return;
    }
    auto const& row = m.ranked[place];
    auto const name = name_of(s, row.vertex);
    cells.push_back(std::to_string(row.rank));
    cells.push_back(s.name(name.entity).append(sided && name.is_company ? " (company)" : ""));
    cells.push_back(score_text(row.score, m.is_whole));
}

/// What is left for each name in a hundred columns once ranks and scores have theirs.
std::size_t name_width(std::vector<measured> const& all)
{
    std::size_t taken = 0;
    for (auto const& m : all) {
        taken += 8 + std::max<std::size_t>(6, to_string(m.measure).size());
    }
    return std::max<std::size_t>(12, (100 - std::min<std::size_t>(taken, 100)) / all.size());
}

/// One ranking beside the other, each in its own order.
table drawn(subject const& s, std::vector<measured> const& all, bool sided)
{
    auto const single = all.size() == 1;
    std::vector<column> columns;
    auto const width = name_width(all);
    for (auto const& m : all) {
        columns.push_back({single ? "rank" : "#", alignment::right});
        columns.push_back({sided ? "vertex" : "investor", alignment::left, width});
        columns.push_back({std::string{to_string(m.measure)}, alignment::right});
    }
    table t{columns};
    for (std::size_t place = 0; place < all.front().ranked.size(); ++place) {
        std::vector<std::string> cells;
        for (auto const& m : all) {
            append_cells(cells, s, m, place, sided);
        }
        t.add(std::move(cells));
    }
    return t;
}

char const* scale_text(scale_choice scale)
{
    switch (scale) {
    case scale_choice::others:
        return " (a part of all others)";
    case scale_choice::pairs:
        return " (a part of all pairs)";
    case scale_choice::two_mode:
        return " (a part of the most there can be)";
    case scale_choice::euclidean:
        return " (the squares sum to 1)";
    case scale_choice::maximum:
        return " (the highest is 1)";
    case scale_choice::none:
        break;
    }
    return "";
}

void print_text(std::ostream& out, subject const& s, invocation const& what,
                std::vector<measured> const& all)
{
    auto const sided = what.centrality.graph == graph_choice::two_mode;
    auto const by_round = *what.unit == co_investment_unit::same_round;
    std::string list;
    for (auto const& m : all) {
        append_listed(list, std::string{to_string(m.measure)} + scale_text(m.scale));
    }
    std::string const where = sided      ? "Among investors and the companies they back: "
                              : by_round ? "Among investors, tied by the rounds they share: "
                                         : "Among investors, tied by the companies they share: ";
    out << view_text(what) << '\n' << wrapped(where + list + '.', 100) << "\n\n";
    if (all.front().ranked.empty()) {
        out << "No investors.\n";
    } else {
        out << to_string(drawn(s, all, sided));
    }
}

std::vector<json_object> to_json(subject const& s, std::vector<measured> const& all)
{
    std::vector<json_object> out;
    for (auto const& m : all) {
        for (auto const& row : m.ranked) {
            auto const name = name_of(s, row.vertex);
            out.push_back({{"measure", to_string(m.measure)},
                           {"normalization", to_string(m.scale)},
                           {"rank", row.rank},
                           {"role", name.is_company ? "company" : "investor"},
                           {"entity", s.slug(name.entity)},
                           {"entity_name", s.name(name.entity)},
                           {"score", row.score}});
        }
    }
    return out;
}

json_object options_of(centrality_choice const& asked)
{
    std::string measures;
    for (auto const measure : asked.measures) {
        append_listed(measures, to_string(measure), ",");
    }
    return {{"graph", to_string(asked.graph)},
            {"measure", measures},
            {"normalization", asked.scale ? json_value{to_string(*asked.scale)} : json_value{}}};
}

} // namespace

exit_code centrality(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto const all = measure_all(s, what);
    if (what.json) {
        print_json(io.out, what, options_of(what.centrality), to_json(s, all));
    } else {
        print_text(io.out, s, what, all);
    }
    return fine;
}

} // namespace capgraph::cli
