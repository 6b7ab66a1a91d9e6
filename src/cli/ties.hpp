// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json.hpp"
#include "subject.hpp"

#include <capgraph/query/co_investment_groups.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace capgraph::cli {

/// What two members share, by name.
struct shared_groups {
    std::vector<entity_id> entities; ///< Companies or, on their side, investors; each once.
    std::vector<record_id> rounds;
};

[[nodiscard]] shared_groups named(co_investment_groups const& all,
                                  std::vector<std::uint32_t> const& groups);

/// As a cell of a table: the rounds where groups are rounds, else names.
[[nodiscard]] std::string shared_text(subject const& s, co_investment_groups const& all,
                                      shared_groups const& with);

/// The words of a table and of JSON for one side or the other.
struct side_words {
    char const* members;   ///< `investors`
    char const* member;    ///< `investor`
    char const* other;     ///< `co-investor`
    char const* other_key; ///< `co_investor`
    char const* group;     ///< What is shared: `company`
    char const* groups;    ///< `companies`
    char const* group_key; ///< Of JSON: `company`
};

[[nodiscard]] side_words words_of(co_investment_scope const& scope);

/// Appends PREFIX and PREFIX_name.
void add_entity(json_object& to, subject const& s, std::string const& prefix, entity_id id);

/// Appends the ids and names of what is shared, and the rounds where groups are these.
void add_shared(json_object& to, subject const& s, co_investment_groups const& all,
                shared_groups const& with);

/// What of the scope and the weights is not as by default, in a sentence; else empty.
[[nodiscard]] std::string scope_text(co_investment_choice const& asked);

/// Members of `options` for all that says which ties are meant.
[[nodiscard]] json_object scope_json(co_investment_choice const& asked);

/// The groups asked for. Throws: `bad_usage` for a window without a period that ends.
[[nodiscard]] co_investment_groups groups_meant(subject const& s, invocation const& what);

} // namespace capgraph::cli
