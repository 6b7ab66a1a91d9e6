// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "round_money.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/state_backing.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

/// How many investors are known to be there, or may be, whom no source names.
struct unnamed_investors {
    std::uint64_t at_least = 0;
    std::optional<std::uint64_t> at_most = 0; ///< Absent: nothing bounds them.
    bool hedged = false;
};

/// How many of a round's leads, of whom only their tie to a state is told, are none of the `named`.
[[nodiscard]] std::uint64_t unnamed_leads(network const& n, funding_round const& r,
                                          std::vector<entity_id> const& named);

/// Who invests in a round besides its members.
[[nodiscard]] unnamed_investors unnamed_in(network const& n, syndicate const& s,
                                           unnamed_money policy);

/// Who may back a company besides the `named`: the unnamed of one of its `rounds` may be named in
/// another, or be those of another.
[[nodiscard]] unnamed_investors unnamed_in(network const& n, std::vector<syndicate> const& rounds,
                                           std::vector<entity_id> const& named,
                                           unnamed_money policy);

/// Whether investors that no source names may have paid: by the caller's leave, or as more were
/// counted than are named.
[[nodiscard]] bool others_may_pay(network const& n, syndicate const& s, unnamed_money policy);

} // namespace capgraph::inline v0::detail
