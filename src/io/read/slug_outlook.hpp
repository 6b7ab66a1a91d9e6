// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"

#include "ledger/pending_statements.hpp"

#include <capgraph/model/record.hpp>

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// Looks ahead for the slugs that some records name. Each will be looked up in a table larger than
/// the processor's caches; what that will look at is fetched for all of them at once.
class slug_outlook {
public:
    explicit slug_outlook(pending_statements const& pending) : pending_{&pending} {}

    /// Adds the slugs noted in `tree`, which must stay until `look`.
    void add(json_tree& tree);
    /// Looks for all that were added, notes in their trees what it finds, and forgets them.
    void look();

private:
    struct slug {
        json_tree* tree;
        std::uint32_t value; ///< Its number in the tree.
        record_kind kind;
        slug_hint hint;
    };

    pending_statements const* pending_;
    std::vector<slug> slugs_;
};

} // namespace capgraph::inline v0::detail
