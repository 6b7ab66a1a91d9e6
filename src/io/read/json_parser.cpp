// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "json_parser.hpp"

#include "syntax_error.hpp"
#include "token_track.hpp"

#include "core/utf8.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/system/error_code.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace capgraph::inline v0::detail {

namespace json = boost::json;

namespace {

/// Where, from `at` on, a text stops being the literal that it begins like; `at` where it begins
/// like none.
std::size_t end_of_literal(std::string_view piece, std::size_t at)
{
    for (std::string_view const literal : {"true", "false", "null"}) {
        if (at < piece.size() && piece[at] == literal.front()) {
            auto const rest = piece.substr(at);
            auto const end =
                std::mismatch(literal.begin(), literal.end(), rest.begin(), rest.end());
            return at + static_cast<std::size_t>(end.first - literal.begin());
        }
    }
    return at;
}

} // namespace

/// What Boost's parser calls. The names and signatures are Boost's.
class json_parser::handler {
public:
    static constexpr auto no_limit = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = no_limit;
    static constexpr std::size_t max_object_size = no_limit;
    static constexpr std::size_t max_string_size = no_limit;
    static constexpr std::size_t max_key_size = no_limit;

    explicit handler(state& s) : s_{&s} {}

    using code = boost::system::error_code;
    static bool on_document_begin(code&) { return true; }
    static bool on_document_end(code&) { return true; }
    bool on_object_begin(code&) { return open(json_type::object); }
    bool on_object_end(std::size_t, code&) { return close(); }
    bool on_array_begin(code&) { return open(json_type::array); }
    bool on_array_end(std::size_t, code&) { return close(); }
    bool on_key_part(json::string_view s, std::size_t, code&) { return part(s); }
    bool on_key(json::string_view s, std::size_t, code&) { return key(s); }
    bool on_string_part(json::string_view s, std::size_t, code&) { return part(s); }
    bool on_string(json::string_view s, std::size_t, code&) { return string(s); }
    bool on_number_part(json::string_view s, code&) { return part(s); }
    bool on_int64(std::int64_t, json::string_view s, code&) { return number(s); }
    bool on_uint64(std::uint64_t, json::string_view s, code&) { return number(s); }
    bool on_double(double, json::string_view s, code&) { return number(s); }
    bool on_bool(bool value, code&) { return word(json_type::boolean, value ? "true" : "false"); }
    bool on_null(code&) { return word(json_type::null, "null"); }
    static bool on_comment_part(json::string_view, code&) { return true; }
    static bool on_comment(json::string_view, code&) { return true; }

    void reset() noexcept { parts_.clear(); }

private:
    bool open(json_type type);
    bool close();
    bool part(json::string_view s);
    bool key(json::string_view s);
    bool string(json::string_view s);
    bool number(json::string_view s);
    bool word(json_type type, std::string_view text);
    std::string_view whole(json::string_view last);

    state* s_;
    std::string parts_; ///< Of a token that lies across pieces.
};

struct json_parser::state {
    state(json_listener& l, std::string name, parser_limits most)
        : listener{l}, file{std::move(name)}, limits{most}, parser{options(most), *this}
    {
    }

    /// Boost's own limit on depth is one more, so that ours, which tells the place, speaks first.
    static json::parse_options options(parser_limits const& most)
    {
        json::parse_options chosen;
        chosen.max_depth = most.depth + 1;
        return chosen;
    }

    [[nodiscard]] text_position position(place at, std::string pointer) const
    {
        return {file, at.byte, at.line, at.column, std::move(pointer)};
    }
    /// For what the listener has heard of, or is hearing.
    [[noreturn]] void fail(misfit const& m) const
    {
        throw error{m.code, m.found, m.expected, position(m.at, path.pointer())};
    }
    /// For what comes next in the text.
    [[noreturn]] void fail_ahead(misfit const& m) const;
    [[nodiscard]] std::optional<misfit> too_long(std::uint64_t bytes, place at) const;
    void check_length(std::uint64_t bytes, place at) const;
    void check_token() const;
    [[noreturn]] void fail_by(boost::system::error_code code, std::string_view piece,
                              std::size_t at, std::string_view what_ends);

    json_listener& listener;
    std::string file;
    parser_limits limits;
    token_track track;
    utf8_scan utf8;
    json_path path;
    json::basic_parser<handler> parser;
};

void json_parser::state::fail_ahead(misfit const& m) const
{
    auto const is_next = track.last() == last_token::opening || track.last() == last_token::comma;
    throw error{m.code, m.found, m.expected,
                position(m.at, is_next ? path.next_pointer() : path.pointer())};
}

std::optional<misfit> json_parser::state::too_long(std::uint64_t bytes, place at) const
{
    if (bytes <= limits.string_bytes) {
        return std::nullopt;
    }
    auto const most = std::to_string(limits.string_bytes);
    return misfit{error_code::limit_exceeded,
                  "a string, key or number of more than " + most + " bytes", "at most that many",
                  at};
}

void json_parser::state::check_length(std::uint64_t bytes, place at) const
{
    if (auto const m = too_long(bytes, at)) {
        fail(*m);
    }
}

void json_parser::state::check_token() const
{
    if (track.inside() == inside_token::nothing) {
        return;
    }
    if (auto const m = too_long(track.token_bytes(), track.token_start())) {
        fail_ahead(*m);
    }
}

void json_parser::state::fail_by(boost::system::error_code code, std::string_view piece,
                                 std::size_t at, std::string_view what_ends)
{
    track.walk(at);
    if (track.inside() == inside_token::string) {
        track.walk(piece.size()); // to the fault
        check_token();
    } else if (track.inside() == inside_token::nothing && track.last() != last_token::value) {
        // Boost tells a wrong literal by its first letter, or by the wrong one where it is cut.
        auto const takes_value = !(path.in_object() && track.last() != last_token::colon);
        track.walk(takes_value ? end_of_literal(piece, at) : at);
    }
    check_token();
    if (code == json::error::exponent_overflow) {
        fail_ahead({error_code::number_out_of_range, '\'' + track.word() + "...'",
                    "a number within the range of doubles", track.token_start()});
    }
    auto const end = track.offset();
    fail_ahead(syntax_misfit(
        track, path, end < piece.size() ? std::optional{piece[end]} : std::nullopt, what_ends));
}

bool json_parser::handler::open(json_type type)
{
    auto& s = *s_;
    auto const at = s.track.start();
    s.path.begin_value();
    if (s.path.depth() == s.limits.depth) {
        s.fail({error_code::limit_exceeded,
                "brackets more than " + std::to_string(s.limits.depth) + " deep",
                "at most that many within each other", at});
    }
    s.listener.on_open(type, at);
    s.path.enter(type == json_type::object);
    s.track.end_bracket(last_token::opening);
    return true;
}

bool json_parser::handler::close()
{
    auto const at = s_->track.start();
    s_->path.leave();
    s_->listener.on_close(at);
    s_->track.end_bracket(last_token::value);
    return true;
}

bool json_parser::handler::part(json::string_view s)
{
    parts_.append(s.data(), s.size());
    return true;
}

std::string_view json_parser::handler::whole(json::string_view last)
{
    if (parts_.empty()) {
        return {last.data(), last.size()};
    }
    part(last);
    return parts_;
}

bool json_parser::handler::key(json::string_view s)
{
    auto const text = whole(s);
    auto& track = s_->track;
    auto const at = track.start();
    s_->path.clear_key();
    s_->check_length(track.end_string(last_token::key), at);
    if (track.string().has_escape() && !s_->limits.escaped_keys) {
        s_->fail({error_code::escaped_key, "the key " + in_quotes(text) + " written with escapes",
                  "the key in plain characters", at});
    }
    s_->path.set_key(text);
    s_->listener.on_key(text, at);
    parts_.clear();
    return true;
}

bool json_parser::handler::string(json::string_view s)
{
    auto const text = whole(s);
    auto const at = s_->track.start();
    s_->path.begin_value();
    s_->check_length(s_->track.end_string(last_token::value), at);
    s_->listener.on_scalar(json_type::string, text, at);
    parts_.clear();
    return true;
}

bool json_parser::handler::number(json::string_view s)
{
    auto const text = whole(s);
    word(json_type::number, text);
    parts_.clear();
    return true;
}

bool json_parser::handler::word(json_type type, std::string_view text)
{
    auto const at = s_->track.start();
    s_->path.begin_value();
    s_->track.end_word(text.size());
    s_->check_length(text.size(), at);
    s_->listener.on_scalar(type, text, at);
    return true;
}

json_parser::json_parser(json_listener& listener, std::string file, parser_limits limits)
{
    limits.depth = std::min(limits.depth, most_depth);
    state_ = std::make_unique<state>(listener, std::move(file), limits);
}

json_parser::~json_parser() = default;

std::size_t json_parser::write(std::string_view piece)
{
    auto& s = *state_;
    s.track.begin(piece);
    auto const bad = s.utf8.find_bad(piece);
    auto const good = piece.substr(0, bad);
    boost::system::error_code code;
    auto const taken = s.parser.write_some(true, good.data(), good.size(), code);
    if (code.failed()) {
        s.fail_by(code, piece, taken, {});
    }
    s.track.walk(taken);
    if (s.parser.done()) {
        return taken;
    }
    s.check_token();
    if (bad != std::string_view::npos) {
        auto const at = s.track.at_byte(s.track.here().byte - s.utf8.begun());
        s.fail_ahead({error_code::bad_encoding,
                      byte_in_words(piece[bad]) + " where UTF-8 does not have it", "text in UTF-8",
                      at});
    }
    return taken;
}

void json_parser::finish(std::string_view what_ends)
{
    auto& s = *state_;
    if (s.parser.done()) {
        return;
    }
    s.track.begin({});
    boost::system::error_code code;
    auto const taken = s.parser.write_some(false, "", 0, code);
    if (code.failed()) {
        s.fail_by(code, {}, taken, what_ends);
    }
}

bool json_parser::is_done() const noexcept
{
    return state_->parser.done();
}

bool json_parser::has_begun() const noexcept
{
    auto const& track = state_->track;
    return track.last() != last_token::none || track.inside() != inside_token::nothing;
}

void json_parser::drop() noexcept
{
    state_->track.drop();
}

void json_parser::skip(std::string_view piece) noexcept
{
    state_->track.begin(piece);
    state_->track.drop();
}

void json_parser::skip_lines(std::size_t bytes, std::size_t lines) noexcept
{
    state_->track.skip_lines(bytes, lines);
}

void json_parser::next_line()
{
    auto& s = *state_;
    s.track.next_line();
    s.utf8.reset();
    s.path.clear();
    s.parser.reset();
    s.parser.handler().reset();
}

void json_parser::refuse_more(std::string_view piece, std::string_view expected)
{
    auto& s = *state_;
    s.track.begin(piece);
    if (!s.track.skip_whitespace()) {
        s.fail({error_code::syntax, byte_in_words(piece[s.track.offset()]), std::string{expected},
                s.track.here()});
    }
}

place json_parser::here() const noexcept
{
    return state_->track.here();
}
json_path const& json_parser::path() const noexcept
{
    return state_->path;
}
text_position json_parser::position(place at) const
{
    return state_->position(at, state_->path.pointer());
}

} // namespace capgraph::inline v0::detail
