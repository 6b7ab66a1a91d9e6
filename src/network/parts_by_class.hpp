// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Between what and what a part lies.
struct told_part {
    double lower = 0.0;
    double upper = 0.0;

    friend bool operator==(told_part const&, told_part const&) = default;
};

/// What one owner is told to hold of one company on one basis: of each class by its name, the
/// empty one for the whole.
using parts_by_class = std::map<std::string_view, told_part>;
using class_names = std::set<std::string_view>;

/// A part told again, under another name of the owner's, may be the same or another.
void add_told(parts_by_class& to, std::string_view share_class, told_part part);

/// The part of the whole, `all` being the classes there are. Of classes, whose sizes are unknown,
/// it is a mean of any weights.
[[nodiscard]] std::optional<told_part> whole_of(parts_by_class const& parts,
                                                class_names const& all);

} // namespace capgraph::inline v0::detail
