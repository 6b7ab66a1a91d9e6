// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "seeded_hash.hpp"

#include <bit>
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
};

std::uint64_t load(char const* bytes, std::size_t n) noexcept
{
    std::uint64_t word = 0;
    if (n != 0) {
        std::memcpy(&word, bytes, n);
    }
    return word;
}

} // namespace

std::size_t seeded_hash::operator()(std::string_view text) const noexcept
{
    // The paper's constants: "somepseudorandomlygeneratedbytes".
    sip_state s{key0_ ^ 0x736f6d6570736575U, key1_ ^ 0x646f72616e646f6dU,
                key0_ ^ 0x6c7967656e657261U, key1_ ^ 0x7465646279746573U};
    auto const length = static_cast<std::uint64_t>(text.size());
    while (text.size() >= 8) {
        s.absorb(load(text.data(), 8));
        text.remove_prefix(8);
    }
    s.absorb(load(text.data(), text.size()) | (length << 56U));
    s.v2 ^= 0xffU;
    s.round();
    s.round();
    s.round();
    return static_cast<std::size_t>(s.v0 ^ s.v1 ^ s.v2 ^ s.v3);
}

} // namespace capgraph::inline v0::detail
