// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "co_investment_kinds.hpp"

#include "figures.hpp"
#include "rate_option.hpp"
#include "report.hpp"
#include "table.hpp"
#include "ties.hpp"

#include <capgraph/query/co_investment_money.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ostream>
#include <tuple>
#include <vector>

namespace capgraph::cli {

namespace {

struct money_row {
    std::uint32_t first = 0; ///< In `network::investors()`, as `second`.
    std::uint32_t second = 0;
    side_by_side_money sum{};
};

/// The surest first, then those that can be most, then by slugs.
std::vector<money_row> rows_of(co_investment_money_network const& g)
{
    std::vector<money_row> rows;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        rows.push_back({source(*e, g), target(*e, g), g.sums()[g.index_of(*e)]});
    }
    std::sort(rows.begin(), rows.end(), [](money_row const& a, money_row const& b) {
        return std::tuple{-a.sum.lower, -a.sum.upper, a.first, a.second}
               < std::tuple{-b.sum.lower, -b.sum.upper, b.first, b.second};
    });
    return rows;
}

/// In whole units, so that an end is never drawn inwards: `lower` down, `upper` up.
std::string sum_text(double units, currency unit, bool up)
{
    auto const scale = std::pow(10.0, unit.exponent());
    auto const whole = up ? std::ceil(units) : std::floor(units);
    if (!(whole * scale < static_cast<double>(std::numeric_limits<std::int64_t>::max()))) {
        return "no limit";
    }
    return money_text(money{static_cast<std::int64_t>(whole * scale), unit});
}

void print_table(std::ostream& out, subject const& s, co_investment_money_network const& g,
                 std::vector<money_row> const& rows)
{
    table t{{{"investor", alignment::left, 26},
             {"co-investor", alignment::left, 26},
             {"at least", alignment::right},
             {"at most", alignment::right},
             {"split equally", alignment::right}}};
    for (auto const& row : rows) {
        t.add({s.name(g.investors()[row.first]), s.name(g.investors()[row.second]),
               sum_text(row.sum.lower, g.unit(), false), sum_text(row.sum.upper, g.unit(), true),
               row.sum.best ? sum_text(*row.sum.best, g.unit(), false) : ""});
    }
    if (!t.empty()) {
        out << to_string(t);
    }
}

json_object to_json(subject const& s, co_investment_money_network const& g, money_row const& row)
{
    json_object out;
    add_entity(out, s, "investor", g.investors()[row.first]);
    add_entity(out, s, "co_investor", g.investors()[row.second]);
    out.push_back({"lower", row.sum.lower});
    out.push_back({"upper", std::isinf(row.sum.upper) ? json_value{} : json_value{row.sum.upper}});
    out.push_back({"best", row.sum.best});
    return out;
}

co_investment_money_network found_in(subject const& s, invocation const& what)
{
    auto const scope = groups_meant(s, what).scope();
    try {
        return project_co_investment_money(s.net, scope,
                                           {.unit = *what.ties.money, .rates = &what.ties.rates},
                                           {.memory_budget = what.ties.memory_budget});
    } catch (error const& e) {
        throw with_hint(e);
    }
}

} // namespace

exit_code print_money(subject const& s, invocation const& what, streams const& io)
{
    auto const g = found_in(s, what);
    auto rows = rows_of(g);
    auto const all = keep_top(rows, what);
    if (what.json) {
        auto more = scope_json(what.ties);
        more.push_back({"money", g.unit().code()});
        print_json(io.out, what, more,
                   objects_of(rows, [&](money_row const& row) { return to_json(s, g, row); }));
        return fine;
    }
    io.out << view_text(what) << '\n'
           << scope_text(what.ties) << count_text(all, "pair put in money", "pairs put in money")
           << " side by side: of each round that both are in, the lesser of their cheques.\n\n";
    print_table(io.out, s, g, rows);
    if (rows.size() < all) {
        io.out << "... and " << count_text(all - rows.size(), "pair", "pairs") << " more\n";
    }
    return fine;
}

} // namespace capgraph::cli
