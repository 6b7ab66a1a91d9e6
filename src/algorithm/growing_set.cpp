// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "growing_set.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

/// Sums of decimal fractions miss a threshold by less.
constexpr double rounding = 1e-12;

} // namespace

growing_set::growing_set(voting_power const& power, control_options const& options, bool certainly,
                         checkpoint const& check, memory_budget& budget)
    : power_{&power}, budget_{&budget}, options_{&options},
      certainly_{certainly}, pace_{check}, at_{power.votes().num_vertices(), budget},
      possible_at_{power.votes().num_vertices(), budget}, members_{budget}, declared_{budget}
{
    if (!(options.threshold >= 0.0 && options.threshold <= 1.0)) {
        throw std::invalid_argument{"capgraph::control_of: threshold "
                                    + std::to_string(options.threshold)
                                    + ", expected one in [0, 1]"};
    }
    auto const& ultimate = options.ultimate;
    if (!ultimate.empty() && ultimate.back() >= power.votes().num_vertices()) {
        throw std::out_of_range{"capgraph::control_of: vertex " + std::to_string(ultimate.back())};
    }
}

void growing_set::grow(std::span<std::uint32_t const> group)
{
    for (auto const v : group) {
        pace_.step();
        if (v >= power_->votes().num_vertices()) {
            throw std::out_of_range{"capgraph::control_of: vertex " + std::to_string(v) + " of "
                                    + std::to_string(power_->votes().num_vertices())};
        }
        admit(v); // a group may be of persons, and name one twice
    }
    group_size_ = members_.size();
    if (!certainly_ && options_->unknown == unknown_owners::possible) {
        take_in_open_ones();
    }
    for (std::size_t i = 0; i < members_.size(); ++i) {
        auto const member = members_[i]; // the list grows
        if (options_->takes_declared) {
            for (auto const& d : power_->declared_by(member)) {
                pace_.step();
                if (d.is_certain || !certainly_) {
                    take_in(d.owned, member);
                }
            }
        }
        hold(member);
    }
}

std::vector<std::uint32_t> growing_set::followers() &&
{
    at_ = touched_values<state>{0, *budget_};
    possible_at_ = touched_values<possible_state>{0, *budget_};
    auto all = std::move(members_).take();
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(group_size_));
    return all;
}

std::optional<std::uint32_t> growing_set::declared_by(std::uint32_t place) const
{
    auto const at = std::lower_bound(
        declared_.begin(), declared_.end(), place,
        [](declaration const& d, std::uint32_t wanted) { return d.place < wanted; });
    return at == declared_.end() || at->place != place ? std::nullopt : std::optional{at->owner};
}

void growing_set::take_in(std::uint32_t v, std::uint32_t declared_by)
{
    if (!std::binary_search(options_->ultimate.begin(), options_->ultimate.end(), v)) {
        admit(v, declared_by);
    }
}

void growing_set::admit(std::uint32_t v, std::uint32_t declared_by)
{
    auto& place = at_[v].place;
    if (place == 0) {
        if (declared_by != nobody) {
            declared_.push_back({static_cast<std::uint32_t>(members_.size()), declared_by});
        }
        members_.push_back(v);
        place = static_cast<std::uint32_t>(members_.size());
    }
}

/// Of which those who are known hold too little to keep out somebody unknown.
void growing_set::take_in_open_ones()
{
    for (std::uint32_t v = 0; v < power_->votes().num_vertices(); ++v) {
        pace_.step();
        if (is_enough(v, at_[v].lower)) {
            take_in(v);
        }
    }
}

void growing_set::hold(std::uint32_t member)
{
    auto const& w = power_->votes();
    for (auto const& e : w.owned_by(member)) {
        pace_.step();
        auto& s = at_[e.vertex];
        if (s.place != 0 || (e.vertex == member && options_->drops_treasury)) {
            continue;
        }
        s.lower += e.lower;
        if (!certainly_) {
            possible_at_[e.vertex].upper += w.most_of(e.vertex, member);
        }
        if (is_enough(e.vertex, s.lower)) {
            take_in(e.vertex);
        }
    }
}

bool growing_set::is_enough(double part) const
{
    return options_->is_strict ? part > options_->threshold + rounding
                               : part >= options_->threshold - rounding;
}

bool growing_set::holds_itself(std::uint32_t v) const
{
    auto const some = power_->votes().own_holders();
    return options_->drops_treasury && std::binary_search(some.begin(), some.end(), v);
}

/// The least that the members can hold of the votes of `v`, or the most.
///
/// The company's own shares leave the whole. For the most, as many of them as the members leave
/// room for: that is where the part is largest.
bool growing_set::is_enough(std::uint32_t v, double lower)
{
    auto const& w = power_->votes();
    auto const holds = holds_itself(v);
    auto const own_lower = holds ? w.least_of(v, v) : 0.0;
    if (certainly_) {
        return own_lower < 1.0 && is_enough(lower / (1.0 - own_lower));
    }
    auto& s = possible_at_[v];
    if (s.known < 0.0) {
        s.known = w.known_part(v);
    }
    auto const others = std::max(0.0, s.known - lower - own_lower);
    auto const is_open = options_->unknown == unknown_owners::possible;
    auto const most = is_open ? 1.0 : std::max(lower, s.upper);
    auto const own_upper = holds ? w.most_of(v, v) : 0.0;
    auto const treasury = std::clamp(1.0 - others - most, own_lower, own_upper);
    // A column over the whole is a finding of its own: its votes count as they are told.
    auto const room = std::max(lower, 1.0 - others - treasury);
    return treasury < 1.0 && is_enough(std::min(most, room) / (1.0 - treasury));
}

} // namespace capgraph::inline v0::detail
