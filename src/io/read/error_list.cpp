// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "error_list.hpp"

#include <algorithm>
#include <cstdint>

namespace capgraph::inline v0::detail {

std::vector<error> error_list::in_order() &&
{
    auto const byte_of = [](error const& e) -> std::uint64_t {
        return e.where() != nullptr ? e.where()->byte : 0;
    };
    std::stable_sort(errors_.begin(), errors_.end(),
                     [&](error const& a, error const& b) { return byte_of(a) < byte_of(b); });
    return std::move(errors_);
}

} // namespace capgraph::inline v0::detail
