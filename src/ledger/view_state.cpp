// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "view_state.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <tuple>
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
    : rows{std::move(store)}, options{std::move(wanted)}, num_entities{rows->entities().size()},
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
    for_each_of(record_kind::source, [&](record_id id) {
        any_about(id, [&](std::uint32_t i) {
            auto const day = rows->said<source_record>(i).published;
            if (day) {
                published[static_cast<std::uint32_t>(index_of(id))] = *day;
            }
            return day.is_said();
        });
    });
}

date view_state::own_day(statement_head const& head) const
{
    auto const found = published.find(head.source);
    return found == published.end() ? date{} : found->second;
}

date view_state::reported_on(statement_head const& head) const
{
    auto const relayed =
        options.relays == relays::as_relayed && head.source != none && !head.attributed_to.empty();
    return head.reported_on && !relayed ? *head.reported_on : own_day(head);
}

date view_state::as_of(statement_head const& head) const
{
    if (head.as_of) {
        return *head.as_of;
    }
    return head.reported_on ? *head.reported_on : own_day(head);
}

bool view_state::is_visible(std::uint32_t statement) const
{
    auto const& head = rows->head_of(statement);
    if (head.kind == record_kind::source) {
        return true;
    }
    auto const is_source = [&](record_id id) { return index_of(id) == head.source; };
    if (!options.sources.empty() && head.source != none
        && std::none_of(options.sources.begin(), options.sources.end(), is_source)) {
        return false;
    }
    if (!options.known_at) {
        return true;
    }
    auto const reported = reported_on(head);
    auto const is_supposed = options.supposed_from && statement >= index_of(*options.supposed_from);
    if (is_supposed && reported == date{}) {
        return true;
    }
    return options.known == certainty::certainly ? is_over_by(reported, *options.known_at)
                                                 : !is_before(*options.known_at, reported);
}

void view_state::take_visible()
{
    if (!options.known_at && options.sources.empty()) {
        std::fill(taken.begin(), taken.end(), char{1});
        return;
    }
    for (std::uint32_t i = 0; i < taken.size(); ++i) {
        taken[i] = is_visible(i) ? 1 : 0;
    }
}

std::uint32_t view_state::retracted_by(std::uint32_t retraction) const
{
    return *rows->find_statement(*rows->said<capgraph::retraction>(retraction).retracted);
}

std::vector<std::uint32_t> view_state::taken_of(record_kind kind) const
{
    std::vector<std::uint32_t> found;
    for_each_of(kind, [&](record_id id) {
        any_about(id, [&](std::uint32_t i) {
            if (taken[i] != 0) {
                found.push_back(i);
            }
            return false;
        });
    });
    std::sort(found.begin(), found.end());
    return found;
}

void view_state::drop_retracted()
{
    // A retraction counts unless one that counts takes it back, in whatever order they were
    // appended. One that takes itself back, by a detour or not, does nothing.
    auto all = taken_of(record_kind::retraction);
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
    auto const join = [&](std::size_t a, std::size_t b) {
        a = find_root(parent, a);
        b = find_root(parent, b);
        // The first by slug stands for all, whatever the order of the statements.
        auto const& slugs = rows->entities();
        auto const is_first = slugs.text(a) <= slugs.text(b);
        (is_first ? parent[b] : parent[a]) = is_first ? a : b;
    };
    for (auto const i : taken_of(record_kind::same_as)) {
        if (parent.empty()) {
            parent.resize(num_entities);
            std::iota(parent.begin(), parent.end(), std::size_t{0});
        }
        auto const ids = *rows->said<same_as>(i).entities;
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
        return std::pair{index_of(representative[index_of(id)]), rows->slug_of(id)};
    };
    std::sort(joined.begin(), joined.end(),
              [&](entity_id a, entity_id b) { return key(a) < key(b); });
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
}

std::uint32_t view_state::number_of(statement_id id) const
{
    return index_of(id) < taken.size() ? static_cast<std::uint32_t>(index_of(id)) : throw unseen();
}

record_row const& view_state::record_at(record_id id) const
{
    return index_of(id) < num_records ? rows->records[index_of(id)] : throw unseen();
}

void view_state::require_entity(entity_id id) const
{
    if (index_of(id) >= num_entities) {
        throw unseen();
    }
}

std::string_view view_state::slug_of(record_id id) const
{
    static_cast<void>(record_at(id)); // throws
    return rows->slug_of(index_of(id));
}

std::string_view view_state::slug_of(entity_id id) const
{
    require_entity(id);
    return rows->slug_of(id);
}

record_id view_state::record_of(entity_id id) const
{
    require_entity(id);
    return rows->record_of(id);
}

std::vector<std::uint32_t> view_state::by_weight(record_id record, bool all) const
{
    std::vector<std::uint32_t> found;
    found.reserve(4); // seldom more
    any_about(record, [&](std::uint32_t i) {
        if (all || taken[i] != 0) {
            found.push_back(i);
        }
        return false;
    });
    if (found.size() < 2) {
        return found;
    }
    // Weighed once each. Their numbers are their positions.
    std::vector<std::tuple<date::day_type, date::day_type, std::uint32_t>> weighed(found.size());
    std::transform(found.rbegin(), found.rend(), weighed.begin(), [this](std::uint32_t i) {
        auto const row = unpack_head(rows->statements[i].bytes);
        auto const& head = row.head;
        auto const reported = reported_on(head);
        // As `as_of` says, but for looking up the source's day once more.
        auto const of = head.as_of ? *head.as_of : head.reported_on.value_or(reported);
        return std::tuple{last_day_of(of), last_day_of(reported), i};
    });
    std::sort(weighed.begin(), weighed.end());
    std::transform(weighed.begin(), weighed.end(), found.begin(),
                   [](auto const& each) { return std::get<2>(each); });
    return found;
}

} // namespace capgraph::inline v0::detail
