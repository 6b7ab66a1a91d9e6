// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/view.hpp>

#include "fold.hpp"
#include "holds.hpp"
#include "missing.hpp"
#include "read_words.hpp"
#include "view_state.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::view_state;

template <class Record>
void require_kind(view_state const& s, record_id id)
{
    if (s.record_at(id).kind != kind_of<Record>) {
        throw std::out_of_range{"capgraph::view: the id names "
                                + detail::with_article(to_string(s.record_at(id).kind)) + ", not "
                                + detail::with_article(to_string(kind_of<Record>))};
    }
}

/// The fold of one statement is what it says: each item of a list once, and nothing where it takes
/// something back.
template <class Record>
Record alone(view_state const& s, std::uint32_t statement)
{
    auto record = s.rows->said<Record>(statement);
    for_each_field<Record>([&](auto const& f) {
        auto& value = record.*f.member;
        using words = std::vector<detail::word<Record>>;
        if constexpr (requires { detail::fold_joined(value, f.member, words{}); }) {
            if (f.rule == folding::joined && value) {
                detail::fold_joined(value, f.member, words{{record, false}});
            }
        }
        if constexpr (requires { value.is_withdrawn(); }) {
            if (value.is_withdrawn()) {
                value = {};
            }
        }
    });
    return record;
}

template <class Record>
Record folded_of(view_state const& s, record_id id, std::vector<std::uint32_t> const& taken)
{
    auto const all = s.by_weight(id, true);
    if (all.size() == 1) {
        return alone<Record>(s, all.front());
    }
    Record record;
    detail::fold(record, detail::read_words<Record>(s, all), true);
    detail::fold(record, detail::read_words<Record>(s, taken), false);
    return record;
}

template <class Record>
std::optional<Record> folded(view_state const& s, record_id id)
{
    require_kind<Record>(s, id);
    auto const taken = s.by_weight(id, false);
    if (taken.empty()) {
        return std::nullopt;
    }
    auto record = folded_of<Record>(s, id, taken);
    if constexpr (detail::has_validity<Record>) {
        if (!detail::holds(s.options, record)) {
            return std::nullopt;
        }
    }
    return record;
}

bool is_known(view_state const& s, record_id id)
{
    auto known = s.any_about(id, [&](std::uint32_t i) { return s.taken[i] != 0; });
    if (known && s.options.valid_at) {
        with_record_type(s.record_at(id).kind, [&]<class Record>() {
            if constexpr (detail::has_validity<Record>) {
                known = folded<Record>(s, id).has_value();
            }
        });
    }
    return known;
}

/// `round 'zhipu-2025'`, or by its key: `holding (owner 'hangzhou', owned 'shangcheng')`.
std::string described(view_state const& s, record_id id)
{
    auto const& row = s.record_at(id);
    auto const kind = std::string{to_string(row.kind)} + ' ';
    if (detail::has_slug(row.kind)) {
        return kind + detail::quoted(s.slug_of(id));
    }
    std::string key;
    auto const add = [&](std::string_view name, std::string_view slug) {
        key += (key.empty() ? "(" : ", ") + std::string{name} + ' ' + detail::quoted(slug);
    };
    with_record_type(row.kind, [&]<class Record>() {
        auto const said = s.rows->said<Record>(row.last);
        for_each_field<Record>([&](auto const& f) {
            if constexpr (requires { s.slug_of(*(said.*f.member)); }) {
                if (said.*f.member) {
                    add(f.name, s.slug_of(*(said.*f.member)));
                }
            }
        });
    });
    return kind + key + (key.empty() ? "" : ")");
}

/// The error for what the view does not know: says since when it would be known.
error not_known(view_state const& s, record_id id)
{
    if (s.options.valid_at && !s.by_weight(id, false).empty()) {
        return {error_code::not_known_at,
                described(s, id) + " as valid at " + to_string(*s.options.valid_at),
                "a moment at which it holds"};
    }
    auto const when =
        s.options.known_at ? " as known at " + to_string(*s.options.known_at) : std::string{};
    std::optional<date> earliest;
    s.any_about(id, [&](std::uint32_t i) {
        auto const reported = s.reported_on(i);
        earliest = !earliest || ends_before(reported, *earliest) ? reported : *earliest;
        return false;
    });
    auto expected = std::string{"what the view knows"};
    if (earliest && earliest->has_last()) {
        expected += "; the first report of it is of " + to_string(*earliest);
    }
    return {error_code::not_known_at, described(s, id) + when, expected};
}

} // namespace

view::view(ledger const& source, view_options options)
    : state_{std::make_shared<view_state const>(source.store_, std::move(options))}
{
}

view_options const& view::options() const noexcept
{
    return state_->options;
}

std::size_t view::num_statements() const noexcept
{
    return static_cast<std::size_t>(std::count(state_->taken.begin(), state_->taken.end(), 1));
}

std::vector<statement_id> view::statements_of(record_id record) const
{
    std::vector<statement_id> out;
    for (auto const i : state_->by_weight(record, false)) {
        out.push_back(statement_id{i});
    }
    return out;
}

bool view::takes(statement_id id) const noexcept
{
    return state_->takes(index_of(id));
}

statement view::at(statement_id id) const
{
    return state_->rows->statement_at(state_->number_of(id));
}

bool view::knows(record_id record) const
{
    return is_known(*state_, record);
}

std::vector<record_id> view::records(record_kind kind) const
{
    std::vector<record_id> out;
    for (std::uint32_t i = 0; i < state_->num_records; ++i) {
        if (state_->rows->records[i].kind == kind && is_known(*state_, record_id{i})) {
            out.push_back(record_id{i});
        }
    }
    return out;
}

std::vector<record_id> view::records_told(record_kind kind) const
{
    std::vector<record_id> out;
    for (std::uint32_t i = 0; i < state_->num_records; ++i) {
        if (state_->rows->records[i].kind == kind
            && state_->any_about(record_id{i}, [](std::uint32_t) { return true; })) {
            out.push_back(record_id{i});
        }
    }
    return out;
}

record_id view::record_of(entity_id id) const
{
    return state_->record_of(id);
}

entity_id view::company_of(record_id round) const
{
    require_kind<funding_round>(*state_, round);
    return entity_id{state_->record_at(round).company};
}

template <record_type Record>
std::optional<Record> view::find(record_id record) const
{
    return folded<Record>(*state_, record);
}

template <record_type Record>
Record view::at(record_id record) const
{
    auto found = folded<Record>(*state_, record);
    if (!found) {
        throw not_known(*state_, record);
    }
    return *std::move(found);
}

template <record_type Record>
Record view::timeless(record_id record) const
{
    require_kind<Record>(*state_, record);
    Record out;
    auto const all = state_->by_weight(record, true);
    detail::fold(out, detail::read_words<Record>(*state_, all), true);
    return out;
}

entity view::at(entity_id id) const
{
    auto const record = state_->record_of(id);
    auto found = folded<entity>(*state_, record);
    return found ? *std::move(found) : timeless<entity>(record);
}

std::string_view view::slug_of(entity_id id) const
{
    return state_->slug_of(id);
}

std::string_view view::slug_of(record_id id) const
{
    return state_->slug_of(id);
}

std::string_view view::name_of(entity_id id) const
{
    return *timeless<entity>(state_->record_of(id)).name;
}

entity_id view::entity_at(std::string_view slug) const
{
    auto const found = state_->rows->find_entity(slug);
    auto const is_seen = found && index_of(*found) < state_->num_entities;
    return is_seen ? *found : throw detail::no_entity(*state_->rows, slug);
}

record_id view::round_at(std::string_view slug) const
{
    auto const found = state_->rows->find_record(record_kind::round, slug);
    auto const is_seen = found && index_of(*found) < state_->num_records;
    return is_seen ? *found : throw detail::no_record(*state_->rows, record_kind::round, slug);
}

entity_id view::representative(entity_id id) const
{
    auto const i = index_of(id);
    if (i >= state_->num_entities) {
        static_cast<void>(state_->record_of(id)); // throws
    }
    return i < state_->representative.size() ? state_->representative[i] : id;
}

std::vector<entity_id> view::same_as(entity_id id) const
{
    auto const wanted = representative(id);
    auto const [first, last] = std::equal_range(
        state_->joined.begin(), state_->joined.end(), wanted, [this](entity_id a, entity_id b) {
            return index_of(representative(a)) < index_of(representative(b));
        });
    return first == last ? std::vector{id} : std::vector(first, last);
}

date view::reported_on(statement_id id) const
{
    return state_->reported_on(state_->number_of(id));
}

date view::as_of(statement_id id) const
{
    return state_->as_of(state_->number_of(id));
}

template CAPGRAPH_EXPORT std::optional<source_record> view::find(record_id) const;
template CAPGRAPH_EXPORT source_record view::at(record_id) const;
template CAPGRAPH_EXPORT source_record view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<entity> view::find(record_id) const;
template CAPGRAPH_EXPORT entity view::at(record_id) const;
template CAPGRAPH_EXPORT entity view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<funding_round> view::find(record_id) const;
template CAPGRAPH_EXPORT funding_round view::at(record_id) const;
template CAPGRAPH_EXPORT funding_round view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<participation> view::find(record_id) const;
template CAPGRAPH_EXPORT participation view::at(record_id) const;
template CAPGRAPH_EXPORT participation view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<valuation> view::find(record_id) const;
template CAPGRAPH_EXPORT valuation view::at(record_id) const;
template CAPGRAPH_EXPORT valuation view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<holding> view::find(record_id) const;
template CAPGRAPH_EXPORT holding view::at(record_id) const;
template CAPGRAPH_EXPORT holding view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<relation> view::find(record_id) const;
template CAPGRAPH_EXPORT relation view::at(record_id) const;
template CAPGRAPH_EXPORT relation view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<absence> view::find(record_id) const;
template CAPGRAPH_EXPORT absence view::at(record_id) const;
template CAPGRAPH_EXPORT absence view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<rate> view::find(record_id) const;
template CAPGRAPH_EXPORT rate view::at(record_id) const;
template CAPGRAPH_EXPORT rate view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<capgraph::same_as> view::find(record_id) const;
template CAPGRAPH_EXPORT capgraph::same_as view::at(record_id) const;
template CAPGRAPH_EXPORT capgraph::same_as view::timeless(record_id) const;
template CAPGRAPH_EXPORT std::optional<retraction> view::find(record_id) const;
template CAPGRAPH_EXPORT retraction view::at(record_id) const;
template CAPGRAPH_EXPORT retraction view::timeless(record_id) const;

} // namespace capgraph::inline v0
