// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/voting_power.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

struct control_options {
    /// The part of the votes that gives control.
    double threshold = 0.5;
    /// Whether more than that is needed, or that much is enough.
    bool is_strict = true;
    /// Whether declared control counts.
    bool takes_declared = true;
    /// Whether a company's own shares leave the denominator.
    bool drops_treasury = true;
    unknown_owners unknown = unknown_owners::impossible;
    /// Vertices that nobody controls: persons, states. Ascending.
    std::span<std::uint32_t const> ultimate{};
};

/// What a group controls.
struct controlled_set {
    /// Whatever the stakes are within their bounds; in the order in which it follows.
    std::vector<std::uint32_t> certainly;
    /// With some stakes within their bounds: those above and more; in the order in which it
    /// follows.
    std::vector<std::uint32_t> possibly;
};

/// What `group`, acting in concert, controls: the least fixpoint.
///
/// The group controls y if it and what it controls hold together more than `threshold` of the votes
/// of y, or if one of them is declared to control y. Nothing is controlled by mutual support alone.
/// The group's own members are not listed. A threshold is met up to 1e-12, as sums of decimal
/// fractions are rounded.
///
/// With stakes as intervals, `certainly` takes the lower ends: the rest may be anybody's.
/// `possibly` takes, of each column, the most that the others leave; one choice of stakes reaches
/// all of it at once, so that both are sharp.
///
/// Votes of a company that are told to be more than the whole count as they are told, each holder's
/// as it stands: that is a finding of `stake_matrix::overfull`, and no reason to forget a majority
/// that somebody is said to have.
///
/// Complexity: O(s log d) where s counts the stakes that the controlled hold and d the owners of
///   one company; all of the network where unknown owners are possible.
/// Throws: `std::out_of_range` for a vertex that is none; `std::invalid_argument` for a threshold
///   out of [0, 1]; `error` with `cancelled`, `over_budget`.
/// Reference: Ceri, Gottlob & Tanca, "Logic Programming and Databases", 1990, company control.
[[nodiscard]] CAPGRAPH_EXPORT controlled_set control_of(voting_power const& power,
                                                        std::span<std::uint32_t const> group,
                                                        control_options const& options = {},
                                                        run_options const& run = {});

/// One holder's votes in a company.
struct vote_holding {
    std::uint32_t holder = 0;
    double lower = 0.0;
    double upper = 0.0;

    friend bool operator==(vote_holding const&, vote_holding const&) = default;
};

/// One step of a derivation: why a company is controlled, the steps before being taken.
struct control_step {
    std::uint32_t controlled = 0;
    /// By whom, if it is declared.
    std::optional<std::uint32_t> declared_by{};
    /// Who of the group and what it controls votes in it, ascending.
    std::vector<vote_holding> votes;

    friend bool operator==(control_step const&, control_step const&) = default;
};

/// Why a company is controlled.
struct control_derivation {
    /// The steps that lead there, in order, the last about the company itself; empty where it is
    /// not controlled.
    std::vector<control_step> steps;
    /// Whether earlier steps were left out, being more than the limit.
    bool is_cut = false;

    friend bool operator==(control_derivation const&, control_derivation const&) = default;
};

struct derivation_options {
    /// Which of the two fixpoints is meant.
    bool certainly = true;
    /// Of a longer derivation the last steps are told.
    std::size_t most_steps = 10'000;
};

/// Why `group` controls `target`.
///
/// Complexity and throws: as `control_of`.
[[nodiscard]] CAPGRAPH_EXPORT control_derivation
why_controlled(voting_power const& power, std::span<std::uint32_t const> group,
               std::uint32_t target, derivation_options const& derivation = {},
               control_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0
