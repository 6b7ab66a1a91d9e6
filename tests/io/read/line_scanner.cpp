// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The quick way to read a line knows nothing that Boost's parser does not: what it takes, that
// takes too, and for the same.

#include "io/read/line_scanner.hpp"

#include "io/read/line_parser.hpp"
#include "io/read/record_keys.hpp"

#include "io/same_statements.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr std::size_t depth = 6;

/// A value in words: what a reader can ask it for, and its key.
std::string described(detail::json_value value, std::string_view key)
{
    auto all = std::to_string(static_cast<int>(value.type())) + ' ' + std::string{key} + '='
               + std::string{value.text()};
    if (value.type() == detail::json_type::string) {
        auto const at = value.string_at();
        all += '@' + std::to_string(at.byte) + ':' + std::to_string(at.line) + ':'
               + std::to_string(at.column);
    }
    for (auto const child : value) {
        all += '(' + described(child, child.key()) + ')';
    }
    return all;
}

/// The same of all of a tree. Where the keys of its members are numbered, the numbers tell them.
std::string described(detail::json_tree const& tree)
{
    auto const* const members = tree.members();
    if (members == nullptr) {
        return described(tree.root(), {});
    }
    auto const& keys = detail::record_keys_of(members->kind, detail::record_frame::line);
    std::string all = std::to_string(static_cast<int>(detail::json_type::object)) + " =";
    for (auto const child : tree.root()) {
        auto const number = child.key_number();
        REQUIRE((detail::json_value{tree, *members->values[number]}.number() == child.number()));
        all += '(' + described(child, keys.keys[number].name) + ')';
    }
    return all;
}

constexpr detail::place somewhere{1000, 7, 1};

/// What the scanner makes of a line; empty where it is not plain.
std::string scanned(std::string const& line)
{
    detail::json_tree tree;
    auto const text = line + "\n{\"behind\":\"the line\"}\n";
    auto const is_plain = detail::line_scanner{depth}.scan("f", text, somewhere, tree) != 0;
    // What follows must not matter: no line is read beyond its end.
    auto const space = std::string(20, ' ') + '\n';
    for (std::string const rest : {"}", ",\"b\":1}", "\":1}", "\"}", "1}", "]}"}) {
        detail::json_tree other;
        auto const followed = line + '\n' + rest + space;
        auto const size = detail::line_scanner{depth}.scan("f", followed, somewhere, other);
        REQUIRE(size == (is_plain ? line.size() : 0));
    }
    // The last line of a text is taken even where a key is unknown: nothing there is read ahead.
    detail::json_tree last;
    auto const alone = line + '\n';
    auto const size = detail::line_scanner{depth}.scan("f", alone, somewhere, last);
    REQUIRE((size == line.size() || (size == 0 && !is_plain)));
    auto const all = size != 0 ? described(last) : std::string{};
    REQUIRE((!is_plain || described(tree) == all));
    return all;
}

/// What Boost's parser makes of it; empty where it is refused.
std::string parsed(std::string const& line)
{
    detail::line_parser parser{"f", {.depth = depth, .string_bytes = 100000}};
    return parser.parse(line, somewhere) ? described(parser.tree()) : std::string{};
}

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// Lines of each kind of record, and of each kind of token.
std::vector<std::string> good_lines()
{
    auto lines = lines_of(to_json(read_json(everything()), {.layout = json_layout::lines}));
    lines.insert(lines.end(),
                 {R"({"a":[true,false,null,0,-1,12.50,"",{},[]],"":{"b":{"c":[[1]]}}})",
                  "{ \"a\" : [ 1 , 2 ] ,\"b\" : { } } \r",
                  R"({"name":"智谱 é 😀","x":"a long enough text"})"});
    return lines;
}

std::string spoilt(std::string line, std::mt19937_64& random)
{
    constexpr std::string_view bytes = "\"\\{}[],:01-.eEtfnu \r\t/x\xc3\xa9\xe6\xff\x01\x7f";
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    for (auto times = 1 + below(3); times != 0 && !line.empty(); --times) {
        auto const at = below(line.size());
        switch (below(5)) {
        case 0:
            line.erase(at, 1 + below(4));
            break;
        case 1:
            line.insert(at, 1, bytes[below(bytes.size())]);
            break;
        case 2:
            line[at] = bytes[below(bytes.size())];
            break;
        case 3:
            line.insert(at, line.substr(below(line.size()), below(12)));
            break;
        default:
            line.resize(at);
        }
    }
    return line;
}

/// The lines with the members of each in any order.
std::string shuffled(std::vector<std::string> const& lines, std::mt19937_64& random)
{
    std::string text;
    for (auto const& line : lines) {
        auto const object = boost::json::parse(line).as_object();
        std::vector<boost::json::key_value_pair const*> members;
        for (auto const& member : object) {
            members.push_back(&member);
        }
        std::shuffle(members.begin(), members.end(), random);
        std::string all;
        for (auto const* const member : members) {
            auto const key = std::string{std::string_view{member->key()}};
            all += (all.empty() ? "{\"" : ",\"") + key
                   + "\":" + boost::json::serialize(member->value());
        }
        text += all + "}\n";
    }
    return text;
}

} // namespace

TEST_CASE("line_scanner: takes plain lines as Boost's parser does", "[io][lines]")
{
    std::size_t plain = 0;
    for (auto const& line : good_lines()) {
        CAPTURE(line);
        auto const tree = scanned(line);
        CHECK((tree.empty() || tree == parsed(line)));
        CHECK(tree.empty() == (line.find('\\') != std::string::npos));
        plain += tree.empty() ? 0U : 1U;
    }
    CHECK(plain > 20);
}

TEST_CASE("line_scanner: gives up where a line is not plain", "[io][lines]")
{
    for (std::string const line : {"",
                                   " {}",
                                   "[]",
                                   "1",
                                   "{",
                                   "{}}",
                                   "{} x",
                                   R"({"a"})",
                                   R"({"a":})",
                                   R"({"a":1,})",
                                   R"({,"a":1})",
                                   R"({"a" 1})",
                                   R"({a:1})",
                                   R"({"a":01})",
                                   R"({"a":1.})",
                                   R"({"a":.5})",
                                   R"({"a":-})",
                                   R"({"a":+1})",
                                   R"({"a":1e3})",
                                   R"({"a":tru})",
                                   R"({"a":truex})",
                                   R"({"a":"b)",
                                   R"({"a":"\n"})",
                                   R"({"\u0061":1})",
                                   "{\"a\":\"\x01\"}",
                                   "{\"a\":\"\t\"}",
                                   "{\"a\":\"\xff\"}",
                                   "{\"\xc3\":1}",
                                   R"({"a":[1,2})",
                                   R"({"a":[1,]})",
                                   R"({"a":[1 2]})",
                                   R"({"a":[[[[[[1]]]]]]})"}) {
        CAPTURE(line);
        CHECK(scanned(line).empty());
    }
}

TEST_CASE("line_scanner: gives up on as many levels as Boost's parser refuses", "[io][lines]")
{
    for (std::size_t levels = 1; levels < 10; ++levels) {
        CAPTURE(levels);
        auto const line = R"({"a":)" + std::string(levels - 1, '[') + std::string(levels - 1, ']')
                          + (levels == 1 ? "1}" : "}");
        CHECK(scanned(line).empty() == (levels > depth));
        CHECK(scanned(line) == parsed(line));
    }
}

TEST_CASE("line_scanner: gives up on very many values", "[io][lines]")
{
    std::string few = R"({"a":[1)";
    for (int i = 0; i < 100; ++i) {
        few += ",1";
    }
    auto many = few;
    for (int i = 0; i < 1000; ++i) {
        many += ",1";
    }
    CHECK(scanned(few + "]}") == parsed(few + "]}"));
    CHECK(scanned(many + "]}").empty());
}

TEST_CASE("line_scanner: what it takes of a spoilt line, Boost's parser takes for the same",
          "[io][lines][property]")
{
    auto const lines = good_lines();
    std::size_t taken = 0;
    for (int round = 0; round < 5000 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        std::mt19937_64 random{seed};
        auto const line = spoilt(lines[seed % lines.size()], random);
        CAPTURE(seed, line);
        auto const tree = scanned(line);
        if (!tree.empty()) {
            ++taken;
            REQUIRE(tree == parsed(line));
        }
    }
    CHECK(taken > 100);
}

TEST_CASE("line_scanner: the order of members says nothing", "[io][lines]")
{
    auto const book = read_json(everything());
    auto const text = to_json(book, {.layout = json_layout::lines});
    auto const lines = lines_of(text);
    for (auto seed = 0U; seed < 100U * static_cast<unsigned>(effort()); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        auto const mixed = shuffled({lines.begin() + 1, lines.end()}, random);
        auto const read = read_json(lines.front() + '\n' + mixed, {.format = json_format::lines});
        CHECK(same_statements(read, read_json(text, {.format = json_format::lines})));
    }
}
