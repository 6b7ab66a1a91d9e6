// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "equal_split.hpp"

#include "money_sums.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

double units(money sum)
{
    return static_cast<double>(sum.minor_units());
}

double units(limit const& sum)
{
    return sum ? units(*sum) : std::numeric_limits<double>::infinity();
}

/// `rest` spread equally over `paid`, none raised by more than its room; false when it does not
/// fit.
bool spread(double rest, std::vector<double>& paid, std::vector<double> const& room)
{
    std::vector<std::size_t> by_room(room.size());
    std::iota(by_room.begin(), by_room.end(), std::size_t{0});
    std::stable_sort(by_room.begin(), by_room.end(),
                     [&](std::size_t a, std::size_t b) { return room[a] < room[b]; });
    for (std::size_t k = 0; k < by_room.size(); ++k) {
        auto const equal = rest / static_cast<double>(by_room.size() - k);
        auto const given = std::min(equal, room[by_room[k]]);
        paid[by_room[k]] += given;
        rest -= given;
    }
    return rest <= 0.5; // of a minor unit
}

/// Sums of one round, in minor units.
struct parts {
    double state = 0.0;
    double whole = 0.0;
};

parts parts_of(round_money const& round, std::vector<double> const& paid, bool external_only)
{
    parts sums;
    for (std::size_t i = 0; i < paid.size(); ++i) {
        auto const& c = round.cheques[i];
        auto const is_counted = !external_only || !c.is_internal;
        sums.state += is_counted ? c.state.lower * paid[i] : 0.0;
        sums.whole += is_counted ? paid[i] : 0.0;
    }
    return sums;
}

double external_part(round_money const& round, std::vector<double> const& paid)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < paid.size(); ++i) {
        sum += round.cheques[i].is_internal ? 0.0 : paid[i];
    }
    return sum;
}

bool contradicts(round_money const& round, double external)
{
    return round.external
           && (external < units(round.external->lower) - 0.5
               || external > units(round.external->upper) + 0.5);
}

} // namespace

std::optional<std::vector<double>> equal_cheques(round_money const& round)
{
    auto const named = sum_of(round, [](auto const&) { return true; }).lower;
    auto const total = raised_to(round.total, named);
    if (total.upper != total.lower) {
        return std::nullopt;
    }
    std::vector<double> paid;
    std::vector<double> room;
    for (auto const& c : round.cheques) {
        paid.push_back(units(c.paid.lower));
        room.push_back(units(c.paid.upper) - units(c.paid.lower));
    }
    if (!spread(units(total.lower - named), paid, room)
        || contradicts(round, external_part(round, paid))) {
        return std::nullopt;
    }
    return paid;
}

std::optional<share> equal_split(std::span<round_money const> rounds, bool external_only)
{
    double state = 0.0;
    double whole = 0.0;
    for (auto const& round : rounds) {
        auto const is_known = [](bounded_cheque const& c) {
            return c.state.lower == c.state.upper;
        };
        auto const paid = std::all_of(round.cheques.begin(), round.cheques.end(), is_known)
                              ? equal_cheques(round)
                              : std::nullopt;
        if (!paid) {
            return std::nullopt;
        }
        auto const sums = parts_of(round, *paid, external_only);
        state += sums.state;
        whole += sums.whole;
    }
    return whole > 0.0 ? std::optional{share{std::min(1.0, state / whole)}} : std::nullopt;
}

} // namespace capgraph::inline v0::detail
