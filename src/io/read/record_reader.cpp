// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "record_reader.hpp"

#include "read_members.hpp"

#include <array>
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace capgraph::inline v0::detail {

/// A record that is being read, and what is said beside it.
template <class Record>
struct record_at_hand {
    Record record; // each field says nothing; `{}` would zero the room of all of them first
    provenance said;
    references* refs;
    plain_sum_reader* sums;
};

namespace {

/// Enough to say that a record is broken: to find the place of each takes time linear in it.
constexpr std::size_t most_errors = 1000;

/// How what a record says under one key is read.
template <class Record>
using member_reader = void (*)(json_value member, record_at_hand<Record>& to);

template <class Record, std::size_t I>
void read_own(json_value member, record_at_hand<Record>& to)
{
    constexpr auto f = std::get<I>(Record::fields());
    auto& refs = *to.refs;
    if constexpr (std::is_same_v<decltype(f.member), field<amount> Record::*>) {
        if (to.sums->takes(member, I)) {
            return;
        }
    }
    refs.begin_field(f.name);
    if (std::same_as<Record, retraction> && f.name == "statement") {
        refs.statement(member);
    }
    if constexpr (std::is_same_v<decltype(f.member), std::string_view Record::*>) {
        refs.note_own_slug(member.hint());
    }
    read_member(member, to.record.*f.member, f.rule, refs);
}

template <class Record, std::size_t I>
void read_header(json_value member, record_at_hand<Record>& to)
{
    constexpr auto f = std::get<I>(provenance::fields());
    to.refs->begin_field(f.name);
    read_member(member, to.said.*f.member, f.rule, *to.refs);
}

template <class Record>
void read_nothing(json_value, record_at_hand<Record>&)
{
}

/// A reader for each of `record_keys`.
template <class Record>
constexpr auto member_readers = []<std::size_t... I, std::size_t... J>(std::index_sequence<I...>,
                                                                       std::index_sequence<J...>)
{
    return std::array<member_reader<Record>, record_keys<Record>.size()>{
        read_own<Record, I>..., read_header<Record, J>..., read_nothing<Record>};
}
(std::make_index_sequence<num_fields<Record>>{},
 std::make_index_sequence<num_fields<provenance>>{});

template <class Record>
error unknown_record_key(json_value member)
{
    auto keys = keys_of<Record>();
    for (auto const key : keys_of<provenance>()) {
        keys.push_back(key == "statement" ? own_id_key<Record> : key);
    }
    auto const e = unknown_key(member, keys);
    auto const kind = to_string(kind_of<Record>);
    return {e.code(),
            std::string{e.found()}
                + (kind.front() == 'e' || kind.front() == 'a' ? " in an " : " in a ")
                + std::string{kind},
            std::string{e.expected()}, *e.where()};
}

/// The member of `root` that an error of the builder is about; null where it is about all.
template <class Record>
std::optional<json_value> culprit(error const& e, json_value root)
{
    auto key = std::string_view{};
    if (e.code() == error_code::duplicate_statement) {
        key = own_id_key<Record>;
    } else if (std::same_as<Record, rate> && e.code() == error_code::bad_value) {
        key = "value";
    } else if constexpr (std::same_as<Record, same_as>) {
        key = "ids";
    }
    for (auto const member : root) {
        if (member.key() == key
            || e.found().find(std::string{'\''}.append(member.key()) + '\'')
                   != std::string_view::npos) {
            return member;
        }
    }
    return std::nullopt;
}

} // namespace

template <class Record>
void record_reader::take_record(json_tree const& tree, record_frame frame)
{
    record_at_hand<Record> to;
    to.refs = &references_;
    to.sums = &sums_;
    references_.begin_record(tree);
    sums_.clear();
    if (tree.members() != nullptr) {
        read_numbered(tree, to);
    } else {
        read_named(tree, record_keys_of(kind_of<Record>, frame), to);
    }
    add(to.record, to.said, tree);
}

/// Reads the members of a tree that tells the numbers of their keys, and no places.
template <class Record>
void record_reader::read_numbered(json_tree const& tree, record_at_hand<Record>& to)
{
    try {
        key_set seen;
        for (auto const member : tree.root()) {
            auto const number = member.key_number();
            seen.add(member, number);
            member_readers<Record>[number](member, to);
        }
    } catch (error const&) {
        throw json_tree::no_places{};
    }
}

/// Reads the members, and reports each that is wrong.
template <class Record>
void record_reader::read_named(json_tree const& tree, record_key_list const& keys,
                               record_at_hand<Record>& to)
{
    key_set seen;
    std::size_t num_errors = 0;
    for (auto const member : tree.root()) {
        try {
            auto const number = keys.find(member.key());
            if (number == record_key_list::unknown) {
                throw unknown_record_key<Record>(member);
            }
            seen.add(member, number);
            member_readers<Record>[number](member, to);
        } catch (error const& e) {
            broken_.insert(tree.root().at().byte);
            errors_->report(e.where() != nullptr ? e : e.at(member.position()));
            if (++num_errors == most_errors) {
                break;
            }
        }
    }
}

template <class Record>
void record_reader::add(Record& record, provenance const& said, json_tree const& tree)
{
    auto const at = tree.at();
    try {
        pending_.add(record, said,
                     position_view{tree.file(), at.byte, at.line, at.column, tree.pointer()},
                     references_.own_slug(), sums_.sums());
    } catch (error const& e) {
        auto const root = tree.root();
        if (broken_.insert(root.at().byte).second) {
            auto const member = culprit<Record>(e, root);
            errors_->report(e.at(member.value_or(root).position()));
        }
        return;
    }
    if (pending_.is_last_doubtful()) {
        references_.keep_record(at);
    }
}

/// Keeps what a record that was taken refers to: it may turn out wrong.
template <class Record>
void record_reader::keep_references(json_tree const& tree)
{
    record_at_hand<Record> again;
    again.refs = &references_;
    again.sums = &sums_;
    references_.begin_record(tree);
    sums_.clear();
    try {
        read_numbered(tree, again);
    } catch (json_tree::no_places const&) {
        // It was taken, and is not to be taken again.
    }
    references_.keep_record(tree.at());
}

void record_reader::take(record_kind kind, json_tree const& tree, record_frame frame)
{
    if (tree.members() != nullptr && plain_.takes(tree)) {
        if (pending_.is_last_doubtful()) {
            with_record_type(kind, [&]<class Record>() { this->keep_references<Record>(tree); });
        }
        return;
    }
    with_record_type(kind, [&]<class Record>() { this->take_record<Record>(tree, frame); });
}

void record_reader::report_problems()
{
    for (auto const& problem : pending_.problems()) {
        // A name that only refused records use has no place: once they are right, it may be too.
        auto const* const where = problem.where();
        if (where != nullptr ? !broken_.contains(where->byte) : broken_.empty()) {
            errors_->report(references_.located(problem));
        }
    }
}

void record_reader::commit()
{
    try {
        pending_.commit();
    } catch (error const& e) {
        throw references_.located(e);
    }
}

} // namespace capgraph::inline v0::detail
