// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace capgraph::inline v0 {
namespace detail {

/// A random access iterator over what `Read` makes of consecutive positions.
///
/// It returns values, hence its C++17 category is no more than input; that satisfies Boost.Graph's
/// MultiPassInputIterator. `Read` holds raw pointers, not the graph: through the graph each step
/// would load the arrays' addresses again.
template <class Read>
class position_iterator {
public:
    using value_type = decltype(Read{}(std::uint64_t{}));
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::random_access_iterator_tag;

    constexpr position_iterator() noexcept = default;
    constexpr position_iterator(Read read, std::uint64_t position) noexcept
        : read_{read}, position_{position}
    {
    }

    [[nodiscard]] constexpr reference operator*() const noexcept { return read_(position_); }
    [[nodiscard]] constexpr reference operator[](difference_type n) const noexcept
    {
        return read_(position_ + static_cast<std::uint64_t>(n));
    }

    constexpr position_iterator& operator++() noexcept
    {
        ++position_;
        return *this;
    }
    constexpr position_iterator operator++(int) noexcept
    {
        auto const before = *this;
        ++position_;
        return before;
    }
    constexpr position_iterator& operator--() noexcept
    {
        --position_;
        return *this;
    }
    constexpr position_iterator operator--(int) noexcept
    {
        auto const before = *this;
        --position_;
        return before;
    }
    constexpr position_iterator& operator+=(difference_type n) noexcept
    {
        position_ += static_cast<std::uint64_t>(n); // modulo 2^64, so that n may be negative
        return *this;
    }
    constexpr position_iterator& operator-=(difference_type n) noexcept
    {
        position_ -= static_cast<std::uint64_t>(n);
        return *this;
    }

    [[nodiscard]] friend constexpr position_iterator operator+(position_iterator it,
                                                               difference_type n) noexcept
    {
        return it += n;
    }
    [[nodiscard]] friend constexpr position_iterator operator+(difference_type n,
                                                               position_iterator it) noexcept
    {
        return it += n;
    }
    [[nodiscard]] friend constexpr position_iterator operator-(position_iterator it,
                                                               difference_type n) noexcept
    {
        return it -= n;
    }
    [[nodiscard]] friend constexpr difference_type operator-(position_iterator const& a,
                                                             position_iterator const& b) noexcept
    {
        return static_cast<difference_type>(a.position_ - b.position_);
    }

    [[nodiscard]] friend constexpr bool operator==(position_iterator const& a,
                                                   position_iterator const& b) noexcept
    {
        return a.position_ == b.position_;
    }
    [[nodiscard]] friend constexpr std::strong_ordering
    operator<=>(position_iterator const& a, position_iterator const& b) noexcept
    {
        return a.position_ <=> b.position_;
    }

private:
    [[no_unique_address]] Read read_{};
    std::uint64_t position_ = 0;
};

} // namespace detail
} // namespace capgraph::inline v0
