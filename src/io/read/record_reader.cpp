// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "record_reader.hpp"

#include "read_members.hpp"

#include "core/same_text.hpp"

#include <array>
#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

template <class Struct>
constexpr unsigned num_fields = std::tuple_size_v<decltype(Struct::fields())>;

template <class Record>
constexpr bool has_field(std::string_view name)
{
    bool found = false;
    for_each_field<Record>([&](auto const& f) { found = found || f.name == name; });
    return found;
}

/// Enough to say that a record is broken: to find the place of each takes time linear in it.
constexpr std::size_t most_errors = 1000;

/// A statement's own id goes by `statement`, unless a field of the record does.
template <class Record>
constexpr std::string_view own_id_key = has_field<Record>("statement") ? "id" : "statement";

/// One key that a record may have, and how what it says is read.
template <class Record>
struct record_key_reader {
    std::string_view name;
    void (*read)(json_value member, Record& record, provenance& said, references& refs);
};

template <class Record, std::size_t I>
void read_own(json_value member, Record& record, provenance&, references& refs)
{
    constexpr auto f = std::get<I>(Record::fields());
    refs.begin_field(f.name);
    if (std::same_as<Record, retraction> && f.name == "statement") {
        refs.statement(member);
    }
    if constexpr (std::is_same_v<decltype(f.member), std::string_view Record::*>) {
        refs.note_own_slug(member.hint());
    }
    read_member(member, record.*f.member, f.rule, refs);
}

template <class Record, std::size_t I>
void read_header(json_value member, Record&, provenance& said, references& refs)
{
    constexpr auto f = std::get<I>(provenance::fields());
    refs.begin_field(f.name);
    read_member(member, said.*f.member, f.rule, refs);
}

template <class Record>
void read_nothing(json_value, Record&, provenance&, references&)
{
}

/// The keys of a record: its fields, who said it, and `type`, which a line has.
template <class Record>
constexpr auto key_readers = []<std::size_t... I, std::size_t... J>(std::index_sequence<I...>,
                                                                    std::index_sequence<J...>)
{
    auto const header_name = [](std::string_view name) {
        return name == "statement" ? own_id_key<Record> : name;
    };
    return std::array{
        record_key_reader<Record>{std::get<I>(Record::fields()).name, read_own<Record, I>}...,
        record_key_reader<Record>{header_name(std::get<J>(provenance::fields()).name),
                                  read_header<Record, J>}...,
        record_key_reader<Record>{"type", read_nothing<Record>}};
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
    constexpr auto& readers = key_readers<Record>;
    static_assert(readers.size() <= 64);
    auto const has_type = frame == record_frame::line && !std::same_as<Record, relation>;
    auto const num_keys = readers.size() - (has_type ? 0 : 1);
    auto& order = orders_[static_cast<std::size_t>(kind_of<Record>)];
    Record record; // each field says nothing; `{}` would zero the room of all of them first
    provenance said;
    key_set seen;
    references_.begin_record(tree);
    std::size_t position = 0;
    std::size_t num_errors = 0;
    for (auto const member : tree.root()) {
        auto& guess = order[position++ % order.size()];
        try {
            auto number = std::size_t{guess};
            if (number >= num_keys || !same_text(readers[number].name, member.key())) {
                for (number = 0; number < num_keys && readers[number].name != member.key();) {
                    ++number;
                }
                if (number == num_keys) {
                    throw unknown_record_key<Record>(member);
                }
                guess = static_cast<std::uint8_t>(number);
            }
            seen.add(member, static_cast<unsigned>(number));
            readers[number].read(member, record, said, references_);
        } catch (error const& e) {
            broken_.insert(tree.root().at().byte);
            errors_->report(e.where() != nullptr ? e : e.at(member.position()));
            if (++num_errors == most_errors) {
                break;
            }
        }
    }
    add(record, said, tree);
}

template <class Record>
void record_reader::add(Record& record, provenance const& said, json_tree const& tree)
{
    auto const at = tree.at();
    try {
        pending_.add(record, said,
                     position_view{tree.file(), at.byte, at.line, at.column, tree.pointer()},
                     references_.own_slug());
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

void record_reader::take(record_kind kind, json_tree const& tree, record_frame frame)
{
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
