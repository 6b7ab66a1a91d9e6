// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace capgraph::inline v0::detail {

/// Makes room for `more` elements, so that adding them cannot fail. Grows by doubling, so that many
/// small appends stay linear.
template <class T>
void make_room(std::vector<T>& v, std::size_t more)
{
    auto const needed = v.size() + more;
    if (needed > v.capacity()) {
        v.reserve(std::max(needed, 2 * v.capacity()));
    }
}

} // namespace capgraph::inline v0::detail
