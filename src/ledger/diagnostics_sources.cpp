// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "missing.hpp"

namespace capgraph::inline v0::detail {

void diagnose_sources(diagnosis& d)
{
    for (auto const& s : d.all<source_record>()) {
        if (!s.is.publisher) {
            d.add("source-without-publisher", {{s.id, "publisher"}},
                  "the source " + quoted(s.is.slug) + " without 'publisher'", "who published it");
        }
        if (!s.is.published) {
            d.add("source-without-date", {{s.id, "published"}},
                  "the source " + quoted(s.is.slug) + " without 'published'",
                  "a day, or as much of one as can be worked out");
        }
    }
}

} // namespace capgraph::inline v0::detail
