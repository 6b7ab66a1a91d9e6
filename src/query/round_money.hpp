// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "capital_bounds.hpp"
#include "part_reader.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/query/state_backing.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

/// One investor of a round: who, and the cheque it paid.
struct syndicate_member {
    entity_id investor{};
    bool is_internal = false;
    amount cheque{};
};

/// The investors of a round whose participations count, by slug, whoever they roll up to.
///
/// An investor under two names is one: of its cheques each disclosed one is money, and stands here
/// by itself; an undisclosed one beside them is not.
[[nodiscard]] std::vector<syndicate_member> members_of(network const& n, record_id round);

/// Which members are counted: all, or those whose money comes from without.
enum class members_counted : std::uint8_t { all, external };

/// The investors among `members`, in their order, each once.
[[nodiscard]] std::vector<entity_id> investors_among(std::vector<syndicate_member> const& members,
                                                     members_counted which = members_counted::all);

/// A round with its investors.
struct syndicate {
    record_id round{};
    std::vector<syndicate_member> members;
};

/// The round as the view has it; without its totals where its own status does not count, and
/// without the target of a round that is closed.
[[nodiscard]] funding_round counted_round(view const& facts, record_id round);

/// The currencies in which a round can be measured, the best first: those of its total or, where
/// that is undisclosed, of its first disclosed cheque, or else of its external part; before the
/// others those in which each disclosed cheque is told too and, of these first, `beside`, where
/// that is given. Those of `beside` where no sum is said at all; else none.
[[nodiscard]] std::vector<currency> units_of(view const& facts, syndicate const& s,
                                             amount const* beside = nullptr);

/// What is said of the money of a round, in one currency.
struct read_round {
    round_money money;
    std::vector<used_rate> rates; ///< In the order of their use, each once.
    /// That a rate lacks, and which; what could not be converted for want of it is then anything.
    std::optional<error> lacking{};
};

/// `parts`: which part of an investor is the state's. Throws: `error` with `overflow`.
[[nodiscard]] read_round read_money_as_can_be(network const& n, syndicate const& s, currency unit,
                                              bool others_may_pay, part_reader const& parts,
                                              state_backing_options const& options);
/// All of it. Throws: as above, and `error` with `missing_rate`.
[[nodiscard]] read_round read_money(network const& n, syndicate const& s, currency unit,
                                    bool others_may_pay, part_reader const& parts,
                                    state_backing_options const& options);

/// Adds those of `more` that are not there yet.
void add_new(std::vector<used_rate>& to, std::vector<used_rate> const& more);

/// A sum that is no money of the round but is said of it, such as a worth.
struct read_sum {
    interval<money> sum;
    std::vector<used_rate> rates; ///< None, or one.
};

/// Converted as the round's cheques are. Throws: `error` with `missing_rate`.
[[nodiscard]] read_sum read_beside(network const& n, record_id round, amount const& value,
                                   currency unit, state_backing_options const& options);

} // namespace capgraph::inline v0::detail
