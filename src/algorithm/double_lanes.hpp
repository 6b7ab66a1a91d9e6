// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace capgraph::inline v0::detail {

inline constexpr std::uint32_t lane_count = 8;
inline constexpr unsigned all_lanes = 255;

// So many doubles as a processor takes at once. Aligned by word, as the compiler would align by
// what the least processor has. Of wider ones than there are GCC takes apart all that is no
// arithmetic.
template <std::size_t Width>
struct doubles_of;
template <>
struct doubles_of<2> {
    using type [[gnu::vector_size(16), gnu::aligned(8)]] = double;
    using mask [[gnu::vector_size(16), gnu::aligned(8)]] = std::int64_t;
    static constexpr mask bits{1, 2};

    [[gnu::always_inline]] static inline std::int64_t any(mask const& m) { return m[0] | m[1]; }
};
template <>
struct doubles_of<4> {
    using type [[gnu::vector_size(32), gnu::aligned(8)]] = double;
    using mask [[gnu::vector_size(32), gnu::aligned(8)]] = std::int64_t;
    static constexpr mask bits{1, 2, 4, 8};

    [[gnu::always_inline]] static inline std::int64_t any(mask const& m)
    {
        mask const both = m | __builtin_shufflevector(m, m, 2, 3, 0, 1);
        return both[0] | both[1];
    }
};
template <>
struct doubles_of<8> {
    using type [[gnu::vector_size(64), gnu::aligned(8)]] = double;
    using mask [[gnu::vector_size(64), gnu::aligned(8)]] = std::int64_t;
    static constexpr mask bits{1, 2, 4, 8, 16, 32, 64, 128};

    [[gnu::always_inline]] static inline std::int64_t any(mask const& m)
    {
        mask const both = m | __builtin_shufflevector(m, m, 4, 5, 6, 7, 0, 1, 2, 3);
        mask const all = both | __builtin_shufflevector(both, both, 2, 3, 0, 1, 6, 7, 4, 5);
        return all[0] | all[1];
    }
};

// A double for each of eight searches. Each lane sums in the order it would alone: the figures are
// the same to the last bit whatever the width is. Lanes are told by the bits of a byte. All is
// inlined into callers compiled for a processor.
template <std::size_t Width>
struct alignas(64) double_lanes {
    using doubles = doubles_of<Width>;
    using mask = typename doubles::mask;

    static constexpr std::size_t parts = lane_count / Width;
    static constexpr unsigned part_bits = (1U << Width) - 1U;

    typename doubles::type part[parts]; // NOLINT(modernize-avoid-c-arrays): at -O0, too

    [[gnu::always_inline]] inline void clear()
    {
        for (auto& each : part) {
            each = typename doubles::type{};
        }
    }
    [[gnu::always_inline]] inline void set(std::size_t lane, double x)
    {
        part[lane / Width][lane % Width] = x;
    }
    [[gnu::always_inline]] inline void add(double_lanes const& other)
    {
        for (std::size_t i = 0; i < parts; ++i) {
            part[i] += other.part[i];
        }
    }
    [[gnu::always_inline]] inline void multiply(double_lanes const& other)
    {
        for (std::size_t i = 0; i < parts; ++i) {
            part[i] *= other.part[i];
        }
    }
    [[gnu::always_inline]] inline void divide(double_lanes const& other)
    {
        for (std::size_t i = 0; i < parts; ++i) {
            part[i] /= other.part[i];
        }
    }
    // x * factor + more.
    [[gnu::always_inline]] inline void set_product(double_lanes const& x, double factor,
                                                   double more = 0.0)
    {
        for (std::size_t i = 0; i < parts; ++i) {
            part[i] = more + factor * x.part[i];
        }
    }
    // 0 but where the bits say so.
    [[gnu::always_inline]] inline void keep(unsigned lanes)
    {
        for (std::size_t i = 0; i < parts; ++i) {
            auto const wanted =
                mask{} + static_cast<std::int64_t>(lanes >> (i * Width) & part_bits);
            mask const kept = (wanted & doubles::bits) != 0;
            part[i] = (typename doubles::type)((mask)part[i] & kept);
        }
    }
    [[nodiscard, gnu::always_inline]] inline unsigned above(double least) const
    {
        unsigned lanes = 0;
        for (std::size_t i = 0; i < parts; ++i) {
            mask const found = (part[i] > least) & doubles::bits;
            lanes |= static_cast<unsigned>(doubles::any(found)) << (i * Width);
        }
        return lanes;
    }
    [[nodiscard, gnu::always_inline]] inline double operator[](std::size_t lane) const
    {
        return part[lane / Width][lane % Width];
    }
    [[nodiscard, gnu::always_inline]] inline double sum() const
    {
        auto const& x = *this;
        return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
    }
};

} // namespace capgraph::inline v0::detail
