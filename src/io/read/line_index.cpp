// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "line_index.hpp"

#include <algorithm>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace capgraph::inline v0::detail {

namespace {

constexpr std::size_t block_bytes = 64;

/// Which of 64 bytes are of a kind, a bit for each.
struct block_masks {
    std::uint64_t quotes = 0;
    std::uint64_t backslashes = 0;
    std::uint64_t controls = 0;
    std::uint64_t foreign = 0; ///< Not ASCII.
};

#ifdef __SSE2__

block_masks masks_of(char const* bytes) noexcept
{
    auto const bits = [](__m128i which) {
        return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(which))};
    };
    block_masks all;
    for (unsigned at = 0; at < block_bytes; at += 16) {
        auto const part = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + at));
        auto const least = _mm_min_epu8(part, _mm_set1_epi8(0x1f));
        all.quotes |= bits(_mm_cmpeq_epi8(part, _mm_set1_epi8('"'))) << at;
        all.backslashes |= bits(_mm_cmpeq_epi8(part, _mm_set1_epi8('\\'))) << at;
        all.controls |= bits(_mm_cmpeq_epi8(part, least)) << at;
        all.foreign |= bits(part) << at; // their highest bits
    }
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
        all.backslashes |= bit(byte == '\\');
        all.controls |= bit(byte < 0x20);
        all.foreign |= bit(byte >= 0x80);
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
    std::uint64_t foreign = 0;
    for (std::size_t i = 0; i < most_blocks; ++i) {
        auto const rest = text.substr(block_bytes * i);
        auto const found = rest.size() >= block_bytes ? masks_of(rest.data()) : masks_of_last(rest);
        // Those before the end, which is the first control character.
        auto const before = (found.controls & (~found.controls + 1)) - 1;
        if ((found.backslashes & before) != 0) {
            return false;
        }
        foreign |= found.foreign & before;
        quotes_[i] = found.quotes & before;
        if (found.controls != 0) {
            quotes_[i] |= before + 1;
            auto const end = static_cast<std::size_t>(std::countr_zero(found.controls));
            left_ = quotes_[0];
            block_ = 0;
            size_ = block_bytes * i + end;
            is_ascii_ = foreign == 0;
            return rest[end] == '\n' || (rest[end] == '\r' && rest[end + 1] == '\n');
        }
    }
    return false;
}

} // namespace capgraph::inline v0::detail
