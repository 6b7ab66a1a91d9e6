// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "paid_cheques.hpp"

#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_money_options.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// The rounds of a scope in which money came in for shares, and was counted once.
[[nodiscard]] co_investment_groups paid_rounds(network const& n, co_investment_scope scope);

/// Those that count, and those that are left out for want of a rate, by company, then by slug.
struct rated_rounds {
    co_investment_groups all;
    std::vector<record_id> left_out;
};
/// Reads money only where rounds are to be left out. Throws: as `paid_cheques`.
[[nodiscard]] rated_rounds rounds_that_count(network const& n, co_investment_scope scope,
                                             co_investment_money_options const& options,
                                             run_options const& run);

/// Throws: `std::invalid_argument` for a `min_weight` that is no number.
void check_options(co_investment_money_options const& options);

/// A tie of money: to whom, and what it weighs.
struct money_tie {
    std::uint32_t other = 0;
    side_by_side_money sum{0.0, 0.0, 0.0};
    double weight = 0.0;
};

[[nodiscard]] double weight_of(side_by_side_money const& sum, money_weight by);

/// Whether `a` comes first: the heavier one, then that of the higher bounds, then of the lower
/// member.
[[nodiscard]] bool is_heavier(money_tie const& a, money_tie const& b);

void add(side_by_side_money& to, side_by_side_money const& more);

/// What single members put in beside others, one after another.
class money_adder {
public:
    /// All must outlive it. Groups that `paid` found to lack a rate are passed over where they are
    /// to be left out.
    money_adder(co_investment_groups const& all, paid_cheques const& paid,
                co_investment_money_options const& options);

    /// The ties of `v` to members above `v`, or to all; those that weigh enough, by member. Valid
    /// until the next call.
    [[nodiscard]] std::span<money_tie const> later_ties(std::uint32_t v, paced_poll& poll);
    [[nodiscard]] std::span<money_tie const> all_ties(std::uint32_t v, paced_poll& poll);

private:
    void meet(std::uint32_t v, std::uint32_t least, paced_poll& poll);
    void add_up(std::uint32_t v, paced_poll& poll);
    std::span<money_tie const> ties_of(std::uint32_t v, std::uint32_t least, paced_poll& poll);
    [[nodiscard]] bool is_passed_over(std::uint32_t group) const;

    co_investment_groups const* all_;
    paid_cheques const* paid_;
    co_investment_money_options const* options_;
    std::vector<std::uint32_t> place_; ///< Of a member among `ties_`, once met.
    std::vector<money_tie> ties_;
};

} // namespace capgraph::inline v0::detail
