// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/terminal_text.hpp"

#include "support/catch2.hpp"
#include "support/effort.hpp"

#include <random>
#include <sstream>
#include <string>

using namespace capgraph;
using namespace capgraph::cli;

TEST_CASE("cleaned: what is plainly visible stays as it is", "[cli][text]")
{
    for (std::string const text : {"", "Alibaba", "智谱", "Ångström & Søn", "Đặng", "ДипСик",
                                   "ابوظبی", "e\u0301", "100 %", "\u3000", "🦄"}) {
        CAPTURE(text);
        CHECK(cleaned(text) == text);
    }
}

TEST_CASE("cleaned: nothing that moves the cursor, reorders or hides is left", "[cli][text]")
{
    CHECK(cleaned("a\nb\tc\rd\x0B"
                  "e")
          == "a b c d e");
    CHECK(cleaned("\u2028x\u2029y\u0085z") == " x y z");
    CHECK(cleaned("\x1B[31mred") == "\uFFFD[31mred");
    CHECK(cleaned("\u009B31mred") == "\uFFFD31mred");
    CHECK(cleaned(std::string{"a\0b", 3}) == "a\uFFFDb");
    CHECK(cleaned("a\u202Egpj.exe") == "a\uFFFDgpj.exe"); // right-to-left override
    CHECK(cleaned("\u2066x\u2069") == "\uFFFDx\uFFFD");
    CHECK(cleaned("ze\u200Bro\uFEFF\u200D-wi\u00ADdth") == "zero-width");
    CHECK(cleaned("\u2764\uFE0F") == "\u2764"); // an emoji's variation would be wider
    CHECK(cleaned("a\U000E0041") == "a\uFFFD"); // an invisible tag
}

TEST_CASE("cleaned: bytes that are not UTF-8 are replaced one by one", "[cli][text]")
{
    CHECK(cleaned("a\xFF\xC3") == "a\uFFFD\uFFFD");
    CHECK(cleaned("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD"); // half a surrogate pair
    CHECK(cleaned("\xC0\xAF") == "\uFFFD\uFFFD");           // an overlong slash
}

TEST_CASE("cleaned: combining marks neither pile up nor sit on what was printed before",
          "[cli][text]")
{
    std::string heap = "e";
    for (int i = 0; i < 100; ++i) {
        heap += "\u0301";
    }
    CHECK(cleaned(heap) == "e\u0301\u0301\u0301\u0301");
    CHECK(cleaned("\u0301e") == "\u25CC\u0301e");
}

TEST_CASE("cleaned: random bytes come out harmless and stay so", "[cli][text][property]")
{
    auto const seed = GENERATE(range(0, 50));
    CAPTURE(seed);
    std::mt19937 random{static_cast<unsigned>(seed)};
    for (int round = 0; round < 20 * test::effort(); ++round) {
        std::string bytes(random() % 40, ' ');
        for (auto& byte : bytes) {
            byte = static_cast<char>(random() % 256);
        }
        auto const once = cleaned(bytes);
        CHECK(cleaned(once) == once);
        for (auto const byte : once) {
            CHECK((static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F));
        }
    }
}

TEST_CASE("display_width: Chinese letters take two columns and combining marks none", "[cli][text]")
{
    CHECK(display_width("") == 0);
    CHECK(display_width("Zhipu") == 5);
    CHECK(display_width("智谱") == 4);
    CHECK(display_width("月之暗面 Moonshot") == 17);
    CHECK(display_width("ｶﾅ") == 2); // half-width
    CHECK(display_width("한국") == 4);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("\xFF") == 1);
}

TEST_CASE("shortened: what fits stays, what does not ends in an ellipsis", "[cli][text]")
{
    CHECK(shortened("Zhipu", 5) == "Zhipu");
    CHECK(shortened("Zhipu", 4) == "Zhi…");
    CHECK(shortened("Zhipu", 1) == "…");
    CHECK(shortened("Zhipu", 0).empty());
    CHECK(shortened("", 0).empty());
    CHECK(shortened("JD Capital", 4) == "JD…"); // no space before the ellipsis
    CHECK(shortened("智谱华章", 8) == "智谱华章");
    CHECK(shortened("智谱华章", 7) == "智谱华…");
    CHECK(shortened("智谱华章", 6) == "智谱…");                 // half a letter does not fit
    CHECK(shortened("e\u0301e\u0301e\u0301", 2) == "e\u0301…"); // marks stay with their letter
}

TEST_CASE("shortened: never wider than asked for", "[cli][text][property]")
{
    std::string const text = "a智 b\u0301谱c 🦄d";
    auto const width = GENERATE(range(0, 16));
    CAPTURE(width);
    CHECK(display_width(shortened(text, static_cast<std::size_t>(width)))
          <= static_cast<std::size_t>(width));
}

TEST_CASE("wrapped: lines break at spaces and no word is lost", "[cli][text]")
{
    CHECK(wrapped("", 10).empty());
    CHECK(wrapped("one two three", 100) == "one two three");
    CHECK(wrapped("one two three", 7) == "one two\nthree");
    CHECK(wrapped("one two three", 3) == "one\ntwo\nthree");
    CHECK(wrapped("智谱 智谱 智谱", 9) == "智谱 智谱\n智谱");
}
