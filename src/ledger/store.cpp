// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "store.hpp"

#include <utility>

namespace capgraph::inline v0::detail {

std::optional<entity_id> store::find_entity(std::string_view slug) const
{
    auto const found = entities().find(slug, hash(slug));
    return found ? std::optional{entity_id{*found}} : std::nullopt;
}

std::optional<record_id> store::find_record(record_kind kind, std::string_view slug) const
{
    auto const found = slugs_of(kind).find(slug, hash(slug));
    return found ? std::optional{slugs_of(kind).record(*found)} : std::nullopt;
}

std::optional<std::uint32_t> store::find_statement(std::string_view id) const
{
    return statement_by_id.find(hash(id), [&](std::uint32_t i) { return head_of(i).id == id; });
}

std::string_view store::slug_of(std::size_t record) const
{
    auto const& row = records[record];
    return has_slug(row.kind) ? slugs_of(row.kind).text(row.name) : std::string_view{};
}

capgraph::statement store::statement_at(std::size_t i) const
{
    auto row = unpack_head(statements[i].bytes);
    auto const& head = row.head;
    capgraph::statement out{head.kind, statements[i].record, {}};
    if (head.source != none) {
        out.said.source = record_id{head.source};
    }
    out.said.reported_on = head.reported_on;
    out.said.as_of = head.as_of;
    out.said.attributed_to = head.attributed_to;
    out.said.statement = head.id;
    out.said.denial = head.denial;
    if (row.has_position) {
        auto const p = unpack_position(row);
        out.said.where = text_position{std::string{files[p.file].view()}, p.byte, p.line, p.column,
                                       std::string{p.pointer}};
    }
    return out;
}

std::uint32_t store::first_about(std::size_t record) const noexcept
{
    auto i = records[record].last;
    while (statements[i].previous != none) {
        i = statements[i].previous;
    }
    return i;
}

void store::reserve_for(store const& added)
{
    strings.reserve_for(added.strings);
    bytes.reserve_for(added.bytes);
    statements.reserve(added.statements.size());
    records.reserve(added.records.size());
    for (std::size_t i = 0; i < slugs.size(); ++i) {
        slugs[i].reserve_for(added.slugs[i]);
    }
    record_by_key.reserve_for(added.record_by_key);
    statement_by_id.reserve_for(added.statement_by_id);
    files.reserve(added.files.size());
    file_by_name.reserve_for(added.file_by_name);
}

void store::append(store&& added)
{
    if (statements.size() == 0 && records.size() == 0) {
        *this = std::move(added);
        return;
    }
    reserve_for(added); // the last thing that can fail: what follows only moves
    auto const first_statement = static_cast<std::uint32_t>(statements.size());
    auto const first_record = static_cast<std::uint32_t>(records.size());
    strings.absorb(std::move(added.strings));
    bytes.absorb(std::move(added.bytes));
    for (std::size_t i = 0; i < slugs.size(); ++i) {
        slugs[i].absorb(std::move(added.slugs[i]));
    }
    record_by_key.absorb(added.record_by_key, first_record);
    statement_by_id.absorb(added.statement_by_id, first_statement);
    file_by_name.absorb(added.file_by_name, static_cast<std::uint32_t>(files.size()));
    for (std::size_t i = 0; i < added.files.size(); ++i) {
        files.push_back(added.files[i]);
    }
    for (std::size_t i = 0; i < added.records.size(); ++i) {
        records.push_back(added.records[i]);
    }
    for (std::size_t i = 0; i < added.statements.size(); ++i) {
        auto row = added.statements[i];
        // What is said of new records is chained already: their numbers were theirs alone.
        if (index_of(row.record) < first_record) {
            auto& last = records[index_of(row.record)].last;
            row.previous = std::exchange(last, static_cast<std::uint32_t>(statements.size()));
        }
        statements.push_back(row);
    }
}

} // namespace capgraph::inline v0::detail
