// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/name_index.hpp>

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/normalised_name.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

struct named {
    std::string slug;
    std::string name;
    std::vector<std::string> aliases{};
};

void add(ledger_builder& to, named const& n)
{
    entity record{.slug = n.slug, .name = n.name, .kind = entity_kind::company};
    if (!n.aliases.empty()) {
        record.aliases = std::vector<std::string_view>{n.aliases.begin(), n.aliases.end()};
    }
    to.add(record);
}

void join(ledger_builder& to, std::vector<std::string> const& slugs, std::string_view statement)
{
    std::vector<entity_id> ids;
    for (auto const& slug : slugs) {
        ids.push_back(to.entity(slug));
    }
    to.add(same_as{.entities = ids}, {.statement = statement});
}

ledger ledger_of(std::vector<named> const& all,
                 std::vector<std::vector<std::string>> const& same = {})
{
    ledger book;
    ledger_builder to{book};
    for (auto const& n : all) {
        add(to, n);
    }
    for (std::size_t i = 0; i < same.size(); ++i) {
        join(to, same[i], "join-" + std::to_string(i));
    }
    to.commit();
    return book;
}

name_index index_of_names(std::vector<named> const& all,
                          std::vector<std::vector<std::string>> const& same = {})
{
    return name_index{view{ledger_of(all, same)}};
}

/// `slug by fit text`, one a line.
std::string matches(name_index const& names, std::vector<name_match> const& found)
{
    std::string out;
    for (auto const& m : found) {
        out += std::string{names.facts().slug_of(m.entity)} + ' ' + std::string{to_string(m.by)}
               + ' ' + std::string{to_string(m.fit)} + ' ' + std::string{m.text} + '\n';
    }
    return out;
}

std::string slugs(name_index const& names, std::vector<name_match> const& found)
{
    std::string out;
    for (auto const& m : found) {
        out += (out.empty() ? "" : " ") + std::string{names.facts().slug_of(m.entity)};
    }
    return out;
}

/// `slug: reason`, one a line.
std::string reasons(name_index const& names, std::vector<near_name> const& near)
{
    std::string out;
    for (auto const& n : near) {
        out += std::string{names.facts().slug_of(n.entity)} + ": " + n.reason + '\n';
    }
    return out;
}

/// The reason why a name is near another, told of a ledger that has only that; empty if it is not.
std::string reason(std::string const& asked, std::string const& had)
{
    auto const names = index_of_names({{"slug-0123456789", had}});
    auto const near = names.candidates(asked).names;
    auto const back = index_of_names({{"slug-0123456789", asked}}).candidates(had).names;
    CHECK(near.size() == back.size()); // near is near both ways
    return near.empty() ? "" : near.front().reason;
}

/// `first second: reason`, one a line.
std::string reasons(name_index const& names, near_pairs const& found)
{
    std::string out;
    for (auto const& p : found.pairs) {
        out += std::string{names.facts().slug_of(p.first)} + ' '
               + std::string{names.facts().slug_of(p.second)} + ": " + p.reason + '\n';
    }
    return out;
}

/// Every name of an entity, by what.
std::vector<std::pair<named_by, std::string_view>> names_of(view const& facts, entity_id id)
{
    auto const record = facts.at(id);
    std::vector<std::pair<named_by, std::string_view>> out{{named_by::slug, record.slug},
                                                           {named_by::name, *record.name}};
    for (auto const alias : record.aliases.value_or({})) {
        out.emplace_back(named_by::alias, alias);
    }
    return out;
}

/// What `find` must say, by looking at every name of every entity.
std::string slowly_found(ledger const& book, view const& facts, std::string_view text)
{
    auto const wanted = normalised_name(text);
    std::map<std::string, std::set<std::pair<name_fit, named_by>>> found;
    for (std::uint32_t i = 0; i < book.num_entities(); ++i) {
        auto const stands = std::string{facts.slug_of(facts.same_as(entity_id{i}).front())};
        for (auto const& [by, name] : names_of(facts, entity_id{i})) {
            if (name == text) {
                found[stands].emplace(name_fit::exact, by);
            } else if (!wanted.empty() && normalised_name(name) == wanted) {
                found[stands].emplace(name_fit::normalised, by);
            }
        }
    }
    std::string out;
    for (auto const& [slug, how] : found) {
        out += slug + ' ' + std::string{to_string(how.begin()->second)} + ' '
               + std::string{to_string(how.begin()->first)} + '\n';
    }
    return out;
}

std::string shortly_told(name_index const& names, std::string_view text)
{
    std::string out;
    for (auto const& m : names.find(text)) {
        out += std::string{names.facts().slug_of(m.entity)} + ' ' + std::string{to_string(m.by)}
               + ' ' + std::string{to_string(m.fit)} + '\n';
    }
    return out;
}

constexpr auto vocabulary = std::to_array<std::string_view>(
    {"Alpha", "alpha", "ALPHA",  "Beta", "Gamma", "Delta", "Capital",  "Group", "Ltd",
     "Co.",   "Inc",   "2",      "3",    "II",    "智谱",  "北京",     "科技",  "集团",
     "AI",    "&",     "Ａlpha", "Bèta", "A.",    "!",     "有限公司", "of"});

std::string random_name(std::mt19937_64& random)
{
    std::string out;
    for (auto n = random() % 3 + 1; n > 0; --n) {
        out += vocabulary[random() % vocabulary.size()];
        out += n > 1 && random() % 4 != 0 ? " " : "";
    }
    return out;
}

std::vector<named> random_entities(std::mt19937_64& random, std::size_t count)
{
    std::vector<named> all;
    for (std::size_t i = 0; i < count; ++i) {
        named n{"e" + std::to_string(i), random_name(random)};
        for (auto k = random() % 3; k > 0; --k) {
            n.aliases.push_back(random_name(random));
        }
        all.push_back(std::move(n));
    }
    return all;
}

std::vector<std::vector<std::string>> random_joins(std::mt19937_64& random, std::size_t count)
{
    std::vector<std::vector<std::string>> out(count / 8);
    for (auto& pair : out) {
        pair = {"e" + std::to_string(random() % count), "e" + std::to_string(random() % count)};
    }
    return out;
}

/// With how few letters changed, left out, put in or swapped `a` becomes `b`, by the whole table.
std::size_t slow_edits(std::string const& a, std::string const& b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            auto const differs = a[i - 1] == b[j - 1] ? 0U : 1U;
            cost[i][j] =
                std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + differs});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

/// `word` with up to three letters changed, left out, put in or swapped.
std::string misspelt(std::string word, std::mt19937_64& random)
{
    for (auto n = random() % 4; n > 0; --n) {
        auto const at = random() % (word.size() - 1);
        auto const letter = static_cast<char>('a' + random() % 3);
        switch (random() % 4) {
        case 0:
            word[at] = letter;
            break;
        case 1:
            word.erase(at, 1);
            break;
        case 2:
            word.insert(at, 1, letter);
            break;
        default:
            std::swap(word[at], word[at + 1]);
        }
    }
    return word;
}

/// Names in the manner of a register: `count` of them, near each other now and then.
std::vector<named> many_companies(std::size_t count)
{
    constexpr auto first = std::to_array<std::string_view>(
        {"North", "South", "Red", "Blue", "Silver", "Stone", "River", "Lake"});
    constexpr auto last = std::to_array<std::string_view>(
        {"Capital", "Ventures", "Partners", "Labs", "Systems", "Group"});
    std::vector<named> all;
    for (std::size_t i = 0; i < count; ++i) {
        auto const word = [&](auto const& of, std::size_t n) {
            return std::string{of[n % of.size()]};
        };
        all.push_back({"c" + std::to_string(i), word(first, i) + word(first, i / 8) + ' '
                                                    + word(first, i / 64) + ' '
                                                    + word(last, i / 512)});
    }
    return all;
}

} // namespace

TEST_CASE("name_index: of an empty ledger it finds nothing", "[ledger][names]")
{
    name_index const names{view{ledger{}}};
    CHECK(names.num_names() == 0);
    CHECK(names.find("").empty());
    CHECK(names.find("a").empty());
    CHECK(names.candidates("").names.empty());
    CHECK(names.candidates("alpha").names.empty());
    CHECK(names.near_duplicates().pairs.empty());
}

TEST_CASE("find: one entity goes by its slug and name and aliases", "[ledger][names]")
{
    auto const names = index_of_names({{"zhipu", "Zhipu", {"Zhipu AI", "智谱"}}});
    CHECK(matches(names, names.find("zhipu")) == "zhipu slug exact zhipu\n");
    CHECK(matches(names, names.find("Zhipu")) == "zhipu name exact Zhipu\n");
    CHECK(matches(names, names.find("ZHIPU Co., Ltd.")) == "zhipu slug normalised zhipu\n");
    CHECK(matches(names, names.find("ai, zhipu")) == "zhipu alias normalised Zhipu AI\n");
    CHECK(matches(names, names.find("智谱有限公司")) == "zhipu alias normalised 智谱\n");
    CHECK(names.find("Zhip").empty());
    CHECK(names.find("").empty());
}

TEST_CASE("find: entities come by slug and each once", "[ledger][names]")
{
    auto const names = index_of_names({{"b", "Alpha Inc", {"alpha", "ALPHA"}},
                                       {"a", "Alpha GmbH"},
                                       {"c", "Beta", {"Alpha"}},
                                       {"alpha", "Gamma"}});
    CHECK(matches(names, names.find("Alpha"))
          == "a name normalised Alpha GmbH\nalpha slug normalised alpha\n"
             "b name normalised Alpha Inc\nc alias exact Alpha\n");
}

TEST_CASE("find: an exact name goes before a better known one that is not", "[ledger][names]")
{
    auto const names = index_of_names({{"alpha", "Alpha", {"ALPHA"}}});
    CHECK(matches(names, names.find("ALPHA")) == "alpha alias exact ALPHA\n");
    CHECK(matches(names, names.find("aLPHA")) == "alpha slug normalised alpha\n");
}

TEST_CASE("find: entities said to be the same appear once under the first slug", "[ledger][names]")
{
    std::vector<named> const all{{"zhejiang-high-flyer", "Zhejiang High-Flyer", {"High-Flyer"}},
                                 {"high-flyer", "High-Flyer Capital", {"High-Flyer"}},
                                 {"other", "Other", {"High-Flyer"}}};
    auto const apart = index_of_names(all);
    CHECK(slugs(apart, apart.find("High-Flyer")) == "high-flyer other zhejiang-high-flyer");

    auto const joined = index_of_names(all, {{"zhejiang-high-flyer", "high-flyer"}});
    CHECK(slugs(joined, joined.find("High-Flyer")) == "high-flyer other");
    auto const found = joined.find("zhejiang high flyer");
    REQUIRE(found.size() == 1);
    CHECK(joined.facts().slug_of(found.front().entity) == "high-flyer");
    CHECK(joined.facts().slug_of(found.front().bearer) == "zhejiang-high-flyer");
}

TEST_CASE("find: taking a join back gives the answers of before", "[ledger][names]")
{
    auto book = ledger_of({{"a", "Alpha"}, {"b", "Alpha Ltd"}}, {{"a", "b"}});
    name_index const joined{view{book}};
    CHECK(slugs(joined, joined.find("Alpha")) == "a");
    CHECK(joined.near_duplicates().pairs.empty());
    ledger_builder to{book};
    to.add(retraction{"join-0"});
    to.commit();
    name_index const apart{view{book}};
    CHECK(slugs(apart, apart.find("Alpha")) == "a b");
    CHECK(reasons(apart, apart.near_duplicates()) == "a b: the same name after normalisation\n");
    CHECK(slugs(joined, joined.find("Alpha")) == "a"); // a view stays as it is
}

TEST_CASE("find: names are timeless and aliases are found once they are known", "[ledger][names]")
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "zhipu", .name = "Zhipu", .kind = entity_kind::company},
           on("2025-01-01"));
    to.add(entity{.slug = "zhipu", .aliases = std::vector<std::string_view>{"Z.ai"}},
           on("2026-01-01"));
    to.commit();
    auto const at = [&](std::string_view day) {
        return name_index{view{book, {.known_at = parse_date(day)}}};
    };
    CHECK(at("2026-02-01").find("z ai").size() == 1);
    CHECK(at("2025-02-01").find("z ai").empty());
    CHECK(at("2025-02-01").find("ZHIPU").size() == 1);
    CHECK(at("2024-02-01").find("ZHIPU").size() == 1);
}

TEST_CASE("find: an entity added later is not in an older view", "[ledger][names]")
{
    auto book = ledger_of({{"a", "Alpha"}});
    view const before{book};
    ledger_builder to{book};
    add_entity(to, "b");
    to.commit();
    CHECK(name_index{before}.find("b").empty());
    CHECK(name_index{view{book}}.find("b").size() == 1);
}

TEST_CASE("find: names of legal forms or punctuation or nothing visible are found",
          "[ledger][names]")
{
    auto const names = index_of_names({{"a", "Group"},
                                       {"b", "集团"},
                                       {"c", "Co"},
                                       {"d", "!!!"},
                                       {"e", "\u200b"},
                                       {"f", "\u200b\u200b"},
                                       {"g", "X"},
                                       {"h", "01.AI"}});
    CHECK(slugs(names, names.find("GROUP")) == "a");
    CHECK(slugs(names, names.find("集团")) == "b");
    CHECK(slugs(names, names.find("CO.")) == "c");
    CHECK(slugs(names, names.find("！！！")) == "d");
    CHECK(slugs(names, names.find("\u200b")) == "e");
    CHECK(slugs(names, names.find("")) == "");
    CHECK(slugs(names, names.find("x")) == "g");
    CHECK(slugs(names, names.find("01-ai")) == "h");
    CHECK(names.candidates("\u200b").names.empty());
}

TEST_CASE("find: agrees with looking at every name", "[ledger][names][oracle]")
{
    auto const seed = GENERATE(range(std::uint64_t{1}, std::uint64_t{5}));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    auto const rounds = 5 * effort();
    for (int round = 0; round < rounds; ++round) {
        auto const all = random_entities(random, 40);
        auto const book = ledger_of(all, random_joins(random, all.size()));
        view const facts{book};
        name_index const names{facts};
        for (int i = 0; i < 50; ++i) {
            auto const text = random_name(random);
            CAPTURE(text);
            REQUIRE(shortly_told(names, text) == slowly_found(book, facts, text));
        }
        for (auto const& n : all) { // every name of every entity finds it
            auto const stands =
                std::string{facts.slug_of(facts.representative(facts.entity_at(n.slug)))};
            for (auto const& text : {n.slug, n.name}) {
                CAPTURE(text);
                auto const told = ' ' + slugs(names, names.find(text)) + ' ';
                REQUIRE(told.find(' ' + stands + ' ') != std::string::npos);
                REQUIRE(shortly_told(names, text) == slowly_found(book, facts, text));
            }
        }
    }
}

TEST_CASE("name_index: the order in which entities were described does not matter",
          "[ledger][names][property]")
{
    auto const seed = GENERATE(range(std::uint64_t{1}, std::uint64_t{4}));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    auto all = random_entities(random, 60);
    auto const same = random_joins(random, all.size());
    auto const before = index_of_names(all, same);
    std::shuffle(all.begin(), all.end(), random);
    auto const after = index_of_names(all, same);
    CHECK(reasons(before, before.near_duplicates()) == reasons(after, after.near_duplicates()));
    for (int i = 0; i < 50; ++i) {
        auto const text = random_name(random);
        CAPTURE(text);
        REQUIRE(matches(before, before.find(text)) == matches(after, after.find(text)));
        REQUIRE(reasons(before, before.candidates(text).names)
                == reasons(after, after.candidates(text).names));
    }
}

TEST_CASE("candidates: a letter may differ in words of five or more", "[ledger][names]")
{
    CHECK(reason("Tencemt", "Tencent") == "one letter differs");
    CHECK(reason("Tencnt", "Tencent") == "one letter more or less");
    CHECK(reason("Tecnent", "Tencent") == "two letters changed places");
    CHECK(reason("Qoogle", "Google") == "one letter differs");
    CHECK(reason("Huawie Tehnologies", "Huawei Technologies") == "two letters differ");
    CHECK(reason("Alpha Zapital", "Alpha Capital") == "one letter differs");
    CHECK(reason("abcde", "abdce") == "two letters changed places");
    CHECK(reason("abcd", "acbd") == "");
    CHECK(reason("Sequoya Captial", "Sequoia Capital") == "two letters differ");
    CHECK(reason("Deep Sekk", "DeepSeek") == "one letter differs");
    CHECK(reason("James Brown", "Jamestown") == "");
    CHECK(reason("AEM Capital", "CVM Capital") == "");
    CHECK(reason("第四范市", "第四范式") == "one letter differs");
    CHECK(reason("IBN", "IBM") == "");
    CHECK(reason("x", "y") == "");
    CHECK(reason("Beta", "Vega") == "");
    CHECK(reason("智谱", "智普") == "");
}

TEST_CASE("candidates: the letters that differ are counted rightly", "[ledger][names][oracle]")
{
    auto const seed = GENERATE(range(std::uint64_t{1}, std::uint64_t{4}));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    auto const cases = 100 * effort();
    for (int i = 0; i < cases; ++i) {
        std::string word;
        while (word.size() < 13) { // at least 10 when misspelt
            word += static_cast<char>('a' + random() % 3);
        }
        auto const other = misspelt(word, random);
        CAPTURE(word, other);
        auto const edits = slow_edits(word, other);
        auto const told = reason(other, word);
        REQUIRE((told.empty() == (edits == 0 || edits > 2)));
        REQUIRE((told == "two letters differ") == (edits == 2));
    }
}

TEST_CASE("candidates: numbers are never near each other", "[ledger][names]")
{
    CHECK(reason("Big Fund 2", "Big Fund 3") == "");
    CHECK(reason("Sequoia Fund II", "Sequoia Fund III") == "");
    CHECK(reason("36Kr Holdings", "37Kr Holdings") == "");
    CHECK(reason("01.AI Labs", "01.AI") == "the same after dropping 'labs'");
}

TEST_CASE("candidates: words may be missing or others", "[ledger][names]")
{
    CHECK(reason("Alibaba Group", "Alibaba") == "the same after dropping 'group'");
    CHECK(reason("Alibaba", "Alibaba Group Holding Ltd.")
          == "the same after dropping 'group', 'holding'");
    CHECK(reason("High-Flyer Capital Management", "Zhejiang High-Flyer Asset Management")
          == "the same words but 'capital' for 'asset', 'zhejiang'");
    CHECK(reason("South China Morning Post Publishers", "South China Morning Post")
          == "the same words but 'publishers'");
    CHECK(reason("Alibaba Cloud", "Alibaba") == "");
    CHECK(reason("Alpha Capital", "Beta Capital") == "");
    CHECK(reason("Capital", "Alpha Capital") == "");
}

TEST_CASE("candidates: spaces may differ and an acronym is near", "[ledger][names]")
{
    CHECK(reason("Deep Seek", "DeepSeek") == "the same but for spaces");
    CHECK(reason("J P Morgan", "JPMorgan") == "the same but for spaces");
    CHECK(reason("SCMP", "South China Morning Post") == "an acronym: 'scmp'");
    CHECK(reason("ICBC", "Industrial and Commercial Bank of China") == "an acronym: 'icbc'");
    CHECK(reason("TSMC", "Taiwan Semiconductor Manufacturing Company") == "an acronym: 'tsmc'");
    CHECK(reason("PMCS", "South China Morning Post") == "");
    CHECK(reason("JM", "Jack Ma") == "");
    CHECK(reason("JMC", "Jack Ma") == "");
}

TEST_CASE("candidates: Chinese names may have more in front and at the end", "[ledger][names]")
{
    CHECK(reason("百川智能", "北京百川智能科技有限公司")
          == "the same but for '北京' in front and '科技' at the end");
    CHECK(reason("智谱", "北京智谱") == "the same but for '北京' in front");
    CHECK(reason("阿里巴巴", "阿里巴巴集团控股有限公司")
          == "the same but for '集团控股' at the end");
    CHECK(reason("智谱华章科技（北京）有限公司", "北京智谱华章科技有限公司")
          == "the same characters in another order");
    CHECK(reason("科技北京智谱", "北京智谱科技") == "the same characters in another order");
    CHECK(reason("科技", "北京百川科技") == "");
    CHECK(reason("北京", "上海") == "");
}

TEST_CASE("candidates: the nearest come first and none that find finds", "[ledger][names]")
{
    auto const names = index_of_names({{"a", "Tencent Holdings"},
                                       {"b", "Tencemt"},
                                       {"c", "Tencent Ltd", {"Tencemt"}},
                                       {"d", "Ten Cent"},
                                       {"e", "Tencent Cloud", {"Tencemt"}}});
    CHECK(slugs(names, names.find("Tencent")) == "c");
    CHECK(reasons(names, names.candidates("Tencent").names)
          == "d: the same but for spaces\nb: one letter differs\ne: one letter differs\n"
             "a: the same after dropping 'holdings'\n");
}

TEST_CASE("near_duplicates: lists what a person should look at", "[ledger][names]")
{
    auto const names =
        index_of_names({{"scmp", "South China Morning Post"},
                        {"high-flyer-capital-management", "High-Flyer Capital Management"},
                        {"zhejiang-high-flyer", "Zhejiang High-Flyer Asset Management"},
                        {"alibaba", "Alibaba"},
                        {"alibaba-cn", "阿里巴巴", {"ALIBABA"}},
                        {"tencent", "Tencent"}});
    CHECK(reasons(names, names.near_duplicates())
          == "alibaba alibaba-cn: the same name after normalisation\n"
             "high-flyer-capital-management zhejiang-high-flyer: the same words but 'capital' for "
             "'asset', 'zhejiang'\n");
}

TEST_CASE("near_duplicates: thousands of the same name are told in as many pairs",
          "[ledger][names]")
{
    std::vector<named> all;
    for (int i = 0; i < 2000; ++i) {
        all.push_back({"x" + std::to_string(i), "Alpha Capital"});
    }
    all.push_back({"y", "Alhpa Capital"});
    auto const names = index_of_names(all);
    CHECK(names.find("alpha capital").size() == 2000);
    CHECK(names.candidates("alpha capitol").names.size() == 2001);
    auto const found = names.near_duplicates();
    auto const by_name = std::count_if(found.pairs.begin(), found.pairs.end(), [](auto const& p) {
        return p.first_text == "Alpha Capital" && p.second_text == "Alpha Capital";
    });
    CHECK(by_name == 1999);
    CHECK(found.comparisons <= max_name_comparisons * names.num_names());
}

TEST_CASE("near_duplicates: at most fifty comparisons a name however many are near",
          "[ledger][names]")
{
    STATIC_REQUIRE(max_name_comparisons == 50);
    auto const names = index_of_names(many_companies(static_cast<std::size_t>(800 * effort())));
    REQUIRE(names.num_names() > 800);
    auto const found = names.near_duplicates();
    CHECK(found.comparisons <= max_name_comparisons * names.num_names());
    CHECK(found.comparisons > names.num_names()); // and some were made
    CHECK(names.candidates("NorthNorth North Capital").comparisons == max_name_comparisons);
    CHECK(std::is_sorted(found.pairs.begin(), found.pairs.end(), [&](auto const& a, auto const& b) {
        auto const key = [&](auto const& p) {
            return std::pair{names.facts().slug_of(p.first), names.facts().slug_of(p.second)};
        };
        return key(a) < key(b);
    }));
}

TEST_CASE("candidates: one letter's error is found among thousands of like names",
          "[ledger][names]")
{
    auto const all = many_companies(3000);
    auto const names = index_of_names(all);
    auto const seed = std::uint64_t{7};
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 50; ++i) {
        auto const& meant = all[random() % all.size()];
        auto text = meant.name;
        text[random() % text.find(' ')] = 'q';
        CAPTURE(text, meant.name);
        auto const near = names.candidates(text);
        auto const meant_too = [&](near_name const& n) { return n.text == meant.name; };
        CHECK(std::any_of(near.names.begin(), near.names.end(), meant_too));
        CHECK(near.comparisons <= max_name_comparisons);
    }
}

TEST_CASE("name_index: names of 64 KiB are found and compared", "[ledger][names]")
{
    std::string const one(65536, 'x');
    auto other = one;
    other[30000] = 'y';
    std::string words;
    std::string chinese;
    while (words.size() < 65536) {
        words += "ab" + std::string(1 + words.size() % 7, 'c') + ' ';
        chinese += "智谱";
    }
    auto const names = index_of_names({{"a", one}, {"b", other}, {"c", words}, {"d", chinese}});
    CHECK(slugs(names, names.find(one)) == "a");
    CHECK(slugs(names, names.find(words + "Ltd")) == "c");
    CHECK(reasons(names, names.near_duplicates()) == "a b: one letter differs\n");
    auto const near = names.candidates(words + "other").names;
    REQUIRE(near.size() == 1);
    CHECK(near.front().reason == "the same words but 'other'");
    CHECK(names.candidates(chinese + "北京").comparisons <= max_name_comparisons);
}

TEST_CASE("near_duplicates: can be cancelled", "[ledger][names]")
{
    std::stop_source stop;
    stop.request_stop();
    auto const names = index_of_names({{"a", "Alpha"}, {"b", "Alpha Ltd"}});
    auto const failed = error_of([&] { return names.near_duplicates({.stop = stop.get_token()}); });
    REQUIRE(failed);
    CHECK(failed->code() == error_code::cancelled);
    CHECK(names.near_duplicates().pairs.size() == 1);
}

TEST_CASE("name_index: joins nothing and answers the same again", "[ledger][names]")
{
    auto const book = ledger_of({{"a", "Alpha"}, {"b", "Alpha Ltd"}});
    auto const before = contents_of(book);
    view const facts{book};
    name_index const names{facts};
    auto const copy = names;
    CHECK(names.near_duplicates().pairs == copy.near_duplicates().pairs);
    CHECK(names.candidates("Alpah").names == copy.candidates("Alpah").names);
    CHECK(facts.representative(facts.entity_at("b")) == facts.entity_at("b"));
    CHECK(contents_of(book) == before);
}
