// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <ctime>

namespace bench {

/// Milliseconds of processor time, of all threads together.
inline double processor_ms()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Of the calling thread alone.
inline double thread_ms()
{
    std::timespec t{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
}

inline double wall_ms()
{
    using namespace std::chrono;
    return duration<double, std::milli>{steady_clock::now().time_since_epoch()}.count();
}

} // namespace bench
