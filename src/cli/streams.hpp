// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <iosfwd>

namespace capgraph::cli {

/// What a run of the command reads and writes.
struct streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

} // namespace capgraph::cli
