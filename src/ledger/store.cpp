// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "store.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

template <class T>
void move_all(std::vector<T>& to, std::vector<T>& from)
{
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// The number of insertions, deletions and replacements between two words (Levenshtein 1966), or
/// `limit + 1` when there are more than `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit)
{
    auto const longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > limit) {
        return limit + 1;
    }
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

template <class Rows, class Wanted>
std::string_view nearest(Rows const& rows, std::string_view slug, Wanted&& wanted)
{
    // A third of the letters wrong is no slip of the pen; and a long slug is no slug at all.
    constexpr std::size_t longest = 64;
    auto best = std::max<std::size_t>(1, std::min<std::size_t>(slug.size(), longest) / 3);
    std::string_view found;
    for (auto const& row : rows) {
        if (!wanted(row) || row.slug.size() > longest || slug.size() > longest) {
            continue;
        }
        auto const distance = edit_distance(slug, row.slug, best);
        if (distance < best || (distance == best && (found.empty() || row.slug < found))) {
            best = distance;
            found = row.slug;
        }
    }
    return found;
}

} // namespace

store::store(std::uint64_t hash_seed)
    : seed{hash_seed}, strings{seed}, entity_by_slug{0, seeded_hash{seed}},
      record_by_key{0, record_key_hash{seed}}, statement_by_id{0, seeded_hash{seed}}
{
}

std::optional<entity_id> store::find_entity(std::string_view slug) const
{
    auto const found = entity_by_slug.find(slug);
    return found == entity_by_slug.end() ? std::nullopt : std::optional{found->second};
}

std::optional<record_id> store::find_record(record_kind kind, std::string_view slug) const
{
    auto const* const text = strings.find(slug);
    if (text == nullptr) {
        return std::nullopt;
    }
    auto const found = record_by_key.find(key_of(kind, *text));
    return found == record_by_key.end() ? std::nullopt : std::optional{found->second};
}

statement store::statement_at(std::size_t i) const
{
    auto const& row = statements.at(i);
    statement out{row.kind, row.record, {}};
    if (row.source != none) {
        out.said.source = record_id{row.source};
    }
    out.said.reported_on = row.reported_on;
    out.said.as_of = row.as_of;
    out.said.attributed_to = row.attributed_to;
    out.said.statement = row.id;
    out.said.denial = row.denial;
    if (row.position != none) {
        auto const& p = positions[row.position];
        out.said.where =
            text_position{std::string{p.file}, p.byte, p.line, p.column, std::string{p.pointer}};
    }
    return out;
}

void store::reserve_for(store const& added)
{
    strings.reserve_for(added.strings);
    make_room(entities, added.entities.size());
    make_room(records, added.records.size());
    make_room(statements, added.statements.size());
    make_room(positions, added.positions.size());
    std::apply(
        [&](auto&... column) {
            (make_room(column,
                       std::get<std::remove_reference_t<decltype(column)>>(added.columns).size()),
             ...);
        },
        columns);
    entity_by_slug.reserve(entity_by_slug.size() + added.entity_by_slug.size());
    record_by_key.reserve(record_by_key.size() + added.record_by_key.size());
    statement_by_id.reserve(statement_by_id.size() + added.statement_by_id.size());
}

void store::append(store&& added)
{
    reserve_for(added); // the last thing that can fail: what follows only moves
    auto const first_new = statements.size();
    strings.absorb(std::move(added.strings));
    move_all(entities, added.entities);
    move_all(records, added.records);
    move_all(statements, added.statements);
    move_all(positions, added.positions);
    std::apply(
        [&](auto&... column) {
            (move_all(column, std::get<std::remove_reference_t<decltype(column)>>(added.columns)),
             ...);
        },
        columns);
    entity_by_slug.merge(added.entity_by_slug);
    record_by_key.merge(added.record_by_key);
    statement_by_id.merge(added.statement_by_id);
    link(first_new);
}

void store::link(std::size_t first_new) noexcept
{
    for (auto i = first_new; i < statements.size(); ++i) {
        auto const at = static_cast<std::uint32_t>(i);
        auto& record = records[index_of(statements[i].record)];
        (record.last == none ? record.first : statements[record.last].next) = at;
        record.last = at;
    }
}

std::string_view nearest_entity(store const& s, std::string_view slug)
{
    return nearest(s.entities, slug, [](entity_row const&) { return true; });
}

std::string_view nearest_record(store const& s, record_kind kind, std::string_view slug)
{
    return nearest(s.records, slug, [=](record_row const& r) { return r.kind == kind; });
}

std::string_view nearest_slug(std::vector<record_row> const& rows, std::string_view slug)
{
    return nearest(rows, slug, [](record_row const&) { return true; });
}

} // namespace capgraph::inline v0::detail
