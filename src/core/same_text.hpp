// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace capgraph::inline v0::detail {

template <class Word>
[[nodiscard]] Word load_word(char const* from) noexcept
{
    Word word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// Which bits of the first and the last bytes of two texts of `size` differ, each as a `Word`.
template <class Word>
[[nodiscard]] Word unlike_ends(char const* a, char const* b, std::size_t size) noexcept
{
    auto const last = size - sizeof(Word);
    return (load_word<Word>(a) ^ load_word<Word>(b))
           | (load_word<Word>(a + last) ^ load_word<Word>(b + last));
}

/// The same of the words of 8 bytes at `x` and at `y`.
[[nodiscard]] inline std::uint64_t unlike_at(char const* a, char const* b, std::size_t x,
                                             std::size_t y) noexcept
{
    using word = std::uint64_t;
    return (load_word<word>(a + x) ^ load_word<word>(b + x))
           | (load_word<word>(a + y) ^ load_word<word>(b + y));
}

/// Whether two texts are equal: what `==` says, in place and without a call for short ones, as the
/// words of a format are.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) noexcept
{
    if (a.size() != b.size()) {
        return false;
    }
    if (a.size() > 32) {
        return std::memcmp(a.data(), b.data(), a.size()) == 0;
    }
    if (a.size() >= 8) { // four words, which may overlap: no branch has to guess the size
        auto const second = std::min<std::size_t>(8, a.size() - 8);
        auto const third = std::max<std::size_t>(16, a.size()) - 16;
        return (unlike_ends<std::uint64_t>(a.data(), b.data(), a.size())
                | unlike_at(a.data(), b.data(), second, third))
               == 0;
    }
    if (a.size() >= 4) {
        return unlike_ends<std::uint32_t>(a.data(), b.data(), a.size()) == 0;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i]) {
            return false;
        }
    }
    return true;
}

} // namespace capgraph::inline v0::detail
