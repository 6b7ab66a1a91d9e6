// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

namespace capgraph::inline v0 {

/// Between which figures a figure lies, both included.
///
/// `upper` is absent where nothing bounds it: "over 1bn" is [1bn, no upper), and its lower end is a
/// limit that can be approached. `hedged`: the source said "about", so that the ends are soft.
template <class T>
struct interval {
    T lower{};
    std::optional<T> upper{};
    bool hedged = false;

    friend bool operator==(interval const&, interval const&) = default;
};

} // namespace capgraph::inline v0
