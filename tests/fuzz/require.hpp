// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>

namespace capgraph::test {

/// Ends the fuzzer, which keeps the input, where a law does not hold.
inline void require(bool holds, char const* law)
{
    if (!holds) {
        throw std::logic_error{law};
    }
}

} // namespace capgraph::test
