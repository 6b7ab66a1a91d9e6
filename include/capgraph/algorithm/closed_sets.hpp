// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/group_rows.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace capgraph::inline v0 {

/// What `closed_sets` looks for.
struct closed_set_options {
    /// In how many groups a set occurs, at the least: 1 or more.
    std::uint64_t min_support = 2;
    /// Of how many members it is, at the least: 1 or more.
    std::size_t min_members = 2;
    /// How many sets are kept: the first of the order.
    std::size_t at_most = std::numeric_limits<std::size_t>::max();
    /// Say in which groups each occurs.
    bool with_groups = false;
};

/// Members that sit together in some groups, and nobody else in all of these.
struct closed_set {
    std::vector<std::uint32_t> members; ///< Ascending.
    std::uint64_t support = 0;          ///< In how many groups.
    std::vector<std::uint32_t> groups;  ///< Which, ascending; empty unless asked for.

    friend bool operator==(closed_set const&, closed_set const&) = default;
};

/// What `closed_sets` found.
struct closed_set_list {
    /// Of most groups first, then of most members, then by the members.
    std::vector<closed_set> sets;
    bool is_cut = false; ///< There were more than were to be kept.
};

/// The sets of members that recur: that sit together in `min_support` groups or more, and to which
/// nobody can be added without losing a group.
///
/// Every set that recurs is part of a closed one with the same groups. A group that occurs once is
/// a closed set by itself, however large: one set, not 2^n. But there may be as many closed sets as
/// 2^n for n groups that overlap at will: raise `min_support`, or ask to stop. Where more than
/// `at_most` were found, sets of fewer groups than those kept are no longer looked for.
///
/// Each closed set is reached from one other, by the member that extends it without changing what
/// lies before that member, so that none is found twice and nothing is kept but the way to it.
///
/// Complexity: for each closed set, the sizes of its groups, and for each other member of these a
///   step for each group; cubic for n sets each within the next. Space: what it says on the way to
///   one set, linear in the groups, and what is kept; all charged.
/// Throws: `std::invalid_argument` where offsets don't ascend from 0 to the number of members, a
///   group is not ascending, there are 2^32 groups or an option is 0; `std::out_of_range` for a
///   member that is none; `error` with `cancelled`, `over_budget`.
/// Reference: Uno, Asai, Uchida and Arimura, "An efficient algorithm for enumerating closed patterns
///   in transaction databases", Discovery Science, LNCS 3245, 2004.
[[nodiscard]] CAPGRAPH_EXPORT closed_set_list closed_sets(std::size_t member_count,
                                                          group_rows groups,
                                                          closed_set_options const& options = {},
                                                          run_options const& run = {});

} // namespace capgraph::inline v0
