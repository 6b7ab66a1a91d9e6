// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// JSON Lines are read in a quick way and a long one: the quick one takes whole lines without places
// (plain ones straight from what was scanned, others by a parser without places), the long one
// takes every token with its place. What comes in pieces of one byte is always read the long way.
// They say the same: the same statements, the same errors, the same positions.

#include "io/bad_documents.hpp"
#include "io/outcomes.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/model/record.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

namespace json = boost::json;

constexpr std::size_t whole = 1U << 20U;
constexpr auto num_kinds = std::tuple_size_v<detail::record_types>;

void check_both_ways(std::string const& lines)
{
    auto const expected = errors_of(lines, 1, json_format::lines);
    CHECK(errors_of(lines, whole, json_format::lines) == expected);
    if (expected == "read") {
        CHECK(contents_of(lines, whole, json_format::lines)
              == contents_of(lines, 1, json_format::lines));
    }
}

/// `element` of the array of that number, as a line.
std::string line_of(std::size_t array, json::value const& element)
{
    auto const kind = static_cast<record_kind>(array);
    auto const text = json::serialize(element);
    if (kind == record_kind::relation || !element.is_object()) {
        return text + '\n';
    }
    auto const type = R"({"type":")" + std::string{to_string(kind)} + '"';
    return type + (text == "{}" ? "" : ",") + text.substr(1) + '\n';
}

/// The records of a document as lines; none where it is no JSON.
std::string in_lines(std::string const& document)
{
    boost::system::error_code none;
    auto const all = json::parse(document, none);
    std::string lines;
    if (none || !all.is_object()) {
        return lines;
    }
    for (auto const& member : all.as_object()) {
        for (std::size_t i = 0; i < num_kinds; ++i) {
            if (plural_of(static_cast<record_kind>(i)) != std::string_view{member.key()}
                || !member.value().is_array()) {
                continue;
            }
            for (auto const& element : member.value().as_array()) {
                lines += line_of(i, element);
            }
        }
    }
    return lines;
}

using choices = std::vector<std::string_view>;

std::string_view any_of(choices const& all, std::mt19937_64& random)
{
    return all[static_cast<std::size_t>(random() % all.size())];
}

/// A member of a record, of any kind and right or wrong: mostly right.
std::string some_member(std::mt19937_64& random)
{
    static choices const slugs{
        R"("a")",     R"("b")", R"("b")", R"("a-much-longer-slug-than-fits-a-row")",
        R"("")",      "1",      "null",   R"("nobody")",
        R"("\u0061")"};
    static choices const dates{R"("2026")",
                               R"("2026-05")",
                               R"("2026-05-28")",
                               R"("2026-02-29")",
                               R"("2024-02-29")",
                               R"("2026-13-01")",
                               R"("0000-01-01")",
                               R"("2026-5-01")",
                               R"("2026/2027")",
                               R"("../2026-01")",
                               R"("2026-05-2x")",
                               R"("202:-05-20")",
                               R"("2026-05:20")",
                               R"("2026-05-00")",
                               "2026",
                               "null"};
    static choices const shares{
        R"("17.44%")",          R"("0.1744")",       "0.25",      "1",        R"("100%")",
        R"("100.01%")",         R"("0.%")",          R"("00.5")", R"("-1%")", R"("1e-1")",
        R"("0.1234567890123")", R"("99999999999%")", R"("%")",    "true",     "2"};
    static choices const sums{R"("1000000")",
                              "5",
                              R"("1.50")",
                              R"("1.505")",
                              R"("-1")",
                              R"("01")",
                              R"("12345678901234567890")",
                              "[1,2]",
                              "null"};
    static choices const verbs{"exactly", "about",   "over",        "at_least", "up_to",
                               "plain",   "between", "undisclosed", "above"};
    static choices const currencies{R"("USD")", R"("CNY")", R"("JPY")",
                                    R"("XYZ")", R"("usd")", "1"};
    static choices const words{
        R"("lead")",    R"("participant")", R"("closed")", R"("equity")", R"("votes")",
        R"("primary")", R"("post")",        R"("leader")", R"("")",       "[]"};
    auto const quoted = [](std::string_view key) { return '"' + std::string{key} + "\":"; };
    auto const spaced = [&](std::string const& key) {
        return random() % 20 == 0 ? key.substr(0, key.size() - 1) + " : " : key;
    };
    auto const key = [&](choices const& keys) { return spaced(quoted(any_of(keys, random))); };
    switch (random() % 6) {
    case 0:
        return key({"id", "company", "investor", "round", "owner", "owned", "source", "entity"})
               + std::string{any_of(slugs, random)};
    case 1:
        return key({"announced", "closed", "reported_on", "as_of", "valid_from", "founded"})
               + std::string{any_of(dates, random)};
    case 2:
        return key({"share"}) + '{' + quoted(any_of(verbs, random))
               + std::string{any_of(shares, random)} + '}';
    case 3:
        return key({"amount", "cheque", "external"}) + "[{" + quoted(any_of(verbs, random))
               + std::string{any_of(sums, random)} + R"(,"currency":)"
               + std::string{any_of(currencies, random)} + "}]";
    case 4:
        return key({"role", "status", "basis", "kind", "rol", "statuses"})
               + std::string{any_of(words, random)};
    default:
        return key({"name", "label", "sector", "attributed_to", "statement", "existing_backer"})
               + std::string{any_of(
                   {R"("A")", R"("智谱")", "true", "false", R"("a \"b\" c")", "null"}, random)};
    }
}

/// A line that is right, with figures of its own.
std::string good_line(std::mt19937_64& random)
{
    static choices const lines{
        R"({"type":"participation","round":"a","investor":"b","role":"lead","cheque":)"
        R"([{"about":"#000.5","currency":"USD"},{"plain":#,"currency":"JPY"}],"source":"a"})",
        R"({"type":"participation","company":"a","investor":"b","status":"closed",)"
        R"("existing_backer":true,"reported_on":"20##-0#-1#","statement":"x#?"})",
        R"({"type":"holding","owner":"b","owned":"a","basis":"votes","share":{"exactly":"#.#%"},)"
        R"("valid_from":"201#-0#","source":"a","as_of":"199#"})",
        R"({"type":"holding","owner":"b","owned":"a","class":"#","share":{"over":0.##},"control":null})",
        R"({"type":"round","id":"r-#","company":"a","kind":"primary","announced":"202#-1#-0#"})",
        R"({"type":"round","source":"a","id":"a","amount":[{"over":"#e3","currency":"CNY"}]})",
        R"({"type":"entity","id":"a-slug-too-long-for-its-row-#","name":"智谱 #","kind":"fund"})",
        R"({"kind":"company","type":"entity","name":"a \"#\"","id":"e#"})",
        R"({"type":"valuation","company":"a","basis":"post","amount":[{"up_to":"#","currency":"EUR"}]})",
        R"({"type":"valuation","round":"a","company":"a","amount":"undisclosed","denial":true})",
        R"({"type":"participation","investor":"b","internal":false,"cheque":"undisclosed","company":"a"})",
        R"({"type":"holding","indirect":true,"share":"undisclosed","owned":"a","owner":"b"})",
        R"({"type":"holding","owner":"b","owned":"a","share":{"about":#},"rights":["veto"],"control":true})",
        R"({"type":"entity","id":"e#","name":"E","aliases":["#","智谱"],"kind":"fund","country":"CN","founded":"199#"})",
        R"({"type":"entity","id":"e#","name":"E","aliases":[],"kind":"company","ultimate":false})",
        R"({"type":"source","id":"s#","publisher":"","url":"https://example.org/#","published":"2026"})",
        R"({"type":"round","id":"r-#","company":"a","label":"","status_as_stated":"said to be about to close soon"})",
        R"({"type":"founder_of","to":"a","from":"b","title":"chair","valid_until":"20##-12","statement":"x#?"})",
        R"({ "type" : "manager_of", "from" : "b", "to" : "a", "attributed_to" : "agency #" })"};
    std::string line;
    for (auto const c : any_of(lines, random)) {
        auto const number = c == '?' ? random() : 1 + random() % 9;
        line += c == '#' || c == '?' ? std::to_string(number) : std::string{c};
    }
    return line + '\n';
}

/// A line whose keys are all known, but which may say something twice, or wrongly.
std::string doubtful_line(std::mt19937_64& random)
{
    static choices const members{R"("source":"a")",
                                 R"("source":1)",
                                 R"("source":"")",
                                 R"("source":"nobody")",
                                 R"("reported_on":"2026")",
                                 R"("reported_on":"20x6")",
                                 R"("reported_on":2026)",
                                 R"("as_of":"2026-02-30")",
                                 R"("as_of":"2026-02-28")",
                                 R"("attributed_to":"")",
                                 R"("attributed_to":[1,2])",
                                 R"("type":"participation")",
                                 R"("":1)",
                                 R"("denial":1)",
                                 R"("country":"cn")",
                                 R"("aliases":["x",1])",
                                 R"("aliases":"x")",
                                 R"("name":"")",
                                 R"("name":["A"])",
                                 R"("label":"")",
                                 R"("label":1)",
                                 R"("role":"")",
                                 R"("role":1)",
                                 R"("share":"undisclosed")",
                                 R"("share":"unknown")",
                                 R"("round":"new")",
                                 R"("company":"b")",
                                 R"("investor":7)",
                                 R"("indirect":"true")",
                                 R"("id":"")",
                                 R"("id":1)",
                                 R"("from":"b")",
                                 R"("title":null)"};
    auto line = good_line(random);
    line.resize(line.rfind('}'));
    return line + ',' + std::string{any_of(members, random)} + "}\n";
}

std::string some_line(std::mt19937_64& random)
{
    static choices const types{"entity",        "round",     "round",   "participation",
                               "participation", "holding",   "holding", "valuation",
                               "source",        "parent_of", "relation"};
    auto line = R"({"type":")" + std::string{any_of(types, random)} + '"';
    for (auto left = random() % 7; left != 0; --left) {
        line += (random() % 40 == 0 ? " , " : ",") + some_member(random);
    }
    return line + (random() % 40 == 0 ? "} \r\n" : "}\n");
}

} // namespace

TEST_CASE("read_json: the records of bad documents are refused alike by both ways", "[io][lines]")
{
    std::size_t found = 0;
    for (auto const& bad : bad_documents()) {
        auto const lines = bad.format == json_format::lines ? bad.text() : in_lines(bad.text());
        CAPTURE(bad.name, lines);
        found += lines.empty() ? 0U : 1U;
        check_both_ways(lines);
        check_both_ways("{\"capgraph\":1}\n" + lines);
    }
    CHECK(found > 50);
}

TEST_CASE("read_json: made-up lines are read alike by both ways", "[io][lines][property]")
{
    std::string const begin = R"({"capgraph":1}
{"type":"source","id":"a","title":"T","published":"2026-05-28"}
{"type":"entity","id":"a","name":"A","kind":"company"}
{"type":"entity","id":"b","name":"B","kind":"fund"}
{"type":"round","id":"a","company":"a"}
)";
    std::size_t read = 0;
    for (int round = 0; round < 2000 * effort(); ++round) {
        auto const seed = static_cast<std::uint64_t>(round);
        std::mt19937_64 random{seed};
        auto lines = begin;
        auto const has_bad = round % 2 == 0;
        for (auto left = 1 + random() % 20; left != 0; --left) {
            auto const kind = has_bad ? random() % 8 : 2;
            lines += kind == 0   ? some_line(random)
                     : kind == 1 ? doubtful_line(random)
                                 : good_line(random);
        }
        CAPTURE(seed, lines);
        check_both_ways(lines);
        read += try_read_json(lines, {.format = json_format::lines}).has_value() ? 1U : 0U;
    }
    CHECK(read > 500); // else it would be of errors only
}
