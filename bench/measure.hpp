// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctime>
#include <functional>
#include <vector>

namespace bench {

/// Processor time in milliseconds: what is timed here has one thread, and the machine may have
/// others to serve.
template <class Work>
double time_of(Work const& work)
{
    auto const start = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

inline double median(std::vector<double> times)
{
    std::ranges::sort(times);
    return times[times.size() / 2];
}

/// The median of each way's times. Each repetition begins with another way, so that none always
/// comes after the same one; `clear` goes before each, untimed.
template <std::size_t N>
std::array<double, N> measure(
    std::array<std::function<void()>, N> const& ways, int repetitions,
    std::function<void()> const& clear = [] {})
{
    std::array<std::vector<double>, N> times;
    for (int i = 0; i != repetitions; ++i) {
        for (std::size_t j = 0; j != N; ++j) {
            clear();
            auto const way = (static_cast<std::size_t>(i) + j) % N;
            times[way].push_back(time_of(ways[way]));
        }
    }
    std::array<double, N> result{};
    std::ranges::transform(times, result.begin(), median);
    return result;
}

} // namespace bench
