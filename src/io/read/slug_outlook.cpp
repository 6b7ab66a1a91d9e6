// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "slug_outlook.hpp"

#include "core/fetch.hpp"

#include <span>

namespace capgraph::inline v0::detail {

void slug_outlook::look() noexcept
{
    // For all of them: none waits for what another asked for.
    for (auto const& s : std::span{slugs_}.first(size_)) {
        auto const number = pending_->guess(s.kind, s.hash);
        s.value->hint = {s.hash, number};
        if (number != slug_hint::no_number) {
            fetch(&pending_->slug_at(s.kind, number));
        }
    }
    size_ = 0;
}

} // namespace capgraph::inline v0::detail
