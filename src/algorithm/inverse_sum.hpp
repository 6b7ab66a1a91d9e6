// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>

namespace capgraph::inline v0::detail {

__extension__ using wide_unsigned = unsigned __int128;

// A sum of ones over distances, in whole units of 2^-95, of which 2^32 times the most fit: in any
// order the same.
class inverse_sum {
public:
    [[nodiscard]] static constexpr wide_unsigned of(std::uint64_t distance)
    {
        return (wide_unsigned{1} << unit_bits) / distance;
    }

    void add(std::uint64_t count, std::uint64_t distance) { units_ += of(distance) * count; }
    // What `of` says, so often.
    void add_units(std::uint64_t count, wide_unsigned each) { units_ += each * count; }
    void add(inverse_sum const& other) { units_ += other.units_; }

    // Rounded once.
    [[nodiscard]] double value() const
    {
        return std::ldexp(static_cast<double>(units_), -unit_bits);
    }

private:
    static constexpr int unit_bits = 95;

    wide_unsigned units_ = 0;
};

} // namespace capgraph::inline v0::detail
