// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

using vertex_list = std::vector<std::uint32_t>;

/// `a`, then `b`.
[[nodiscard]] inline vertex_list joined(std::span<std::uint32_t const> a,
                                        std::span<std::uint32_t const> b)
{
    vertex_list all{a.begin(), a.end()};
    all.insert(all.end(), b.begin(), b.end());
    return all;
}

/// `all` without those in `but`, in their order.
[[nodiscard]] inline vertex_list without(std::span<std::uint32_t const> all, vertex_list but)
{
    std::sort(but.begin(), but.end());
    vertex_list left;
    std::copy_if(all.begin(), all.end(), std::back_inserter(left),
                 [&](std::uint32_t v) { return !std::binary_search(but.begin(), but.end(), v); });
    return left;
}

} // namespace capgraph::inline v0::detail
