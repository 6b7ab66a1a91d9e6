// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace capgraph::inline v0::detail {

/// Values in large pieces: growing never moves what is there, and there is little to give back when
/// a call is cancelled. A vector does the one, a deque the other.
template <class T>
class chunked_list {
    static_assert(std::is_trivially_destructible_v<T> && std::is_default_constructible_v<T>);

public:
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] T& operator[](std::size_t i) noexcept { return chunks_[i / piece][i % piece]; }
    [[nodiscard]] T const& operator[](std::size_t i) const noexcept
    {
        return chunks_[i / piece][i % piece];
    }

    void push_back(T const& value)
    {
        if (size_ == chunks_.size() * piece) {
            chunks_.push_back(std::make_unique<T[]>(piece));
        }
        (*this)[size_++] = value;
    }

    /// Precondition: `size` is at most as many as there are.
    void shrink(std::size_t size) noexcept { size_ = size; }

private:
    static constexpr std::size_t piece = std::size_t{1} << 11U;

    std::vector<std::unique_ptr<T[]>> chunks_;
    std::size_t size_ = 0;
};

} // namespace capgraph::inline v0::detail
