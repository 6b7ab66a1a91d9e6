// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/normalised_name.hpp>

#include "name_letters.hpp"
#include "name_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

namespace detail {

namespace {

// In byte order.
constexpr auto legal_words = std::to_array<std::string_view>(
    {"ag",           "bv",   "co",      "company", "corp", "corporation", "gmbh", "inc",
     "incorporated", "kgaa", "limited", "llc",     "llp",  "lp",          "ltd",  "nv",
     "oyj",          "plc",  "pte",     "pty",     "sa",   "sarl",        "srl"});
static_assert(std::ranges::is_sorted(legal_words));

// What ends on another stands before it.
constexpr auto legal_endings = std::to_array<std::string_view>(
    {"股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "有限合伙", "集团", "集團"});

/// A word on its way.
struct piece {
    std::string text{};
    std::size_t letters = 0;
    bool is_ideographs = false;
    bool is_number = false;    ///< Begins with a digit.
    bool follows_stop = false; ///< A full stop and nothing else parts it from the piece before.
};

/// Cuts a name into words, before legal forms are looked at.
class word_cutter {
public:
    [[nodiscard]] std::vector<piece> cut(std::string_view name)
    {
        for (std::size_t at = 0; at < name.size();) {
            take(folded(next_character(name, at)));
        }
        return std::move(pieces_);
    }

private:
    void take(name_letter c)
    {
        switch (c.role) {
        case letter_role::letter:
        case letter_role::ideograph:
            append(c);
            break;
        case letter_role::ampersand:
            pieces_.push_back({.text = "and", .letters = 3});
            end_word(false);
            break;
        case letter_role::full_stop:
            end_word(is_open_);
            break;
        case letter_role::space:
        case letter_role::punctuation:
            end_word(false);
            break;
        case letter_role::voiced:
        case letter_role::half_voiced:
            voice(c.role);
            break;
        case letter_role::apostrophe:
        case letter_role::invisible:
            break;
        }
    }

    void append(name_letter c)
    {
        auto const is_ideographs = c.role == letter_role::ideograph;
        if (!is_open_ || pieces_.back().is_ideographs != is_ideographs) {
            pieces_.push_back({.is_ideographs = is_ideographs,
                               .is_number = c.first >= U'0' && c.first <= U'9',
                               .follows_stop = !is_open_ && after_stop_});
            is_open_ = true;
        }
        auto& word = pieces_.back();
        append_utf8(word.text, c.first);
        if (c.second != 0) {
            append_utf8(word.text, c.second);
        }
        ++word.letters;
        last_ = c.first;
    }

    void voice(letter_role mark)
    {
        auto const kana = is_open_ ? voiced_kana(last_, mark) : 0;
        if (kana != 0) {
            auto& text = pieces_.back().text;
            text.resize(text.size() - 3); // of every kana
            append_utf8(text, kana);
            last_ = kana;
        }
    }

    void end_word(bool by_stop)
    {
        is_open_ = false;
        after_stop_ = by_stop;
    }

    std::vector<piece> pieces_;
    char32_t last_ = 0;
    bool is_open_ = false;
    bool after_stop_ = false;
};

bool is_initial(piece const& p)
{
    return p.letters == 1 && !p.is_ideographs && !p.is_number;
}

/// The pieces as words: initials with a full stop between are one, `S.A.` as `sa`.
std::vector<std::string> words_of(std::vector<piece>&& pieces)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto const goes_on =
            i > 0 && pieces[i].follows_stop && is_initial(pieces[i]) && is_initial(pieces[i - 1]);
        if (goes_on) {
            out.back() += pieces[i].text;
        } else {
            out.push_back(std::move(pieces[i].text));
        }
    }
    return out;
}

/// `word` without legal form; empty when it is nothing else.
std::string_view without_form(std::string_view word)
{
    if (std::ranges::binary_search(legal_words, word)) {
        return {};
    }
    auto const ends_word = [&](std::string_view ending) { return word.ends_with(ending); };
    for (auto found = std::ranges::find_if(legal_endings, ends_word); found != legal_endings.end();
         found = std::ranges::find_if(legal_endings, ends_word)) {
        word.remove_suffix(found->size());
    }
    return word;
}

void drop_forms(std::vector<std::string>& words)
{
    auto const is_form = [](std::string const& word) { return without_form(word).empty(); };
    if (std::ranges::all_of(words, is_form)) {
        return; // a name of nothing else
    }
    std::erase_if(words, is_form);
    for (auto& word : words) {
        word.resize(without_form(word).size());
    }
}

/// The words of a name without letters: what is visible of it.
std::vector<std::string> marks_of(std::string_view name)
{
    std::vector<std::string> out;
    bool is_open = false;
    for (std::size_t at = 0; at < name.size();) {
        auto const c = folded(next_character(name, at));
        if (c.role == letter_role::space) {
            is_open = false;
        } else if (c.first != 0) {
            if (!is_open) {
                out.emplace_back();
            }
            is_open = true;
            append_utf8(out.back(), c.first);
        }
    }
    return out;
}

} // namespace

std::vector<std::string> name_words(std::string_view name)
{
    auto words = words_of(word_cutter{}.cut(name));
    if (words.empty()) {
        return marks_of(name);
    }
    drop_forms(words);
    return words;
}

std::string joined_words(std::vector<std::string> const& words)
{
    std::string out;
    for (auto const& word : words) {
        out += out.empty() ? "" : " ";
        out += word;
    }
    return out;
}

} // namespace detail

std::string normalised_name(std::string_view text)
{
    auto words = detail::name_words(text);
    std::ranges::sort(words);
    return detail::joined_words(words);
}

} // namespace capgraph::inline v0
