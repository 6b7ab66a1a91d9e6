// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

/// Insertions, deletions, replacements and swaps of neighbours between two words.
///
/// Reference: Damerau 1964, Levenshtein 1966; the variant in which nothing is edited twice.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above.back();
}

} // namespace

std::string_view nearest_word(std::string_view wrong, std::span<std::string_view const> words)
{
    // A third of the letters wrong is no slip of the pen, and what is very long is no word.
    constexpr std::size_t longest = 64;
    std::string_view found;
    auto best = std::max<std::size_t>(1, wrong.size() / 3) + 1;
    for (auto const word : words) {
        auto const d = wrong.size() > longest ? best : distance(wrong, word);
        if (d < best) {
            best = d;
            found = word;
        }
    }
    return found;
}

std::string one_of(std::span<std::string_view const> words, std::string_view wrong)
{
    std::string text = "one of ";
    for (auto const word : words) {
        text += word;
        text += ", ";
    }
    text.resize(text.size() - 2);
    auto const nearest = nearest_word(wrong, words);
    if (!nearest.empty()) {
        text += "; did you mean '" + std::string{nearest} + "'?";
    }
    return text;
}

} // namespace capgraph::inline v0::detail
