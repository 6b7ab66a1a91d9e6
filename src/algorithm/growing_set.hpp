// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../graph/charged_vector.hpp"
#include "touched_values.hpp"

#include <capgraph/algorithm/control.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// A set that takes in each company of which it holds enough, and what its members are declared to
/// control: the least fixpoint, each company once.
class growing_set {
public:
    growing_set(voting_power const& power, control_options const& options, bool certainly,
                checkpoint const& check, memory_budget& budget);

    /// Takes in `group`, and what follows.
    void grow(std::span<std::uint32_t const> group);

    /// The group, then what followed, in order.
    [[nodiscard]] std::vector<std::uint32_t> const& members() const noexcept
    {
        return members_.values();
    }
    /// How many of them are the group's.
    [[nodiscard]] std::size_t group_size() const noexcept { return group_size_; }
    /// What followed; all else is let go.
    [[nodiscard]] std::vector<std::uint32_t> followers() &&;
    /// By whom the member at `place` is declared to be controlled, if that is why it is one.
    [[nodiscard]] std::optional<std::uint32_t> declared_by(std::uint32_t place) const;
    /// The place of `v` among the members and one; 0 if it is none.
    [[nodiscard]] std::uint32_t place_of(std::uint32_t v) { return at_[v].place; }

private:
    static constexpr auto nobody = static_cast<std::uint32_t>(-1);

    struct state {
        double lower = 0.0; ///< Held by members, at the least.
        std::uint32_t place = 0;
    };
    /// What counts beside that for what is possible.
    struct possible_state {
        double upper = 0.0;  ///< Held by members at the most, each by itself.
        double known = -1.0; ///< Held by anybody, at the least: found out when it is first needed.
    };
    struct declaration {
        std::uint32_t place;
        std::uint32_t owner;
    };

    /// Unless nobody controls it.
    void take_in(std::uint32_t v, std::uint32_t declared_by = nobody);
    void admit(std::uint32_t v, std::uint32_t declared_by = nobody);
    void take_in_open_ones();
    void hold(std::uint32_t member);
    [[nodiscard]] bool is_enough(double part) const;
    [[nodiscard]] bool is_enough(std::uint32_t v, double lower);
    [[nodiscard]] bool holds_itself(std::uint32_t v) const;

    voting_power const* power_;
    memory_budget* budget_;
    control_options const* options_;
    bool certainly_;
    paced_poll pace_;
    touched_values<state> at_;
    touched_values<possible_state> possible_at_;
    charged_vector<std::uint32_t> members_;
    charged_vector<declaration> declared_; ///< Members that are declared, by place.
    std::size_t group_size_ = 0;
};

/// What `control_of` finds: a part of a call, of which `check` and `budget` are.
[[nodiscard]] controlled_set controlled_by(voting_power const& power,
                                           std::span<std::uint32_t const> group,
                                           control_options const& options, checkpoint const& check,
                                           memory_budget& budget);

} // namespace capgraph::inline v0::detail
