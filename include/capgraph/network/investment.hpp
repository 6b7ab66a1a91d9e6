// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/id.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/participation.hpp>

#include <cstdint>
#include <optional>

namespace capgraph::inline v0 {

/// That an investor backs a company: an edge of the network, with the record it rests on.
struct investment {
    std::uint32_t investor = 0; ///< In `network::investors()`.
    std::uint32_t company = 0;  ///< In `network::companies()`.
    /// The round; none where the source knows of none.
    std::optional<record_id> round{};
    record_id participation{};
    deal_status status = deal_status::closed;
    participation_role role = participation_role::unknown;
    /// Money of the founder or the parent.
    bool is_internal = false;
    /// The earlier backing that "an existing backer" asserts, not the round at hand.
    bool is_prior = false;

    friend bool operator==(investment const&, investment const&) = default;
};

} // namespace capgraph::inline v0
