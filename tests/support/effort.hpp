// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <cstdlib>

namespace capgraph::test {

/// How many times the usual number of random cases to run: CAPGRAPH_TEST_EFFORT, or 1.
inline int effort()
{
    auto const* const text = std::getenv("CAPGRAPH_TEST_EFFORT");
    auto const value = text != nullptr ? std::atoi(text) : 1;
    return value > 0 ? value : 1;
}

/// On how many random cases to try a law of the contract: thousands in the release, fewer where
/// each is some ten times dearer.
inline std::uint64_t law_cases()
{
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    constexpr std::uint64_t usual = 2000;
#else
    constexpr std::uint64_t usual = 150;
#endif
    return usual * static_cast<std::uint64_t>(effort());
}

} // namespace capgraph::test
