// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "document_listener.hpp"

#include "document_header.hpp"
#include "nearest.hpp"

#include <algorithm>
#include <array>

namespace capgraph::inline v0::detail {

namespace {

/// The keys of a document: its version, its title, and the arrays in the order of record_kind.
constexpr auto document_keys = [] {
    std::array<std::string_view, plurals.size() + 2> keys{version_key, title_key};
    std::copy(plurals.begin(), plurals.end(), keys.begin() + 2);
    return keys;
}();

} // namespace

std::string document_listener::expected() const
{
    switch (member_) {
    case member::version:
        return "1, the version of the format";
    case member::title:
        return "the title, a string";
    case member::records:
        return "an array of records";
    case member::nothing:
        break;
    }
    return "an object with \"capgraph\": 1 and arrays of records";
}

void document_listener::refuse(json_type type, std::string_view text, place at)
{
    auto const what = depth() == elements ? "a record, an object" : expected();
    errors_->report(wrong_type(type, text, what, parser_->position(at)));
}

void document_listener::on_open(json_type type, place at)
{
    if (is_skipping()) {
        return;
    }
    if (depth() == top) {
        start_ = at;
        if (type != json_type::object) {
            has_version_ = true; // of no use to ask for it as well
            skip();
            refuse(type, {}, at);
        }
    } else if (depth() == members) {
        open_member(type, at);
    } else if (depth() == elements) {
        open_element(type, at);
    } else {
        builder_.open(type, at);
    }
}

void document_listener::open_member(json_type type, place at)
{
    if (member_ != member::records || type != json_type::array) {
        skip();
        if (member_ != member::nothing) {
            refuse(type, {}, at);
        }
    }
}

void document_listener::open_element(json_type type, place at)
{
    if (type != json_type::object) {
        skip();
        refuse(type, {}, at);
        return;
    }
    counter_.add([&] { return parser_->position(at); });
    builder_.begin(*parser_, at);
}

void document_listener::on_close(place at)
{
    if (is_skipping()) {
        if (depth() == *skipped_) {
            skipped_.reset();
        }
        return;
    }
    if (depth() > elements) {
        builder_.close(at);
    } else if (depth() == elements) {
        builder_.close(at);
        reader_->take(kind_, builder_.tree(), record_frame::element);
    } else if (depth() == top && !has_version_) {
        errors_->report(missing_version("a document", parser_->position(start_)));
    }
}

void document_listener::on_key(std::string_view key, place at)
{
    if (is_skipping()) {
        return;
    }
    if (depth() != members) {
        builder_.add_key(key, at);
        return;
    }
    member_ = member::nothing;
    auto const found = std::find(document_keys.begin(), document_keys.end(), key);
    if (found == document_keys.end()) {
        errors_->report({error_code::unknown_key, "the key " + in_quotes(key) + " in a document",
                         one_of(document_keys, key), parser_->position(at)});
        return;
    }
    auto const number = static_cast<std::size_t>(found - document_keys.begin());
    auto const bit = std::uint32_t{1} << number;
    if ((seen_ & bit) != 0) {
        errors_->report({error_code::duplicate_key, "the key " + in_quotes(key) + " again",
                         "each key once", parser_->position(at)});
        return;
    }
    seen_ |= bit;
    has_version_ = has_version_ || number == 0;
    member_ = number == 0 ? member::version : (number == 1 ? member::title : member::records);
    kind_ = static_cast<record_kind>(std::max<std::size_t>(number, 2) - 2);
}

void document_listener::on_scalar(json_type type, std::string_view text, place at)
{
    if (is_skipping()) {
        return;
    }
    if (depth() > elements) {
        builder_.add_scalar(type, text, at);
    } else if (depth() != members || member_ == member::records) {
        refuse(type, text, at);
    } else if (member_ != member::nothing) {
        take_scalar(type, text, at);
    }
}

void document_listener::take_scalar(json_type type, std::string_view text, place at)
{
    try {
        if (member_ == member::version) {
            check_version(type, text, parser_->position(at));
        } else {
            title_ = read_title(type, text, parser_->position(at));
        }
    } catch (error const& e) {
        errors_->report(e);
    }
}

} // namespace capgraph::inline v0::detail
