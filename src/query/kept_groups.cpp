// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "kept_groups.hpp"

namespace capgraph::inline v0::detail {

kept_groups::kept_groups(group_rows groups, group_rows memberships, std::size_t cap)
    : groups_{groups}, memberships_{memberships}
{
    constexpr std::uint32_t left_out = 0xffff'ffff;
    std::vector<std::uint32_t> number(groups.size(), left_out);
    std::uint32_t count = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups.size_of(g) <= cap) {
            number[g] = count++;
        }
    }
    if (count == groups.size()) {
        return;
    }
    offsets_.push_back(0);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (number[g] != left_out) {
            auto const row = groups.row(g);
            members_.insert(members_.end(), row.begin(), row.end());
            offsets_.push_back(members_.size());
        }
    }
    member_offsets_.push_back(0);
    for (std::size_t v = 0; v < memberships.size(); ++v) {
        for (auto const g : memberships.row(v)) {
            if (number[g] != left_out) {
                of_members_.push_back(number[g]);
            }
        }
        member_offsets_.push_back(of_members_.size());
    }
}

} // namespace capgraph::inline v0::detail
