// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/refused_records.hpp"

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::cli;

namespace {

/// The records that are told, `-` for none.
std::vector<std::string> told(std::string const& text)
{
    std::vector<std::string> out;
    std::istringstream in{text};
    each_refused(in, json_format_of(text), check_json(text, {.limits = {.errors = 100'000}}),
                 [&](json_reject const& each) {
                     out.emplace_back(each.record ? *each.record : std::string_view{"-"});
                 });
    return out;
}

using texts = std::vector<std::string>;

} // namespace

TEST_CASE("each_refused: nothing is told of what is whole", "[cli][rejects]")
{
    CHECK(told(R"({"capgraph": 1})").empty());
    CHECK(told(R"({"type": "entity", "id": "a", "name": "A", "kind": "fund"})").empty());
}

TEST_CASE("each_refused: an error without a place is told, too", "[cli][rejects]")
{
    auto const format = GENERATE(json_format::document, json_format::lines);
    std::istringstream in{R"({"capgraph": 1})"};
    std::vector<error> const errors{{error_code::unreadable_file, "no file", "a file"}};
    int count = 0;
    each_refused(in, format, errors, [&](json_reject const& each) {
        ++count;
        CHECK(each.why.code() == error_code::unreadable_file);
        CHECK_FALSE(each.record);
    });
    CHECK(count == 1);
}

TEST_CASE("each_refused: what is no document has no record", "[cli][rejects]")
{
    CHECK(told("") == texts{"-"});
    CHECK(told("[]") == texts{"-"});
    CHECK(told("[[[7]]]") == texts{"-"});
    CHECK(told("\xEF\xBB\xBF{}") == texts{"-"});
    CHECK(told("{") == texts{"-"});
    CHECK(told("{}") == texts{"-"}); // no version
    CHECK(told(R"({"capgraph": 2})") == texts{"-"});
    CHECK(told(R"({"capgraph": 1} 7)") == texts{"-"});
    CHECK(told(R"({"capgraph": 1, "rounds": {"a": [1, 2]}})") == texts{"-"});
    CHECK(told(R"({"capgraph": 1, "prices": [1, 2]})") == texts{"-"});
}

TEST_CASE("each_refused: an element that is no object is a record", "[cli][rejects]")
{
    CHECK(told(R"({"capgraph": 1, "rounds": [ 7 , "a,]\"}\\", [{}, []] ,null]})")
          == texts{"7", R"("a,]\"}\\")", "[{}, []]", "null"});
}

TEST_CASE("each_refused: a record that the document breaks off in is told as far as it was read",
          "[cli][rejects]")
{
    std::string const before = R"({"capgraph": 1, "rounds": [{"id": 7}, )";
    CHECK(told(before + R"({"id": "a" "company": "b"}]})")
          == texts{R"({"id": 7})", R"({"id": "a")"});
    CHECK(told(before + R"({"id": "a", )") == texts{R"({"id": 7})", R"({"id": "a",)"});
    CHECK(told(before
               + R"({"id": "a)"
                 "\xFF"
                 R"("}]})")
          == texts{R"({"id": 7})", R"({"id": "a)"});
    CHECK(told(before + "}]}") == texts{R"({"id": 7})", "-"});
    CHECK(told(before) == texts{R"({"id": 7})", "-"});
}

TEST_CASE("each_refused: a record too long to keep is told without its text", "[cli][rejects]")
{
    std::string const spaces(read_limits{}.record_bytes, ' ');
    CHECK(told(R"({"capgraph": 1, "rounds": [[)" + spaces + R"(7], 8]})") == texts{"-", "8"});
    CHECK(told(R"({"type": "round", "id": )" + spaces + "7}\n{\"type\": 8}")
          == texts{"-", R"({"type": 8})"});
}

namespace {

/// Random JSON that no record may be, in random white space.
class random_text {
public:
    explicit random_text(unsigned seed) : random_{seed} {}

    std::size_t below(std::size_t n) { return random_() % n; }

    std::string space()
    {
        static std::vector<std::string> const all{"", "", " ", "\t", "  "};
        return all[below(all.size())];
    }

    std::string string()
    {
        static std::vector<std::string> const pieces{"a", "{",     "}",     "[",    "]",  ",",
                                                     ":", R"(\")", R"(\\)", R"(é)", "智", " "};
        std::string out = "\"";
        for (auto n = below(6); n != 0; --n) {
            out += pieces[below(pieces.size())];
        }
        return out + '"';
    }

    std::string value(int depth)
    {
        switch (below(depth == 0 ? 3 : 5)) {
        case 0:
            return "7";
        case 1:
            return "null";
        case 2:
            return string();
        case 3:
            return '[' + space() + value(depth - 1) + space() + ',' + value(depth - 1) + ']';
        default:
            return '{' + space() + R"("k":)" + value(depth - 1) + ',' + space() + R"("l")" + space()
                   + ':' + value(depth - 1) + space() + '}';
        }
    }

private:
    std::mt19937 random_;
};

} // namespace

TEST_CASE("each_refused: tells exactly the records that are bad, byte for byte",
          "[cli][rejects][property]")
{
    for (auto seed = 0; seed != 200 * test::effort(); ++seed) {
        CAPTURE(seed);
        random_text random{static_cast<unsigned>(seed)};
        auto const is_lines = random.below(2) == 0;
        texts bad;
        std::string text = is_lines ? "{\"capgraph\":1}\n" : R"({"capgraph":1,"entities":[)";
        for (auto left = 1 + random.below(8); left != 0; --left) {
            std::string record = R"({"type":"entity","id":"a","name":)" + random.string() + "}";
            record.insert(record.find(":\"", 26) + 2, "A"); // no name is empty
            auto const is_bad = random.below(2) == 0;
            if (is_bad) {
                record.replace(record.size() - 1, 1, R"(,"zz":)" + random.value(3) + '}');
            }
            if (!is_lines) {
                record.erase(1, 16); // its type
            }
            record.insert(1, R"("kind":"fund",)");
            if (is_bad) {
                bad.push_back(record);
            }
            text += record + random.space() + (is_lines ? "\n" : (left == 1 ? "]}" : ","))
                    + (is_lines ? "" : random.space());
        }
        CAPTURE(text);
        CHECK(told(text) == bad);
    }
}

TEST_CASE("each_refused: tells of every error once, whatever became of the text",
          "[cli][rejects][property]")
{
    std::string const whole = R"({"capgraph": 1, "title": "T", "entities": [
 {"id": "a", "name": "A [1, {2}]", "kind": "company"}, {"id": "b", "name": "\"B\\", "kind": "fund"}],
 "rounds": [{"id": "r", "company": "a", "amount": [{"over": "1", "currency": "CNY"}]}],
 "participations": [{"round": "r", "investor": "b"}]})";
    std::string const lines = "{\"capgraph\": 1}\n"
                              R"({"type": "entity", "id": "a", "name": "A", "kind": "company"})"
                              "\n"
                              R"({"type": "round", "id": "r", "company": "a"})"
                              "\n";
    std::string const signs = "{}[],:\"\\ \n7ae\xFF";
    for (auto seed = 0; seed != 500 * test::effort(); ++seed) {
        CAPTURE(seed);
        std::mt19937 random{static_cast<unsigned>(seed)};
        auto text = seed % 2 == 0 ? whole : lines;
        for (auto left = 1 + random() % 3; left != 0; --left) {
            text[random() % text.size()] = signs[random() % signs.size()];
        }
        CAPTURE(text);
        auto const errors = check_json(text);
        std::size_t count = 0;
        std::istringstream in{text};
        each_refused(in, json_format_of(text), errors, [&](json_reject const& each) {
            CHECK(std::string{each.why.what()} == errors.at(count).what()); // the first, in order
            CHECK((!each.record || text.find(*each.record) != std::string::npos));
            count += each.errors;
        });
        CHECK(count == errors.size());
    }
}
