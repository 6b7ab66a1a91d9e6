// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "line_index.hpp"

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace capgraph::inline v0::detail {

namespace {

constexpr std::size_t block_bytes = 64;

/// Which of 64 bytes are of a kind, a bit for each.
struct block_masks {
    std::uint64_t quotes = 0;
    std::uint64_t unplain = 0; ///< Backslashes and control characters.
    bool is_ascii = true;      ///< All of them.
};

#ifdef __SSE2__

[[gnu::always_inline]] inline block_masks masks_of(char const* bytes) noexcept
{
    auto const bits = [](__m128i which) {
        return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(which))};
    };
    block_masks all;
    auto any = _mm_setzero_si128();
#pragma GCC unroll 4
    for (unsigned at = 0; at < block_bytes; at += 16) {
        auto const part = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + at));
        auto const least = _mm_min_epu8(part, _mm_set1_epi8(0x1f));
        auto const unplain =
            _mm_or_si128(_mm_cmpeq_epi8(part, least), _mm_cmpeq_epi8(part, _mm_set1_epi8('\\')));
        all.quotes |= bits(_mm_cmpeq_epi8(part, _mm_set1_epi8('"'))) << at;
        all.unplain |= bits(unplain) << at;
        any = _mm_or_si128(any, part);
    }
    all.is_ascii = bits(any) == 0; // their highest bits
    return all;
}

#else

block_masks masks_of(char const* bytes) noexcept
{
    block_masks all;
    for (unsigned at = 0; at < block_bytes; ++at) {
        auto const byte = static_cast<unsigned char>(bytes[at]);
        auto const bit = [at](bool is) { return std::uint64_t{is ? 1U : 0U} << at; };
        all.quotes |= bit(byte == '"');
        all.unplain |= bit(byte < 0x20 || byte == '\\');
        all.is_ascii = all.is_ascii && byte < 0x80;
    }
    return all;
}

#endif

/// The same of fewer bytes, a line break among them.
block_masks masks_of_last(std::string_view bytes) noexcept
{
    std::array<char, block_bytes> block{};
    std::copy(bytes.begin(), bytes.end(), block.begin());
    return masks_of(block.data());
}

} // namespace

bool line_index::look_through(std::string_view text) noexcept
{
    auto is_ascii = true;
    auto const* at = text.data();
    auto const* const end = at + text.size();
    for (auto& quotes : quotes_) {
        auto const left = static_cast<std::size_t>(end - at);
        auto const found = left >= block_bytes ? masks_of(at) : masks_of_last({at, left});
        is_ascii &= found.is_ascii; // maybe for what follows: to look again is no harm
        quotes = found.quotes;
        if (found.unplain != 0) {
            auto const first = found.unplain & (~found.unplain + 1);
            quotes = (found.quotes & (first - 1)) | first;
            at += std::countr_zero(first);
            size_ = static_cast<std::size_t>(at - text.data());
            is_ascii_ = is_ascii;
            return *at == '\n' || (*at == '\r' && at[1] == '\n');
        }
        at += block_bytes;
    }
    return false;
}

} // namespace capgraph::inline v0::detail
