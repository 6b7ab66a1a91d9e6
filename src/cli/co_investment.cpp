// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "figures.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "table.hpp"

#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/co_investors_of.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <ostream>
#include <tuple>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

struct pair_row {
    std::uint32_t first = 0; ///< In `network::investors()`, as `second`, which is larger.
    std::uint32_t second = 0;
    std::uint64_t shared = 0;
};

/// Those who share most first, ties by slugs.
std::vector<pair_row> pairs_of(co_investment_network const& projection)
{
    std::vector<pair_row> rows;
    auto [edge, last] = edges(projection);
    for (; edge != last; ++edge) {
        rows.push_back({source(*edge, projection), target(*edge, projection),
                        static_cast<std::uint64_t>(projection.weight(*edge))});
    }
    for (auto& row : rows) {
        std::tie(row.first, row.second) = std::minmax({row.first, row.second});
    }
    std::sort(rows.begin(), rows.end(), [](pair_row const& a, pair_row const& b) {
        return std::tuple{b.shared, a.first, a.second} < std::tuple{a.shared, b.first, b.second};
    });
    return rows;
}

/// What each of the pairs shares, in their order. Each first investor is asked once.
std::vector<co_investor> shared_by(subject const& s, co_investment_unit unit,
                                   std::vector<pair_row> const& rows)
{
    auto const& n = s.net;
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rows[a].first < rows[b].first; });
    std::vector<co_investor> out(rows.size());
    std::map<entity_id, co_investor> with;
    std::optional<std::uint32_t> asked;
    for (auto const i : order) {
        if (asked != rows[i].first) {
            asked = rows[i].first;
            with.clear();
            for (auto& each : co_investors_of(n, n.investors()[*asked], {.unit = unit})) {
                with.emplace(each.investor, std::move(each));
            }
        }
        out[i] = with.at(n.investors()[rows[i].second]);
    }
    return out;
}

void print_text(std::ostream& out, subject const& s, invocation const& what,
                std::vector<pair_row> rows)
{
    auto const by_round = *what.unit == co_investment_unit::same_round;
    auto const all = keep_top(rows, what);
    out << view_text(what) << '\n'
        << count_text(all, "pair of investors shares a ", "pairs of investors share a ")
        << (by_round ? "round" : "company") << (all == 0 ? ".\n" : ":\n\n");
    if (rows.empty()) {
        return;
    }
    table t{{{"investor", alignment::left, 32},
             {"co-investor", alignment::left, 32},
             {"shared", alignment::right},
             {by_round ? "rounds" : "companies", alignment::left, 24}}};
    auto const shared = shared_by(s, *what.unit, rows);
    auto with = shared.begin();
    for (auto const& row : rows) {
        t.add(
            {s.name(s.net.investors()[row.first]), s.name(s.net.investors()[row.second]),
             count_text(row.shared),
             by_round ? slugs_of<record_id>(s, with->rounds, ", ") : names_of(s, with->companies)});
        ++with;
    }
    out << to_string(t);
    if (rows.size() < all) {
        out << "... and " << count_text(all - rows.size(), "pair", "pairs") << " more\n";
    }
}

std::vector<json_object> to_json(subject const& s, invocation const& what,
                                 std::vector<pair_row> const& rows)
{
    auto const shared = shared_by(s, *what.unit, rows);
    std::vector<json_object> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const& row = rows[i];
        auto const& with = shared[i];
        auto const first = s.net.investors()[row.first];
        auto const second = s.net.investors()[row.second];
        out.push_back({{"investor", s.slug(first)},
                       {"investor_name", s.name(first)},
                       {"co_investor", s.slug(second)},
                       {"co_investor_name", s.name(second)},
                       {"shared", row.shared},
                       {"company_ids", slugs_of<entity_id>(s, with.companies)},
                       {"company_names", names_of(s, with.companies, "; ")}});
        if (*what.unit == co_investment_unit::same_round) {
            out.back().push_back({"round_ids", slugs_of<record_id>(s, with.rounds)});
        }
    }
    return out;
}

} // namespace

exit_code co_investment(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto rows = pairs_of(project_co_investment(s.net, {.unit = *what.unit}));
    if (what.json) {
        keep_top(rows, what);
        print_json(io.out, what, {}, to_json(s, what, rows));
    } else {
        print_text(io.out, s, what, std::move(rows));
    }
    return fine;
}

} // namespace capgraph::cli
