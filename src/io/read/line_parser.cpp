// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "line_parser.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/system/error_code.hpp>

#include <algorithm>
#include <functional>
#include <utility>

namespace capgraph::inline v0::detail {

namespace json = boost::json;

/// What Boost's parser calls. The names and signatures are Boost's.
class line_parser::handler {
public:
    static constexpr auto no_limit = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = no_limit;
    static constexpr std::size_t max_object_size = no_limit;
    static constexpr std::size_t max_string_size = no_limit;
    static constexpr std::size_t max_key_size = no_limit;

    using code = boost::system::error_code;
    static bool on_document_begin(code&) { return true; }
    static bool on_document_end(code&) { return true; }
    bool on_object_begin(code&) { return open(json_type::object); }
    bool on_object_end(std::size_t, code&) { return close(); }
    bool on_array_begin(code&) { return open(json_type::array); }
    bool on_array_end(std::size_t, code&) { return close(); }
    static bool on_key_part(json::string_view, std::size_t, code& e) { return give_up(e); }
    bool on_key(json::string_view s, std::size_t, code& e)
    {
        if (!is_in_line(s)) { // written with escapes
            return give_up(e);
        }
        tree_.add_key({s.data(), s.size()});
        return true;
    }
    bool on_string_part(json::string_view s, std::size_t, code&)
    {
        parts_.append(s.data(), s.size());
        return true;
    }
    bool on_string(json::string_view s, std::size_t, code&)
    {
        if (parts_.empty()) {
            return scalar(json_type::string, {s.data(), s.size()});
        }
        parts_.append(s.data(), s.size());
        scalar(json_type::string, parts_);
        parts_.clear();
        return true;
    }
    static bool on_number_part(json::string_view, code& e) { return give_up(e); }
    bool on_int64(std::int64_t, json::string_view s, code&) { return number(s); }
    bool on_uint64(std::uint64_t, json::string_view s, code&) { return number(s); }
    bool on_double(double, json::string_view s, code&) { return number(s); }
    bool on_bool(bool value, code&) { return scalar(json_type::boolean, value ? "true" : "false"); }
    bool on_null(code&) { return scalar(json_type::null, "null"); }
    static bool on_comment_part(json::string_view, code& e) { return give_up(e); }
    static bool on_comment(json::string_view, code& e) { return give_up(e); }

    void begin(std::string_view file, std::string_view line, place at)
    {
        line_ = line;
        parts_.clear();
        tree_.clear_to_line(file, line, at);
    }
    [[nodiscard]] json_tree const& tree() const noexcept { return tree_; }

private:
    static bool give_up(code& e)
    {
        e = make_error_code(json::error::extra_data); // any: it is never shown
        return false;
    }
    [[nodiscard]] bool is_in_line(json::string_view s) const noexcept
    {
        auto const is_before = std::less<>{};
        return !is_before(s.data(), line_.data())
               && is_before(s.data(), line_.data() + line_.size());
    }
    bool open(json_type type)
    {
        tree_.open(type);
        return true;
    }
    bool close()
    {
        tree_.close();
        return true;
    }
    bool scalar(json_type type, std::string_view text)
    {
        tree_.add_scalar(type, text);
        return true;
    }
    bool number(json::string_view s) { return scalar(json_type::number, {s.data(), s.size()}); }

    std::string_view line_;
    std::string parts_; ///< Of a string that is written with escapes.
    json_tree tree_;
};

struct line_parser::state {
    state(std::string name, parser_limits most)
        : file{std::move(name)}, limits{most}, parser{options(most)}
    {
    }

    static json::parse_options options(parser_limits const& most)
    {
        json::parse_options chosen;
        chosen.max_depth = std::min(most.depth, most_depth);
        return chosen;
    }

    std::string file;
    parser_limits limits;
    json::basic_parser<handler> parser;
};

line_parser::line_parser(std::string file, parser_limits limits)
    : state_{std::make_unique<state>(std::move(file), limits)}
{
}

line_parser::~line_parser() = default;

bool line_parser::parse(std::string_view line, place at)
{
    auto& s = *state_;
    // No token of a line is longer than the line.
    if (line.empty() || line.front() != '{' || line.size() > s.limits.string_bytes) {
        return false;
    }
    s.parser.reset();
    s.parser.handler().begin(s.file, line, at);
    boost::system::error_code code;
    auto const taken = s.parser.write_some(false, line.data(), line.size(), code);
    auto const rest = line.substr(std::min(taken, line.size()));
    return !code && rest.find_first_not_of(" \t\r") == std::string_view::npos;
}

json_tree const& line_parser::tree() const noexcept
{
    return state_->parser.handler().tree();
}

} // namespace capgraph::inline v0::detail
