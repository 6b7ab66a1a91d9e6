// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A text that comes in pieces.
class text_source {
public:
    text_source() = default;
    text_source(text_source const&) = delete;
    text_source& operator=(text_source const&) = delete;
    virtual ~text_source() = default;

    /// The next piece, which lives until the one after; empty at the end of the text. It ends
    /// between characters of UTF-8: a character in two pieces makes Boost.JSON 1.81 write beyond
    /// its buffer when more than 4 KiB of the string follow.
    /// Throws: `error` with `unreadable_file`.
    [[nodiscard]] virtual std::string_view next() = 0;
    /// How long the text is, if that is known; else 0.
    [[nodiscard]] virtual std::uint64_t size() const noexcept = 0;
};

/// A text in memory, which must outlive its source, in pieces of `piece` bytes.
[[nodiscard]] std::unique_ptr<text_source> memory_source(std::string_view text, std::size_t piece);
/// A file, of which `piece` bytes are held at a time. Throws: `error` with `unreadable_file`.
[[nodiscard]] std::unique_ptr<text_source> file_source(std::string const& path, std::size_t piece);

} // namespace capgraph::inline v0::detail
