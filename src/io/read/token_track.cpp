// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "token_track.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

/// Enough to show what is wrong with a number.
constexpr std::size_t longest_word = 40;

bool is_whitespace(char c) noexcept
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

void token_track::begin(std::string_view piece) noexcept
{
    base_ += at_;
    piece_ = piece;
    at_ = 0;
}

void token_track::skip_lines(std::size_t bytes, std::size_t lines) noexcept
{
    begin({});
    base_ += bytes;
    line_ += lines;
    line_begin_ = base_;
}

place token_track::at_byte(std::uint64_t byte) const noexcept
{
    return {byte, line_, byte - line_begin_ + 1};
}

void token_track::skip_separators(std::size_t to) noexcept
{
    for (; at_ < to; ++at_) {
        auto const c = piece_[at_];
        if (c == '\n') {
            count_line();
        } else if (c == ',') {
            last_ = last_token::comma;
        } else if (c == ':') {
            last_ = last_token::colon;
        } else if (!is_whitespace(c)) {
            return;
        }
    }
}

void token_track::begin_token()
{
    start_ = here();
    if (piece_[at_] == '"') {
        inside_ = inside_token::string;
        string_.reset();
        ++at_;
    } else {
        inside_ = inside_token::word;
        word_.clear();
    }
}

place token_track::start()
{
    if (inside_ == inside_token::nothing) {
        skip_separators(piece_.size());
        begin_token();
    }
    return start_;
}

void token_track::end_bracket(last_token as) noexcept
{
    ++at_;
    inside_ = inside_token::nothing;
    last_ = as;
}

std::uint64_t token_track::end_string(last_token as) noexcept
{
    at_ += string_.advance(piece_.substr(at_));
    inside_ = inside_token::nothing;
    last_ = as;
    return base_ + at_ - start_.byte - 2;
}

void token_track::end_word(std::size_t bytes) noexcept
{
    at_ = static_cast<std::size_t>(start_.byte + bytes - base_);
    inside_ = inside_token::nothing;
    last_ = last_token::value;
}

void token_track::walk(std::size_t to)
{
    if (inside_ == inside_token::nothing) {
        skip_separators(to);
        if (at_ == to) {
            return;
        }
        begin_token();
    }
    walk_token(to);
}

void token_track::walk_token(std::size_t to)
{
    auto const rest = piece_.substr(at_, to - at_);
    if (inside_ == inside_token::string) {
        at_ += string_.advance(rest);
        return;
    }
    word_ += rest.substr(0, longest_word - std::min(longest_word, word_.size()));
    at_ = to;
}

void token_track::drop() noexcept
{
    at_ = piece_.size();
    inside_ = inside_token::nothing;
}

bool token_track::skip_whitespace() noexcept
{
    for (; at_ < piece_.size() && is_whitespace(piece_[at_]); ++at_) {
        if (piece_[at_] == '\n') {
            count_line();
        }
    }
    return at_ == piece_.size();
}

void token_track::next_line() noexcept
{
    base_ += at_ + 1;
    piece_ = {};
    at_ = 0;
    ++line_;
    line_begin_ = base_;
    inside_ = inside_token::nothing;
    last_ = last_token::none;
}

} // namespace capgraph::inline v0::detail
