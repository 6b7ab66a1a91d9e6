// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "capital_ratio.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto unlimited = std::numeric_limits<double>::infinity();

/// Money that may be put in, or more of it: up to `room`, `part` of which is the state's.
struct piece {
    double part = 0.0;
    double room = 0.0;
    bool is_internal = false;
    bool is_counted = true;
};

/// Sums between two ends.
struct range {
    double lower = 0.0;
    double upper = unlimited;
};

/// One round: what is there in any case, and what may be besides.
struct round_pieces {
    std::vector<piece> pieces;
    range of_kind[2]; ///< External, internal.
    range total;
    double least_of_kind[2] = {0.0, 0.0};
    double state = 0.0; ///< Of what is there in any case and counted.
    double whole = 0.0;
};

double units(money sum)
{
    return static_cast<double>(sum.minor_units());
}

range range_of(interval<money> const& sum)
{
    return {units(sum.lower), sum.upper ? units(*sum.upper) : unlimited};
}

/// With the state's parts at their ends, negated for the infimum: that is a supremum too.
round_pieces pieces_of(capital_region const& r, bool at_most)
{
    round_pieces out;
    out.of_kind[0] = range_of(r.external);
    out.of_kind[1] = range_of(r.internal);
    out.total = range_of(r.total);
    for (auto const& c : r.cheques) {
        auto const part = at_most ? c.state.upper : -c.state.lower;
        auto const least = units(c.paid.lower);
        auto const is_counted = !r.external_only || !c.is_internal;
        out.least_of_kind[c.is_internal ? 1 : 0] += least;
        if (is_counted) {
            out.state += part * least;
            out.whole += least;
        }
        auto const room = c.paid.upper ? units(*c.paid.upper) - least : unlimited;
        if (room > 0.0) {
            out.pieces.push_back({part, room, c.is_internal, is_counted});
        }
    }
    if (r.others_pay) {
        out.pieces.push_back({at_most ? 1.0 : 0.0, unlimited, false, true});
    }
    return out;
}

/// Whether the limits let `p` grow for ever.
bool is_free(round_pieces const& r, piece const& p)
{
    return p.is_counted && p.room == unlimited && r.total.upper == unlimited
           && r.of_kind[p.is_internal ? 1 : 0].upper == unlimited;
}

/// Puts money into one round, the most gainful first.
class filling {
public:
    filling(round_pieces const& r, double ratio, bool is_of_whole)
        : r_{&r}, pieces_{r.pieces}, of_kind_{r.least_of_kind[0], r.least_of_kind[1]},
          state{r.state}, whole{r.whole}
    {
        for (auto const& p : pieces_) {
            gains_.push_back(!p.is_counted ? 0.0 : is_of_whole ? p.part - ratio : p.part);
        }
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            order_.push_back(i);
        }
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::size_t a, std::size_t b) { return gains_[a] > gains_[b]; });
        meet_kind(0);
        meet_kind(1);
        meet_total();
        for (auto const i : order_) {
            if (gains_[i] > 0.0) {
                put(i, room_of(i));
            }
        }
    }

private:
    void meet_kind(int kind)
    {
        for (auto const i : order_) {
            if ((pieces_[i].is_internal ? 1 : 0) == kind) {
                put(i, std::min(pieces_[i].room, r_->of_kind[kind].lower - of_kind_[kind]));
            }
        }
    }

    void meet_total()
    {
        for (auto const i : order_) {
            put(i, std::min(room_of(i), r_->total.lower - of_kind_[0] - of_kind_[1]));
        }
    }

    [[nodiscard]] double room_of(std::size_t i) const
    {
        auto const kind = pieces_[i].is_internal ? 1 : 0;
        return std::min({pieces_[i].room, r_->of_kind[kind].upper - of_kind_[kind],
                         r_->total.upper - of_kind_[0] - of_kind_[1]});
    }

    void put(std::size_t i, double more)
    {
        if (!(more > 0.0)
            || more == unlimited) { // without limit nothing is gained: see `best_ratio`
            return;
        }
        auto& p = pieces_[i];
        p.room -= more;
        of_kind_[p.is_internal ? 1 : 0] += more;
        if (p.is_counted) {
            state += p.part * more;
            whole += more;
        }
    }

    round_pieces const* r_;
    std::vector<piece> pieces_;
    std::vector<double> gains_;
    std::vector<std::size_t> order_;
    double of_kind_[2];

public:
    double state;
    double whole;
};

/// The supremum of the state's part, from `ratio`, which is no more than it.
double best_ratio(std::vector<round_pieces> const& rounds, double ratio, double base,
                  bool is_of_whole)
{
    for (auto const& r : rounds) {
        for (auto const& p : r.pieces) {
            if (is_free(r, p)) {
                if (!is_of_whole && p.part > 0.0) {
                    return unlimited;
                }
                ratio = is_of_whole ? std::max(ratio, p.part) : ratio;
            }
        }
    }
    constexpr int most_rounds = 100; // it converges faster than a sequence of halves
    for (int i = 0; i < most_rounds; ++i) {
        auto state = 0.0;
        auto whole = base;
        for (auto const& r : rounds) {
            filling const f{r, ratio, is_of_whole};
            state += f.state;
            whole += is_of_whole ? f.whole : 0.0;
        }
        auto const of_nothing = !is_of_whole && state > 0.0 ? unlimited : ratio;
        auto const next = whole > 0.0 ? state / whole : of_nothing;
        if (!(next > ratio)) {
            break;
        }
        ratio = next;
    }
    return ratio;
}

std::vector<round_pieces> pieces_of(std::span<capital_region const> rounds, bool at_most)
{
    std::vector<round_pieces> out;
    for (auto const& r : rounds) {
        out.push_back(pieces_of(r, at_most));
    }
    return out;
}

/// Ends that rounding alone keeps apart meet.
interval<share> between(double lower, double upper)
{
    constexpr auto rounding = 1e-15; // of the figure: small parts are as exact as large ones
    lower = std::clamp(lower, 0.0, 1.0);
    upper = std::clamp(upper, 0.0, 1.0);
    return {share{lower}, share{upper - lower <= rounding * upper ? lower : upper}};
}

} // namespace

interval<share> capital_ratio(std::span<capital_region const> rounds)
{
    if (is_without_money(rounds)) {
        return {share{}, share{1.0}};
    }
    auto const lower = -best_ratio(pieces_of(rounds, false), -1.0, 0.0, true);
    auto const upper = best_ratio(pieces_of(rounds, true), 0.0, 0.0, true);
    return between(lower, upper);
}

interval<share> capital_ratio(std::span<capital_region const> rounds, given_whole const& whole)
{
    // Of a worth that is not known, and of none at all, a part may be anything.
    auto const is_unknown = whole.lower == 0.0 && !whole.upper;
    auto const is_none = whole.upper == 0.0 && (!whole.is_before || is_without_money(rounds));
    if (is_unknown || is_none) {
        return {share{}, share{1.0}};
    }
    auto const of_whole = whole.is_before;
    auto const worst = whole.upper.value_or(unlimited);
    auto const lower =
        worst == unlimited ? 0.0 : -best_ratio(pieces_of(rounds, false), -1.0, worst, of_whole);
    auto const upper = best_ratio(pieces_of(rounds, true), 0.0, whole.lower, of_whole);
    return between(lower, upper);
}

} // namespace capgraph::inline v0::detail
