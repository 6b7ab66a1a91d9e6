// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "syntax_error.hpp"

namespace capgraph::inline v0::detail {

namespace {

/// What may follow outside of strings, numbers and literals.
std::string_view expected_token(token_track const& track, json_path const& path)
{
    switch (track.last()) {
    case last_token::key:
        return "':' behind the key";
    case last_token::colon:
        return "a value";
    case last_token::opening:
        return path.in_object() ? "a key in double quotes, or '}'" : "a value, or ']'";
    case last_token::comma:
        return path.in_object() ? "a key in double quotes" : "a value";
    case last_token::value:
        return path.in_object() ? "',' or '}'" : "',' or ']'";
    case last_token::none:
        break;
    }
    return "an object";
}

misfit string_misfit(token_track const& track, char next)
{
    auto const at = track.here();
    auto const escape = track.at_byte(at.byte - track.string().escape_length());
    switch (track.string().fault()) {
    case string_fault::escape:
        return {error_code::syntax, "an escape that JSON does not have",
                R"(one of \" \\ \/ \b \f \n \r \t, or \u and four hexadecimal digits)", escape};
    case string_fault::surrogate:
        return {error_code::bad_encoding, "an escape for half of a surrogate pair",
                "both halves, or the character itself in UTF-8", escape};
    case string_fault::control:
        return {error_code::syntax, byte_in_words(next) + " within a string",
                "the closing quote, or an escape such as \\n", at};
    case string_fault::none:
        break;
    }
    return {error_code::syntax, byte_in_words(next), "more of the string", at};
}

misfit word_misfit(token_track const& track, char next)
{
    auto const& word = track.word();
    auto const is_literal = word.front() >= 'a';
    return {error_code::syntax, '\'' + word + "' followed by " + byte_in_words(next),
            is_literal ? "true, false or null" : "a number by JSON's grammar, such as -12.5e3",
            track.token_start()};
}

} // namespace

std::string byte_in_words(char c)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    auto const byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7f) {
        return {'\'', c, '\''};
    }
    return {'t',
            'h',
            'e',
            ' ',
            'b',
            'y',
            't',
            'e',
            ' ',
            '0',
            'x',
            digits[byte >> 4U],
            digits[byte & 0xfU]};
}

misfit syntax_misfit(token_track const& track, json_path const& path, std::optional<char> next,
                     std::string_view what_ends)
{
    auto const inside = track.inside();
    if (!next) {
        auto const expected = inside == inside_token::string ? std::string_view{"the closing quote"}
                              : inside == inside_token::word ? "the rest of the value"
                                                             : expected_token(track, path);
        return {error_code::syntax, "the end of " + std::string{what_ends}, std::string{expected},
                track.here()};
    }
    if (inside == inside_token::string) {
        return string_misfit(track, *next);
    }
    if (inside == inside_token::word) {
        return word_misfit(track, *next);
    }
    return {error_code::syntax, byte_in_words(*next), std::string{expected_token(track, path)},
            track.here()};
}

} // namespace capgraph::inline v0::detail
