// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/cap_table.hpp>

#include "counted_rounds.hpp"
#include "part_reader.hpp"
#include "round_money.hpp"
#include "round_worth.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/query/state_backing.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// What a round sold, as parts of the company after it.
struct sale {
    record_id round{};
    date when{};
    part_bounds sold{0.0, 1.0};
    std::map<entity_id, part_bounds> bought;
};

/// A sum of the round's money as a part of what the company is worth after it; anything where
/// either is untold. `beside`: the total at the most, where the sum is the least it can be.
part_bounds part_of(interval<money> const& sum, detail::given_whole const& worth,
                    interval<money> const& total, std::optional<money> const& beside)
{
    auto const units = [](money m) { return static_cast<double>(m.minor_units()); };
    auto const least_of = [](std::optional<money> const& a, std::optional<money> const& b) {
        return a && b ? std::optional{is_less(*a, *b) ? *a : *b} : a ? a : b;
    };
    auto const before = worth.is_before;
    part_bounds out{0.0, 1.0};
    if (auto const most = least_of(sum.upper, total.upper)) {
        auto const with = std::max(units(total.lower), units(*most));
        auto const least_worth = worth.lower + (before ? with : 0.0);
        out.upper = least_worth > 0.0 ? std::min(1.0, units(*most) / least_worth) : 1.0;
    }
    if (worth.upper && (!before || beside)) {
        auto const most_worth = *worth.upper + (before ? units(*beside) : 0.0);
        out.lower = most_worth > 0.0 ? std::min(1.0, units(sum.lower) / most_worth) : 0.0;
    }
    return {std::min(out.lower, out.upper), out.upper};
}

/// Cheques that exceed the total raise it.
interval<money> raised_total(detail::round_money const& read)
{
    auto least = money{0, read.unit};
    for (auto const& c : read.cheques) {
        least = least + c.paid.lower;
    }
    auto out = read.total;
    out.lower = is_less(out.lower, least) ? least : out.lower;
    if (out.upper && is_less(*out.upper, least)) {
        out.upper = least;
    }
    return out;
}

sale sale_of(network const& n, record_id id, tolerance const& soft)
{
    state_backing_options options;
    options.measure = state_measure::organs;
    options.soft = soft;
    sale out;
    out.round = id;
    auto const r = n.facts().at<funding_round>(id);
    out.when = r.closed ? *r.closed : r.announced.value_or({});
    detail::syndicate const s{id, detail::members_of(n, id)};
    auto const units = detail::units_of(n.facts(), s);
    for (auto const& m : s.members) {
        out.bought.try_emplace(m.investor, part_bounds{0.0, 1.0});
    }
    if (units.empty()) {
        return out;
    }
    try {
        detail::part_reader const parts{n, options, {}};
        auto const read = detail::read_money(n, s, units.front(), false, parts, options).money;
        auto const worth = detail::worth_of(n, id, units.front(), soft);
        auto const total = raised_total(read);
        out.sold = part_of(total, worth, total, total.lower);
        std::map<entity_id, part_bounds> bought;
        for (std::size_t i = 0; i < s.members.size(); ++i) {
            auto const part = part_of(read.cheques[i].paid, worth, total, total.upper);
            auto& sum = bought[s.members[i].investor];
            sum = {std::min(1.0, sum.lower + part.lower),
                   std::min({1.0, sum.upper + part.upper, out.sold.upper})};
        }
        out.bought = std::move(bought);
    } catch (error const& e) {
        if (e.code() != error_code::missing_rate) {
            throw;
        }
    }
    return out;
}

bool is_order_open(std::vector<sale> const& sales)
{
    for (std::size_t i = 1; i < sales.size(); ++i) {
        if (compare(sales[i - 1].when, sales[i].when) != date_order::before) {
            return true;
        }
    }
    return false;
}

} // namespace

cap_table cap_table_of(network const& n, entity_id company, tolerance const& soft)
{
    cap_table out;
    out.company = n.facts().representative(company);
    std::vector<sale> sales;
    for (auto const id : n.rounds_of(company)) {
        if (detail::brings_money_for_shares(n, id)) {
            sales.push_back(sale_of(n, id, soft));
        }
    }
    if (sales.empty()) {
        throw error{error_code::not_known_at,
                    "no round of '" + std::string{n.facts().slug_of(company)}
                        + "' in which shares were sold",
                    "a company with a round that counts"};
    }
    std::stable_sort(sales.begin(), sales.end(),
                     [](sale const& a, sale const& b) { return ends_before(a.when, b.when); });
    out.is_order_open = is_order_open(sales);

    std::map<entity_id, part_bounds> held;
    part_bounds others{1.0, 1.0};
    for (auto const& s : sales) {
        out.rounds.push_back(s.round);
        // In an order that is open the round may also have come before what it is said to dilute.
        part_bounds const kept{1.0 - s.sold.upper, out.is_order_open ? 1.0 : 1.0 - s.sold.lower};
        auto const dilute = [&](part_bounds& part) {
            part = {part.lower * kept.lower, part.upper * kept.upper};
        };
        dilute(others);
        for (auto& [investor, part] : held) {
            dilute(part);
        }
        auto named = 0.0;
        for (auto const& [investor, part] : s.bought) {
            auto& sum = held[investor];
            sum = {sum.lower + part.lower, std::min(1.0, sum.upper + part.upper)};
            named += part.lower;
        }
        others.upper = std::min(1.0, others.upper + std::max(0.0, s.sold.upper - named));
    }
    if (out.is_order_open) { // any of them may have been diluted by any other
        auto least = 1.0;
        for (auto const& s : sales) {
            least *= 1.0 - s.sold.upper;
        }
        for (auto& [investor, part] : held) {
            part.lower *= least;
        }
    }
    out.others = others;
    for (auto const& [investor, part] : held) {
        out.rows.push_back({investor, part});
    }
    auto const slug = [&](cap_table_row const& row) { return n.facts().slug_of(row.investor); };
    std::sort(out.rows.begin(), out.rows.end(), [&](auto const& a, auto const& b) {
        if (a.part.lower != b.part.lower) {
            return a.part.lower > b.part.lower;
        }
        return a.part.upper != b.part.upper ? a.part.upper > b.part.upper : slug(a) < slug(b);
    });
    return out;
}

} // namespace capgraph::inline v0
