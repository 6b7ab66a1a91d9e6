// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace capgraph::inline v0::detail {

/// Sums of parts, whose error does not grow with how many there are: of a hub with 100,000
/// neighbours a plain sum is off by more than an iteration's tolerance. (Neumaier, "Rundungsfehler-
/// analyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974.)
template <std::size_t N>
class steady_sums {
public:
    void add(std::array<double, N> const& parts)
    {
        for (std::size_t i = 0; i < N; ++i) {
            auto const sum = sums_[i] + parts[i];
            lost_[i] += std::abs(sums_[i]) >= std::abs(parts[i]) ? (sums_[i] - sum) + parts[i]
                                                                 : (parts[i] - sum) + sums_[i];
            sums_[i] = sum;
        }
    }
    void add(steady_sums const& other)
    {
        add(other.sums_);
        add(other.lost_);
    }
    [[nodiscard]] std::array<double, N> value() const
    {
        auto out = sums_;
        for (std::size_t i = 0; i < N; ++i) {
            // What is beyond double, or no number, has lost nothing that could be told.
            out[i] += std::isfinite(lost_[i]) ? lost_[i] : 0.0;
        }
        return out;
    }

private:
    std::array<double, N> sums_{};
    std::array<double, N> lost_{};
};

/// So many may be summed plainly.
inline constexpr std::uint64_t few_to_sum = 256;

/// term(0) + ... + term(count - 1).
template <class Term>
[[nodiscard]] double sum_of(std::uint64_t count, Term term)
{
    auto const plain = [&](std::uint64_t first, std::uint64_t last) {
        double sum = 0.0;
        for (auto k = first; k < last; ++k) {
            sum += term(k);
        }
        return sum;
    };
    if (count <= few_to_sum) {
        return plain(0, count);
    }
    steady_sums<1> sum;
    for (std::uint64_t first = 0; first < count; first += few_to_sum) {
        sum.add({plain(first, std::min(count, first + few_to_sum))});
    }
    return sum.value()[0];
}

} // namespace capgraph::inline v0::detail
