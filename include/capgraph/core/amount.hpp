// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/stated.hpp>

#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// What was said of one sum of money: one or more renderings of it, or that it is undisclosed.
///
/// "Over 1bn yuan ($140m)" is one sum in two renderings: never added, never two sums. The first
/// rendering is the sum's own; the others are what the source printed beside it.
class CAPGRAPH_EXPORT amount {
public:
    /// Undisclosed. (A sum of which nothing at all was said is an absent `amount`.)
    amount() noexcept = default;

    /// One sum, in the renderings given, in the order of the text.
    /// Throws: `error` with `bad_value` for a rendering that is undisclosed or negative.
    amount(std::initializer_list<stated<money>> renderings);
    explicit amount(std::vector<stated<money>> renderings);

    [[nodiscard]] bool is_disclosed() const noexcept { return !renderings_.empty(); }
    [[nodiscard]] std::span<stated<money> const> renderings() const noexcept { return renderings_; }

    /// The first rendering in `unit`; null where there is none.
    [[nodiscard]] stated<money> const* in(currency unit) const noexcept;

    /// How the sum was said, whatever the rendering: the first qualifier that is not `plain`;
    /// `plain` where all are, `undisclosed` where nothing was said.
    [[nodiscard]] qualifier hedge() const noexcept;

    friend bool operator==(amount const&, amount const&) = default;

private:
    std::vector<stated<money>> renderings_;
};

/// How the bounds of a hedged sum are read.
struct tolerance {
    /// "About v" is [v - about v, v + about v], rounded outwards to minor units, kept at or above
    /// zero and within 64 bits; 0: [v, v], and hedged.
    double about = 0.0;
};

/// What the sum can be, in `unit`, by its first rendering there.
///
/// Absent when the sum has no rendering in `unit`: what is said in another currency bounds nothing
/// without a rate. A `plain` rendering takes the hedge of its siblings; beside a `between` it is
/// "about". No sum is negative: the bounds of what is undisclosed are [0, no upper).
///
/// Throws: `std::domain_error` for a tolerance that is negative or not finite.
[[nodiscard]] CAPGRAPH_EXPORT std::optional<interval<money>>
bounds_of(amount const& value, currency unit, tolerance soft = {});

} // namespace capgraph::inline v0
