// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/diagnostics.hpp>

#include "io/diagnosed_ties.hpp"
#include "io/texts.hpp"
#include "support/catch2.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/ledger/conflicts.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/record.hpp>

#include <algorithm>
#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = std::string{text.substr(0, end)};
        if (line.starts_with('!')) {
            line.erase(0, 1);
        } else {
            line.insert(line.size() - 1, ", 'source': 's'");
        }
        out.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::vector<std::string> with_common_lines(std::string_view text)
{
    auto out =
        lines_of("!{'type': 'source', 'id': 's', 'publisher': 'P', 'published': '2026-01-01'}\n"
                 "{'type': 'entity', 'id': 'a', 'name': 'A', 'kind': 'company'}\n"
                 "{'type': 'entity', 'id': 'b', 'name': 'B', 'kind': 'company'}\n"
                 "{'type': 'entity', 'id': 'c', 'name': 'C', 'kind': 'company'}\n"
                 "{'type': 'entity', 'id': 'f', 'name': 'F', 'kind': 'fund'}\n"
                 "{'type': 'entity', 'id': 'h', 'name': 'H', 'kind': 'fund'}\n"
                 "{'type': 'entity', 'id': 'p', 'name': 'P', 'kind': 'person'}\n"
                 "{'type': 'entity', 'id': 'g', 'name': 'G', 'kind': 'government', "
                 "'state_link': {'link': 'organ', 'level': 'central', 'country': 'CN'}}");
    auto const own = lines_of(text);
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

ledger book_of(std::vector<std::string> const& lines)
{
    std::string text;
    for (auto const& line : lines) {
        text += in_json(line) + '\n';
    }
    return read_json(text, {.format = json_format::lines});
}

/// `holding a b equity`: a record's kind and what names it.
class record_text {
public:
    record_text(ledger const& book, view const& seen) : book_{&book}, seen_{&seen} {}

    std::string operator()(record_id id)
    {
        auto const kind = book_->kind_of(id);
        text_ = to_string(kind);
        if (auto const slug = book_->slug_of(id); !slug.empty()) {
            return text_.append(" ").append(slug);
        }
        with_record_type(kind, [&]<class Record>() { add_key(seen_->at<Record>(id)); });
        return text_;
    }

private:
    void add(std::string_view word) { text_.append(" ").append(word); }
    void add(entity_id id) { add(book_->slug_of(id)); }
    void add(record_id id) { add(book_->slug_of(id)); }

    template <class Record>
    void add_key(Record const&)
    {
    }
    void add_key(participation const& p)
    {
        p.round ? add(*p.round) : add(*p.company);
        add(*p.investor);
    }
    void add_key(valuation const& v)
    {
        add(*v.company);
        v.round ? add(*v.round) : void();
        add(to_string(*v.basis));
    }
    void add_key(holding const& h)
    {
        add(*h.owner);
        add(*h.owned);
        add(to_string(*h.basis));
        *h.indirect ? add("indirect") : void();
    }
    void add_key(relation const& r)
    {
        add(to_string(*r.type));
        add(*r.from);
        add(*r.to);
    }
    void add_key(absence const& a) { add(*a.entity); }
    void add_key(rate const& r)
    {
        add(r.base->code());
        add(r.quote->code());
    }
    void add_key(same_as const& s)
    {
        std::multiset<std::string_view> slugs;
        for (auto const id : *s.entities) {
            slugs.insert(book_->slug_of(id));
        }
        std::for_each(slugs.begin(), slugs.end(), [this](auto slug) { add(slug); });
    }
    void add_key(retraction const& r) { add(*r.retracted); }

    ledger const* book_;
    view const* seen_;
    std::string text_;
};

/// All that was found, as text: rule, records, words.
std::vector<std::string> texts_of(ledger const& book, std::vector<diagnostic> const& found,
                                  bool with_words)
{
    view const seen{book};
    record_text text{book, seen};
    std::vector<std::string> out;
    for (auto const& each : found) {
        auto line = std::string{each.rule.id} + ": ";
        for (auto const id : each.records) {
            line += text(id) + (id == each.records.back() ? "" : ", ");
        }
        out.push_back(with_words ? line + "; " + each.found + "; " + each.expected : line);
    }
    return out;
}

std::vector<std::string> found_in(std::vector<std::string> const& lines, bool with_words = false)
{
    auto const book = book_of(lines);
    return texts_of(book, diagnose(view{book}), with_words);
}

} // namespace

TEST_CASE("diagnose: each rule finds what violates it and nothing else", "[io][diagnostics]")
{
    for (auto const& each : diagnosed_texts()) {
        CAPTURE(each.rule, each.violates);
        auto const expected = std::string{each.rule} + ": " + std::string{each.records};
        CHECK(found_in(with_common_lines(each.violates)) == std::vector{expected});
    }
}

TEST_CASE("diagnose: each rule lets pass what nearly violates it", "[io][diagnostics]")
{
    for (auto const& each : diagnosed_texts()) {
        CAPTURE(each.rule, each.nearly);
        CHECK(found_in(with_common_lines(each.nearly)).empty());
    }
}

TEST_CASE("diagnose: every rule has a text of its own", "[io][diagnostics]")
{
    std::set<std::string_view> shown;
    for (auto const& each : diagnosed_texts()) {
        shown.insert(each.rule);
    }
    std::set<std::string_view> rules;
    for (auto const& rule : diagnostic_rules()) {
        rules.insert(rule.id);
    }
    CHECK(shown == rules);
}

TEST_CASE("diagnose: what is found says what it rests on, in words", "[io][diagnostics]")
{
    for (auto const& each : diagnosed_texts()) {
        CAPTURE(each.rule);
        auto const book = book_of(with_common_lines(each.violates));
        view const seen{book};
        for (auto const& found : diagnose(seen)) {
            CHECK(!found.found.empty());
            CHECK(!found.expected.empty());
            CHECK((std::is_sorted(found.statements.begin(), found.statements.end())
                   || found.rule.id == "conflict"));
            for (auto const id : found.statements) {
                auto const record = seen.at(id).record;
                // A statement that was taken back stands beside what takes it back.
                CHECK((seen.takes(id) || found.rule.id == "retraction-before-report"));
                CHECK((std::find(found.records.begin(), found.records.end(), record)
                           != found.records.end()
                       || found.rule.id == "retraction-before-report"));
            }
        }
    }
}

TEST_CASE("diagnose: of a conflict the statement that decides comes first", "[io][diagnostics]")
{
    auto const book = read_json_file(CAPGRAPH_SOURCE_DIR "/data/chinese_ai_labs.json");
    view const seen{book};
    auto const all = conflicts_in(seen);
    std::size_t found = 0;
    for (auto const& each : diagnose(seen)) {
        if (each.rule.id == "conflict") {
            REQUIRE(each.statements.size() == 2);
            CHECK(std::any_of(all.begin(), all.end(), [&](conflict const& c) {
                return c.decides == each.statements[0] && c.yields == each.statements[1];
            }));
            ++found;
        }
    }
    CHECK(found == all.size());
    CHECK(found > 5);
}

TEST_CASE("diagnose: the order of the statements does not matter", "[io][diagnostics]")
{
    std::mt19937 random{20260701};
    for (auto const& each : diagnosed_texts()) {
        auto lines = with_common_lines(each.violates);
        auto const expected = found_in(lines, true);
        for (int i = 0; i < 3; ++i) {
            std::shuffle(lines.begin(), lines.end(), random);
            CAPTURE(each.rule, i);
            CHECK(found_in(lines, true) == expected);
        }
    }
}

TEST_CASE("diagnose: errors come first and each severity goes by rule and by slug",
          "[io][diagnostics]")
{
    auto const book = book_of(with_common_lines(
        "{'type': 'holding', 'owner': 'c', 'owned': 'c'}\n"
        "{'type': 'holding', 'owner': 'a', 'owned': 'a'}\n"
        "{'type': 'valuation', 'company': 'a'}\n"
        "{'type': 'participation', 'company': 'a', 'investor': 'a', 'status': 'closed'}\n"
        "{'type': 'entity', 'id': 'z', 'name': 'A', 'kind': 'company'}"));
    CHECK(texts_of(book, diagnose(view{book}), false)
          == std::vector<std::string>{
              "self-investment: participation a a", "name-of-two: entity a, entity z",
              "self-holding: holding a a equity", "self-holding: holding c c equity",
              "valuation-without-amount: valuation a unspecified"});
}

TEST_CASE("diagnose: the shipped seeds hold no contradiction and three gaps", "[io][diagnostics]")
{
    auto const book = read_json(seeds());
    CHECK(texts_of(book, diagnose(view{book}), false)
          == std::vector<std::string>{
              "alias-of-two: entity openai, entity openai-nonprofit", // "OpenAI" is either
              "source-without-publisher: source s1",
              "valued-round-without-amount: round baichuan-2023, "
              "valuation baichuan baichuan-2023 post"});
}
