// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "pending_statements.hpp"

#include "complete.hpp"
#include "missing.hpp"
#include "narrow.hpp"
#include "problem_finder.hpp"
#include "references_of.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

[[noreturn]] void foreign_id()
{
    throw std::out_of_range{"capgraph::ledger_builder::add: an id that this builder never gave"};
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

std::uint32_t number_or_none(field<entity_id> const& id) noexcept
{
    return id ? static_cast<std::uint32_t>(index_of(*id)) : none;
}

/// That those kinds have keys whose records have.
template <std::size_t... I>
consteval bool tells_who_has_keys(std::index_sequence<I...>)
{
    auto const is_right = []<class Record>(std::type_identity<Record>) {
        return has_key(kind_of<Record>) == requires(Record r)
        {
            key_of(r);
        };
    };
    return (is_right(std::type_identity<std::tuple_element_t<I, record_types>>{}) && ...);
}
static_assert(tells_who_has_keys(std::make_index_sequence<std::tuple_size_v<record_types>>{}));

} // namespace

pending_statements::pending_statements(ledger& target)
    : base_{target.store_}, base_size_{base_->statements.size()}, added_{base_->seed},
      keeper_{base_->strings, added_.strings}
{
}

static_assert(slug_hint::no_number == none);

pending_statements::meaning
pending_statements::find_or_name(record_kind kind, std::string_view slug, std::uint64_t hash)
{
    if (slug.empty()) {
        throw error{error_code::missing_field, with_article(to_string(kind)) + " without a slug",
                    "a slug"};
    }
    hash = hash != 0 ? hash : added_.hash(slug);
    auto const& known = base_->slugs_of(kind);
    if (known.size() != 0) {
        if (auto const found = known.find(slug, hash)) {
            return {*found, known.record(*found)};
        }
    }
    auto& own = added_.slugs_of(kind);
    id_index::free_place place;
    if (auto const found = own.find_or_place(slug, hash, place)) {
        return {static_cast<std::uint32_t>(known.size() + *found), own.record(*found)};
    }
    require_utf8(slug);
    auto const number = narrow(known.size() + own.size());
    auto const record = record_id{narrow(num_records())};
    added_.records.reserve(1);
    own.add(slug, place, record, added_.bytes); // the last thing that can fail
    added_.records.push_back({.name = number, .kind = kind});
    ++num_undescribed_;
    return {number, record};
}

record_id pending_statements::record_of(entity_id id) const noexcept
{
    return slug_at(record_kind::entity, static_cast<std::uint32_t>(index_of(id))).record();
}

std::string_view pending_statements::slug_of(record_id id) const
{
    auto const& row = record_at(id);
    if (!has_slug(row.kind)) {
        return {};
    }
    return slug_text(row.kind, row.name);
}

statement_row const& pending_statements::statement_at(std::uint32_t i) const noexcept
{
    return i < base_size_ ? base_->statements[i] : added_.statements[i - base_size_];
}

std::uint32_t pending_statements::first_about(record_id id) const noexcept
{
    auto i = record_at(id).last;
    while (statement_at(i).previous != none) {
        i = statement_at(i).previous;
    }
    return i;
}

std::uint64_t pending_statements::seek(record_key const& key) const noexcept
{
    auto const hash = hash_of(key, added_.hash);
    if (base_->records.size() != 0) {
        base_->record_by_key.begin_guess(hash);
    }
    added_.record_by_key.begin_guess(hash);
    return hash;
}

/// Whether a record of `s`, whose statements begin with that number, is the one of `key`.
bool pending_statements::is_at(store const& s, std::size_t record, std::size_t first_statement,
                               record_key const& key) const
{
    auto const& row = s.records[record];
    if (row.kind != key.kind || !row.is_described()) {
        return false;
    }
    auto const* const bytes = s.statements[row.last - first_statement].bytes;
    bool is_same = false;
    with_record_type(key.kind, [&]<class Record>() {
        if constexpr (requires(Record r) { key_of(r); }) {
            is_same = key_of(store::unpack_said<Record>(bytes, {})) == key;
        }
    });
    return is_same;
}

inline record_id pending_statements::find_or_add(record_key const& key, std::uint64_t hash)
{
    auto const first = base_->records.size();
    if (first != 0) {
        if (auto const found = base_->record_by_key.find(
                hash, [&](std::uint32_t i) { return is_at(*base_, i, 0, key); })) {
            return record_id{*found};
        }
    }
    auto const is_same = [&](std::uint32_t i) { return is_at(added_, i, base_size_, key); };
    id_index::free_place place;
    if (auto const found = added_.record_by_key.find_or_place(hash, is_same, place)) {
        return record_id{static_cast<std::uint32_t>(first + *found)};
    }
    auto const id = add_unnamed(key.kind); // the last thing that can fail
    added_.record_by_key.insert(place, static_cast<std::uint32_t>(index_of(id) - first));
    return id;
}

record_id pending_statements::add_unnamed(record_kind kind)
{
    auto const id = record_id{narrow(num_records())};
    added_.records.push_back({.kind = kind});
    ++num_undescribed_;
    return id;
}

inline record_id pending_statements::record_of(row_subject const& about)
{
    if (has_slug(about.kind)) {
        return meaning_of(about.kind, about.slug, about.own_slug).record;
    }
    if (has_key(about.kind)) {
        return find_or_add(about.key, about.key_hash);
    }
    return add_unnamed(about.kind); // joins and retractions stand by themselves
}

inline std::uint32_t pending_statements::number_of_file(std::string_view name)
{
    if (!has_last_file_ || !same_text(last_file_, name)) { // files are read one after the other
        last_file_number_ = find_or_add_file(name);
        last_file_ = file_name(last_file_number_);
        has_last_file_ = true;
    }
    return last_file_number_;
}

std::string_view pending_statements::file_name(std::uint32_t number) const noexcept
{
    auto const first = base_->files.size();
    return (number < first ? base_->files[number] : added_.files[number - first]).view();
}

std::uint32_t pending_statements::find_or_add_file(std::string_view name)
{
    auto const first = static_cast<std::uint32_t>(base_->files.size());
    auto const size = added_.files.size();
    auto const hash = added_.hash(name);
    auto const find_in = [&](store const& s) {
        return s.file_by_name.find(hash,
                                   [&](std::uint32_t i) { return s.files[i].view() == name; });
    };
    if (auto const known = find_in(*base_)) {
        return *known;
    }
    if (auto const own = find_in(added_)) {
        return first + *own;
    }
    auto const number = narrow(first + size);
    added_.files.reserve(1);
    // The names of files are whatever the system takes.
    auto const kept = kept_text::keep(added_.bytes, name);
    added_.file_by_name.insert(hash, static_cast<std::uint32_t>(size)); // the last that can fail
    added_.files.push_back(kept);
    return number;
}

row_writer pending_statements::begin_row(statement_head const& head,
                                         std::optional<position_view> const& where)
{
    std::optional<packed_position> place;
    if (where) {
        place = packed_position{number_of_file(where->file), where->byte, where->line,
                                where->column, where->pointer};
    }
    row_writer writer{{added_.bytes, buffer_}, keeper_};
    pack(writer, head, place);
    return writer;
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

void pending_statements::require_new_statement_id(std::string_view id, std::uint64_t hash) const
{
    auto const is_in = [&](store const& s) {
        return s.statement_by_id
            .find(hash,
                  [&](std::uint32_t i) { return unpack_head(s.statements[i].bytes).head.id == id; })
            .has_value();
    };
    if (is_in(*base_) || is_in(added_)) {
        throw error{error_code::duplicate_statement, quoted(id), "a statement id used once"};
    }
}

void pending_statements::refuse_grown()
{
    throw std::logic_error{
        "capgraph::ledger_builder: the ledger has grown since the builder was made"};
}

inline bool pending_statements::is_doubtful(row_subject const& about,
                                            record_id record) const noexcept
try {
    for (auto const id : about.named) {
        if (!is_described(id)) {
            return true;
        }
    }
    switch (about.kind) {
    case record_kind::round: {
        auto const known = record_at(record).company;
        return about.company != none && known != none && known != about.company;
    }
    case record_kind::valuation:
        return about.round && record_at(*about.round).company != about.company;
    case record_kind::retraction:
        return !base_->find_statement(about.retracted) && !added_.find_statement(about.retracted);
    default:
        return false;
    }
} catch (...) { // no memory to find out: the statement is looked at again before it is appended
    return true;
}

inline void pending_statements::append(row_subject const& about, statement_row row)
{
    auto const first = base_->records.size();
    auto const number = static_cast<std::uint32_t>(base_size_ + added_.statements.size());
    if (index_of(row.record) >= first) { // the ledger's own are chained when they are appended to
        auto& record = added_.records[index_of(row.record) - first];
        num_undescribed_ -= record.is_described() ? 0U : 1U;
        row.previous = std::exchange(record.last, number);
        if (about.kind == record_kind::entity) {
            record.has_name |= about.has_name;
            record.has_kind |= about.has_kind;
        } else if (about.kind == record_kind::round && record.company == none) {
            record.company = about.company;
        }
    }
    added_.statements.push_back(row);
}

record_id pending_statements::add_row(row_writer& row, row_subject const& about)
{
    require_current();
    auto const number = narrow(base_size_ + added_.statements.size());
    auto const has_id = !about.statement.empty();
    auto const id_hash = has_id ? added_.hash(about.statement) : 0;
    if (has_id) {
        require_new_statement_id(about.statement, id_hash);
        added_.statement_by_id.reserve(id_hash);
    }
    added_.statements.reserve(1);
    if (doubtful_.size() == doubtful_.capacity()) {
        make_room(doubtful_, 1);
    }
    statement_row added{row.keep(), {}, none};
    added.record = record_of(about); // the last thing that can fail
    if (is_doubtful(about, added.record)) {
        doubtful_.push_back(number);
    }
    if (has_id) {
        added_.statement_by_id.insert(id_hash, static_cast<std::uint32_t>(num_statements()));
    }
    append(about, added);
    return added.record;
}

template <class Record>
void pending_statements::note_named(Record const& record, provenance const& said)
{
    named_.clear();
    if (num_undescribed_ == 0) {
        return; // there is no need to look
    }
    if (said.source) {
        named_.push_back(*said.source);
    }
    for_each_reference(
        record, [&](entity_id id, std::string_view) { named_.push_back(record_of(id)); },
        [&](record_id id, std::string_view) { named_.push_back(id); });
}

template <class Record>
row_subject pending_statements::subject_of(Record const& record, provenance const& said,
                                           slug_hint own_slug)
{
    note_named(record, said);
    row_subject about{kind_of<Record>};
    about.statement = said.statement;
    about.named = named_;
    if constexpr (requires { record.slug; }) {
        about.slug = record.slug;
        about.own_slug = own_slug;
    } else if constexpr (requires { key_of(record); }) {
        about.key = key_of(record);
        about.key_hash = seek(about.key);
    }
    if constexpr (std::same_as<Record, capgraph::entity>) {
        about.has_name = record.name.has_value();
        about.has_kind = record.kind.has_value();
    } else if constexpr (std::same_as<Record, funding_round>) {
        about.company = number_or_none(record.company);
    } else if constexpr (std::same_as<Record, valuation>) {
        about.company = number_or_none(record.company);
        about.round = record.round ? std::optional{*record.round} : std::nullopt;
    } else if constexpr (std::same_as<Record, retraction>) {
        about.retracted = *record.retracted;
    }
    return about;
}

template <class Record>
record_id pending_statements::add(Record& record, provenance const& said,
                                  std::optional<position_view> const& where, slug_hint own_slug,
                                  plain_sums const& sums)
{
    require_current();
    complete(record);
    require_words(record);
    auto const about = subject_of(record, said, own_slug);
    statement_head head{kind_of<Record>, said.denial,        none,          said.reported_on,
                        said.as_of,      said.attributed_to, said.statement};
    if (said.source) {
        head.source = static_cast<std::uint32_t>(index_of(*said.source));
    }
    auto row = begin_row(head, where);
    pack(row, record, sums);
    return add_row(row, about);
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
    if (num_statements() != 0) {          // what a refused one left behind is no part of the ledger
        base_->append(std::move(added_)); // the last thing that can fail
    }
    added_ = std::move(empty);
    has_last_file_ = false;
    doubtful_.clear();
    num_undescribed_ = 0;
    base_size_ = base_->statements.size();
}

template record_id pending_statements::add(source_record&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(source_record const&, provenance const&) const;
template record_id pending_statements::add(capgraph::entity&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(capgraph::entity const&, provenance const&) const;
template record_id pending_statements::add(funding_round&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(funding_round const&, provenance const&) const;
template record_id pending_statements::add(participation&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(participation const&, provenance const&) const;
template record_id pending_statements::add(valuation&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(valuation const&, provenance const&) const;
template record_id pending_statements::add(holding&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(holding const&, provenance const&) const;
template record_id pending_statements::add(relation&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(relation const&, provenance const&) const;
template record_id pending_statements::add(absence&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(absence const&, provenance const&) const;
template record_id pending_statements::add(rate&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(rate const&, provenance const&) const;
template record_id pending_statements::add(same_as&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(same_as const&, provenance const&) const;
template record_id pending_statements::add(retraction&, provenance const&,
                                           std::optional<position_view> const&, slug_hint,
                                           plain_sums const&);
template void pending_statements::require_own_ids(retraction const&, provenance const&) const;

} // namespace capgraph::inline v0::detail
