// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "string_scan.hpp"

namespace capgraph::inline v0::detail {

namespace {

int hex_value(char c) noexcept
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    auto const lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_plain(char c) noexcept
{
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
}

} // namespace

std::size_t string_scan::advance(std::string_view piece) noexcept
{
    std::size_t at = 0;
    if (state_ == state::plain && fault_ == string_fault::none) {
        // Most strings hold nothing but plain characters.
        while (at < piece.size() && is_plain(piece[at])) {
            ++at;
        }
    }
    while (at < piece.size() && state_ != state::closed && fault_ == string_fault::none) {
        take(piece[at]);
        at += fault_ == string_fault::none ? 1 : 0;
    }
    return at;
}

void string_scan::take(char c) noexcept
{
    if (state_ != state::plain) {
        take_escaped(c);
        return;
    }
    if (c == '"') {
        state_ = state::closed;
    } else if (c == '\\') {
        state_ = state::backslash;
        has_escape_ = true;
        escape_length_ = 1;
    } else if (static_cast<unsigned char>(c) < 0x20) {
        fault_ = string_fault::control;
    }
}

void string_scan::take_escaped(char c) noexcept
{
    if (state_ == state::digits) {
        take_digit(c);
        return;
    }
    if (state_ == state::backslash && c != 'u') {
        if (std::string_view{"\"\\/bfnrt"}.find(c) == std::string_view::npos) {
            fault_ = string_fault::escape;
            return;
        }
        end_escape();
        return;
    }
    if (state_ == state::low_backslash ? c != '\\' : c != 'u') {
        fault_ = string_fault::surrogate;
        return;
    }
    ++escape_length_;
    if (state_ == state::low_backslash) {
        state_ = state::low_u;
        return;
    }
    state_ = state::digits;
    digits_ = 0;
    unit_ = 0;
}

void string_scan::take_digit(char c) noexcept
{
    auto const value = hex_value(c);
    if (value < 0) {
        fault_ = string_fault::escape;
        return;
    }
    unit_ = unit_ * 16 + static_cast<unsigned>(value);
    if (++digits_ < 4) {
        ++escape_length_;
        return;
    }
    auto const is_high = unit_ >= 0xd800 && unit_ < 0xdc00;
    auto const is_low = unit_ >= 0xdc00 && unit_ < 0xe000;
    if (is_low != is_low_) {
        fault_ = string_fault::surrogate;
        return;
    }
    if (is_high) {
        ++escape_length_;
        is_low_ = true;
        state_ = state::low_backslash;
        return;
    }
    end_escape();
}

void string_scan::end_escape() noexcept
{
    state_ = state::plain;
    is_low_ = false;
    escape_length_ = 0;
}

} // namespace capgraph::inline v0::detail
