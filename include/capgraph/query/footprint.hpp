// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/state_parts.hpp>

#include <vector>

namespace capgraph::inline v0 {

// What figures rest on. Each function returns the records of one question, ascending; give them to
// `evidence_of` for the statements. A ledger of those statements alone gives the same figure, and a
// statement that is not among them changes nothing. Recomputed on demand: queries keep nothing.
//
// Complexity of each: O(n log n) in the records of the ledger. Throws: `std::bad_alloc`;
// `std::out_of_range` for an id of another ledger.

/// Of `state_backing_of(n, round)` by that measure and denominator: the round, the participations
/// in it, and all rates of exchange; who owns or controls the investors, and, by `look_through` and
/// `consolidated`, all above them, with their relations; the valuations of the company, if of
/// `post_money`. Heads by controller rest on what `consolidated` does.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<record_id>
state_backing_footprint(network const& n, record_id round,
                        state_measure measure = state_measure::labelled,
                        backing_denominator denominator = backing_denominator::total);

/// Of `state_backing_of(n, company)`: its rounds, the participations in them and in the company,
/// and the rest as above.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<record_id>
state_backing_footprint(network const& n, entity_id company,
                        state_measure measure = state_measure::labelled);

/// Of what `entity` is owned and controlled by, and of what it owns and controls (`owners_of`,
/// `holdings_of`, `controllers_of`, `controlled_by`, `state_chain_to`): the holdings and relations
/// of all above it, and of all below it, these with their other owners.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<record_id> ownership_footprint(network const& n,
                                                                         entity_id entity);

/// Of `cap_table_of(n, company)`: its rounds, the participations in them and in the company, its
/// valuations, and all rates of exchange.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<record_id> cap_table_footprint(network const& n,
                                                                         entity_id company);

/// Of `valuations_of(n, company)`: the valuations of the company and their rounds.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<record_id> valuations_footprint(network const& n,
                                                                          entity_id company);

/// Of `co_investors_of(n, investor)`: the participations of the investor, and those in whatever it
/// backs. Where `n` rolls up, the whole network.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<record_id> co_investors_footprint(network const& n,
                                                                            entity_id investor);

/// Of whether two investors co-invest, how often and in what: the participations of both, wherever
/// they are, and their rounds. Where `n` rolls up, the whole network.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<record_id>
co_investment_footprint(network const& n, entity_id investor, entity_id co_investor);

/// Of figures that rest on the whole network, as centralities and statistics do: all records.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<record_id> network_footprint(network const& n);

} // namespace capgraph::inline v0
