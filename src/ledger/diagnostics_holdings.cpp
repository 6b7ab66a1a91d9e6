// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "share_classes.hpp"
#include "sums.hpp"
#include "superiors.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

/// From when until before when a stake is held for certain.
struct span_of_days {
    date::day_type first = date::day_type::min();
    date::day_type end = date::day_type::max();
};

span_of_days certain_days(holding const& h)
{
    span_of_days out;
    if (h.valid_from) {
        out.first = h.valid_from->has_last() ? h.valid_from->last_day() : date::day_type::max();
    }
    if (h.valid_until) {
        out.end = h.valid_until->has_first() ? h.valid_until->first_day() : date::day_type::min();
    }
    return out;
}

/// The first day on which the most is held, and how much that is.
struct fullest_day {
    date::day_type day{};
    double held = 0.0;
};

fullest_day fullest(holding_list const& stakes)
{
    std::vector<std::pair<date::day_type, double>> changes;
    for (auto const* const h : stakes) {
        auto const days = certain_days(h->is);
        if (days.first < days.end) {
            changes.emplace_back(days.first, least(h->is.share));
            changes.emplace_back(days.end, -least(h->is.share));
        }
    }
    std::sort(changes.begin(), changes.end()); // on one day what ends comes first: it is less
    fullest_day out;
    double held = 0.0;
    for (auto const& [day, change] : changes) {
        held += change;
        out = held > out.held ? fullest_day{day, held} : out;
    }
    return out;
}

void check_class(diagnosis& d, holding_list const& all)
{
    constexpr auto rounding = 1e-9; // of binary fractions that were decimal
    auto const stakes = one_of_each_owner(d, all);
    auto const most_held = fullest(stakes);
    if (most_held.held <= 1.0 + rounding) {
        return;
    }
    std::vector<part> parts;
    for (auto const* const h : stakes) {
        auto const days = certain_days(h->is);
        if (days.first <= most_held.day && most_held.day < days.end) {
            parts.push_back({h->id, "share"});
        }
    }
    auto const& first = all.front()->is;
    auto const of_class = first.share_class
                              ? " of the class '" + std::string{*first.share_class} + '\''
                              : std::string{};
    d.add("shares-over-100", parts,
          std::to_string(parts.size()) + " stakes" + of_class + " in " + d.named(*first.owned)
              + " that come to " + percent_text(most_held.held),
          "at most 100 %");
}

/// Whether some stake is told, and not how large: control and golden shares need none to speak of.
bool is_untold(diagnosis const& d, holding const& h)
{
    auto const rights = h.rights.value_or({});
    auto const is_nominal = std::any_of(rights.begin(), rights.end(), [](special_right right) {
        return right == special_right::golden_share || right == special_right::veto;
    });
    return !(h.share && h.share->is_disclosed()) && !h.control.value_or(false) && !is_nominal
           && still_holds(d, h);
}

/// When what is known of the records was said to be so: each such time once.
std::string days_text(diagnosis const& d, holding_list const& all)
{
    std::set<std::string> days;
    for (auto const* const h : all) {
        auto const day = d.seen().as_of(d.seen().statements_of(h->id).back());
        days.insert(day == date{} ? "undated" : to_string(day));
    }
    std::string out;
    for (auto const& day : days) {
        out += (out.empty() ? "" : ", ") + day;
    }
    return out;
}

/// Finds stakes of no told size in what others are told to hold all of.
void check_room(diagnosis& d, holding_list all)
{
    std::erase_if(all, [&](auto const* h) { return !still_holds(d, h->is); });
    auto const told = one_of_each_owner(d, all);
    auto held = 0.0;
    std::vector<part> parts;
    for (auto const* const h : told) {
        held += least(h->is.share);
        parts.push_back({h->id, "share"});
    }
    constexpr auto rounding = 1e-9; // of binary fractions that were decimal
    if (std::abs(held - 1.0) > rounding) {
        return;
    }
    for (auto const* const h : all) {
        auto const is_told = std::any_of(told.begin(), told.end(), [&](auto const* other) {
            return d.are_one(*other->is.owner, *h->is.owner);
        });
        if (is_told || !is_untold(d, h->is)) {
            continue;
        }
        std::vector<part> found{{h->id, {}}};
        found.insert(found.end(), parts.begin(), parts.end());
        d.add("stake-without-room", found,
              "a stake of " + d.named(*h->is.owner) + " in " + d.named(*h->is.owned)
                  + ", of no told size (" + days_text(d, {h})
                  + "), beside others that come to 100 % (" + days_text(d, told) + ')',
              "room for it: until when one of the others was so ('valid_until')");
    }
}

void check_holding(diagnosis& d, known<holding> const& h)
{
    auto const text = d.named(*h.is.owner) + " in " + d.named(*h.is.owned);
    if (d.are_one(*h.is.owner, *h.is.owned)) {
        d.add("self-holding", {{h.id, {}}}, "a stake of " + text,
              "another owner; what a company holds of itself has no votes and no value");
    }
    auto const& owned = d.at(*h.is.owned);
    if (owned.kind == entity_kind::person || owned.kind == entity_kind::government) {
        d.add("holding-in-person", {{h.id, {}}, {d.record_of(*h.is.owned), "kind"}},
              "a stake of " + text + ", a " + std::string{to_string(*owned.kind)},
              "what can be owned");
    }
    auto const is_none =
        h.is.share && h.is.share->is_disclosed() && h.is.share->said() != qualifier::over
        && h.is.share->said() != qualifier::at_least && h.is.share->high() == share{};
    if (is_none && !h.is.valid_until) {
        d.add("share-of-zero", {{h.id, "share"}}, "a stake of " + text + " of 0 %",
              "a part above zero; \"undisclosed\" where it is not told");
    }
}

} // namespace

void diagnose_holdings(diagnosis& d)
{
    for (auto const& [of, all] : share_classes(d)) {
        check_class(d, all);
        if (std::get<holding_basis>(of) == holding_basis::equity
            && std::get<std::string_view>(of).empty()) {
            check_room(d, all);
        }
    }
    for (auto const& h : d.all<holding>()) {
        check_holding(d, h);
    }
}

} // namespace capgraph::inline v0::detail
