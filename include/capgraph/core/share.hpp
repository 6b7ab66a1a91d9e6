// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <compare>
#include <stdexcept>

namespace capgraph::inline v0 {

/// A part of a whole, in [0, 1].
///
/// Ownership stakes and state-backing shares are both shares; money is not.
class share {
public:
    /// Nothing of the whole.
    constexpr share() noexcept = default;

    /// `fraction` of the whole.
    ///
    /// Throws: `std::domain_error` unless `fraction` lies in [0, 1]; NaN does not.
    explicit constexpr share(double fraction)
    {
        if (!(fraction >= 0.0 && fraction <= 1.0)) {
            throw std::domain_error{"capgraph::share: not in [0, 1]"};
        }
        // -0.0 equals 0.0 but prints otherwise: equal shares are the same share.
        fraction_ = fraction == 0.0 ? 0.0 : fraction;
    }

    [[nodiscard]] constexpr double fraction() const noexcept { return fraction_; }
    [[nodiscard]] constexpr double percent() const noexcept { return 100.0 * fraction_; }

    /// The share of a share: what is held through an intermediate holder.
    [[nodiscard]] friend constexpr share operator*(share outer, share inner)
    {
        return share{outer.fraction_ * inner.fraction_};
    }

    // A share is never NaN, so its order is total.
    friend constexpr bool operator==(share, share) noexcept = default;
    [[nodiscard]] friend constexpr std::weak_ordering operator<=>(share a, share b) noexcept
    {
        if (a.fraction_ < b.fraction_) {
            return std::weak_ordering::less;
        }
        return a.fraction_ > b.fraction_ ? std::weak_ordering::greater
                                         : std::weak_ordering::equivalent;
    }

private:
    double fraction_ = 0.0;
};

} // namespace capgraph::inline v0
