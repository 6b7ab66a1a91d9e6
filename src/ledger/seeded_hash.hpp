// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A keyed hash: who writes a file cannot choose colliding keys without knowing the seed.
///
/// Two words at a time are multiplied, and the halves of the product added without carry. Each word
/// is first joined with a part of the key: none can be chosen that makes a factor zero, as in the
/// hash of the reference with its published constants. It is no signature: who sees hashes can find
/// out the seed, but nobody sees one.
///
/// Reference: Wang, Barrett, Harris & Zhang, "Modern non-cryptographic hash function and
///   pseudorandom number generator", 2020 (wyhash).
class seeded_hash {
public:
    using words = std::array<std::uint64_t, 4>;

    explicit seeded_hash(std::uint64_t seed) noexcept
    {
        for (auto& part : key_) { // SplitMix64
            seed += 0x9e3779b97f4a7c15U;
            part = (seed ^ (seed >> 30U)) * 0xbf58476d1ce4e5b9U;
            part = (part ^ (part >> 27U)) * 0x94d049bb133111ebU;
            part ^= part >> 31U;
        }
    }

    [[nodiscard]] std::uint64_t operator()(std::string_view text) const noexcept
    {
        auto const size = text.size();
        if (size > 16) {
            return of_long(text);
        }
        auto const* const first = text.data();
        return size >= 8 ? finish(load(first), load(first + size - 8), size)
                         : finish(load_few(first, size), 0, size);
    }

    [[nodiscard]] std::uint64_t operator()(words const& all) const noexcept
    {
        return finish(fold(all[0] ^ key_[4], all[1] ^ key_[5]),
                      fold(all[2] ^ key_[6], all[3] ^ key_[7]), sizeof all);
    }

private:
    [[nodiscard]] std::uint64_t of_long(std::string_view text) const noexcept
    {
        auto const* at = text.data();
        auto const* const last = at + text.size() - 16; // two words, which may overlap others
        auto sum = key_[4];
        for (; at < last; at += 16) {
            sum = fold(load(at) ^ key_[5], load(at + 8) ^ sum);
        }
        return finish(load(last) ^ sum, load(last + 8), text.size());
    }

    [[nodiscard]] static std::uint64_t fold(std::uint64_t a, std::uint64_t b) noexcept
    {
        __extension__ using wide = unsigned __int128;
        auto const product = static_cast<wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
    }

    [[nodiscard]] std::uint64_t finish(std::uint64_t a, std::uint64_t b,
                                       std::size_t size) const noexcept
    {
        return fold(fold(a ^ key_[0], b ^ key_[1]) ^ key_[2], size ^ key_[3]);
    }

    template <class Word = std::uint64_t>
    [[nodiscard]] static std::uint64_t load(char const* bytes) noexcept
    {
        Word word = 0;
        std::memcpy(&word, bytes, sizeof word);
        return word;
    }

    /// Fewer than 8 bytes: with how many there are, they tell what this is made of.
    [[nodiscard]] static std::uint64_t load_few(char const* first, std::size_t size) noexcept
    {
        if (size >= 4) {
            return load<std::uint32_t>(first) | load<std::uint32_t>(first + size - 4) << 32U;
        }
        auto const byte = [&](std::size_t i) { return load<unsigned char>(first + i); };
        return size == 0 ? 0 : byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
    }

    std::array<std::uint64_t, 8> key_;
};

} // namespace capgraph::inline v0::detail
