// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/group_rows.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_scope.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// Who meets where: the groups that all of co-investment is counted from, and their members.
///
/// Members are the investors of a network, and a group is a company or a round; on the side of the
/// companies these are the members, and a group is an investor. Members are numbered as
/// `network::investors()` (or `companies()`) are; who is in no group of this scope is a member all
/// the same. Groups go by company, then by the slug of the round (or by investor). What each holds
/// is ascending, each once: who invests in a company five times is in its group once.
///
/// A value that needs the network no more. Threads: may be read concurrently.
class CAPGRAPH_EXPORT co_investment_groups {
public:
    /// No members.
    co_investment_groups() = default;

    /// Complexity: one pass over the investments, and O(r log r) in the rounds.
    /// Throws: `std::invalid_argument` for companies that share rounds; `std::bad_alloc`.
    explicit co_investment_groups(network const& n, co_investment_scope scope = {});
    /// The groups of these investments of `n` alone, whatever the scope says of deals: for one of
    /// several possible worlds. Precondition: they stand in the order of `n.investments()` and,
    /// where groups are rounds, are of rounds.
    /// Complexity, errors: as above.
    co_investment_groups(network const& n, co_investment_scope scope,
                         std::span<investment const> deals);

    [[nodiscard]] co_investment_scope const& scope() const noexcept { return scope_; }

    /// Each member, by slug.
    [[nodiscard]] std::span<entity_id const> members() const noexcept { return members_; }
    [[nodiscard]] std::size_t num_groups() const noexcept { return owners_.size(); }

    /// The members of each group.
    [[nodiscard]] group_rows groups() const noexcept { return {offsets_, in_groups_}; }
    /// The groups of each member.
    [[nodiscard]] group_rows memberships() const noexcept { return {member_offsets_, of_members_}; }

    /// The company that the group is, or is a round of; on the side of the companies the investor.
    /// Precondition: `group < num_groups()`.
    [[nodiscard]] entity_id entity_of(std::size_t group) const noexcept { return owners_[group]; }
    /// The round that the group is; null unless groups are rounds. Precondition: as above.
    [[nodiscard]] std::optional<record_id> round_of(std::size_t group) const noexcept
    {
        return rounds_.empty() ? std::nullopt : std::optional{rounds_[group]};
    }

    friend bool operator==(co_investment_groups const&, co_investment_groups const&) = default;

private:
    co_investment_scope scope_;
    std::vector<entity_id> members_;
    std::vector<entity_id> owners_; ///< Of each group.
    std::vector<record_id> rounds_; ///< Of each group; empty unless groups are rounds.
    std::vector<std::uint64_t> offsets_{0};
    std::vector<std::uint32_t> in_groups_;
    std::vector<std::uint64_t> member_offsets_{0};
    std::vector<std::uint32_t> of_members_;
};

} // namespace capgraph::inline v0
