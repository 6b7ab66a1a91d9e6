// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace capgraph::inline v0::detail {

// Numbers of shortest paths grow exponentially with the size of a graph. A double holds them up to
// 1e308, which ordinary graphs stay below; wide_count goes on to any number, at the same precision.

inline void add(double& count, double more)
{
    count += more;
}

[[nodiscard]] inline bool fits(double count)
{
    return count <= std::numeric_limits<double>::max();
}

[[nodiscard]] inline double quotient(double a, double b)
{
    return a / b;
}

[[nodiscard]] inline double product(double a, double b)
{
    return a * b;
}

// digits * 2^(512 * exponent), with digits in [1, 2^512) or zero.
struct wide_count {
    double digits = 0.0;
    std::int64_t exponent = 0;

    wide_count() = default;
    explicit wide_count(double count) : digits{count} {} // of small counts
};

inline constexpr double wide_base = 0x1p512;

inline void add(wide_count& count, wide_count more)
{
    if (count.exponent < more.exponent) {
        std::swap(count, more);
    }
    auto const apart = count.exponent - more.exponent;
    if (apart <= 1) { // else below the last bit
        count.digits += apart == 0 ? more.digits : more.digits / wide_base;
    }
    if (count.digits >= wide_base) {
        count.digits /= wide_base;
        ++count.exponent;
    }
}

[[nodiscard]] inline bool fits(wide_count)
{
    return true;
}

// Precondition: a <= b and b is not zero.
[[nodiscard]] inline double quotient(wide_count a, wide_count b)
{
    auto const apart = b.exponent - a.exponent;
    if (apart > 3) {
        return 0.0; // below the smallest double
    }
    return std::ldexp(a.digits / b.digits, static_cast<int>(-512 * apart));
}

[[nodiscard]] inline wide_count product(wide_count a, wide_count b)
{
    a.digits *= b.digits; // below 2^1024
    a.exponent += b.exponent;
    if (a.digits >= wide_base) {
        a.digits /= wide_base;
        ++a.exponent;
    }
    return a;
}

} // namespace capgraph::inline v0::detail
