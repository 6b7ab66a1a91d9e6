// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/normalised_name.hpp>

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::string utf8(char32_t c)
{
    auto const byte = [](char32_t bits) { return static_cast<char>(bits); };
    if (c < 0x80) {
        return {byte(c)};
    }
    if (c < 0x800) {
        return {byte(0xc0 | (c >> 6U)), byte(0x80 | (c & 0x3fU))};
    }
    if (c < 0x10000) {
        return {byte(0xe0 | (c >> 12U)), byte(0x80 | ((c >> 6U) & 0x3fU)),
                byte(0x80 | (c & 0x3fU))};
    }
    return {byte(0xf0 | (c >> 18U)), byte(0x80 | ((c >> 12U) & 0x3fU)),
            byte(0x80 | ((c >> 6U) & 0x3fU)), byte(0x80 | (c & 0x3fU))};
}

/// Parts that names are made of, those that the rules are about among them.
constexpr auto parts = std::to_array<std::string_view>(
    {"Zhipu", "AI",   "a",    "B",  "é",  "ß",      "&",        ".",    ",",    "-",   "'",
     "’",     "Ltd",  "Ltd.", "Co", "智", "北京",   "有限公司", "集团", "公司", "（",  "）",
     "ｶ",     "ﾞ",    "ﾟ",    "ゟ", "Ａ", "　",     "01",       "7",    "Σ",    "ς",   "Ё",
     "\xff",  "\xc3", "\xa9", "!",  "。", "\u00ad", "\u0301",   "İ",    "S.A.", "GmbH"});

std::vector<std::string> random_words(std::mt19937_64& random)
{
    std::vector<std::string> words(1 + random() % 4);
    for (auto& word : words) {
        for (auto n = random() % 4 + 1; n > 0; --n) {
            word += parts[random() % parts.size()];
        }
    }
    return words;
}

std::string joined(std::vector<std::string> const& words)
{
    std::string out;
    for (auto const& word : words) {
        out += word + ' ';
    }
    return out;
}

std::uint64_t cases(std::uint64_t usual)
{
    return usual * static_cast<std::uint64_t>(effort());
}

} // namespace

TEST_CASE("normalised_name: nothing stays nothing and one letter stays", "[ledger][names]")
{
    CHECK(normalised_name("").empty());
    CHECK(normalised_name("x") == "x");
    CHECK(normalised_name("X") == "x");
    CHECK(normalised_name("智") == "智");
    CHECK(normalised_name(" \t\n\u3000\u00a0\u2003").empty());
    CHECK(normalised_name("\u200b\u0301").empty());
}

TEST_CASE("normalised_name: case does not count in Latin, Greek and Cyrillic", "[ledger][names]")
{
    CHECK(normalised_name("DeepSeek") == "deepseek");
    CHECK(normalised_name("ΑΘΗΝΑΣ") == normalised_name("αθηνας"));
    CHECK(normalised_name("ЯНДЕКС") == "яндекс");
    CHECK(normalised_name("ҐЄІЇ") == normalised_name("ґєії"));
    CHECK(normalised_name("ŁÓDŹ") == normalised_name("łódź"));
}

TEST_CASE("normalised_name: accents do not count however they are written", "[ledger][names]")
{
    CHECK(normalised_name("Nestlé") == "nestle");
    CHECK(normalised_name("Nestle\u0301") == "nestle");
    CHECK(normalised_name("Æther Œuvre Straße Þor Ĳ") == "aether ij oeuvre strasse thor");
    CHECK(normalised_name("Ёлка") == normalised_name("Е\u0308лка"));
    CHECK(normalised_name("Ά") == normalised_name("Α\u0301"));
    CHECK(normalised_name("İstanbul ılık") == "ilik istanbul");
    CHECK(normalised_name("ſ ŉ ĸ ŋ Ŧ ž") == "k n n s t z");
}

TEST_CASE("normalised_name: width does not count", "[ledger][names]")
{
    CHECK(normalised_name("ＺＨＩＰＵ　ＡＩ") == "ai zhipu");
    CHECK(normalised_name("０１．ＡＩ") == normalised_name("01.AI"));
    CHECK(normalised_name("ｿﾆｰ") == "ソニー");
    CHECK(normalised_name("ｶﾞﾊﾟｳﾞ") == "ガパヴ");
    CHECK(normalised_name("カ\u3099ハ\u309aは\u309a") == "ガパぱ");
    CHECK(normalised_name("アﾞ") == "ア"); // no such kana
}

TEST_CASE("normalised_name: punctuation and every space only part words", "[ledger][names]")
{
    CHECK(normalised_name("High-Flyer") == "flyer high");
    CHECK(normalised_name("high\u2013flyer\u00a0") == "flyer high");
    CHECK(normalised_name("OpenAI (for-profit arm)") == "arm for openai profit");
    CHECK(normalised_name("智谱·华章") == "华章 智谱");
    CHECK(normalised_name("#waywire") == "waywire");
    CHECK(normalised_name("JD.com") == "com jd");
    CHECK(normalised_name("01-ai") == normalised_name("01.AI"));
    CHECK(normalised_name("Acme™") == "acme");
}

TEST_CASE("normalised_name: apostrophes join and ampersands are a word", "[ledger][names]")
{
    CHECK(normalised_name("Kohl's") == "kohls");
    CHECK(normalised_name("Kohl\u2019s") == "kohls");
    CHECK(normalised_name("Procter & Gamble") == normalised_name("procter and gamble"));
    CHECK(normalised_name("A＆B") == "a and b");
    CHECK(normalised_name("Deep\u00adSeek\u200b") == "deepseek");
}

TEST_CASE("normalised_name: initials with full stops between are one word", "[ledger][names]")
{
    CHECK(normalised_name("J.P. Morgan") == "jp morgan");
    CHECK(normalised_name("U.S.A.") == "usa");
    CHECK(normalised_name("Q.ai") == "ai q");
    CHECK(normalised_name("3.5") == "3 5");
    CHECK(normalised_name("A. B") == "a b");
    CHECK(normalised_name("A..B") == "a b");
    CHECK(normalised_name("Total S.A.") == "total");
}

TEST_CASE("normalised_name: ideographs are parted from other letters", "[ledger][names]")
{
    CHECK(normalised_name("智谱AI") == normalised_name("智谱 AI"));
    CHECK(normalised_name("360集团") == "360");
    CHECK(normalised_name("58同城") == "58 同城");
}

TEST_CASE("normalised_name: Latin legal forms are dropped", "[ledger][names]")
{
    auto const form = GENERATE(values<std::string>({"Ltd",          "Ltd.",    "Co.",
                                                    "Co., Ltd.",    "CO LTD",  "Inc",
                                                    "Inc.",         "Corp",    "Corp.",
                                                    "Corporation",  "LLC",     "L.L.C.",
                                                    "PLC",          "p.l.c.",  "GmbH",
                                                    "AG",           "SA",      "S.A.",
                                                    "Limited",      "Company", "Company Limited",
                                                    "Incorporated", "LLP",     "L.P.",
                                                    "N.V.",         "B.V.",    "Pte. Ltd.",
                                                    "Pty Ltd",      "SARL",    "S.r.l.",
                                                    "Oyj",          "KGaA",    "（Ｌｔｄ．）"}));
    CAPTURE(form);
    CHECK(normalised_name("Alpha " + form) == "alpha");
    CHECK(normalised_name(form + " Alpha") == "alpha");
}

TEST_CASE("normalised_name: Chinese legal forms are dropped", "[ledger][names]")
{
    auto const form = GENERATE(values<std::string>(
        {"有限公司", "股份有限公司", "有限责任公司", "有限責任公司", "集团", "集團", "集团有限公司",
         "集团股份有限公司", "（集团）有限公司", "（有限合伙）", " 有限公司"}));
    CAPTURE(form);
    CHECK(normalised_name("北京百川智能科技" + form) == "北京百川智能科技");
}

TEST_CASE("normalised_name: what only looks like a legal form stays", "[ledger][names]")
{
    CHECK(normalised_name("Alibaba Group Holding") == "alibaba group holding");
    CHECK(normalised_name("Cooper Incline Agora") == "agora cooper incline");
    CHECK(normalised_name("集团军") == "集团军");
    CHECK(normalised_name("北京分公司") == "北京分公司");
    CHECK(normalised_name("有限公司阿里") == "有限公司阿里");
}

TEST_CASE("normalised_name: a name of nothing but legal forms keeps them", "[ledger][names]")
{
    CHECK(normalised_name("Co") == "co");
    CHECK(normalised_name("Co., Ltd.") == "co ltd");
    CHECK(normalised_name("The Company") == "the");
    CHECK(normalised_name("Group") == "group");
    CHECK(normalised_name("集团") == "集团");
    CHECK(normalised_name("集团有限公司") == "集团有限公司");
    CHECK(normalised_name("集团 Ltd") == "ltd 集团");
}

TEST_CASE("normalised_name: a name of nothing but punctuation keeps it", "[ledger][names]")
{
    CHECK(normalised_name("!!!") == "!!!");
    CHECK(normalised_name("！！！") == "!!!");
    CHECK(normalised_name("? !") == "! ?");
    CHECK(normalised_name("...") == "...");
    CHECK(normalised_name("’") == "'");
    CHECK(normalised_name("&") == "and");
}

TEST_CASE("normalised_name: what is not UTF-8 is a letter of its own", "[ledger][names]")
{
    CHECK(normalised_name("\xff") == "\ufffd");
    CHECK(normalised_name("a\xc3") == "a\ufffd");
    CHECK(normalised_name("\xe2\x82") == "\ufffd\ufffd");
    CHECK(normalised_name("\xed\xa0\x80") == "\ufffd\ufffd\ufffd"); // a surrogate
    CHECK(normalised_name("\xc0\xaf") == "\ufffd\ufffd");           // overlong
    CHECK(normalised_name("\xc3\xc2\xad\xa9") == "\ufffd\ufffd");   // no é comes about
    CHECK(normalised_name(std::string_view{"a\0b", 3}) == "a b");
}

TEST_CASE("normalised_name: every character alone is normalised once for all", "[ledger][names]")
{
    std::size_t broken = 0;
    // All of what the tables speak of, and one in 97 of the ideographs and what is beyond.
    for (char32_t c = 0; c < 0x30000; c += c < 0x3400 || (c >= 0xf900 && c < 0x10000) ? 1 : 97) {
        if (c >= 0xd800 && c < 0xe000) {
            continue;
        }
        for (auto const& text : {utf8(c), "a" + utf8(c) + "b", "智" + utf8(c) + "ウ"}) {
            auto const once = normalised_name(text);
            broken += normalised_name(once) == once ? 0U : 1U;
        }
    }
    CHECK(broken == 0);
}

TEST_CASE("normalised_name: twice is once and words may stand in any order", "[ledger][names]")
{
    auto const seed = GENERATE(range(std::uint64_t{1}, std::uint64_t{4}));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (std::uint64_t i = 0; i < cases(2000); ++i) {
        auto words = random_words(random);
        auto const text = joined(words);
        CAPTURE(text);
        auto const once = normalised_name(text);
        REQUIRE(normalised_name(once) == once);
        std::shuffle(words.begin(), words.end(), random);
        REQUIRE(normalised_name(joined(words)) == once);
    }
}

TEST_CASE("normalised_name: a long name takes no longer for its length", "[ledger][names]")
{
    std::string forms;
    std::string initials;
    for (int i = 0; i < 10000; ++i) {
        forms += "有限公司";
        initials += "a.";
    }
    CHECK(normalised_name("智谱" + forms) == "智谱");
    CHECK(normalised_name(forms) == forms);
    CHECK(normalised_name(initials) == std::string(10000, 'a'));
    CHECK(normalised_name(std::string(65536, 'X')) == std::string(65536, 'x'));
}
