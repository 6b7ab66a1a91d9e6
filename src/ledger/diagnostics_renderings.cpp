// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "disagree.hpp"
#include "sums.hpp"

namespace capgraph::inline v0::detail {

namespace {

/// A sum and where it is told.
struct told_sum {
    part where;
    amount const* sum;
};

/// What one rendering can be, where "about" reaches as far as rounding does.
interval<money> softened(stated<money> const& said, double rounding)
{
    auto const soft = said.said() == qualifier::plain || said.said() == qualifier::exactly
                          ? about(said.low())
                          : said;
    return *bounds_of(amount{soft}, said.low().unit(), {rounding});
}

/// Of the renderings in one currency each is held against the first: n comparisons.
void check_one_currency(diagnosis& d, told_sum const& told)
{
    for (auto const& each : told.sum->renderings()) {
        auto const& first = *told.sum->in(each.low().unit());
        if (are_apart(softened(first, d.options().rounding), softened(each, d.options().rounding),
                      is_less)) {
            d.add("renderings-contradict", {told.where},
                  "one sum told as " + to_string(first.low()) + " and as " + to_string(each.low()),
                  "renderings of one sum");
            return;
        }
    }
}

/// A rate that two renderings of one sum imply.
struct implied_rate {
    double value;
    part where;
    std::string text;
};

std::optional<double> figure_of(stated<money> const& said)
{
    auto const has_one = said.said() != qualifier::between && said.low().minor_units() > 0;
    return has_one ? std::optional{major_units(said.low()).to_double()} : std::nullopt;
}

using rates_by_pair = std::map<std::pair<std::string, std::string>, std::vector<implied_rate>>;

void note_rates(rates_by_pair& to, told_sum const& told)
{
    auto const& first = told.sum->renderings().front();
    auto const units = currencies_of(*told.sum);
    for (auto const unit : units) {
        auto const& other = *told.sum->in(unit);
        auto const a = figure_of(first);
        auto const b = figure_of(other);
        if (unit == first.low().unit() || !a || !b) {
            continue;
        }
        auto const from = std::string{first.low().unit().code()};
        auto const into = std::string{unit.code()};
        auto const text = to_string(first.low()) + " for " + to_string(other.low());
        from < into ? to[{from, into}].push_back({*b / *a, told.where, text})
                    : to[{into, from}].push_back({*a / *b, told.where, text});
    }
}

void check_rates(diagnosis& d, std::vector<told_sum> const& of_one_round)
{
    rates_by_pair all;
    for (auto const& each : of_one_round) {
        note_rates(all, each);
    }
    for (auto const& [pair, rates] : all) {
        auto const [low, high] =
            std::minmax_element(rates.begin(), rates.end(),
                                [](auto const& a, auto const& b) { return a.value < b.value; });
        if (high->value > low->value * (1.0 + d.options().rates_apart)) {
            d.add("implied-rates-far-apart", {low->where, high->where},
                  low->text + " beside " + high->text, "much the same rate for one round");
        }
    }
}

} // namespace

void diagnose_renderings(diagnosis& d)
{
    std::map<record_id, std::vector<told_sum>> of_round;
    auto const look_at = [&](field<record_id> const& round, part const& where,
                             field<amount> const& sum) {
        if (!sum || !sum->is_disclosed()) {
            return;
        }
        check_one_currency(d, {where, &*sum});
        if (round) {
            of_round[*round].push_back({where, &*sum});
        } else {
            check_rates(d, {{where, &*sum}});
        }
    };
    for (auto const& r : d.all<funding_round>()) {
        look_at(r.id, {r.id, "amount"}, r.is.amount);
        look_at(r.id, {r.id, "external"}, r.is.external);
    }
    for (auto const& p : d.all<participation>()) {
        look_at(p.is.round, {p.id, "cheque"}, p.is.cheque);
    }
    for (auto const& v : d.all<valuation>()) {
        look_at(v.is.round, {v.id, "amount"}, v.is.amount);
    }
    for (auto const& [round, sums] : of_round) {
        check_rates(d, sums);
    }
}

} // namespace capgraph::inline v0::detail
