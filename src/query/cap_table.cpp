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
    std::vector<used_rate> rates;
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

/// Fills in what was sold to whom, in the currency `unit`. Throws: `error` with `missing_rate`.
void read_sale(sale& out, network const& n, detail::syndicate const& s,
               std::optional<detail::told_worth> const& told, currency unit, tolerance const& soft)
{
    state_backing_options options;
    options.measure = state_measure::organs;
    options.soft = soft;
    detail::part_reader const parts{n, options, {}};
    auto read = detail::read_money(n, s, unit, false, parts, options);
    auto const by = detail::worth_in(n, s, told, unit, options);
    detail::add_new(read.rates, by.rates);
    out.rates = std::move(read.rates);
    auto const total = raised_total(read.money);
    out.sold = part_of(total, by.worth, total, total.lower);
    out.bought.clear();
    for (std::size_t i = 0; i < s.members.size(); ++i) {
        auto const part = part_of(read.money.cheques[i].paid, by.worth, total, total.upper);
        auto& sum = out.bought[s.members[i].investor];
        sum = {std::min(1.0, sum.lower + part.lower),
               std::min({1.0, sum.upper + part.upper, out.sold.upper})};
    }
}

sale sale_of(network const& n, record_id id, tolerance const& soft)
{
    sale out;
    out.round = id;
    auto const r = n.facts().at<funding_round>(id);
    out.when = r.closed ? *r.closed : r.announced.value_or({});
    detail::syndicate const s{id, detail::members_of(n, id)};
    auto const told = detail::worth_told(n, s);
    auto const units = detail::units_of(n.facts(), s, told ? &told->sum : nullptr);
    for (auto const& m : s.members) {
        out.bought.try_emplace(m.investor, part_bounds{0.0, 1.0});
    }
    if (units.empty()) {
        return out;
    }
    try {
        read_sale(out, n, s, told, units.front(), soft);
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

/// The rounds that brought money for shares, the earliest first.
std::vector<sale> sales_of(network const& n, entity_id company, tolerance const& soft)
{
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
    return sales;
}

/// Who holds what, as round after round sells new shares.
struct holders {
    std::map<entity_id, part_bounds> named;
    part_bounds others{1.0, 1.0};
    bool is_order_open = false;

    void sell(sale const& s)
    {
        // In an order that is open the round may also have come before what it is said to dilute.
        part_bounds const kept{1.0 - s.sold.upper, is_order_open ? 1.0 : 1.0 - s.sold.lower};
        auto const dilute = [&](part_bounds& part) {
            part = {part.lower * kept.lower, part.upper * kept.upper};
        };
        dilute(others);
        for (auto& [investor, part] : named) {
            dilute(part);
        }
        auto told = 0.0;
        for (auto const& [investor, part] : s.bought) {
            auto& sum = named[investor];
            sum = {sum.lower + part.lower, std::min(1.0, sum.upper + part.upper)};
            told += part.lower;
        }
        others.upper = std::min(1.0, others.upper + std::max(0.0, s.sold.upper - told));
    }

    /// In an order that is open any round may have been diluted by any other.
    void allow_for_any_order(std::vector<sale> const& sales)
    {
        auto least = 1.0;
        for (auto const& s : sales) {
            least *= 1.0 - s.sold.upper;
        }
        for (auto& [investor, part] : named) {
            part.lower *= least;
        }
    }
};

std::vector<cap_table_row> rows_of(view const& facts, std::map<entity_id, part_bounds> const& named)
{
    std::vector<cap_table_row> rows;
    for (auto const& [investor, part] : named) {
        rows.push_back({investor, part});
    }
    auto const slug = [&](cap_table_row const& row) { return facts.slug_of(row.investor); };
    std::sort(rows.begin(), rows.end(), [&](auto const& a, auto const& b) {
        if (a.part.lower != b.part.lower) {
            return a.part.lower > b.part.lower;
        }
        return a.part.upper != b.part.upper ? a.part.upper > b.part.upper : slug(a) < slug(b);
    });
    return rows;
}

} // namespace

cap_table cap_table_of(network const& n, entity_id company, tolerance const& soft)
{
    auto const sales = sales_of(n, company, soft);
    holders held;
    held.is_order_open = is_order_open(sales);
    cap_table out;
    out.company = n.facts().representative(company);
    for (auto const& s : sales) {
        held.sell(s);
        out.rounds.push_back(s.round);
        detail::add_new(out.rates, s.rates);
    }
    if (held.is_order_open) {
        held.allow_for_any_order(sales);
    }
    out.rows = rows_of(n.facts(), held.named);
    out.others = held.others;
    out.is_order_open = held.is_order_open;
    return out;
}

} // namespace capgraph::inline v0
