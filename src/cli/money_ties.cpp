// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "co_investment_kinds.hpp"

#include "figures.hpp"
#include "rate_option.hpp"
#include "report.hpp"
#include "table.hpp"
#include "terminal_text.hpp"
#include "ties.hpp"

#include <capgraph/query/co_investment_money.hpp>
#include <capgraph/query/co_investors_by_money.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ostream>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

struct money_row {
    std::uint32_t first = 0; ///< In `network::investors()`, as `second`.
    std::uint32_t second = 0;
    side_by_side_money sum{};
    double weight = 0.0;
};

/// The heaviest first, then the surest, then those that can be most, then by slugs.
std::vector<money_row> rows_of(co_investment_money_network const& g)
{
    std::vector<money_row> rows;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        rows.push_back({source(*e, g), target(*e, g), g.sums()[g.index_of(*e)], g.weight(*e)});
    }
    std::sort(rows.begin(), rows.end(), [](money_row const& a, money_row const& b) {
        return std::tuple{b.weight, b.sum.lower, b.sum.upper, a.first, a.second}
               < std::tuple{a.weight, a.sum.lower, a.sum.upper, b.first, b.second};
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

json_object sum_json(subject const& s, entity_id first, entity_id second,
                     side_by_side_money const& sum)
{
    json_object out;
    add_entity(out, s, "investor", first);
    add_entity(out, s, "co_investor", second);
    out.push_back({"lower", sum.lower});
    out.push_back({"upper", std::isinf(sum.upper) ? json_value{} : json_value{sum.upper}});
    out.push_back({"best", sum.best});
    return out;
}

/// Members of `options`.
json_object options_json(co_investment_choice const& asked)
{
    auto out = scope_json(asked);
    out.push_back({"money", asked.money->code()});
    out.push_back({"unnamed", to_string(asked.unnamed)});
    out.push_back({"unrated", to_string(asked.unrated)});
    out.push_back({"money_weight", to_string(asked.money_by)});
    return out;
}

/// What `ask` answers; an error for want of a rate says what can be done.
template <class Ask>
auto answered(Ask ask)
{
    try {
        return ask();
    } catch (error const& e) {
        if (e.code() != error_code::missing_rate) {
            throw;
        }
        throw error{e.code(), std::string{e.found()},
                    std::string{with_hint(e).expected()} + "; or --unrated left_out or unknown"};
    }
}

/// What is not told of the rounds that lack a rate, in a sentence; empty for none.
std::string lacking_text(subject const& s, unrated_money policy, std::span<record_id const> rounds)
{
    if (rounds.empty()) {
        return "";
    }
    constexpr std::size_t shown = 10;
    auto const some = std::min(shown, rounds.size());
    auto const slugs = slugs_of<record_id>(s, rounds.first(some));
    return wrapped(count_text(rounds.size(), "round lacks", "rounds lack") + " a rate, "
                       + (policy == unrated_money::left_out ? "left out: " : "may be of any sum: ")
                       + slugs
                       + (some < rounds.size()
                              ? " and " + count_text(rounds.size() - some) + " more."
                              : "."),
                   100)
           + '\n';
}

constexpr char const* side_by_side =
    " side by side: of each round that both are in, the lesser of their cheques.\n";

/// One whom `co-investors` finds.
json_object to_json(subject const& s, entity_id asked, money_co_investor const& row)
{
    auto out = sum_json(s, asked, row.investor, row.sum);
    out.push_back({"round_ids", slug_list<record_id>(s, row.rounds)});
    out.push_back({"without_rate", slug_list<record_id>(s, row.without_rate)});
    return out;
}

money_co_investors found_of(subject const& s, invocation const& what, entity_id whom)
{
    auto const scope = groups_meant(s, what).scope();
    auto const options = what.ties.money_options();
    return answered([&] {
        if (what.ties.with.empty()) {
            return co_investors_by_money(s.net, whom, scope, options);
        }
        auto const with = entity_meant(s, what.ties.with);
        auto one = money_shared_with(s.net, whom, with, scope, options);
        money_co_investors out{{}, one.without_rate};
        if (!one.rounds.empty()) {
            out.ties.push_back(std::move(one));
        }
        return out;
    });
}

} // namespace

exit_code print_money(subject const& s, invocation const& what, streams const& io)
{
    auto const scope = groups_meant(s, what).scope();
    auto const g = answered([&] {
        return project_co_investment_money(s.net, scope, what.ties.money_options(),
                                           {.memory_budget = what.ties.memory_budget});
    });
    auto rows = rows_of(g);
    auto const all = keep_top(rows, what);
    if (what.json) {
        auto more = options_json(what.ties);
        more.push_back({"without_rate", slug_list<record_id>(s, g.without_rate())});
        print_json(io.out, what, more, objects_of(rows, [&](money_row const& row) {
                       return sum_json(s, g.investors()[row.first], g.investors()[row.second],
                                       row.sum);
                   }));
        return fine;
    }
    io.out << view_text(what) << '\n'
           << scope_text(what.ties) << count_text(all, "pair put in money", "pairs put in money")
           << side_by_side << lacking_text(s, what.ties.unrated, g.without_rate()) << '\n';
    print_table(io.out, s, g, rows);
    if (rows.size() < all) {
        io.out << "... and " << count_text(all - rows.size(), "pair", "pairs") << " more\n";
    }
    return fine;
}

exit_code print_money_of(subject const& s, invocation const& what, streams const& io)
{
    auto const named = entity_meant(s, what.investor);
    auto const member = s.net.find_investor(named);
    auto const whom = member ? s.net.investors()[*member] : s.facts().representative(named);
    auto found = found_of(s, what, whom);
    auto& rows = found.ties;
    auto const all = keep_top(rows, what);
    if (what.json) {
        auto more = options_json(what.ties);
        more.insert(more.begin(), {"investor", s.slug(named)});
        more.push_back({"without_rate", slug_list<record_id>(s, found.without_rate)});
        print_json(io.out, what, more, objects_of(rows, [&](money_co_investor const& row) {
                       return to_json(s, whom, row);
                   }));
        return fine;
    }
    io.out << view_text(what) << '\n'
           << scope_text(what.ties) << s.name(whom) << " and "
           << count_text(all, "other put in money", "others put in money") << side_by_side
           << lacking_text(s, what.ties.unrated, found.without_rate) << '\n';
    table t{{{"co-investor", alignment::left, 32},
             {"at least", alignment::right},
             {"at most", alignment::right},
             {"split equally", alignment::right},
             {"rounds", alignment::left, 36}}};
    auto const unit = *what.ties.money;
    for (auto const& row : rows) {
        t.add({s.name(row.investor), sum_text(row.sum.lower, unit, false),
               sum_text(row.sum.upper, unit, true),
               row.sum.best ? sum_text(*row.sum.best, unit, false) : "",
               slugs_of<record_id>(s, row.rounds)});
    }
    if (!t.empty()) {
        io.out << to_string(t);
    }
    if (rows.size() < all) {
        io.out << "... and " << count_text(all - rows.size(), "co-investor", "co-investors")
               << " more\n";
    }
    return fine;
}

} // namespace capgraph::cli
