// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "parts_by_class.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

void add_told(parts_by_class& to, std::string_view share_class, told_part part)
{
    auto const [at, is_new] = to.try_emplace(share_class, part);
    if (!is_new) {
        at->second = {std::max(at->second.lower, part.lower),
                      std::min(1.0, at->second.upper + part.upper)};
    }
}

std::optional<told_part> whole_of(parts_by_class const& parts, class_names const& all)
{
    if (parts.empty()) {
        return std::nullopt;
    }
    if (auto const whole = parts.find({}); whole != parts.end()) {
        return whole->second;
    }
    auto const classes = all.size() - all.count({}); // the whole is none
    told_part out{parts.size() < classes ? 0.0 : 1.0, 0.0};
    for (auto const& [name, part] : parts) {
        out = {std::min(out.lower, part.lower), std::max(out.upper, part.upper)};
    }
    return out;
}

} // namespace capgraph::inline v0::detail
