// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"
#include "place.hpp"
#include "slug_outlook.hpp"

#include <cstddef>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Reads plain lines: an object without escapes, exponents and tabs, a few levels deep, of at most
/// some hundred values and some thousand bytes. Most lines are plain; Boost's parser reads all
/// others.
///
/// Whatever is taken here Boost's parser takes too, and for the same: this knows no rule of its
/// own, it gives up early.
class line_scanner {
public:
    /// Reads so many levels, or fewer. Notes in the trees which keys of its kind a record has, and
    /// tells the slugs that it names to `outlook`, if there is one.
    explicit line_scanner(std::size_t depth, slug_outlook* outlook = nullptr) noexcept;

    /// Reads the first line of `text`, which begins at `at` in `file` and ends in a line break,
    /// into `tree`. Returns the size of the line; 0 where it is not plain, and then the tree holds
    /// anything.
    [[nodiscard]] std::size_t scan(std::string_view file, std::string_view text, place const& at,
                                   json_tree& tree);

private:
    class run;

    std::size_t depth_;
    slug_outlook* outlook_;
};

} // namespace capgraph::inline v0::detail
