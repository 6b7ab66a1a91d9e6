// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "pending_statements.hpp"

#include "checked.hpp"
#include "core/utf8.hpp"
#include "missing.hpp"
#include "problem_finder.hpp"

#include <limits>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

std::uint32_t narrow(std::size_t n)
{
    if (n >= std::numeric_limits<std::uint32_t>::max()) {
        throw error{error_code::limit_exceeded, "more than 4294967294 records or statements",
                    "a ledger that fits 32-bit ids"};
    }
    return static_cast<std::uint32_t>(n);
}

[[noreturn]] void foreign_id()
{
    throw std::out_of_range{"capgraph::ledger_builder::add: an id that this builder never gave"};
}

} // namespace

pending_statements::pending_statements(store& base)
    : base_{&base}, base_size_{base.statements.size()}, added_{base.seed}
{
}

std::string_view pending_statements::intern(std::string_view text)
{
    if (auto const* const known = base_->strings.find(text)) {
        return *known;
    }
    if (!is_utf8(text)) { // nothing could write it again
        throw error{error_code::bad_encoding, "text that is not UTF-8", "text in UTF-8"};
    }
    return added_.strings.intern(text);
}

entity_id pending_statements::entity(std::string_view slug)
{
    require_current();
    if (slug.empty()) {
        throw error{error_code::missing_field, "an entity without a slug", "a slug"};
    }
    if (auto const known = base_->find_entity(slug)) {
        return *known;
    }
    if (auto const known = added_.find_entity(slug)) {
        return *known;
    }
    auto const text = intern(slug);
    auto const id = entity_id{narrow(num_entities())};
    auto const record = record_id{narrow(num_records())};
    make_room(added_.entities, 1);
    make_room(added_.records, 1);
    added_.entity_by_slug.emplace(text, id); // the last thing that can fail
    added_.entities.push_back({text, record});
    added_.records.push_back({record_kind::entity, text, none, none});
    return id;
}

record_id pending_statements::named(record_kind kind, std::string_view slug)
{
    require_current();
    if (slug.empty()) {
        throw error{error_code::missing_field, std::string{to_string(kind)} + " without a slug",
                    "a slug"};
    }
    auto const text = intern(slug);
    return find_or_add(key_of(kind, text), text);
}

record_id pending_statements::find_or_add(record_key const& key, std::string_view slug)
{
    if (auto const found = base_->record_by_key.find(key); found != base_->record_by_key.end()) {
        return found->second;
    }
    auto const id = record_id{narrow(num_records())};
    make_room(added_.records, 1);
    auto const [place, is_new] = added_.record_by_key.try_emplace(key, id);
    if (is_new) {
        added_.records.push_back({key.kind, slug, none, none});
    }
    return place->second;
}

record_row const& pending_statements::record_at(record_id id) const noexcept
{
    auto const i = index_of(id);
    auto const first = base_->records.size();
    return i < first ? base_->records[i] : added_.records[i - first];
}

template <class Record>
Record pending_statements::interned(Record record)
{
    auto const keep = [this]<class T>(T& value) {
        if constexpr (std::same_as<T, std::string_view>) {
            value = intern(value);
        } else if constexpr (std::same_as<T, field<std::string_view>>) {
            value = value ? T{intern(*value)} : value;
        } else if constexpr (std::same_as<T, field<std::vector<std::string_view>>>) {
            if (value) {
                auto texts = *value;
                for (auto& text : texts) {
                    text = intern(text);
                }
                value = std::move(texts);
            }
        } else if constexpr (std::same_as<T, field<std::vector<identifier>>>) {
            if (value) {
                auto pairs = *value;
                for (auto& pair : pairs) {
                    pair = {intern(pair.scheme), intern(pair.value)};
                }
                value = std::move(pairs);
            }
        } else if constexpr (std::same_as<T, field<state_link>>) {
            if (value) {
                value = state_link{value->link, value->level, intern(value->country)};
            }
        }
    };
    for_each_field<Record>([&](auto const& f) { keep(record.*f.member); });
    return record;
}

/// A number that is cast to an enumeration and has no word there could not be written.
template <class Record>
void require_words(Record const& record)
{
    auto const check = []<class T>(field<T> const& value, std::string_view name) {
        if constexpr (worded<T>) {
            if (value && static_cast<std::size_t>(*value) >= words_of<T>.size()) {
                throw error{error_code::bad_value, quoted(name) + " that has no word",
                            "one of its enumeration"};
            }
        }
    };
    for_each_field<Record>([&](auto const& f) {
        if constexpr (requires { check(record.*f.member, f.name); }) {
            check(record.*f.member, f.name);
        }
    });
}

template <class Record>
void pending_statements::require_own_ids(Record const& record, provenance const& said) const
{
    auto const check_entity = [&](entity_id id) {
        if (index_of(id) >= num_entities()) {
            foreign_id();
        }
    };
    auto const check_record = [&](record_id id, record_kind kind) {
        if (index_of(id) >= num_records() || record_at(id).kind != kind) {
            foreign_id();
        }
    };
    if (said.source) {
        check_record(*said.source, record_kind::source);
    }
    for_each_reference(
        record, [&](entity_id id, std::string_view) { check_entity(id); },
        [&](record_id id, std::string_view) { check_record(id, record_kind::round); });
}

void pending_statements::require_new_statement_id(std::string_view id) const
{
    if (!id.empty()
        && (base_->statement_by_id.contains(id) || added_.statement_by_id.contains(id))) {
        throw error{error_code::duplicate_statement, quoted(id), "a statement id used once"};
    }
}

void pending_statements::require_current() const
{
    if (base_->statements.size() != base_size_) {
        throw std::logic_error{
            "capgraph::ledger_builder: the ledger has grown since the builder was made"};
    }
}

template <class Record>
record_id pending_statements::record_of(Record const& record)
{
    if constexpr (std::same_as<Record, capgraph::entity>) {
        auto const id = index_of(entity(record.slug));
        auto const first = base_->entities.size();
        return id < first ? base_->entities[id].record : added_.entities[id - first].record;
    } else if constexpr (requires { record.slug; }) {
        return named(kind_of<Record>, record.slug);
    } else if constexpr (requires { key_of(record); }) {
        return find_or_add(key_of(record), {});
    } else {
        // Joins and retractions stand by themselves: each is a record of its own.
        auto const id = record_id{narrow(num_records())};
        added_.records.push_back({kind_of<Record>, {}, none, none});
        return id;
    }
}

position_row pending_statements::interned(text_position const& where)
{
    // The names of files are whatever the system takes.
    return {added_.strings.intern(where.file), where.byte, where.line, where.column,
            added_.strings.intern(where.pointer)};
}

statement_row pending_statements::row_of(provenance const& said)
{
    statement_row row;
    row.denial = said.denial;
    if (said.where) {
        row.position = narrow(base_->positions.size() + added_.positions.size());
    }
    row.source = said.source ? static_cast<std::uint32_t>(index_of(*said.source)) : none;
    row.reported_on = said.reported_on;
    row.as_of = said.as_of;
    row.attributed_to = intern(said.attributed_to);
    row.id = intern(said.statement);
    return row;
}

template <class Record>
record_id pending_statements::add(Record const& record, provenance const& said)
{
    require_current();
    auto payload = checked(record);
    require_words(payload);
    require_own_ids(payload, said);
    require_new_statement_id(said.statement);
    payload = interned(std::move(payload));
    auto const position = said.where ? interned(*said.where) : position_row{};
    auto& column = added_.template column<Record>();
    auto const id = statement_id{narrow(base_size_ + added_.statements.size())};
    auto row = row_of(said);
    row.kind = kind_of<Record>;
    row.row = narrow(base_->template column<Record>().size() + column.size());

    make_room(column, 1);
    make_room(added_.statements, 1);
    make_room(added_.positions, 1);
    if (!row.id.empty()) {
        added_.statement_by_id.emplace(row.id, id);
    }
    try {
        row.record = record_of(payload); // the last thing that can fail
    } catch (...) {
        added_.statement_by_id.erase(row.id);
        throw;
    }
    column.push_back(std::move(payload));
    added_.statements.push_back(row);
    if (said.where) {
        added_.positions.push_back(position);
    }
    return row.record;
}

std::vector<error> pending_statements::problems() const
{
    require_current();
    return problem_finder{*this}.find();
}

void pending_statements::commit()
{
    if (auto const all = problems(); !all.empty()) {
        throw all.front();
    }
    store empty{base_->seed};
    base_->append(std::move(added_)); // the last thing that can fail
    added_ = std::move(empty);
    base_size_ = base_->statements.size();
}

template record_id pending_statements::add(source_record const&, provenance const&);
template record_id pending_statements::add(capgraph::entity const&, provenance const&);
template record_id pending_statements::add(funding_round const&, provenance const&);
template record_id pending_statements::add(participation const&, provenance const&);
template record_id pending_statements::add(valuation const&, provenance const&);
template record_id pending_statements::add(holding const&, provenance const&);
template record_id pending_statements::add(relation const&, provenance const&);
template record_id pending_statements::add(absence const&, provenance const&);
template record_id pending_statements::add(rate const&, provenance const&);
template record_id pending_statements::add(same_as const&, provenance const&);
template record_id pending_statements::add(retraction const&, provenance const&);

} // namespace capgraph::inline v0::detail
