// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "part_reader.hpp"

#include "state_ties.hpp"

namespace capgraph::inline v0::detail {

part_reader::part_reader(network const& n, state_backing_options const& options,
                         run_options const& run)
    : n_{&n}, scope_{.measure = options.measure,
                     .country = options.country,
                     .level = options.level,
                     .unknown = options.unknown}
{
    if (options.parts != nullptr) {
        all_ = *options.parts;
        scope_ = all_->scope();
    } else if (scope_.measure == state_measure::look_through
               || scope_.measure == state_measure::consolidated) {
        all_.emplace(n, scope_, run);
    }
}

part_bounds part_reader::of(entity_id entity) const
{
    return all_ ? all_->of(entity) : part_by_ties(*n_, entity, scope_);
}

} // namespace capgraph::inline v0::detail
