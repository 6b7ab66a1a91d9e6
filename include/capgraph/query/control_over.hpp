// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/control.hpp>
#include <capgraph/algorithm/set_rule.hpp>
#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// When votes make control.
struct control_rule {
    /// The part of the votes that gives control.
    double threshold = 0.5;
    /// Whether more than that is needed, or that much is enough.
    bool is_strict = true;
    /// Whether declared control counts.
    bool takes_declared = true;
};

/// Something controlled, or something that controls.
struct controlled_entity {
    entity_id entity{};
    /// Whatever the stakes are within their bounds; else with some of them.
    bool is_certain = false;
    /// The votes in it of all that control it, together and directly.
    part_bounds votes;

    friend bool operator==(controlled_entity const&, controlled_entity const&) = default;
};

/// What `group`, acting in concert, controls; in the order in which it follows, what is certain
/// first. Nobody controls persons, states, and who is marked as ultimate.
///
/// Semantics, bounds, complexity: those of the algorithm `control_of`.
/// Throws: `error` with `not_known_at`, `cancelled`; `std::invalid_argument` for a threshold out of
///   [0, 1].
[[nodiscard]] CAPGRAPH_EXPORT std::vector<controlled_entity>
controlled_by(ownership_network const& n, std::span<entity_id const> group,
              control_rule const& rule = {}, run_options const& run = {});

/// One who controls a company.
struct controller {
    entity_id entity{};
    bool is_certain = false;
    /// Whether nobody is known to control it in turn for certain.
    bool is_ultimate = false;

    friend bool operator==(controller const&, controller const&) = default;
};

/// Who controls a company.
struct controller_list {
    /// The certain ones first, of these the ultimate ones, then by slug.
    std::vector<controller> controllers;
    /// Whether there are more above the company than were asked: others may control it too, and who
    /// is ultimate among those found need not be so among all.
    bool is_cut = false;

    friend bool operator==(controller_list const&, controller_list const&) = default;
};

/// Who controls `company`, alone: those above it in the network, each asked by itself. Several
/// where control is declared of several: they hold it jointly. None where nobody is known to.
///
/// At most `most_entities` of those above are asked: the nearest, of one company's holders those
/// with the most votes. Without limit, for all companies at once: `ultimate_controllers`.
///
/// Complexity: for each of those that are asked, that of its control among those above `company`;
///   where these are more than a hundred times as many as are asked, of its control of anything.
/// Throws: as `controlled_by`.
[[nodiscard]] CAPGRAPH_EXPORT controller_list controllers_of(ownership_network const& n,
                                                             entity_id company,
                                                             control_rule const& rule = {},
                                                             std::size_t most_entities = 1'000,
                                                             run_options const& run = {});

/// Votes of one holder.
struct told_votes {
    entity_id holder{};
    part_bounds votes;

    friend bool operator==(told_votes const&, told_votes const&) = default;
};

/// One step of why something is controlled.
struct told_step {
    entity_id controlled{};
    /// By whom it is declared to be controlled, if that is why.
    std::optional<entity_id> declared_by{};
    /// Who of the group, and of what it was shown to control before, votes in it, by slug.
    std::vector<told_votes> votes;
};

struct told_derivation {
    std::vector<told_step> steps;
    /// Whether it is certain, or possible only.
    bool is_certain = false;
    /// Whether earlier steps were left out, being more than the limit.
    bool is_cut = false;
};

/// Why `group` controls `company`: the steps in order, the last about `company`. Of certain control
/// where there is any, else of possible control; no step where there is none.
/// Throws: as `controlled_by`.
[[nodiscard]] CAPGRAPH_EXPORT told_derivation why_controls(
    ownership_network const& n, std::span<entity_id const> group, entity_id company,
    control_rule const& rule = {}, std::size_t most_steps = 10'000, run_options const& run = {});

/// What belongs to the `listed` by a rule such as `ofac_rule`: by their parts of the capital and,
/// where the rule takes control, by control through votes or as declared; in the order in which it
/// follows, what is certain first. Nothing of persons, states, and who is marked as ultimate
/// belongs to anybody. Throws: as `controlled_by`.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<controlled_entity>
screened(ownership_network const& n, std::span<entity_id const> listed, set_rule const& rule,
         run_options const& run = {});

} // namespace capgraph::inline v0
