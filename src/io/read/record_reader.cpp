// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "record_reader.hpp"

#include "read_members.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <tuple>

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

/// A statement's own id goes by `statement`, unless a field of the record does.
template <class Record>
constexpr std::string_view own_id_key = has_field<Record>("statement") ? "id" : "statement";

/// Reads a member that says who said the record. Returns whether it is one.
template <class Record>
bool read_header(json_value member, provenance& said, key_set& seen, references& refs)
{
    auto number = num_fields<Record>;
    bool found = false;
    for_each_field<provenance>([&](auto const& f) {
        auto const name = f.name == "statement" ? own_id_key<Record> : f.name;
        if (!found && name == member.key()) {
            found = true;
            seen.add(member, number);
            refs.begin_field(f.name);
            read_member(member, said.*f.member, f.rule, refs);
        }
        ++number;
    });
    return found;
}

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
void record_reader::take_record(json_value root, record_frame frame)
{
    constexpr auto type_number = num_fields<Record> + num_fields<provenance>;
    static_assert(type_number < 64);
    auto const skips_type = frame == record_frame::line && !std::same_as<Record, relation>;
    Record record{};
    provenance said;
    said.where = root.position();
    key_set seen;
    references_.begin_record();
    for (auto const member : root) {
        try {
            if (std::same_as<Record, retraction> && member.key() == "statement") {
                references_.begin_field("statement");
                references_.statement(member);
            }
            if (skips_type && member.key() == "type") {
                seen.add(member, type_number);
            } else if (!read_named_member(member, record, seen, 0, references_)
                       && !read_header<Record>(member, said, seen, references_)) {
                throw unknown_record_key<Record>(member);
            }
        } catch (error const& e) {
            broken_.insert(root.at().byte);
            errors_->report(e.where() != nullptr ? e : e.at(member.position()));
        }
    }
    add(record, said, root);
}

template <class Record>
void record_reader::add(Record const& record, provenance const& said, json_value root)
{
    try {
        builder_.add(record, said);
        references_.keep_record(root.at());
    } catch (error const& e) {
        if (broken_.insert(root.at().byte).second) {
            auto const member = culprit<Record>(e, root);
            errors_->report(e.at(member.value_or(root).position()));
        }
    }
}

void record_reader::take(record_kind kind, json_tree const& tree, record_frame frame)
{
    with_record_type(kind, [&]<class Record>() { this->take_record<Record>(tree.root(), frame); });
}

void record_reader::report_problems()
{
    for (auto const& problem : builder_.problems()) {
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
        builder_.commit();
    } catch (error const& e) {
        throw references_.located(e);
    }
}

} // namespace capgraph::inline v0::detail
