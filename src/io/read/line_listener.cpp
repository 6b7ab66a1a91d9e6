// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "line_listener.hpp"

#include "document_header.hpp"
#include "nearest.hpp"
#include "read_members.hpp"

#include "core/same_text.hpp"

#include <capgraph/model/record.hpp>

#include <array>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

constexpr std::string_view type_key = "type";

/// The words that name the kind of a line: those of the kinds, but for relations, which go by their
/// own.
std::vector<std::string_view> line_words()
{
    std::vector<std::string_view> words;
    for (auto const word : words_of<record_kind>) {
        if (word != to_string(record_kind::relation)) {
            words.push_back(word);
        }
    }
    words.insert(words.end(), words_of<relation_type>.begin(), words_of<relation_type>.end());
    return words;
}

std::optional<json_value> find_member(json_value object, std::string_view key)
{
    for (auto const member : object) {
        if (same_text(member.key(), key)) {
            return member;
        }
    }
    return std::nullopt;
}

/// The kind of the record on a line.
record_kind kind_of(json_value line)
{
    auto const type = find_member(line, type_key);
    if (!type) {
        throw error{error_code::missing_field, "a line without 'type'", one_of(line_words(), {}),
                    line.position()};
    }
    require_type(*type, json_type::string, "the kind of record, a string");
    auto const kind = kind_on_line(type->text());
    if (!kind) {
        throw error_at(*type, error_code::bad_value, one_of(line_words(), type->text()));
    }
    return *kind;
}

} // namespace

void line_listener::refuse(json_type type, std::string_view text, place at)
{
    errors_->report(wrong_type(type, text, "a record, an object", parser_->position(at)));
}

void line_listener::on_open(json_type type, place at)
{
    if (is_skipping_) {
        return;
    }
    if (depth() != 0) {
        builder_.open(type, at);
    } else if (type == json_type::object) {
        builder_.begin(*parser_, at);
    } else {
        is_skipping_ = true;
        refuse(type, {}, at);
    }
}

void line_listener::on_close(place at)
{
    if (is_skipping_) {
        return;
    }
    builder_.close(at);
    if (depth() == 0) {
        take_line(builder_.tree());
    }
}

void line_listener::on_key(std::string_view key, place at)
{
    if (!is_skipping_) {
        builder_.add_key(key, at);
    }
}

void line_listener::on_scalar(json_type type, std::string_view text, place at)
{
    if (depth() == 0) {
        refuse(type, text, at);
    } else if (!is_skipping_) {
        builder_.add_scalar(type, text, at);
    }
}

bool line_listener::takes(json_tree const& line)
{
    if (is_first_ || counter_.is_full()) {
        return false;
    }
    try {
        auto const* const known = line.members();
        reader_->take(known != nullptr ? known->kind : kind_of(line.root()), line,
                      record_frame::line);
    } catch (json_tree::no_places const&) {
        return false;
    }
    counter_.add([&] { return line.root().position(); });
    return true;
}

void line_listener::take_line(json_tree const& tree)
{
    auto const line = tree.root();
    try {
        if (is_first_ && find_member(line, version_key) && !find_member(line, type_key)) {
            take_header(line);
        } else {
            counter_.add([&] { return line.position(); });
            reader_->take(kind_of(line), tree, record_frame::line);
        }
    } catch (error const& e) {
        errors_->report(e);
    }
}

void line_listener::take_header(json_value line)
{
    key_set seen;
    for (auto const member : line) {
        auto const is_version = member.key() == version_key;
        if (!is_version && member.key() != title_key) {
            throw unknown_key(member, std::array{version_key, title_key});
        }
        seen.add(member, is_version ? 0 : 1);
        if (is_version) {
            check_version(member.type(), member.text(), member.position());
        } else {
            title_ = read_title(member.type(), member.text(), member.position());
        }
    }
}

} // namespace capgraph::inline v0::detail
