// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "nearest_slug.hpp"
#include "store.hpp"

#include <capgraph/core/error.hpp>

#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

inline std::string quoted(std::string_view text)
{
    return '\'' + std::string{text} + '\'';
}

inline std::string with_article(std::string_view noun)
{
    auto const is_vowel = std::string_view{"aeiou"}.find(noun.front()) != std::string_view::npos;
    return (is_vowel ? "an " : "a ") + std::string{noun};
}

inline std::string described(std::string_view what, std::string_view nearest)
{
    auto text = "a described " + std::string{what};
    return nearest.empty() ? text : text + ", such as " + quoted(nearest);
}

/// The slug of that kind in `s` that is spelt most like `slug`; empty where none is near.
inline std::string_view nearest_in(store const& s, record_kind kind, std::string_view slug)
{
    nearest_slug search{slug};
    auto const& slugs = s.slugs_of(kind);
    for (std::size_t i = 0; i < slugs.size(); ++i) {
        search.look_at(slugs.text(i));
    }
    return search.found();
}

/// The error for an entity that the ledger does not have, naming the nearest one it has.
inline error no_entity(store const& s, std::string_view slug)
{
    return {error_code::unknown_entity, quoted(slug),
            described("entity", nearest_in(s, record_kind::entity, slug))};
}

/// The error for a round or a source that the ledger does not have.
inline error no_record(store const& s, record_kind kind, std::string_view slug)
{
    return {error_code::unknown_reference, quoted(slug),
            described(to_string(kind), nearest_in(s, kind, slug))};
}

} // namespace capgraph::inline v0::detail
