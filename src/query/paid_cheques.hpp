// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>
#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_money.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

/// What an investor paid in a round, in major units.
struct paid_cheque {
    double told = 0.0;  ///< As much is said by itself.
    double lower = 0.0; ///< As much follows from all that is said of the round.
    double upper = 0.0;
    std::optional<double> best{}; ///< By an equal split.
    bool is_internal = false;     ///< Some of it is.
    bool is_external = false;
};

/// What of a round's money no cheque is told to take.
struct round_room {
    double total;
    double internal;
    double external;
};

/// What each investor paid in each round.
class paid_cheques {
public:
    /// Those of `groups`, ascending, which are rounds of `n`; the others are not looked at.
    /// Throws: as `project_co_investment_money`.
    paid_cheques(network const& n, co_investment_groups const& all,
                 std::span<std::uint32_t const> groups, co_investment_money_options const& options,
                 run_options const& run);

    /// The groups that lack a rate, ascending: read as far as they can be.
    [[nodiscard]] std::span<std::uint32_t const> without_rate() const noexcept { return lacking_; }

    /// Of the `place`-th member of a round.
    [[nodiscard]] paid_cheque const& at(std::uint32_t group, std::size_t place) const
    {
        return cheques_[offsets_[group] + place];
    }

    /// The lesser of two cheques of one round.
    [[nodiscard]] side_by_side_money lesser(std::uint32_t group, std::size_t a,
                                            std::size_t b) const;

private:
    void read_round(network const& n, co_investment_groups const& all, std::uint32_t group,
                    co_investment_money_options const& options, run_options const& run);
    void lack(std::uint32_t group, error const& why, unrated_money policy);

    std::vector<std::uint64_t> offsets_; ///< Of the members of each group.
    std::vector<paid_cheque> cheques_;
    std::vector<round_room> rooms_; ///< Of each group.
    std::vector<std::uint32_t> lacking_;
};

} // namespace capgraph::inline v0::detail
