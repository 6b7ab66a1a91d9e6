// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdlib>

namespace capgraph::test {

/// How many times the usual number of random cases to run: CAPGRAPH_TEST_EFFORT, or 1.
inline int effort()
{
    auto const* const text = std::getenv("CAPGRAPH_TEST_EFFORT");
    auto const value = text != nullptr ? std::atoi(text) : 1;
    return value > 0 ? value : 1;
}

} // namespace capgraph::test
