// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "sums.hpp"

namespace capgraph::inline v0::detail {

namespace {

/// The valuations of one round that its money can be held against.
struct round_values {
    known<valuation> const* pre = nullptr;
    known<valuation> const* post = nullptr;
};

bool is_new_money(funding_round const& r)
{
    auto const kind = r.kind.value_or(round_kind::primary);
    auto const stale = r.amount_basis == amount_basis::target && r.status == deal_status::closed;
    return (kind == round_kind::primary || kind == round_kind::tranche || kind == round_kind::ipo)
           && !stale;
}

/// Returns whether `post` is less than the round's amount, having said so.
bool check_amount(diagnosis& d, known<funding_round> const& r, known<valuation> const& post)
{
    for (auto const unit : currencies_of(r.is.amount)) {
        auto const amount = *bounds_in(r.is.amount, unit, d.options().about);
        auto const worth = bounds_in(post.is.amount, unit, d.options().about);
        if (worth && worth->upper && is_less(*worth->upper, amount.lower)) {
            d.add("post-under-amount", {{r.id, "amount"}, {post.id, "amount"}},
                  to_string(*worth->upper) + " with the money of the round " + d.named(r.id)
                      + ", which is " + to_string(amount.lower),
                  "a company worth its money at least");
            return true;
        }
    }
    return false;
}

void check_sum(diagnosis& d, known<funding_round> const& r, round_values const& values)
{
    for (auto const unit : currencies_of(r.is.amount)) {
        auto const pre = bounds_in(values.pre->is.amount, unit, d.options().about);
        auto const post = bounds_in(values.post->is.amount, unit, d.options().about);
        if (!pre || !post || !post->upper) {
            continue;
        }
        tally least;
        least.add(*pre);
        least.add(*bounds_in(r.is.amount, unit, d.options().about));
        if (post->upper->minor_units() < least.lower) {
            d.add("post-under-pre-and-amount",
                  {{r.id, "amount"}, {values.pre->id, "amount"}, {values.post->id, "amount"}},
                  to_string(*post->upper) + " with the money of the round " + d.named(r.id),
                  "at least " + in_words(least.lower, unit)
                      + ", the value before the money and the money");
            return;
        }
    }
}

void check_round(diagnosis& d, known<funding_round> const& r, round_values const& values)
{
    if (values.post == nullptr || !is_new_money(r.is)) {
        return;
    }
    if (!check_amount(d, r, *values.post) && values.pre != nullptr) {
        check_sum(d, r, values);
    }
    auto const is_told = r.is.amount && r.is.amount->is_disclosed();
    if (r.is.status == deal_status::closed && !is_told) {
        d.add("valued-round-without-amount", {{r.id, "amount"}, {values.post->id, "amount"}},
              "a value after the closed round " + d.named(r.id) + ", whose amount is not told",
              "an amount, to say what part of the company it bought");
    }
}

} // namespace

void diagnose_valuations(diagnosis& d)
{
    std::map<record_id, round_values> of_round;
    for (auto const& each : d.all<valuation>()) {
        if (!each.is.amount) {
            d.add("valuation-without-amount", {{each.id, {}}},
                  "a valuation of " + d.named(*each.is.company) + " without 'amount'",
                  "an amount; \"undisclosed\" where it is not told");
        } else if (each.is.round && each.is.amount->is_disclosed()) {
            auto& values = of_round[*each.is.round];
            auto const basis = each.is.basis.value_or(valuation_basis::unspecified);
            values.pre = basis == valuation_basis::pre ? &each : values.pre;
            values.post = basis == valuation_basis::post ? &each : values.post;
        }
    }
    for (auto const& r : d.all<funding_round>()) {
        check_round(d, r, of_round[r.id]);
    }
}

} // namespace capgraph::inline v0::detail
