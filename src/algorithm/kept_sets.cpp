// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "kept_sets.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

bool goes_before(closed_set const& a, closed_set const& b)
{
    if (a.support != b.support) {
        return a.support > b.support;
    }
    if (a.members.size() != b.members.size()) {
        return a.members.size() > b.members.size();
    }
    return a.members < b.members;
}

} // namespace

void kept_sets::add(std::span<std::uint32_t const> members, std::span<std::uint32_t const> groups)
{
    if (options_->at_most == 0) {
        is_cut_ = true;
        return;
    }
    auto const num_groups = options_->with_groups ? groups.size() : 0;
    auto charged =
        budget_->charge(2 * sizeof(entry) + (members.size() + num_groups) * sizeof(std::uint32_t));
    entries_.push_back(
        {{.members = {members.begin(), members.end()},
          .support = groups.size(),
          .groups = {groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(num_groups)}},
         std::move(charged)});
    // Cutting in half now and then costs each set a constant time.
    if (entries_.size() / 2 >= options_->at_most) {
        cut();
    }
}

void kept_sets::cut()
{
    if (entries_.size() <= options_->at_most) {
        return;
    }
    auto const last = entries_.begin() + static_cast<std::ptrdiff_t>(options_->at_most - 1);
    std::nth_element(entries_.begin(), last, entries_.end(),
                     [](entry const& a, entry const& b) { return goes_before(a.set, b.set); });
    min_support_ = std::max(min_support_, last->set.support);
    entries_.erase(last + 1, entries_.end());
    is_cut_ = true;
}

closed_set_list kept_sets::take()
{
    if (options_->at_most != 0) {
        cut();
    }
    std::sort(entries_.begin(), entries_.end(),
              [](entry const& a, entry const& b) { return goes_before(a.set, b.set); });
    closed_set_list list;
    list.is_cut = is_cut_;
    list.sets.reserve(entries_.size());
    for (auto& e : entries_) {
        list.sets.push_back(std::move(e.set));
    }
    return list;
}

} // namespace capgraph::inline v0::detail
