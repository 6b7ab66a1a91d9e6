// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "sums.hpp"

namespace capgraph::inline v0::detail {

namespace {

/// The cheques of a round in one currency.
struct cheque_tally {
    tally internal;
    tally external;
    std::vector<part> parts;
};

bool counts(deal const& each, known<funding_round> const& round)
{
    auto const& of_round = round.is.status;
    return each.status != deal_status::withdrawn
           && (!each.status || !of_round || of_round == deal_status::withdrawn
               || has_reached(*each.status, *of_round));
}

cheque_tally cheques_of(diagnosis const& d, known<funding_round> const& round, currency unit)
{
    cheque_tally out;
    for (auto const* const each : d.deals_of(round.id)) {
        if (!counts(*each, round)) {
            continue;
        }
        auto const& said = each->said->is;
        auto& to = said.internal.value_or(false) ? out.internal : out.external;
        if (auto const sum = bounds_in(said.cheque, unit, d.options().about)) {
            to.add(*sum);
            out.parts.push_back({each->said->id, "cheque"});
        } else {
            to.add_unknown();
        }
    }
    return out;
}

/// Whether the amount of the round is only what is sought.
bool is_target(funding_round const& r)
{
    return r.amount_basis == amount_basis::target;
}

/// One round against one currency of its total: at most one finding.
class total_check {
public:
    total_check(diagnosis& d, known<funding_round> const& round, currency unit)
        : d_{&d}, round_{&round}, unit_{unit}, total_{*bounds_in(round.is.amount, unit,
                                                                 d.options().about)},
          cheques_{cheques_of(d, round, unit)}
    {
    }

    /// Returns whether anything was found.
    bool run()
    {
        auto const stale = is_target(round_->is) && round_->is.status == deal_status::closed;
        return !stale && (check_upper() || check_remainder());
    }

private:
    bool check_upper()
    {
        if (!total_.upper) {
            return false;
        }
        auto const most = total_.upper->minor_units();
        auto const external = bounds_in(round_->is.external, unit_, d_->options().about);
        if (external && external->lower.minor_units() > most) {
            return report("external-over-total", "'external' of ", external->lower.minor_units(),
                          {{round_->id, "external"}});
        }
        auto const inside = cheques_.internal.lower;
        auto all = cheques_.internal;
        all.add({money{cheques_.external.lower, unit_}, {}});
        if (is_target(round_->is)) {
            return all.lower > most && report("cheques-over-target", "cheques of ", all.lower);
        }
        if (inside > most) {
            return report("internal-over-total", "internal cheques of ", inside);
        }
        return all.lower > most && report("cheques-over-total", "cheques of ", all.lower);
    }

    bool check_remainder()
    {
        if (!round_->is.investors_complete.value_or(false) || is_target(round_->is)) {
            return false;
        }
        auto all = cheques_.internal;
        all.add({{},
                 cheques_.external.upper ? std::optional{money{*cheques_.external.upper, unit_}}
                                         : std::nullopt});
        if (!all.upper || *all.upper >= total_.lower.minor_units()) {
            return false;
        }
        cheques_.parts.push_back({round_->id, "investors_complete"});
        return report("remainder-without-payer", "all investors with cheques of ", *all.upper, {},
                      "investors or cheques for the rest");
    }

    bool report(std::string_view rule, std::string what, std::int64_t sum,
                std::vector<part> more = {}, std::string expected = {})
    {
        auto parts = more.empty() ? cheques_.parts : std::move(more);
        parts.push_back({round_->id, "amount"});
        auto const total = in_words(
            total_.upper ? total_.upper->minor_units() : total_.lower.minor_units(), unit_);
        d_->add(rule, parts,
                std::move(what) + in_words(sum, unit_) + " in the round " + d_->named(round_->id)
                    + " of " + total,
                expected.empty() ? "no more than " + total : std::move(expected));
        return true;
    }

    diagnosis* d_;
    known<funding_round> const* round_;
    currency unit_;
    interval<money> total_;
    cheque_tally cheques_;
};

void check_external(diagnosis& d, known<funding_round> const& round)
{
    for (auto const unit : currencies_of(round.is.external)) {
        auto const external = *bounds_in(round.is.external, unit, d.options().about);
        auto const sum = cheques_of(d, round, unit).external.lower;
        if (!external.upper || sum <= external.upper->minor_units()) {
            continue;
        }
        std::vector<part> parts{{round.id, "external"}};
        for (auto const* const each : d.deals_of(round.id)) {
            if (counts(*each, round) && !each->said->is.internal.value_or(false)
                && bounds_in(each->said->is.cheque, unit, {})) {
                parts.push_back({each->said->id, "cheque"});
            }
        }
        d.add("cheques-over-external", parts,
              "cheques of outsiders of " + in_words(sum, unit) + " in the round "
                  + d.named(round.id),
              "no more than its external part of " + to_string(*external.upper));
        return;
    }
}

/// Whether the sum is told as nothing at all.
bool is_nothing(field<amount> const& sum)
{
    auto const is_zero = [](stated<money> const& each) {
        return each.high().minor_units() == 0
               && (each.said() == qualifier::plain || each.said() == qualifier::exactly
                   || each.said() == qualifier::about);
    };
    return sum && sum->is_disclosed()
           && std::all_of(sum->renderings().begin(), sum->renderings().end(), is_zero);
}

void check_zero(diagnosis& d, record_id record, std::string_view field,
                capgraph::field<amount> const& sum)
{
    if (is_nothing(sum)) {
        d.add("amount-of-zero", {{record, field}},
              "a '" + std::string{field} + "' of " + to_string(sum->renderings().front().low()),
              "a sum above zero; \"undisclosed\" where it is not told");
    }
}

} // namespace

void diagnose_money(diagnosis& d)
{
    for (auto const& round : d.all<funding_round>()) {
        for (auto const unit : currencies_of(round.is.amount)) {
            if (total_check{d, round, unit}.run()) {
                break; // the same in another rendering is no news
            }
        }
        check_external(d, round);
        check_zero(d, round.id, "amount", round.is.amount);
    }
    for (auto const& each : d.all<participation>()) {
        check_zero(d, each.id, "cheque", each.is.cheque);
    }
    for (auto const& each : d.all<valuation>()) {
        check_zero(d, each.id, "amount", each.is.amount);
    }
}

} // namespace capgraph::inline v0::detail
