// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Appends `text` to `out` as a JSON string: UTF-8 as it is, escaped only what RFC 8259 asks for.
///
/// Throws: `error` with `bad_encoding` where `text` is not UTF-8.
void append_string(std::string& out, std::string_view text);

/// Puts the members of an object, or the elements of an array, behind one another.
class json_list {
public:
    /// Opens with `open`, a bracket.
    json_list(std::string& out, char open) : out_{&out}, close_{open == '{' ? '}' : ']'}
    {
        out += open;
    }
    json_list(json_list const&) = delete;
    json_list& operator=(json_list const&) = delete;
    ~json_list() = default;

    /// Makes ready for one more element.
    std::string& next()
    {
        if (!is_empty_) {
            *out_ += ", ";
        }
        is_empty_ = false;
        return *out_;
    }
    /// Makes ready for the value of one more member.
    std::string& next(std::string_view key)
    {
        append_string(next(), key);
        *out_ += ": ";
        return *out_;
    }
    void close() { *out_ += close_; }

private:
    std::string* out_;
    char close_;
    bool is_empty_ = true;
};

} // namespace capgraph::inline v0::detail
