// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "seeded_hash.hpp"

#include <bit>
#include <cstddef>
#include <cstring>

namespace capgraph::inline v0::detail {

namespace {

struct sip_state {
    std::uint64_t v0;
    std::uint64_t v1;
    std::uint64_t v2;
    std::uint64_t v3;

    void round() noexcept
    {
        v0 += v1;
        v1 = std::rotl(v1, 13) ^ v0;
        v0 = std::rotl(v0, 32);
        v2 += v3;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    }

    void absorb(std::uint64_t word) noexcept
    {
        v3 ^= word;
        round();
        v0 ^= word;
    }

    [[nodiscard]] std::uint64_t finish() noexcept
    {
        v2 ^= 0xffU;
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }
};

/// The paper's constants: "somepseudorandomlygeneratedbytes".
sip_state begin(std::uint64_t key0, std::uint64_t key1) noexcept
{
    return {key0 ^ 0x736f6d6570736575U, key1 ^ 0x646f72616e646f6dU, key0 ^ 0x6c7967656e657261U,
            key1 ^ 0x7465646279746573U};
}

std::uint64_t load(char const* bytes) noexcept
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// The last `n` bytes of `text`, fewer than 8, as the lowest ones of a word.
std::uint64_t load_rest(std::string_view text, std::size_t n) noexcept
{
    if (n == 0) {
        return 0;
    }
    auto const* const end = text.data() + text.size();
    if (text.size() >= 8) { // read with what stands before them, at once
        return load(end - 8) >> (8 * (8 - n));
    }
    auto const* const first = text.data(); // all of it is the rest
    auto const byte = [&](std::size_t i) {
        return std::uint64_t{static_cast<unsigned char>(first[i])} << (8 * i);
    };
    if (n < 4) {
        return byte(0) | byte(n / 2) | byte(n - 1);
    }
    std::uint32_t low = 0;
    std::uint32_t high = 0; // the bytes that both have agree
    std::memcpy(&low, first, sizeof low);
    std::memcpy(&high, end - sizeof high, sizeof high);
    return low | std::uint64_t{high} << (8 * (n - sizeof high));
}

} // namespace

std::uint64_t seeded_hash::operator()(std::string_view text) const noexcept
{
    auto s = begin(key0_, key1_);
    auto const rest = text.size() % 8;
    for (std::size_t i = 0; i + 8 <= text.size(); i += 8) {
        s.absorb(load(text.data() + i));
    }
    s.absorb(load_rest(text, rest) | (static_cast<std::uint64_t>(text.size()) << 56U));
    return s.finish();
}

std::uint64_t seeded_hash::operator()(std::span<std::uint64_t const> words) const noexcept
{
    auto s = begin(key0_, key1_);
    for (auto const word : words) {
        s.absorb(word);
    }
    return s.finish();
}

} // namespace capgraph::inline v0::detail
