// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace capgraph::inline v0 {

/// Which edges of a vertex count for it; in an undirected graph the two are the same.
enum class counted_edges {
    out, ///< Those that leave it.
    in,  ///< Those that arrive at it.
};

} // namespace capgraph::inline v0
