// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

namespace capgraph::inline v0::detail {

/// A place in a text: the byte from 0, line and column from 1, the column in bytes.
struct place {
    std::uint64_t byte = 0;
    std::uint64_t line = 1;
    std::uint64_t column = 1;
};

} // namespace capgraph::inline v0::detail
