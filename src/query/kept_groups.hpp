// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/group_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// The groups that are no hubs, either way round.
class kept_groups {
public:
    /// Those of at most `cap` members. Where that is all, borrows them: they must outlive it.
    kept_groups(group_rows groups, group_rows memberships, std::size_t cap);
    kept_groups(kept_groups const&) = delete;
    kept_groups& operator=(kept_groups const&) = delete;
    ~kept_groups() = default;

    [[nodiscard]] bool are_all() const noexcept { return offsets_.empty(); }
    [[nodiscard]] group_rows groups() const noexcept
    {
        return are_all() ? groups_ : group_rows{offsets_, members_};
    }
    /// Their numbers are those of the groups that are kept.
    [[nodiscard]] group_rows memberships() const noexcept
    {
        return are_all() ? memberships_ : group_rows{member_offsets_, of_members_};
    }

private:
    group_rows groups_;
    group_rows memberships_;
    std::vector<std::uint64_t> offsets_;
    std::vector<std::uint32_t> members_;
    std::vector<std::uint64_t> member_offsets_;
    std::vector<std::uint32_t> of_members_;
};

} // namespace capgraph::inline v0::detail
