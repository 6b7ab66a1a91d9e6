// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "json_value.hpp"

#include "json_path.hpp"

#include <array>
#include <utility>

namespace capgraph::inline v0::detail {

std::string_view name_of(json_type type) noexcept
{
    constexpr std::array<std::string_view, 6> names{"null",     "true or false", "a number",
                                                    "a string", "an array",      "an object"};
    return names[static_cast<std::size_t>(type)];
}

void json_tree::reset(std::string_view file, std::string_view line)
{
    file_ = file;
    pointer_.clear();
    text_.clear();
    nodes_.clear();
    places_.clear();
    open_.clear();
    key_ = {};
    key_at_ = {};
    line_ = line.data();
    line_size_ = line.size();
    has_members_ = false;
}

void json_tree::clear(std::string_view file, std::string pointer)
{
    reset(file, {});
    pointer_ = std::move(pointer);
}

void json_tree::clear_to_line(std::string_view file, std::string_view line, place at)
{
    reset(file, line);
    line_at_ = at;
}

json_tree::span json_tree::keep_own(std::string_view text)
{
    text_ += text;
    return {static_cast<std::uint32_t>(text_.size() - text.size()) | own,
            static_cast<std::uint32_t>(text.size())};
}

void json_tree::add_key(std::string_view key, place at)
{
    key_ = keep(key);
    key_at_ = at;
}

void json_tree::add_scalar(json_type type, std::string_view text, place at)
{
    add(type).text = keep(text);
    places_.push_back({key_at_, at});
}

void json_tree::open(json_type type, place at)
{
    open(type);
    places_.push_back({key_at_, at});
}

std::string json_value::pointer() const
{
    auto text = tree_->pointer_;
    auto within = tree_->root();
    while (within.node_ != node_) {
        std::uint64_t element = 0;
        auto child = within.begin();
        for (; (*child).node_ + (*child).node_->size <= node_; ++child) {
            ++element;
        }
        if (within.type() == json_type::object) {
            append_step(text, (*child).key());
        } else {
            append_step(text, element);
        }
        within = *child;
    }
    return text;
}

place json_value::string_at() const
{
    if (tree_->line_ == nullptr) {
        return at();
    }
    require_string_at();
    auto const& line = tree_->line_at_;
    // Behind the quote that opens it.
    auto const before = static_cast<std::uint64_t>(node_->text.begin) - 1;
    return {line.byte + before, line.line, line.column + before};
}

text_position json_value::position() const
{
    auto const p = at();
    return {std::string{tree_->file_}, p.byte, p.line, p.column, pointer()};
}

text_position json_value::key_position() const
{
    auto const p = places().key;
    return {std::string{tree_->file_}, p.byte, p.line, p.column, pointer()};
}

std::string json_value::described() const
{
    switch (type()) {
    case json_type::string:
        return text().empty() ? "an empty string" : in_quotes(text());
    case json_type::number:
    case json_type::boolean:
        return std::string{text().substr(0, 60)};
    case json_type::null:
    case json_type::array:
    case json_type::object:
        break;
    }
    return std::string{name_of(type())};
}

error error_at(json_value value, error_code code, std::string expected)
{
    return {code, value.described(), std::move(expected), value.position()};
}

error wrong_type(json_value value, std::string expected)
{
    return wrong_type(value.type(), value.text(), std::move(expected), value.position());
}

error wrong_type(json_type type, std::string_view text, std::string expected, text_position where)
{
    auto found = std::string{name_of(type)};
    if (type == json_type::string) {
        found += ", " + in_quotes(text);
    } else if (type == json_type::number) {
        found += ", " + std::string{text.substr(0, 60)};
    } else if (type == json_type::boolean) {
        found = text;
    }
    return {error_code::wrong_type, std::move(found), std::move(expected), std::move(where)};
}

error duplicate_key(json_value member)
{
    return {error_code::duplicate_key, "the key " + in_quotes(member.key()) + " again",
            "each key once", member.key_position()};
}

std::string in_quotes(std::string_view text)
{
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) {
        return '\'' + std::string{text} + '\'';
    }
    auto cut = longest;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xc0U) == 0x80) {
        --cut;
    }
    return '\'' + std::string{text.substr(0, cut)} + "...'";
}

} // namespace capgraph::inline v0::detail
