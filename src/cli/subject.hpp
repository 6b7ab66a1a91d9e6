// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "data_set.hpp"
#include "invocation.hpp"
#include "listed.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::cli {

/// What a subcommand is asked about: the data, and the network that they make as they are seen.
struct subject {
    data_set data;
    network net;

    [[nodiscard]] view const& facts() const noexcept { return net.facts(); }
    [[nodiscard]] std::string slug(entity_id id) const { return std::string{facts().slug_of(id)}; }
    [[nodiscard]] std::string slug(record_id id) const { return std::string{facts().slug_of(id)}; }
    [[nodiscard]] std::string name(entity_id id) const { return std::string{facts().name_of(id)}; }
};

/// What a view is as a network, investments being put down to whom the line says.
[[nodiscard]] network network_of(view const& facts, invocation const& what);

/// Throws: `bad_data`.
[[nodiscard]] subject read_subject(invocation const& what, std::istream& in);

/// The entity that the user means by `word`: that of that slug or, without one, the only one of
/// that name or alias, to the byte or else after `normalised_name`.
///
/// Throws: `bad_usage` where there is none, naming the nearest slug, or several; `error` with
///   `not_known_at` where the view knows nothing of it.
[[nodiscard]] entity_id entity_meant(subject const& s, std::string_view word);

/// The round of that slug, known or not yet.
/// Throws: `bad_usage` where there is none, naming the nearest slug.
[[nodiscard]] record_id round_meant(subject const& s, std::string_view slug);

/// The names of `ids`, with commas between.
[[nodiscard]] std::string names_of(subject const& s, std::span<entity_id const> ids);

/// The slugs of `ids`, entities or rounds, with commas between.
template <class Id>
[[nodiscard]] std::string slugs_of(subject const& s, std::span<Id const> ids)
{
    std::string out;
    for (auto const id : ids) {
        append_name(out, s.facts().slug_of(id));
    }
    return out;
}

/// The names of `ids`, one by one.
[[nodiscard]] std::vector<std::string> name_list(subject const& s, std::span<entity_id const> ids);

/// The slugs of `ids`, entities or rounds, one by one.
template <class Id>
[[nodiscard]] std::vector<std::string> slug_list(subject const& s, std::span<Id const> ids)
{
    std::vector<std::string> out;
    for (auto const id : ids) {
        out.emplace_back(s.facts().slug_of(id));
    }
    return out;
}

/// From where the data are seen, in a sentence: `Closed deals, as known on 2026-05-15.`
[[nodiscard]] std::string view_text(invocation const& what);

} // namespace capgraph::cli
