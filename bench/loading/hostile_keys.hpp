// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace bench {

/// Whether `key` can stand in JSON as it is, and be seen.
inline bool is_plain(std::string const& key)
{
    for (char const c : key) {
        if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
            return false;
        }
    }
    return true;
}

inline std::uint64_t word_of(std::string const& text)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    return word;
}

inline std::string text_of(std::uint64_t word)
{
    std::string text(sizeof word, ' ');
    std::memcpy(text.data(), &word, sizeof word);
    return text;
}

/// "0000" to "ffff", as they lie in memory.
inline std::vector<std::uint32_t> four_digits()
{
    std::vector<std::uint32_t> all(0x10000);
    for (std::size_t n = 0; n != all.size(); ++n) {
        std::array<char, 4> text{};
        for (std::size_t i = 0; i != 4; ++i) {
            text[i] = "0123456789abcdef"[(n >> (4 * i)) % 16];
        }
        std::memcpy(&all[n], text.data(), 4);
    }
    return all;
}

/// Keys of 24 bytes that all have the same hash in GCC's standard library, whose hash of strings is
/// MurmurHash64A with a seed that everybody knows.
///
/// The hash of three words of eight bytes is bijective in each of them. Whatever the first two are,
/// there is a third that leads to any state one likes: it is computed backwards, and kept where it
/// is plain text, as one in some 3000 is.
inline std::vector<std::string> colliding_keys(std::size_t count)
{
    using word = std::uint64_t;
    constexpr word multiplier = 0xc6a4a7935bd1e995U;
    constexpr word seed = 0xc70f6907U;
    // Newton's iteration doubles the number of right bits: 3, 6, 12, 24, 48, 96.
    word inverse = multiplier;
    for (int i = 0; i != 5; ++i) {
        inverse *= 2 - multiplier * inverse;
    }
    auto const mixed = [](word w) { return w ^ (w >> 47U); }; // is its own inverse
    auto const absorb = [&](word state, word w) {
        return (state ^ (mixed(w * multiplier) * multiplier)) * multiplier;
    };
    auto const needed = [&](word from, word to) {
        return mixed(((to * inverse) ^ from) * inverse) * inverse;
    };

    std::string const begin = "company-";
    auto const start = absorb(seed ^ (24 * multiplier), word_of(begin));
    auto const quarters = four_digits();
    std::vector<std::string> keys;
    for (word number = 0; keys.size() != count; ++number) {
        auto const second = quarters[number >> 16U] | word{quarters[number & 0xffffU]} << 32U;
        auto const third = needed(absorb(start, second), 42);
        if ((third & 0x8080808080808080U) == 0) { // else no ASCII
            auto const key = begin + text_of(second) + text_of(third);
            if (is_plain(key)) {
                keys.push_back(key);
            }
        }
    }
    return keys;
}

/// Keys of the same length, that nobody chose.
inline std::vector<std::string> random_keys(std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    std::vector<std::string> keys;
    while (keys.size() != count) {
        std::string key = "company-";
        while (key.size() != 24) {
            key += static_cast<char>('!' + random() % 94);
        }
        if (is_plain(key)) {
            keys.push_back(key);
        }
    }
    return keys;
}

/// Entities of those slugs, as JSON Lines.
inline std::string entities_of(std::vector<std::string> const& slugs)
{
    std::string text;
    for (auto const& slug : slugs) {
        text += R"({"type":"entity","id":")" + slug + R"(","name":"N","kind":"company"})" + "\n";
    }
    return text;
}

} // namespace bench
