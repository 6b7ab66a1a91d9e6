// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "known_rounds.hpp"
#include "slug_order.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/network/investment.hpp>
#include <capgraph/network/roll_up.hpp>

#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace capgraph::inline v0::detail {

/// An investment before its ends have numbers.
struct tie {
    entity_id investor{};
    entity_id company{};
    investment what;
};

/// A participation that counts, or that asserts an earlier one.
struct backing {
    entity_id company{};
    entity_id investor{}; ///< As the source names it.
    /// The round, where the participation counts.
    std::optional<record_id> round{};
    record_id participation{};
};

struct found_ties {
    std::vector<tie> ties;
    std::vector<backing> backings; ///< By company, round (none first) and investor, by slug.
};

/// Who backs whom in `facts`. The company itself, and what rolls up into it, is no backer of it.
[[nodiscard]] found_ties find_ties(view const& facts, roll_up_map const& investor_of,
                                   known_rounds const& rounds, slug_order const& order,
                                   roll_up rule);

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
