// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "slug_order.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace capgraph::inline v0::detail {

namespace {

/// An entity with the first bytes of its slug, as a number in the same order.
struct keyed_slug {
    std::uint64_t begin;
    entity_id id;
    std::string_view slug;
};

std::uint64_t begin_of(std::string_view slug)
{
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        begin = begin << 8U | (i < slug.size() ? static_cast<unsigned char>(slug[i]) : 0U);
    }
    return begin;
}

} // namespace

slug_order::slug_order(view const& facts)
{
    auto const size = facts.records_told(record_kind::entity).size();
    std::vector<keyed_slug> slugs;
    slugs.reserve(size);
    for (std::uint32_t i = 0; i < size; ++i) {
        auto const slug = facts.slug_of(entity_id{i});
        slugs.push_back({begin_of(slug), entity_id{i}, slug});
    }
    std::sort(slugs.begin(), slugs.end(), [](keyed_slug const& a, keyed_slug const& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.slug < b.slug;
    });
    rank_.resize(size);
    sorted_.reserve(size);
    for (auto const& s : slugs) {
        rank_[index_of(s.id)] = static_cast<std::uint32_t>(sorted_.size());
        sorted_.push_back(s.id);
    }
}

std::vector<entity_id> slug_order::sorted(std::vector<entity_id> const& ids) const
{
    std::vector<bool> is_there(sorted_.size());
    for (auto const id : ids) {
        is_there[rank(id)] = true;
    }
    std::vector<entity_id> out;
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
        if (is_there[i]) {
            out.push_back(sorted_[i]);
        }
    }
    return out;
}

std::vector<std::uint32_t> slug_order::places_in(std::span<entity_id const> ids) const
{
    std::vector<std::uint32_t> places(rank_.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        places[index_of(ids[i])] = static_cast<std::uint32_t>(i);
    }
    return places;
}

} // namespace capgraph::inline v0::detail
