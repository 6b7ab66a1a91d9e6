// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "slug_outlook.hpp"

#include "core/fetch.hpp"

namespace capgraph::inline v0::detail {

void slug_outlook::add(json_tree& tree)
{
    for (auto const& named : tree.slugs()) {
        auto const hash = pending_->slug_hash(tree.value(named.value).text());
        pending_->begin_guess(named.kind, hash);
        slugs_.push_back({&tree, named.value, named.kind, {.hash = hash}});
    }
}

void slug_outlook::look()
{
    // Step by step for all of them: none waits for what the step before asked for.
    for (auto& s : slugs_) {
        s.hint.number = pending_->guess(s.kind, s.hint.hash);
        if (s.hint.has_number()) {
            fetch(pending_->address_of_row(s.kind, s.hint.number));
        }
    }
    for (auto const& s : slugs_) {
        s.tree->note_hint(s.value, s.hint);
        if (s.hint.has_number()) {
            fetch(pending_->address_of_text(s.kind, s.hint.number));
        }
    }
    slugs_.clear();
}

} // namespace capgraph::inline v0::detail
