// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The peers: parsers that make a tree of each line, or nothing at all. Those whose headers are not
// found are left out.

#include "loading/census.hpp"

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#ifdef BENCH_NLOHMANN
#include <nlohmann/json.hpp>
#endif
#ifdef BENCH_RAPIDJSON
#include <rapidjson/document.h>
#endif

namespace bench {

template <class Take>
void for_each_line(std::string_view text, Take take)
{
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// Hears all and does nothing. The names and signatures are Boost's.
struct deaf_handler {
    using code = boost::system::error_code;
    using text = boost::json::string_view;
    static constexpr auto max_object_size = static_cast<std::size_t>(-1);
    static constexpr auto max_array_size = max_object_size;
    static constexpr auto max_key_size = max_object_size;
    static constexpr auto max_string_size = max_object_size;
    static bool on_document_begin(code&) { return true; }
    static bool on_document_end(code&) { return true; }
    static bool on_object_begin(code&) { return true; }
    static bool on_object_end(std::size_t, code&) { return true; }
    static bool on_array_begin(code&) { return true; }
    static bool on_array_end(std::size_t, code&) { return true; }
    static bool on_key_part(text, std::size_t, code&) { return true; }
    static bool on_key(text, std::size_t, code&) { return true; }
    static bool on_string_part(text, std::size_t, code&) { return true; }
    static bool on_string(text, std::size_t, code&) { return true; }
    static bool on_number_part(text, code&) { return true; }
    static bool on_int64(std::int64_t, text, code&) { return true; }
    static bool on_uint64(std::uint64_t, text, code&) { return true; }
    static bool on_double(double, text, code&) { return true; }
    static bool on_bool(bool, code&) { return true; }
    static bool on_null(code&) { return true; }
    static bool on_comment_part(text, code&) { return true; }
    static bool on_comment(text, code&) { return true; }
};

/// Boost.JSON's parser with nothing behind it. Returns the number of lines.
inline std::size_t parse_only(std::string_view text)
{
    boost::json::basic_parser<deaf_handler> parser{boost::json::parse_options{}};
    std::size_t lines = 0;
    for_each_line(text, [&](std::string_view line) {
        parser.reset();
        boost::system::error_code code;
        parser.write_some(false, line.data(), line.size(), code);
        if (code.failed()) {
            std::abort();
        }
        ++lines;
    });
    return lines;
}

/// Boost.JSON's tree of each line, in memory that the next one takes over.
template <class Take>
void boost_trees(std::string_view text, Take take)
{
    namespace json = boost::json;
    std::vector<unsigned char> tree(std::size_t{1} << 16U);
    std::vector<unsigned char> scratch(4096);
    json::parser parser{{}, {}, scratch.data(), scratch.size()};
    for_each_line(text, [&](std::string_view line) {
        json::monotonic_resource memory{tree.data(), tree.size()};
        parser.reset(&memory);
        parser.write(line.data(), line.size());
        auto const value = parser.release();
        take(value);
    });
}

inline boost::json::value const* member(boost::json::value const& tree, std::string_view key)
{
    return tree.as_object().if_contains(key);
}
inline auto const& elements(boost::json::value const& tree)
{
    return tree.as_array();
}
inline std::string_view text_in(boost::json::value const& tree)
{
    return tree.as_string();
}
inline std::uint64_t cents_in(boost::json::value const& tree)
{
    return tree.is_string() ? cents(text_in(tree)) : 100 * tree.to_number<std::uint64_t>();
}

#ifdef BENCH_NLOHMANN
template <class Take>
void nlohmann_trees(std::string_view text, Take take)
{
    for_each_line(text, [&](std::string_view line) { take(nlohmann::json::parse(line)); });
}

inline nlohmann::json const* member(nlohmann::json const& tree, char const* key)
{
    auto const found = tree.find(key);
    return found == tree.end() ? nullptr : &*found;
}
inline nlohmann::json const& elements(nlohmann::json const& tree)
{
    return tree;
}
inline std::string_view text_in(nlohmann::json const& tree)
{
    return tree.get_ref<std::string const&>();
}
inline std::uint64_t cents_in(nlohmann::json const& tree)
{
    return tree.is_string() ? cents(text_in(tree)) : 100 * tree.get<std::uint64_t>();
}
#endif

#ifdef BENCH_RAPIDJSON
/// RapidJSON's tree of each line, in memory that the next one takes over.
template <class Take>
void rapidjson_trees(std::string_view text, Take take)
{
    using pool = rapidjson::MemoryPoolAllocator<>;
    std::vector<char> tree(std::size_t{1} << 16U);
    std::vector<char> stack(std::size_t{1} << 14U);
    for_each_line(text, [&](std::string_view line) {
        pool values{tree.data(), tree.size()};
        pool levels{stack.data(), stack.size()};
        rapidjson::GenericDocument<rapidjson::UTF8<>, pool, pool> document{
            &values, stack.size() / 2, &levels};
        document.Parse(line.data(), line.size());
        if (document.HasParseError()) {
            std::abort();
        }
        take(static_cast<rapidjson::Value const&>(document));
    });
}

inline rapidjson::Value const* member(rapidjson::Value const& tree, char const* key)
{
    auto const found = tree.FindMember(key);
    return found == tree.MemberEnd() ? nullptr : &found->value;
}
inline auto elements(rapidjson::Value const& tree)
{
    return tree.GetArray();
}
inline std::string_view text_in(rapidjson::Value const& tree)
{
    return {tree.GetString(), tree.GetStringLength()};
}
inline std::uint64_t cents_in(rapidjson::Value const& tree)
{
    return tree.IsString() ? cents(text_in(tree)) : 100 * tree.GetUint64();
}
#endif

/// Counts what the tree of one line holds.
template <class Tree>
void count(census& all, Tree const& line)
{
    auto const* const type = member(line, "type");
    if (type == nullptr) {
        return; // the header
    }
    ++all.records[kind_of(text_in(*type))];
    for (auto const* const key : {"amount", "cheque"}) {
        auto const* const sum = member(line, key);
        if (sum == nullptr) {
            continue;
        }
        for (auto const& rendering : elements(*sum)) {
            for (auto const* const verb :
                 {"plain", "exactly", "about", "over", "at_least", "up_to"}) {
                auto const* const figure = member(rendering, verb);
                all.cents += figure == nullptr ? 0 : cents_in(*figure);
            }
        }
    }
    if (auto const* const name = member(line, "name")) {
        all.names += text_in(*name).size();
    }
}

} // namespace bench
