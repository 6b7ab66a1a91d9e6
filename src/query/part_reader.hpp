// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/state_parts.hpp>

#include <optional>

namespace capgraph::inline v0::detail {

/// Which part of an investor is the state's, as the options of one call have it.
///
/// What looks at one entity alone is found out when asked; what needs all of the network is made
/// once, unless the caller did.
class part_reader {
public:
    part_reader(network const& n, state_backing_options const& options, run_options const& run);

    [[nodiscard]] part_bounds of(entity_id entity) const;
    [[nodiscard]] state_scope const& scope() const noexcept { return scope_; }
    /// All entities' parts; null where each is found out when asked.
    [[nodiscard]] state_parts const* all() const noexcept { return all_ ? &*all_ : nullptr; }
    [[nodiscard]] state_measure measure() const noexcept { return scope_.measure; }

private:
    network const* n_;
    state_scope scope_;
    std::optional<state_parts> all_;
};

} // namespace capgraph::inline v0::detail
