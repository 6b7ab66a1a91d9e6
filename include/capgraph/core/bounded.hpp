// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/share.hpp>

#include <optional>
#include <string_view>

namespace capgraph::inline v0 {

/// An answer with honest bounds.
///
/// `lower` and `upper` are the infimum and supremum over everything the statements leave open.
template <class T>
struct bounded {
    T lower{};
    T upper{};
    /// The part of the whole that is known or can be deduced.
    share coverage{};
    /// Whether a source said "about" of something the figure rests on.
    bool hedged = false;
    /// One figure, where the bounds meet or the caller asked for a convention.
    std::optional<T> best{};
    /// The convention behind `best`: "exact" where the bounds meet; empty without a `best`.
    std::string_view convention{};

    friend bool operator==(bounded const&, bounded const&) = default;
};

/// The bounds [lower, upper]; `best` is there when they meet.
/// Precondition: `lower <= upper`.
template <class T>
[[nodiscard]] constexpr bounded<T> make_bounded(T lower, T upper, share coverage,
                                                bool hedged = false)
{
    bounded<T> answer{lower, upper, coverage, hedged, std::nullopt, {}};
    if (lower == upper) {
        answer.best = lower;
        answer.convention = "exact";
    }
    return answer;
}

} // namespace capgraph::inline v0
