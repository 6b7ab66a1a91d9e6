// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Whether the first and the last bytes of two texts of `size` are the same, each as a `Word`.
template <class Word>
[[nodiscard]] bool same_ends(char const* a, char const* b, std::size_t size) noexcept
{
    auto const load = [](char const* from) {
        Word word = 0;
        std::memcpy(&word, from, sizeof word);
        return word;
    };
    auto const last = size - sizeof(Word);
    return ((load(a) ^ load(b)) | (load(a + last) ^ load(b + last))) == 0;
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
    if (a.size() > 16) {
        auto const half = a.size() / 2; // 8 to 16 bytes; the other has one more if any
        return same_ends<std::uint64_t>(a.data(), b.data(), half)
               && same_ends<std::uint64_t>(a.data() + half, b.data() + half, a.size() - half);
    }
    if (a.size() >= 8) {
        return same_ends<std::uint64_t>(a.data(), b.data(), a.size());
    }
    if (a.size() >= 4) {
        return same_ends<std::uint32_t>(a.data(), b.data(), a.size());
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] != b[i]) {
            return false;
        }
    }
    return true;
}

} // namespace capgraph::inline v0::detail
