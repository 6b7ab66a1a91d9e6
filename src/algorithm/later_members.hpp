// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/large_array.hpp"

#include <capgraph/algorithm/group_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// Lists are read in chunks of so many, as most end within the first: up to so many numbers behind
/// each may be read.
constexpr std::size_t list_padding = 16;

/// A place in the lists, and how many members stand from there on. Of more than fit into the high
/// bits only that they are many: their end is looked for.
class list_place {
public:
    list_place() = default;
    list_place(std::uint64_t position, std::uint64_t length) noexcept
        : bits_{position | std::min(length, many) << position_bits}
    {
    }

    [[nodiscard]] std::uint64_t position() const noexcept
    {
        return bits_ & ((std::uint64_t{1} << position_bits) - 1);
    }
    /// At most `many`, which says so many or more.
    [[nodiscard]] std::uint64_t length() const noexcept { return bits_ >> position_bits; }

    static constexpr std::uint64_t many = 0xFFFF;

private:
    static constexpr unsigned position_bits = 48;

    std::uint64_t bits_ = 0;
};

/// Of each member the places behind it in its groups, where the later members of these stand.
struct later_members {
    std::vector<std::uint64_t> offsets; ///< Of the places of each member.
    std::vector<list_place> places;     ///< Into the lists.
    std::vector<std::uint32_t> groups;  ///< Beside the places; empty where groups weigh the same.
    std::vector<std::uint32_t> lists;   ///< Each group, and a member that is none behind it.
    std::vector<std::uint32_t> cuts;    ///< Members where a block of about as much work begins.

    [[nodiscard]] std::size_t members() const noexcept { return offsets.size() - 1; }
    [[nodiscard]] std::size_t blocks() const noexcept { return cuts.size() - 1; }
    /// What stands behind each list.
    [[nodiscard]] std::uint32_t end() const noexcept
    {
        return static_cast<std::uint32_t>(members());
    }
    /// The members from a place on. Whole chunks of `list_padding` may be read.
    [[nodiscard]] std::span<std::uint32_t const> tail(std::uint64_t i) const noexcept
    {
        auto const place = places[i];
        auto const* const first = lists.data() + place.position();
        if (place.length() < list_place::many) [[likely]] {
            return {first, place.length()};
        }
        return {first, std::find(first + place.length(), lists.data() + lists.size(), end())};
    }
    /// Asks for what stands at a place somewhat behind `i`, as far as the first chunk reaches: its
    /// end is often in the next line of the cache.
    void prefetch_behind(std::uint64_t i) const noexcept
    {
        constexpr std::size_t ahead = 32;
        if (i + ahead < places.size()) {
            auto const* const first = lists.data() + places[i + ahead].position();
            __builtin_prefetch(first);
            __builtin_prefetch(first + list_padding - 1);
        }
    }
};

/// How many pairs the groups have, those of two groups counted twice.
inline std::uint64_t pairs_in(group_rows groups) noexcept
{
    std::uint64_t sum = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto const size = groups.size_of(g);
        sum += size * (size - (size != 0 ? 1 : 0)) / 2;
    }
    return sum;
}

/// Into how many blocks the members are cut, by the input alone. One for what is done before a
/// thread has started; where members have few pairs only so many that what is kept for each block
/// of each member takes less than its pairs.
inline std::size_t projection_blocks(std::size_t members, group_rows groups) noexcept
{
    constexpr std::uint64_t most = 16;
    constexpr std::uint64_t least_work = std::uint64_t{1} << 16U;
    auto const work = pairs_in(groups);
    auto const by_members = 2 * work / std::max<std::uint64_t>(members, 1);
    return static_cast<std::size_t>(
        std::clamp<std::uint64_t>(std::min(work / least_work, by_members), 1, most));
}

/// Cuts the members into blocks of about as much work, where `work[v]` is that of the members
/// before `v`.
inline std::vector<std::uint32_t> cut_evenly(std::vector<std::uint64_t> const& work,
                                             std::size_t blocks)
{
    std::vector<std::uint32_t> cuts;
    auto const share = work.back() / blocks;
    for (std::size_t b = 0; b < blocks; ++b) {
        auto const at = std::lower_bound(work.begin(), work.end(), b * share);
        cuts.push_back(static_cast<std::uint32_t>(at - work.begin()));
    }
    cuts.front() = 0;
    cuts.push_back(static_cast<std::uint32_t>(work.size() - 1));
    return cuts;
}

/// Fills all but the offsets, which say how many places each member has.
inline void place_members(later_members& out, group_rows groups, bool with_groups)
{
    allot(out.places, out.offsets.back());
    if (with_groups) {
        allot(out.groups, out.offsets.back());
    }
    allot(out.lists, groups.members.size() + groups.size() + list_padding);
    auto next = out.offsets;
    std::uint64_t at = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto const row = groups.row(g);
        for (std::size_t k = 0; k < row.size(); ++k) {
            out.lists[at++] = row[k];
            if (k + 1 < row.size()) {
                auto const place = next[row[k]]++;
                out.places[place] = list_place(at, row.size() - k - 1);
                if (with_groups) {
                    out.groups[place] = static_cast<std::uint32_t>(g);
                }
            }
        }
        out.lists[at++] = out.end();
    }
}

/// The index of all groups. Precondition: these are sound.
inline later_members later_in(std::size_t member_count, group_rows groups, bool with_groups)
{
    later_members out;
    out.offsets.resize(member_count + 1);
    std::vector<std::uint64_t> work(member_count + 1);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto const row = groups.row(g);
        for (std::size_t k = 0; k + 1 < row.size(); ++k) {
            ++out.offsets[row[k] + 1U];
            work[row[k] + 1U] += row.size() - k - 1;
        }
    }
    std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
    std::partial_sum(work.begin(), work.end(), work.begin());
    out.cuts = cut_evenly(work, projection_blocks(member_count, groups));
    work = {};
    place_members(out, groups, with_groups);
    return out;
}

} // namespace capgraph::inline v0::detail
