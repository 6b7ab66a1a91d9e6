// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "byte_arena.hpp"

#include "core/copy_few.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Text in an arena behind its length: one address tells all of it.
class kept_text {
public:
    kept_text() noexcept = default;

    [[nodiscard]] std::string_view view() const noexcept
    {
        auto const first = static_cast<unsigned char>(*at_);
        if (first != long_mark) {
            return {at_ + 1, first};
        }
        std::uint64_t size = 0;
        std::memcpy(&size, at_ + 1, sizeof size);
        return {at_ + 1 + sizeof size, static_cast<std::size_t>(size)};
    }

    /// Where in memory it stands.
    [[nodiscard]] void const* address() const noexcept { return at_; }

    /// A copy of `text` in `arena`. Strong guarantee.
    [[nodiscard]] static kept_text keep(byte_arena& arena, std::string_view text)
    {
        std::uint64_t const size = text.size();
        auto const is_short = size < long_mark;
        auto* const at = arena.allocate(text.size() + (is_short ? 1 : 1 + sizeof size));
        auto* to = at;
        *to++ = static_cast<char>(is_short ? size : long_mark);
        if (!is_short) {
            std::memcpy(to, &size, sizeof size);
            to += sizeof size;
        }
        copy_few(to, text.data(), text.size());
        return kept_text{at};
    }

private:
    explicit kept_text(char const* at) noexcept : at_{at} {}

    static constexpr unsigned char long_mark = 0xff;

    char const* at_ = "";
};

} // namespace capgraph::inline v0::detail
