// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "refused_records.hpp"

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace capgraph::cli {

namespace {

using byte_traits = std::istream::traits_type;

/// The text of one record as it comes, unless it is too long to keep.
class record_text {
public:
    void append(char c)
    {
        is_kept_ = is_kept_ && text_.size() < read_limits{}.record_bytes;
        if (is_kept_) {
            text_ += c;
        }
    }

    /// Without what stands behind it: spaces, or the end of a line; absent where nothing is left.
    [[nodiscard]] std::optional<std::string_view> trimmed() const
    {
        auto const last = text_.find_last_not_of(" \t\r\n");
        return is_kept_ && last != std::string::npos
                   ? std::optional{std::string_view{text_}.substr(0, last + 1)}
                   : std::nullopt;
    }

    void clear()
    {
        text_.clear();
        is_kept_ = true;
    }

private:
    std::string text_;
    bool is_kept_ = true;
};

/// The errors in the order of the text, of which those that have been told are passed.
class error_walk {
public:
    error_walk(std::vector<error> const& errors,
               std::function<void(json_reject const&)> const& sink)
        : next_{errors.begin()}, end_{errors.end()}, sink_{&sink}
    {
    }

    [[nodiscard]] bool is_over() const noexcept { return next_ == end_; }

    /// Whether the next error lies before `limit`, by `member` of its place.
    [[nodiscard]] bool is_before(std::uint64_t text_position::*member, std::uint64_t limit) const
    {
        return !is_over() && (next_->where() == nullptr || next_->where()->*member < limit);
    }

    /// Tells of the errors before `limit` one by one, as they are in no record.
    void tell_before(std::uint64_t text_position::*member, std::uint64_t limit)
    {
        for (; is_before(member, limit); ++next_) {
            (*sink_)({.why = *next_});
        }
    }

    /// Tells of the errors before `limit` as those of one record.
    void tell_record(std::uint64_t text_position::*member, std::uint64_t limit,
                     record_text const& record)
    {
        if (!is_before(member, limit)) {
            return;
        }
        json_reject told{.why = *next_, .errors = 0, .record = record.trimmed()};
        for (; is_before(member, limit); ++next_) {
            ++told.errors;
        }
        (*sink_)(told);
    }

    void tell_rest()
    {
        for (; !is_over(); ++next_) {
            (*sink_)({.why = *next_});
        }
    }

private:
    std::vector<error>::const_iterator next_;
    std::vector<error>::const_iterator end_;
    std::function<void(json_reject const&)> const* sink_;
};

void walk_lines(std::istream& text, error_walk& errors)
{
    constexpr auto by_line = &text_position::line;
    auto& bytes = *text.rdbuf();
    record_text line;
    errors.tell_before(by_line, 1);
    for (std::uint64_t number = 1; !errors.is_over(); ++number) {
        auto next = bytes.sbumpc();
        for (; next != byte_traits::eof() && next != '\n'; next = bytes.sbumpc()) {
            line.append(byte_traits::to_char_type(next));
        }
        errors.tell_record(by_line, number + 1, line);
        line.clear();
        if (next == byte_traits::eof()) {
            return;
        }
    }
}

/// Where in a document a byte stands: no more of JSON than finds the elements of its arrays, in
/// what the reader has found to be JSON.
class document_scan {
public:
    /// What a byte is to the elements.
    enum class event : std::uint8_t { none, first, last_passed };

    event take(char c)
    {
        if (in_string_) {
            in_string_ = c != '"' || is_escaped_;
            is_escaped_ = c == '\\' && !is_escaped_;
            return event::none;
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            return event::none;
        }
        auto const is_end = depth_ == elements && (c == ',' || c == ']' || c == '}');
        auto const is_first = depth_ == elements && in_array_ && !is_open_ && !is_end;
        auto const was_open = is_open_;
        is_open_ = !is_end && (is_open_ || is_first);
        in_string_ = c == '"';
        follow(c);
        return is_first ? event::first : (is_end && was_open ? event::last_passed : event::none);
    }

    /// Within an element.
    [[nodiscard]] bool is_open() const noexcept { return is_open_; }

private:
    static constexpr int elements = 2; ///< The depth at which the records stand.

    void follow(char c)
    {
        if (c == '{' || c == '[') {
            ++depth_;
            in_array_ = depth_ == elements ? c == '[' : in_array_;
        } else if (c == '}' || c == ']') {
            --depth_;
        }
    }

    int depth_ = 0;
    bool in_array_ = false; ///< The bracket at the depth of the elements is that of an array.
    bool in_string_ = false;
    bool is_escaped_ = false; ///< The next byte of the string is.
    bool is_open_ = false;
};

/// Where a document is not read on; behind it brackets mean nothing.
std::uint64_t end_of_reading(std::vector<error> const& errors)
{
    if (errors.empty() || errors.back().where() == nullptr) {
        return UINT64_MAX;
    }
    switch (errors.back().code()) {
    case error_code::syntax:
    case error_code::bad_encoding:
    case error_code::escaped_key:
    case error_code::limit_exceeded:
        return errors.back().where()->byte;
    default:
        return UINT64_MAX;
    }
}

void walk_document(std::istream& text, std::uint64_t end, error_walk& errors)
{
    constexpr auto by_byte = &text_position::byte;
    auto& bytes = *text.rdbuf();
    document_scan scan;
    record_text element;
    for (std::uint64_t at = 0; !errors.is_over() && at < end; ++at) {
        auto const next = bytes.sbumpc();
        if (next == byte_traits::eof()) {
            break;
        }
        auto const c = byte_traits::to_char_type(next);
        auto const what = scan.take(c);
        if (what == document_scan::event::first) {
            errors.tell_before(by_byte, at);
        } else if (what == document_scan::event::last_passed) {
            errors.tell_record(by_byte, at, element);
            element.clear();
        }
        if (scan.is_open()) {
            element.append(c);
        }
    }
    if (scan.is_open()) {
        errors.tell_record(by_byte, UINT64_MAX, element);
    }
}

} // namespace

void each_refused(std::istream& text, json_format format, std::vector<error> const& errors,
                  std::function<void(json_reject const&)> const& sink)
{
    error_walk walk{errors, sink};
    if (format == json_format::lines) {
        walk_lines(text, walk);
    } else {
        walk_document(text, end_of_reading(errors), walk);
    }
    walk.tell_rest();
}

} // namespace capgraph::cli
