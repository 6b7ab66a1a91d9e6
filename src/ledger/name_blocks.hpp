// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "name_likeness.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// Tells which of many names are worth comparing with one, without looking at them all.
///
/// A name has marks: its words, runs of its letters, its spellings with one letter left out, its
/// initials. Names with rare marks in common come first. Marks are kept as hashes; where two marks
/// have the same one, a comparison is wasted, no more.
class name_blocks {
public:
    /// Of `names`, which are known by their place.
    explicit name_blocks(std::span<spelling const> names);

    /// At most `max_name_comparisons` names that share marks with `name`, but not its key; those
    /// that share more and rarer ones first. Reads a bounded part of the index besides.
    [[nodiscard]] std::vector<std::uint32_t> nearest(spelling name) const;

private:
    struct entry {
        std::uint64_t mark;
        std::uint32_t name;

        friend auto operator<=>(entry const&, entry const&) = default;
    };

    std::span<spelling const> names_;
    std::vector<entry> entries_; ///< Sorted.
};

} // namespace capgraph::inline v0::detail
