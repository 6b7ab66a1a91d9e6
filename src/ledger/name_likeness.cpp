// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "name_likeness.hpp"

#include "edit_distance.hpp"
#include "name_letters.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

// Each list in byte order.

/// What many names share, and what tells one company's name from another's the least: the trade,
/// the size, the place.
constexpr auto common_words = std::to_array<std::string_view>(
    {"advisors",   "ai",           "america",    "and",        "angels",    "asia",
     "asset",      "assets",       "associates", "bank",       "beijing",   "capital",
     "china",      "chinese",      "com",        "equity",     "europe",    "finance",
     "financial",  "for",          "foundation", "fund",       "funds",     "global",
     "group",      "growth",       "guangdong",  "guangzhou",  "hangzhou",  "holding",
     "holdings",   "hong",         "industries", "innovation", "institute", "international",
     "investment", "investments",  "investors",  "jiangsu",    "kong",      "labs",
     "management", "media",        "municipal",  "national",   "net",       "network",
     "networks",   "of",           "partner",    "partners",   "private",   "services",
     "shanghai",   "shenzhen",     "software",   "solutions",  "state",     "systems",
     "tech",       "technologies", "technology", "the",        "trust",     "uk",
     "us",         "usa",          "venture",    "ventures",   "zhejiang"});
static_assert(std::ranges::is_sorted(common_words));

/// The same among ideographs: trade, size, place.
constexpr auto common_ideographs = std::to_array<std::string_view>(
    {"上海", "中国", "人工智能", "信息", "公司", "创业", "创投", "北京", "南京", "发展", "合伙",
     "国际", "基金", "天津",     "广东", "广州", "成都", "技术", "投资", "控股", "杭州", "江苏",
     "浙江", "深圳", "省",       "科技", "管理", "资本", "资产", "集团", "香港", "市",   "股份"});

constexpr auto unspoken_words =
    std::to_array<std::string_view>({"and", "de", "for", "in", "la", "of", "on", "the"});
static_assert(std::ranges::is_sorted(unspoken_words));

constexpr auto roman_numbers = std::to_array<std::string_view>(
    {"i", "ii", "iii", "iv", "ix", "v", "vi", "vii", "viii", "x", "xi", "xii"});
static_assert(std::ranges::is_sorted(roman_numbers));

constexpr double common_weight = 0.3;
constexpr double least_overlap = 0.6;

using words = std::vector<std::string_view>;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The numbers of a name, sorted.
words numbers_of(words const& of)
{
    words out;
    for (auto const word : of) {
        if (std::ranges::binary_search(roman_numbers, word)) {
            out.push_back(word);
            continue;
        }
        for (auto at = word.begin(); at != word.end();) {
            auto const first = std::find_if(at, word.end(), is_digit);
            at = std::find_if_not(first, word.end(), is_digit);
            if (first != at) {
                out.push_back(word.substr(static_cast<std::size_t>(first - word.begin()),
                                          static_cast<std::size_t>(at - first)));
            }
        }
    }
    std::ranges::sort(out);
    return out;
}

bool is_all_ideographs(std::u32string_view text)
{
    return !text.empty() && std::ranges::all_of(text, is_ideograph);
}

/// The text without what is common at its begin and at its end.
std::string_view uncommon_part(std::string_view text)
{
    auto const front = [&](std::string_view part) { return text.starts_with(part); };
    auto const back = [&](std::string_view part) { return text.ends_with(part); };
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        if (auto const* const p = std::ranges::find_if(common_ideographs, front);
            p != common_ideographs.end()) {
            text.remove_prefix(p->size());
            goes_on = true;
        }
        if (auto const* const p = std::ranges::find_if(common_ideographs, back);
            p != common_ideographs.end()) {
            text.remove_suffix(p->size());
            goes_on = true;
        }
    }
    return text;
}

bool is_common(std::string_view word)
{
    return std::ranges::binary_search(common_words, word)
           || std::ranges::binary_search(roman_numbers, word) || uncommon_part(word).empty();
}

double weight_of(words const& of)
{
    double sum = 0.0;
    for (auto const word : of) {
        sum += is_common(word) ? common_weight : 1.0;
    }
    return sum;
}

/// `'capital', 'asset'`; the first three of many, each shortened.
std::string listed(words const& of)
{
    constexpr std::size_t most = 3;
    constexpr std::size_t longest = 40;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, of.size()); ++i) {
        auto word = of[i];
        auto size = std::min(word.size(), longest);
        while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xc0U) == 0x80U) {
            --size; // not within a character
        }
        out += (i == 0 ? "'" : ", '") + std::string{word.substr(0, size)}
               + (size < word.size() ? "...'" : "'");
    }
    return of.size() > most ? out + " and " + std::to_string(of.size() - most) + " more" : out;
}

/// The words that two names share, and those that only one has.
struct shared_words {
    words both;
    words only_a;
    words only_b;
};

shared_words compare_words(words const& a, words const& b)
{
    shared_words out;
    std::ranges::set_intersection(a, b, std::back_inserter(out.both));
    std::ranges::set_difference(a, b, std::back_inserter(out.only_a));
    std::ranges::set_difference(b, a, std::back_inserter(out.only_b));
    return out;
}

std::optional<likeness> by_acronym(spelling a, spelling b)
{
    for (auto const& [one, other] : {std::pair{a, b}, std::pair{b, a}}) {
        if (one.words.size() > 9 || one.words.find(' ') != std::string_view::npos) {
            continue;
        }
        auto const initials = initials_of(other.words);
        if (!initials.empty() && (one.words == initials || one.words == initials + 'c')) {
            return likeness{0.7, "an acronym: '" + std::string{one.words} + '\''};
        }
    }
    return std::nullopt;
}

std::string edit_reason(std::u32string_view a, std::u32string_view b, std::size_t edits)
{
    if (edits == 2) {
        return "two letters differ";
    }
    if (a.size() != b.size()) {
        return "one letter more or less";
    }
    auto const differing = std::ranges::count_if(
        a, [&, i = std::size_t{0}](char32_t c) mutable { return c != b[i++]; });
    return differing == 1 ? "one letter differs" : "two letters changed places";
}

/// How many letters of a name may differ: those of ideographs say more.
std::size_t allowed_edits(std::u32string_view a, std::u32string_view b)
{
    auto const length = std::min(a.size(), b.size());
    std::size_t const least = is_all_ideographs(a) && is_all_ideographs(b) ? 4 : 5;
    return length < least ? 0 : (length < 10 ? 1 : 2);
}

/// Whether `a` becomes `b` with at most so many letters changed, in names of `length` letters.
std::optional<likeness> by_edits(std::u32string_view a, std::u32string_view b, std::size_t most,
                                 std::size_t length)
{
    auto const edits = edits_up_to_two(a, b);
    if (edits > std::min(most, allowed_edits(a, b))) {
        return std::nullopt;
    }
    auto const score = 1.0 - static_cast<double>(edits) / static_cast<double>(length);
    return likeness{score, edit_reason(a, b, edits)};
}

/// Letters changed: in the one word that differs; in all of the name where several do.
std::optional<likeness> by_edits(std::string_view a, std::string_view b, shared_words const& s)
{
    constexpr std::size_t most_bytes = 8; // of two characters
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most_bytes) {
        return std::nullopt;
    }
    auto const letters_a = characters_of(a);
    auto const letters_b = characters_of(b);
    auto const length = std::max(letters_a.size(), letters_b.size());
    if (s.only_a.size() == 1 && s.only_b.size() == 1) {
        return by_edits(characters_of(s.only_a.front()), characters_of(s.only_b.front()), 2,
                        length);
    }
    // Spaces elsewhere are a change too.
    return by_edits(letters_a, letters_b, s.only_a.size() == s.only_b.size() ? 2 : 1, length);
}

/// A part of ideographs, counting what is common for less.
double ideograph_weight(std::string_view text)
{
    constexpr double bytes = 3.0;
    auto const rest = static_cast<double>(uncommon_part(text).size());
    return (rest + common_weight * (static_cast<double>(text.size()) - rest)) / bytes;
}

/// Whether the longer of two texts of ideographs contains the other.
std::optional<likeness> by_containment(std::string_view a, std::string_view b)
{
    auto const shorter = a.size() < b.size() ? a : b;
    auto const longer = a.size() < b.size() ? b : a;
    constexpr std::size_t longest = 600; // a search is quadratic at worst
    auto const at = longer.size() > longest ? std::string_view::npos : longer.find(shorter);
    if (a.size() == b.size() || at == std::string_view::npos || shorter.size() < 6
        || uncommon_part(shorter).empty()) {
        return std::nullopt;
    }
    auto const front = longer.substr(0, at);
    auto const back = longer.substr(at + shorter.size());
    auto const kept = static_cast<double>(shorter.size()) / 3.0;
    auto const score = kept / (kept + ideograph_weight(front) + ideograph_weight(back));
    if (score < least_overlap) {
        return std::nullopt;
    }
    std::string reason = "the same but for ";
    if (!front.empty()) {
        reason += listed({front}) + " in front";
    }
    if (!back.empty()) {
        reason += (front.empty() ? "" : " and ") + listed({back}) + " at the end";
    }
    return likeness{score, reason};
}

std::optional<likeness> by_ideographs(shared_words const& s)
{
    std::string a;
    std::string b;
    for (auto const word : s.only_a) {
        a += word;
    }
    for (auto const word : s.only_b) {
        b += word;
    }
    auto letters_a = characters_of(a);
    auto letters_b = characters_of(b);
    if (!is_all_ideographs(letters_a) || !is_all_ideographs(letters_b)) {
        return std::nullopt;
    }
    auto contained = by_containment(a, b);
    std::ranges::sort(letters_a);
    std::ranges::sort(letters_b);
    if (!contained && letters_a == letters_b && letters_a.size() >= 4) {
        return likeness{0.95, "the same characters in another order"};
    }
    return contained;
}

std::optional<likeness> by_words(shared_words const& s)
{
    auto const both = weight_of(s.both);
    auto const score = both / (both + weight_of(s.only_a) + weight_of(s.only_b));
    if (score < least_overlap) {
        return std::nullopt;
    }
    if (!s.only_a.empty() && !s.only_b.empty()) {
        return likeness{score,
                        "the same words but " + listed(s.only_a) + " for " + listed(s.only_b)};
    }
    auto const& rest = s.only_a.empty() ? s.only_b : s.only_a;
    auto const* const how =
        std::ranges::all_of(rest, is_common) ? "the same after dropping " : "the same words but ";
    return likeness{score, how + listed(rest)};
}

void take_better(std::optional<likeness>& best, std::optional<likeness> other)
{
    if (other && (!best || other->score > best->score)) {
        best = std::move(other);
    }
}

} // namespace

std::vector<std::string_view> split_words(std::string_view text)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        auto const size = std::min(text.find(' '), text.size());
        out.push_back(text.substr(0, size));
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return out;
}

std::string without_spaces(std::string_view text)
{
    std::string out{text};
    std::erase(out, ' ');
    return out;
}

std::string initials_of(std::string_view words)
{
    constexpr std::size_t most = 8;
    std::string out;
    for (auto const word : split_words(words)) {
        if (std::ranges::binary_search(unspoken_words, word)) {
            continue;
        }
        if (static_cast<unsigned char>(word.front()) >= 0x80 || out.size() == most) {
            return {};
        }
        out += word.front();
    }
    return out.size() < 3 ? std::string{} : out; // two letters are anybody's
}

std::optional<likeness> likeness_of(spelling a, spelling b)
{
    auto const text_a = without_spaces(a.words);
    auto const text_b = without_spaces(b.words);
    if (text_a == text_b) {
        return likeness{0.95, "the same but for spaces"};
    }
    auto best = by_acronym(a, b);
    auto const words_a = split_words(a.key);
    auto const words_b = split_words(b.key);
    if (numbers_of(words_a) != numbers_of(words_b)) {
        return best;
    }
    auto const shared = compare_words(words_a, words_b);
    take_better(best, by_edits(text_a, text_b, shared));
    take_better(best, by_ideographs(shared));
    take_better(best, by_words(shared));
    return best;
}

} // namespace capgraph::inline v0::detail
