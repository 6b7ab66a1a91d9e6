// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "make_room.hpp"

#include "core/memory_block.hpp"

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace capgraph::inline v0::detail {

/// Rows at addresses that never change: growing copies none of them and takes no second copy's
/// memory.
template <class T>
class chunked_column {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(std::max_align_t));

public:
    chunked_column() = default;
    chunked_column(chunked_column&&) noexcept = default;
    chunked_column& operator=(chunked_column&&) noexcept = default;
    /// Complexity: O(n).
    chunked_column(chunked_column const& other)
    {
        reserve(other.size_);
        for (std::size_t first = 0; first < other.size_; first += length) {
            std::copy_n(other.chunks_[first / length], std::min(length, other.size_ - first),
                        chunks_[first / length]);
        }
        size_ = other.size_;
    }
    chunked_column& operator=(chunked_column const&) = delete;
    ~chunked_column() = default;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] T& operator[](std::size_t i) noexcept { return chunks_[i / length][i % length]; }
    [[nodiscard]] T const& operator[](std::size_t i) const noexcept
    {
        return chunks_[i / length][i % length];
    }

    /// Makes room for `more` rows, so that adding them cannot fail.
    void reserve(std::size_t more)
    {
        if (size_ + more > length * chunks_.size()) {
            add_chunks((size_ + more + length - 1) / length);
        }
    }
    /// Strong guarantee; none is needed where room was made.
    void push_back(T const& row)
    {
        reserve(1);
        (*this)[size_] = row;
        ++size_;
    }

private:
    static constexpr std::size_t length = 1024;
    static constexpr auto chunk_bytes = length * sizeof(T);

    [[gnu::noinline]] void add_chunks(std::size_t needed)
    {
        auto const least = (needed - chunks_.size()) * chunk_bytes;
        auto const more = next_block_bytes(chunks_.size() * chunk_bytes, least) / chunk_bytes;
        make_room(blocks_, 1);
        make_room(chunks_, more);
        blocks_.push_back(make_memory_block(more * chunk_bytes));
        auto* const first = reinterpret_cast<T*>(blocks_.back().get());
        for (std::size_t i = 0; i != more; ++i) {
            chunks_.push_back(first + i * length);
        }
    }

    std::vector<memory_block> blocks_; ///< Of several chunks each, where there are many.
    std::vector<T*> chunks_;
    std::size_t size_ = 0;
};

} // namespace capgraph::inline v0::detail
