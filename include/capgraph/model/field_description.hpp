// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

/// How the statements about one record make one field of it.
enum class folding : std::uint8_t {
    key,       ///< Names the record: the same in all its statements.
    timeless,  ///< As `latest`, whatever the view knows: names, kinds, a round's company.
    latest,    ///< The latest word stands.
    joined,    ///< All that was said together, in the order it was said.
    strongest, ///< The strongest word stands; a weaker later one never downgrades it.
    status,    ///< The latest word, but what is closed yields only to a withdrawal or a denial.
};

/// One field of a record: its word in the data format, its member, how it is folded.
///
/// Each record lists its fields once, in `fields()`; folding, reading, writing and comparing follow
/// that list.
template <class Record, class Member>
struct field_description {
    std::string_view name;
    Member Record::*member;
    folding rule = folding::latest;
};

/// @cond guides say nothing that the members don't
template <class Record, class Member>
field_description(std::string_view, Member Record::*) -> field_description<Record, Member>;
template <class Record, class Member>
field_description(std::string_view, Member Record::*, folding) -> field_description<Record, Member>;
/// @endcond

/// Calls `visit` with the description of each field of `Record`, in the order of its list.
template <class Record, class Visit>
constexpr void for_each_field(Visit&& visit)
{
    std::apply([&](auto const&... description) { (visit(description), ...); }, Record::fields());
}

} // namespace capgraph::inline v0
