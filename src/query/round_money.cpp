// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "round_money.hpp"

#include "network/money_ratio.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/participation.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// The days of a round: of its announcement or else of its close; open where neither is told.
date day_of(funding_round const& r)
{
    return r.announced ? *r.announced : r.closed.value_or(date{});
}

/// What one minor unit of the currency of `base` is in those of `quote`, where both say one sum.
std::pair<money_ratio, money_ratio> implied(stated<money> const& base, stated<money> const& quote)
{
    auto const part = [](money of, money by) {
        return money_ratio{static_cast<wide>(of.minor_units()),
                           static_cast<wide>(by.minor_units())};
    };
    return {part(quote.low(), base.high()), part(quote.high(), base.low())};
}

/// Reads sums of one round in one currency, by a rate where need be: the one that the renderings of
/// its total imply, the caller's or the data set's.
class money_reader {
public:
    money_reader(network const& n, funding_round const& round, record_id id, currency unit,
                 state_backing_options const& options)
        : n_{&n}, round_{&round}, id_{id}, unit_{unit}, options_{&options},
          total_{round.amount.value_or({})}
    {
    }

    /// Anything where there is no rate: see `require_rates`.
    [[nodiscard]] interval<money> read(amount const& value)
    {
        if (auto const read = try_read(value)) {
            return *read;
        }
        auto const from = value.renderings().front().low().unit();
        if (std::find(missing_.begin(), missing_.end(), from) == missing_.end()) {
            missing_.push_back(from);
        }
        return {money{0, unit_}, std::nullopt};
    }

    /// An error with `missing_rate` where `read` lacked one, naming all that it lacked; else null.
    [[nodiscard]] std::optional<error> lacking() const
    {
        return missing_.empty() ? std::nullopt : std::optional{no_rate()};
    }
    /// Throws that.
    void require_rates() const
    {
        if (auto const missing = lacking()) {
            throw *missing;
        }
    }

    /// Null where there is no rate.
    [[nodiscard]] std::optional<interval<money>> try_read(amount const& value)
    {
        if (auto const bounds = bounds_of(value, unit_, options_->soft)) {
            return bounds;
        }
        for (auto const& rendering : value.renderings()) {
            auto const from = rendering.low().unit();
            auto const* const base = total_.in(from);
            auto const* const quote = total_.in(unit_);
            if (base != nullptr && quote != nullptr && base->low().minor_units() > 0) {
                use({id_, from, unit_, std::nullopt});
                auto const [least, most] = implied(*base, *quote);
                return times(*bounds_of(value, from, options_->soft), least, most, unit_);
            }
        }
        return by_table(value);
    }

    /// The rates that were used, each once.
    [[nodiscard]] std::vector<used_rate> used() && { return std::move(used_); }

private:
    [[nodiscard]] std::optional<interval<money>> by_table(amount const& value)
    {
        for (auto const& rendering : value.renderings()) {
            auto const from = rendering.low().unit();
            if (auto const rate = rate_between(from, unit_)) {
                use({id_, from, unit_, rate});
                return converted(*bounds_of(value, from, options_->soft), *rate);
            }
        }
        for (auto const& rendering : value.renderings()) {
            auto const from = rendering.low().unit();
            if (auto const crossed = through_third(from, *bounds_of(value, from, options_->soft))) {
                return crossed;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<exchange_rate> rate_between(currency from, currency to) const
    {
        auto const rate = options_->rates != nullptr
                              ? options_->rates->find(from, to, day_of(*round_))
                              : std::nullopt;
        return rate ? rate : n_->rates().find(from, to, day_of(*round_));
    }

    /// By two rates, through the first currency, by its code, that has both.
    [[nodiscard]] std::optional<interval<money>> through_third(currency from,
                                                               interval<money> const& sum)
    {
        if (!thirds_) {
            thirds_ = currencies_with_rates();
        }
        for (auto const third : *thirds_) {
            auto const first = rate_between(from, third);
            auto const second = first ? rate_between(third, unit_) : std::nullopt;
            if (second) {
                use({id_, from, third, first});
                use({id_, third, unit_, second});
                return converted(converted(sum, *first), *second);
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::vector<currency> currencies_with_rates() const
    {
        std::vector<currency> out;
        auto const add = [&](exchange_rates const& rates) {
            for (auto const& r : rates.all()) {
                out.insert(out.end(), {r.base, r.quote});
            }
        };
        if (options_->rates != nullptr) {
            add(*options_->rates);
        }
        add(n_->rates());
        std::sort(out.begin(), out.end(),
                  [](currency a, currency b) { return a.code() < b.code(); });
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    void use(used_rate const& rate) { add_new(used_, {rate}); }

    [[nodiscard]] error no_rate() const
    {
        std::string from;
        for (auto const unit : missing_) {
            from += (from.empty() ? "" : ", ") + std::string{unit.code()};
        }
        auto const when = day_of(*round_);
        auto const day = when == date{} ? std::string{"an unknown day"} : to_string(when);
        return {error_code::missing_rate,
                "no rate from " + from + " to " + std::string{unit_.code()} + " on " + day
                    + " for round '" + std::string{n_->facts().slug_of(id_)} + '\'',
                "a rendering in " + std::string{unit_.code()} + ", or a rate for that day"};
    }

    network const* n_;
    funding_round const* round_;
    record_id id_;
    currency unit_;
    state_backing_options const* options_;
    amount total_;
    std::vector<used_rate> used_;
    std::vector<currency> missing_;
    std::optional<std::vector<currency>> thirds_; ///< Absent until asked for.
};

/// The currencies in which a sum was told, in that order.
std::vector<currency> currencies_of(amount const& sum)
{
    std::vector<currency> out;
    for (auto const& rendering : sum.renderings()) {
        auto const unit = rendering.low().unit();
        if (std::find(out.begin(), out.end(), unit) == out.end()) {
            out.push_back(unit);
        }
    }
    return out;
}

} // namespace

std::vector<syndicate_member> members_of(network const& n, record_id round)
{
    auto const& facts = n.facts();
    std::vector<syndicate_member> out;
    for (auto const id : n.participations_in(round)) {
        auto const p = facts.at<participation>(id);
        out.push_back(
            {facts.representative(*p.investor), p.internal.value_or(false), p.cheque.value_or({})});
    }
    std::stable_sort(out.begin(), out.end(), [&](auto const& a, auto const& b) {
        auto const x = facts.slug_of(a.investor);
        auto const y = facts.slug_of(b.investor);
        auto const order = [](syndicate_member const& m) {
            return std::pair{m.is_internal, !m.cheque.is_disclosed()};
        };
        return x != y ? x < y : order(a) < order(b);
    });
    // What one investor is said to have paid, and not how much, is no money besides.
    out.erase(std::unique(out.begin(), out.end(),
                          [](auto const& a, auto const& b) {
                              return a.investor == b.investor && a.is_internal == b.is_internal
                                     && !b.cheque.is_disclosed();
                          }),
              out.end());
    return out;
}

std::vector<entity_id> investors_among(std::vector<syndicate_member> const& members,
                                       members_counted which)
{
    std::vector<entity_id> out;
    for (auto const& m : members) {
        auto const is_counted = which == members_counted::all || !m.is_internal;
        if (is_counted && (out.empty() || out.back() != m.investor)) {
            out.push_back(m.investor);
        }
    }
    return out;
}

funding_round counted_round(view const& facts, record_id round)
{
    auto r = facts.at<funding_round>(round);
    auto const is_no_more_than_sought =
        r.status == deal_status::closed && r.amount_basis == amount_basis::target;
    if (is_no_more_than_sought) { // what was sought is not what came in
        r.amount = {};
    }
    if (!counts(facts, r.status)) {
        r.amount = {};
        r.external = {};
        r.investor_count = {};
    }
    return r;
}

std::vector<currency> units_of(view const& facts, syndicate const& s, amount const* beside)
{
    auto const r = counted_round(facts, s.round);
    auto units = currencies_of(r.amount.value_or({}));
    for (auto m = s.members.begin(); units.empty() && m != s.members.end(); ++m) {
        units = currencies_of(m->cheque);
    }
    if (units.empty()) {
        units = currencies_of(r.external.value_or({}));
    }
    if (units.empty() && beside != nullptr) {
        units = currencies_of(*beside);
    }
    auto const tells_each = [&](currency unit) {
        return std::all_of(s.members.begin(), s.members.end(), [&](syndicate_member const& m) {
            return !m.cheque.is_disclosed() || m.cheque.in(unit) != nullptr;
        });
    };
    auto const end = std::stable_partition(units.begin(), units.end(), tells_each);
    if (beside != nullptr) {
        std::stable_partition(units.begin(), end,
                              [&](currency unit) { return beside->in(unit) != nullptr; });
    }
    return units;
}

read_round read_money(network const& n, syndicate const& s, currency unit, bool others_may_pay,
                      part_reader const& parts, state_backing_options const& options)
{
    auto read = read_money_as_can_be(n, s, unit, others_may_pay, parts, options);
    if (read.lacking) {
        throw *read.lacking;
    }
    return read;
}

read_round read_money_as_can_be(network const& n, syndicate const& s, currency unit,
                                bool others_may_pay, part_reader const& parts,
                                state_backing_options const& options)
{
    auto const r = counted_round(n.facts(), s.round);
    auto const total = r.amount.value_or({});
    money_reader reader{n, r, s.round, unit, options};
    read_round out;
    out.money.unit = unit;
    out.money.total = reader.read(total);
    out.money.others_may_pay = others_may_pay;
    syndicate_member const* last = nullptr; // whoever has several cheques is asked about once
    part_bounds part;
    for (auto const& m : s.members) {
        if (last == nullptr || last->investor != m.investor) {
            part = parts.of(m.investor);
        }
        last = &m;
        out.money.cheques.push_back({reader.read(m.cheque), part, m.is_internal});
    }
    if (auto const external = r.external.value_or({}); external.is_disclosed()) {
        // Without a rate it only narrows what the total says already.
        out.money.external =
            total.is_disclosed() ? reader.try_read(external) : reader.read(external);
    }
    out.lacking = reader.lacking();
    out.rates = std::move(reader).used();
    return out;
}

void add_new(std::vector<used_rate>& to, std::vector<used_rate> const& more)
{
    for (auto const& rate : more) {
        if (std::find(to.begin(), to.end(), rate) == to.end()) {
            to.push_back(rate);
        }
    }
}

read_sum read_beside(network const& n, record_id round, amount const& value, currency unit,
                     state_backing_options const& options)
{
    auto const r = counted_round(n.facts(), round);
    money_reader reader{n, r, round, unit, options};
    read_sum out{reader.read(value), {}};
    reader.require_rates();
    out.rates = std::move(reader).used();
    return out;
}

} // namespace capgraph::inline v0::detail
