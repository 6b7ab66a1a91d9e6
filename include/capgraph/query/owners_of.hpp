// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/ownership_semantics.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0 {

struct owners_options {
    ownership_semantics semantics = ownership_semantics::look_through;
    /// Whether what nobody is said to hold may be any owner's. Read by `look_through` alone.
    unknown_owners unknown = unknown_owners::impossible;
    /// Of a larger neighbourhood the nearest entities are taken.
    std::size_t most_entities = 10'000;
    /// How many chains `simple_path` and `weakest_link` look at.
    std::uint64_t most_chains = 1'000'000;
};

/// One owner of a company, or one company of an owner.
struct held_part {
    entity_id entity{};
    /// By the semantics asked for.
    part_bounds part;
    /// Held without anybody between; 0 where nothing is.
    part_bounds direct;
    /// How many stakes lie between, at the least.
    std::uint32_t distance = 0;
    bool is_ultimate = false;

    friend bool operator==(held_part const&, held_part const&) = default;
};

/// Who owns a company, or what an owner owns, by one semantics.
struct held_part_list {
    entity_id of{};
    ownership_semantics semantics = ownership_semantics::look_through;
    /// The largest at the least first; ties by the most, then by slug.
    std::vector<held_part> parts;
    /// What nobody is said to hold of the company in the end. With `look_through` of owners alone;
    /// all parts and this add up to the whole.
    part_bounds unknown;
    /// Whether all bounds are reached, or approached, by stakes within theirs. Not known of parts
    /// of classes of shares, of which those of several owners bound each other.
    bool is_sharp = true;
    /// Whether there is more than the limits allow. Lower ends hold then; upper ends only those of
    /// the owners by `look_through`.
    bool is_cut = false;
    /// Companies of the neighbourhood of which more than the whole is held, or that wholly own each
    /// other: what is held through them is anything.
    std::vector<entity_id> undefined;
};

/// Who owns `company`, directly and through others.
///
/// With `look_through` chains end at ultimate owners, who alone are listed: persons, governments,
/// state bodies, and who is marked so. A company without recorded owners is unknown, not ultimate.
/// With the others every owner of the neighbourhood is listed, the company itself where it owns
/// itself in part. An ultimate owner has no owners by any of them, whatever holdings say.
///
/// Complexity: that of the semantics, in the stakes of the neighbourhood alone; but for
///   `look_through` with exact stakes, once for each owner.
/// Throws: `error` with `not_known_at` for an entity that the view does not know; `not_converged`;
///   `cancelled`.
[[nodiscard]] CAPGRAPH_EXPORT held_part_list owners_of(ownership_network const& n,
                                                       entity_id company,
                                                       owners_options const& options = {},
                                                       run_options const& run = {});

/// What `owner` owns, directly and through others. Throws: as `owners_of`.
[[nodiscard]] CAPGRAPH_EXPORT held_part_list holdings_of(ownership_network const& n,
                                                         entity_id owner,
                                                         owners_options const& options = {},
                                                         run_options const& run = {});

} // namespace capgraph::inline v0
