// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "slug_order.hpp"
#include "told_rounds.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/network/investment.hpp>
#include <capgraph/network/roll_up.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace capgraph::inline v0::detail {

/// A participation that counts, or that asserts an earlier one. Entities are told by their ranks.
struct backing {
    std::uint32_t company = 0;
    std::uint32_t named = 0;    ///< The investor, as the source names it.
    std::uint32_t investor = 0; ///< Whom it is put down to.
    /// The place of the round, where the participation counts and is in one; or else `no_round`.
    std::uint32_t round = no_round;
    record_id participation{};
    deal_status status = deal_status::rumored;
    participation_role role = participation_role::unknown;
    bool is_internal = false;
    bool is_counted = false;
    bool is_existing = false;
    /// Whether it ties the investor to the company: nobody rolled up backs itself.
    bool is_tie = false;

    static constexpr std::uint32_t no_round = 0xffffffff;
};

/// Who backs whom in `facts`, told by `participations`. By company, round (none first) and
/// investor as named, by slug.
[[nodiscard]] std::vector<backing> find_backings(view const& facts, roll_up_map const& investor_of,
                                                 told_rounds const& rounds, slug_order const& order,
                                                 roll_up rule,
                                                 std::span<record_id const> participations);

/// Orders participations by the slugs that name them: investor, then round (none first), then
/// company. Records themselves are numbered in the order of the file.
class participation_order {
public:
    explicit participation_order(view const& facts) : facts_{&facts} {}

    [[nodiscard]] bool is_before(record_id a, record_id b) { return names_of(a) < names_of(b); }

private:
    using names = std::array<std::string_view, 3>;

    [[nodiscard]] names names_of(record_id id);

    view const* facts_;
    std::unordered_map<record_id, names> known_; ///< Much may have been said of one: folded once.
};

} // namespace capgraph::inline v0::detail
