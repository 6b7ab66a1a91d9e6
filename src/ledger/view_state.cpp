// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "view_state.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// The root of `i` in a forest of parents, with paths halved on the way.
std::size_t find_root(std::vector<std::size_t>& parent, std::size_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

/// What statements are weighed by: the last day; one without weighs more than any.
date::day_type last_day_of(date value) noexcept
{
    return value.has_last() ? value.last_day() : date::day_type::max();
}

std::out_of_range unseen()
{
    return std::out_of_range{"capgraph::view: an id that was not in the ledger when it was made"};
}

} // namespace

view_state::view_state(std::shared_ptr<store const> store, view_options wanted)
    : rows{std::move(store)}, options{std::move(wanted)}, num_entities{rows->entities.size()},
      num_records{rows->records.size()}, taken(rows->statements.size(), 0)
{
    read_publication_days();
    take_visible();
    drop_retracted();
    join_entities();
}

void view_state::read_publication_days()
{
    // A source is no news: what is known of its day is known whatever the view.
    for (auto const& row : rows->statements) {
        if (row.kind == record_kind::source) {
            auto const& said = rows->column<source_record>()[row.row];
            auto const id = static_cast<std::uint32_t>(index_of(row.record));
            if (said.published) {
                published[id] = *said.published;
            } else if (said.published.is_withdrawn()) {
                published.erase(id);
            }
        }
    }
}

date view_state::own_day(statement_row const& row) const
{
    auto const found = published.find(row.source);
    return found == published.end() ? date{} : found->second;
}

date view_state::reported_on(statement_row const& row) const
{
    auto const relayed =
        options.relays == relays::as_relayed && row.source != none && !row.attributed_to.empty();
    return row.reported_on && !relayed ? *row.reported_on : own_day(row);
}

date view_state::as_of(statement_row const& row) const
{
    if (row.as_of) {
        return *row.as_of;
    }
    return row.reported_on ? *row.reported_on : own_day(row);
}

bool view_state::is_visible(statement_row const& row) const
{
    if (row.kind == record_kind::source) {
        return true;
    }
    auto const is_source = [&](record_id id) { return index_of(id) == row.source; };
    if (!options.sources.empty() && row.source != none
        && std::none_of(options.sources.begin(), options.sources.end(), is_source)) {
        return false;
    }
    if (!options.known_at) {
        return true;
    }
    auto const reported = reported_on(row);
    return options.known == certainty::certainly ? is_over_by(reported, *options.known_at)
                                                 : !is_before(*options.known_at, reported);
}

void view_state::take_visible()
{
    std::transform(rows->statements.begin(), rows->statements.end(), taken.begin(),
                   [this](statement_row const& row) { return is_visible(row) ? 1 : 0; });
}

std::uint32_t view_state::retracted_by(std::uint32_t retraction) const
{
    auto const& row = rows->statements[retraction];
    auto const& id = *rows->column<capgraph::retraction>()[row.row].retracted;
    return static_cast<std::uint32_t>(index_of(rows->statement_by_id.at(id)));
}

void view_state::drop_retracted()
{
    // A retraction counts unless one that counts takes it back, in whatever order they were
    // appended. One that takes itself back, by a detour or not, does nothing.
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < taken.size(); ++i) {
        if (rows->statements[i].kind == record_kind::retraction && taken[i] != 0) {
            all.push_back(i);
        }
    }
    std::unordered_map<std::uint32_t, std::size_t> disputes; // open ones, of each that is disputed
    for (auto const i : all) {
        auto const target = retracted_by(i);
        if (std::binary_search(all.begin(), all.end(), target)) {
            ++disputes[target];
        }
    }
    auto decided = std::move(all);
    std::erase_if(decided, [&](std::uint32_t i) { return disputes.contains(i); });
    while (!decided.empty()) {
        auto const i = decided.back();
        decided.pop_back();
        auto const target = retracted_by(i);
        if (taken[i] != 0) {
            taken[target] = 0;
        }
        auto const disputed = disputes.find(target);
        if (disputed != disputes.end() && --disputed->second == 0) {
            decided.push_back(target);
        }
    }
}

void view_state::join_entities()
{
    std::vector<std::size_t> parent;
    auto const& slugs = rows->entities;
    auto const join = [&](std::size_t a, std::size_t b) {
        a = find_root(parent, a);
        b = find_root(parent, b);
        // The first by slug stands for all, whatever the order of the statements.
        (slugs[a].slug <= slugs[b].slug ? parent[b] : parent[a]) =
            slugs[a].slug <= slugs[b].slug ? a : b;
    };
    for (std::size_t i = 0; i < taken.size(); ++i) {
        auto const& row = rows->statements[i];
        if (row.kind != record_kind::same_as || taken[i] == 0) {
            continue;
        }
        if (parent.empty()) {
            parent.resize(slugs.size());
            std::iota(parent.begin(), parent.end(), std::size_t{0});
        }
        auto const& ids = *rows->column<same_as>()[row.row].entities;
        for (auto const id : ids) {
            join(index_of(ids.front()), index_of(id));
        }
    }
    representative.reserve(parent.size());
    for (std::size_t i = 0; i < parent.size(); ++i) {
        representative.push_back(entity_id{static_cast<std::uint32_t>(find_root(parent, i))});
    }
    list_joined();
}

void view_state::list_joined()
{
    for (std::uint32_t i = 0; i < representative.size(); ++i) {
        auto const stands_for_it = representative[i];
        if (index_of(stands_for_it) != i) {
            joined.push_back(stands_for_it);
            joined.push_back(entity_id{i});
        }
    }
    auto const key = [this](entity_id id) {
        return std::pair{index_of(representative[index_of(id)]), rows->entities[index_of(id)].slug};
    };
    std::sort(joined.begin(), joined.end(),
              [&](entity_id a, entity_id b) { return key(a) < key(b); });
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
}

statement_row const& view_state::statement_at(statement_id id) const
{
    return index_of(id) < taken.size() ? rows->statements[index_of(id)] : throw unseen();
}

record_row const& view_state::record_at(record_id id) const
{
    return index_of(id) < num_records ? rows->records[index_of(id)] : throw unseen();
}

entity_row const& view_state::entity_at(entity_id id) const
{
    return index_of(id) < num_entities ? rows->entities[index_of(id)] : throw unseen();
}

std::vector<std::uint32_t> view_state::by_weight(record_id record, bool all) const
{
    std::vector<std::uint32_t> found;
    for (auto i = record_at(record).first; i < taken.size(); i = rows->statements[i].next) {
        if (all || taken[i] != 0) {
            found.push_back(i);
        }
    }
    auto const weight = [this](std::uint32_t i) {
        auto const& row = rows->statements[i];
        return std::pair{last_day_of(as_of(row)), last_day_of(reported_on(row))};
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return weight(a) < weight(b); });
    return found;
}

} // namespace capgraph::inline v0::detail
