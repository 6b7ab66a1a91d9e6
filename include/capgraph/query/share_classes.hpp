// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/share.hpp>

#include <cmath>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

/// The shares of one class, and those of them that somebody holds.
struct held_class {
    double issued = 0.0;
    double held = 0.0;
    double votes_each = 1.0;
    double dividend_each = 1.0;
};

/// What a holder of shares of several classes holds of the whole.
struct class_parts {
    share votes;   ///< For holdings of basis `votes`.
    share capital; ///< For holdings of basis `equity`: the claim on what is paid out.

    friend bool operator==(class_parts const&, class_parts const&) = default;
};

/// The parts of votes and of capital that shares of several classes make: what to tell a ledger
/// where a source gives numbers of shares. Nothing of the votes where there are none, and so of the
/// capital.
///
/// Complexity: linear. Throws: `std::invalid_argument` unless all numbers are finite and at least 0,
///   and no more is held than was issued.
[[nodiscard]] inline class_parts parts_of_classes(std::span<held_class const> classes)
{
    double votes[2] = {0.0, 0.0}; // held, all
    double capital[2] = {0.0, 0.0};
    for (auto const& c : classes) {
        auto const is_sound = std::isfinite(c.issued) && c.held >= 0.0 && c.held <= c.issued
                              && std::isfinite(c.votes_each) && c.votes_each >= 0.0
                              && std::isfinite(c.dividend_each) && c.dividend_each >= 0.0;
        if (!is_sound) {
            throw std::invalid_argument{"capgraph::parts_of_classes: " + std::to_string(c.held)
                                        + " held of " + std::to_string(c.issued)
                                        + " issued, expected 0 <= held <= issued"};
        }
        votes[0] += c.held * c.votes_each;
        votes[1] += c.issued * c.votes_each;
        capital[0] += c.held * c.dividend_each;
        capital[1] += c.issued * c.dividend_each;
    }
    auto const part = [](double const(&of)[2]) {
        return of[1] > 0.0 ? share{of[0] / of[1]} : share{};
    };
    return {part(votes), part(capital)};
}

} // namespace capgraph::inline v0
