// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/closed_sets.hpp>

#include "kept_sets.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using list = std::vector<std::uint32_t>;
using list_view = std::span<std::uint32_t const>;

[[noreturn]] void refuse(char const* what)
{
    throw std::invalid_argument{std::string{"capgraph::closed_sets: "} + what};
}

void check_input(std::size_t member_count, group_rows groups, closed_set_options const& options)
{
    if (options.min_support == 0 || options.min_members == 0) {
        refuse("a support or a size of 0, expected 1 or more");
    }
    if (groups.size() > std::numeric_limits<std::uint32_t>::max()) {
        refuse("2^32 groups and more");
    }
    auto const& offsets = groups.offsets;
    auto const is_sound = offsets.empty() ? groups.members.empty()
                                          : offsets.front() == 0
                                                && std::is_sorted(offsets.begin(), offsets.end())
                                                && offsets.back() == groups.members.size();
    if (!is_sound) {
        refuse("offsets that don't ascend from 0 to the number of members");
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto const row = groups.row(g);
        if (std::adjacent_find(row.begin(), row.end(), std::greater_equal<>{}) != row.end()) {
            refuse("a group that is not ascending");
        }
        if (!row.empty() && row.back() >= member_count) {
            throw std::out_of_range{"capgraph::closed_sets: member " + std::to_string(row.back())
                                    + " of " + std::to_string(member_count)};
        }
    }
}

/// The groups without those who recur in too few of them, and the groups of each member.
class recurring_members {
public:
    recurring_members(std::size_t member_count, group_rows groups, std::uint64_t min_support)
        : group_offsets_(groups.size() + 1), member_offsets_(member_count + 1)
    {
        std::vector<std::uint64_t> degrees(member_count);
        for (auto const m : groups.members) {
            ++degrees[m];
        }
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (auto const m : groups.row(g)) {
                if (degrees[m] >= min_support) {
                    members_.push_back(m);
                    ++member_offsets_[m + 1U];
                }
            }
            group_offsets_[g + 1] = members_.size();
        }
        std::partial_sum(member_offsets_.begin(), member_offsets_.end(), member_offsets_.begin());
        groups_.resize(members_.size());
        auto next = member_offsets_;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (auto const m : group(g)) {
                groups_[next[m]++] = static_cast<std::uint32_t>(g);
            }
        }
    }

    [[nodiscard]] std::size_t num_groups() const noexcept { return group_offsets_.size() - 1; }
    [[nodiscard]] list_view group(std::size_t g) const
    {
        return list_view{members_}.subspan(group_offsets_[g],
                                           group_offsets_[g + 1] - group_offsets_[g]);
    }
    [[nodiscard]] list_view groups_of(std::uint32_t m) const
    {
        return list_view{groups_}.subspan(member_offsets_[m],
                                          member_offsets_[m + 1U] - member_offsets_[m]);
    }

    /// What the arrays take.
    static std::uint64_t bytes(std::size_t member_count, group_rows groups)
    {
        // Growing, `members_` is there twice.
        return groups.members.size() * 4 * sizeof(std::uint32_t)
               + (groups.size() + 1 + 3 * (member_count + 1)) * sizeof(std::uint64_t);
    }

private:
    std::vector<std::uint64_t> group_offsets_;
    std::vector<std::uint64_t> member_offsets_;
    list members_;
    list groups_;
};

/// A closed set on the way, and who may extend it.
struct place {
    list set;
    list groups;     ///< Where it occurs.
    list candidates; ///< Ascending: members behind the one that led here.
    std::size_t next = 0;
    memory_charge charged{};
};

class closed_set_search {
public:
    closed_set_search(recurring_members const& members, std::size_t member_count,
                      detail::kept_sets& kept, memory_budget& budget, std::size_t min_members,
                      run_options const& run)
        : members_{&members}, kept_{&kept}, budget_{&budget}, min_members_{min_members},
          counts_(member_count), check_{run, "closed sets", member_count}, poll_{check_}
    {
    }

    void run();

private:
    void enter(list groups, std::uint32_t first);
    void count(list_view groups);
    [[nodiscard]] list shared_groups(list_view groups, std::uint32_t member);
    [[nodiscard]] bool keeps_what_is_before(place const& at, list_view groups,
                                            std::uint32_t member);
    [[nodiscard]] bool all_have(list_view groups, std::uint32_t member);
    void advance_to(std::uint32_t member);
    /// Before looking at so many numbers in a row.
    void poll(std::size_t numbers)
    {
        for (std::size_t i = 0; i <= numbers / 256; ++i) {
            poll_.step();
        }
    }

    recurring_members const* members_;
    detail::kept_sets* kept_;
    memory_budget* budget_;
    std::size_t min_members_;
    std::vector<std::uint32_t> counts_; ///< All 0 between calls.
    list touched_;
    std::vector<place> way_; ///< On the heap: it may be as long as the largest group.
    checkpoint check_;
    paced_poll poll_;
    std::uint32_t done_ = 0;
};

void closed_set_search::count(list_view groups)
{
    touched_.clear();
    for (auto const g : groups) {
        for (auto const m : members_->group(g)) {
            poll_.step();
            if (counts_[m]++ == 0) {
                touched_.push_back(m);
            }
        }
    }
    std::sort(touched_.begin(), touched_.end());
}

/// Goes to the closed set of what occurs in `groups`; members from `first` on may extend it.
void closed_set_search::enter(list groups, std::uint32_t first)
{
    count(groups);
    place next{.set = {}, .groups = std::move(groups), .candidates = {}};
    for (auto const m : touched_) {
        auto const n = std::exchange(counts_[m], 0);
        if (n == next.groups.size()) {
            next.set.push_back(m);
        } else if (m >= first && n >= kept_->min_support()) {
            next.candidates.push_back(m);
        }
    }
    next.set.shrink_to_fit();
    next.candidates.shrink_to_fit();
    // The list of places may be there twice, and so may each list while it grew.
    next.charged =
        budget_->charge(2 * sizeof(place)
                        + 2 * sizeof(std::uint32_t)
                              * (next.set.size() + next.groups.size() + next.candidates.size()));
    if (next.set.size() >= min_members_) {
        kept_->add(next.set, next.groups);
    }
    way_.push_back(std::move(next));
}

/// Both ascending: the shorter is looked up in the longer where it is much shorter.
list closed_set_search::shared_groups(list_view groups, std::uint32_t member)
{
    auto few = members_->groups_of(member);
    auto many = groups;
    if (few.size() > many.size()) {
        std::swap(few, many);
    }
    list shared;
    if (few.size() > many.size() / 16) {
        poll(many.size());
        std::set_intersection(few.begin(), few.end(), many.begin(), many.end(),
                              std::back_inserter(shared));
        return shared;
    }
    auto from = many.begin();
    for (auto const g : few) {
        poll_.step();
        from = std::lower_bound(from, many.end(), g);
        if (from != many.end() && *from == g) {
            shared.push_back(g);
        }
    }
    return shared;
}

/// Whether all of `groups` are among those of `member`.
bool closed_set_search::all_have(list_view groups, std::uint32_t member)
{
    auto const has = members_->groups_of(member);
    if (has.size() < groups.size()) {
        return false;
    }
    if (has.size() / 16 < groups.size()) {
        poll(has.size());
        return std::includes(has.begin(), has.end(), groups.begin(), groups.end());
    }
    auto from = has.begin();
    return std::all_of(groups.begin(), groups.end(), [&](std::uint32_t g) {
        poll_.step();
        from = std::lower_bound(from, has.end(), g);
        return from != has.end() && *from == g;
    });
}

/// Whether nobody before `member` joins the set in all of `groups`.
bool closed_set_search::keeps_what_is_before(place const& at, list_view groups,
                                             std::uint32_t member)
{
    poll(groups.size());
    auto const shortest =
        *std::min_element(groups.begin(), groups.end(), [&](std::uint32_t a, std::uint32_t b) {
            return members_->group(a).size() < members_->group(b).size();
        });
    auto in_set = at.set.begin();
    for (auto const m : members_->group(shortest)) {
        if (m >= member) {
            break;
        }
        while (in_set != at.set.end() && *in_set < m) {
            ++in_set;
        }
        auto const is_in = in_set != at.set.end() && *in_set == m;
        if (!is_in && all_have(groups, m)) {
            return false;
        }
    }
    return true;
}

/// Progress: by the first member of the way.
void closed_set_search::advance_to(std::uint32_t member)
{
    check_.advance(member - done_);
    done_ = member;
}

void closed_set_search::run()
{
    list all(members_->num_groups());
    std::iota(all.begin(), all.end(), std::uint32_t{0});
    if (all.size() >= kept_->min_support()) {
        enter(std::move(all), 0);
    }
    while (!way_.empty()) {
        auto& at = way_.back();
        if (at.next == at.candidates.size()) {
            way_.pop_back();
            continue;
        }
        auto const member = at.candidates[at.next++];
        if (way_.size() == 1) {
            advance_to(member);
        }
        auto groups = shared_groups(at.groups, member);
        if (groups.size() >= kept_->min_support() && keeps_what_is_before(at, groups, member)) {
            enter(std::move(groups), member + 1);
        }
    }
    check_.finish();
}

} // namespace

closed_set_list closed_sets(std::size_t member_count, group_rows groups,
                            closed_set_options const& options, run_options const& run)
{
    check_input(member_count, groups, options);
    memory_budget budget{run.memory_budget};
    auto const charged = budget.charge(recurring_members::bytes(member_count, groups)
                                       + 2 * sizeof(std::uint32_t) * member_count);
    recurring_members const members{member_count, groups, options.min_support};
    detail::kept_sets kept{options, budget};
    closed_set_search{members, member_count, kept, budget, options.min_members, run}.run();
    return kept.take();
}

} // namespace capgraph::inline v0
