// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/amount.hpp>
#include <capgraph/core/bounded.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/exchange_rates.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/state_parts.hpp>
#include <capgraph/run/run_options.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// Of what the state's part is a part.
enum class backing_denominator : std::uint8_t {
    total,      ///< All the money of the round, or of the company's rounds; all investors.
    external,   ///< Without what founders and parents put in.
    post_money, ///< What the company is worth after the round; all investors. Of one round only.
};

template <>
inline constexpr auto detail::words_of<backing_denominator> =
    std::to_array<std::string_view>({"total", "external", "post_money"});

/// Who may have paid what no named investor is said to have paid.
enum class unnamed_money : std::uint8_t {
    impossible, ///< Only the named investors, unless a source counts more: the rest is theirs.
    possible,   ///< Others besides, where the source does not say that the list is complete.
};

template <>
inline constexpr auto
    detail::words_of<unnamed_money> = std::to_array<std::string_view>({"impossible", "possible"});

/// By which convention a single figure is named beside the bounds.
enum class backing_convention : std::uint8_t {
    none,        ///< None, unless the bounds meet.
    equal_split, ///< The remainder of each round spread equally, within each cheque's bounds.
};

template <>
inline constexpr auto
    detail::words_of<backing_convention> = std::to_array<std::string_view>({"none", "equal_split"});

/// Who is counted by headcount.
enum class counted_heads : std::uint8_t {
    investors,   ///< Those that are named.
    controllers, ///< Who controls them in the end, for certain; each once.
};

template <>
inline constexpr auto
    detail::words_of<counted_heads> = std::to_array<std::string_view>({"investors", "controllers"});

struct state_backing_options {
    state_measure measure = state_measure::labelled;
    backing_denominator denominator = backing_denominator::total;
    /// Which state, by its ISO 3166 code; empty: any. Who is tied to a state that the source does
    /// not name counts for every state.
    std::string_view country{};
    /// Which level of it; absent: any. Whose level no source tells counts at the most.
    std::optional<state_level> level{};
    /// Whether what nobody is said to hold may be the state's: of `look_through`, `consolidated`.
    unknown_owners unknown = unknown_owners::possible;
    counted_heads heads = counted_heads::investors;
    unnamed_money unnamed = unnamed_money::impossible;
    backing_convention best = backing_convention::none;
    /// Whether the money is looked at. Without it no rate is needed, and `capital` is unknown.
    bool with_capital = true;
    tolerance soft{};
    /// Rates of the caller's own, which go before those of the data set; must outlive the call.
    exchange_rates const* rates = nullptr;
    /// The parts of all entities, made before, so that many calls need not make them anew: their
    /// scope goes before what stands above. Of the same network; must outlive the call.
    state_parts const* parts = nullptr;
};

/// By what a sum was converted.
struct used_rate {
    record_id round{}; ///< For which round.
    currency from{};
    currency to{};
    /// The rate; absent where the round's total, told in both currencies, implies it.
    std::optional<exchange_rate> by{};

    friend bool operator==(used_rate const&, used_rate const&) = default;
};

/// The state's part in a round or a company, from what was reported.
struct state_backing {
    state_measure measure = state_measure::labelled;
    backing_denominator denominator = backing_denominator::total;
    /// The distinct named investors, or who controls them, and those of them that count as the
    /// state in some part for certain; by slug.
    std::vector<entity_id> investors;
    std::vector<entity_id> state_investors;
    /// The state's part of the investors.
    bounded<share> headcount;
    /// The state's part of the money, over every way the undisclosed cheques can fall.
    bounded<share> capital;
    /// The currency in which the money was measured; none where no sum is known.
    std::optional<currency> unit;
    /// What sums were converted by: of each round in the order of use, each once.
    std::vector<used_rate> rates;
    /// The rounds whose cheques come to more than the total that is told, which they raise.
    std::vector<record_id> over_total;

    friend bool operator==(state_backing const&, state_backing const&) = default;
};

/// The state's part in one round.
///
/// Each investor counts with the part of it that is the state's by the measure: bounds where that
/// is not known. The cheques and the parts being independent, all bounds are reached together.
///
/// For capital: the round's total T lies within its bounds, each cheque within its own, undisclosed
/// ones anywhere, the external ones together within what is said of the external part; together
/// they make T, with unnamed money where that is possible, or where no named investor can have paid
/// the rest. Unnamed money is external. The bounds are the infimum and the supremum over all of
/// that. `coverage` is the part of the money whose payer and size are known or can be deduced, of
/// the whole at its most: 0 where nothing limits the whole.
///
/// Ratios use the first currency of the total in which each disclosed cheque is told too, or else
/// its first; a cheque that is not told in it is converted by the rate that the renderings of the
/// total imply or, where they don't, by a rate for the day of the round (announced, or else
/// closed), the caller's before the data set's, or by two such rates through a third currency; and
/// so is what is said of the external part. Where
/// only participations in the round have come as far as `min_status`, the round's own totals are
/// unknown; so is that of a closed round of which only the target is told. Cheques that exceed the
/// total raise it, and `over_total` says so. Where nobody is named, what came in is of others. Two
/// disclosed cheques of one investor, under two names that are the same, add up; an undisclosed one
/// beside a disclosed one is no money besides.
///
/// For headcount: distinct investors; "at least n investors" of which fewer are named, and leads of
/// whom only the tie to a state is told, leave the others unknown, who count in `upper` and not in
/// `lower`, and may have paid. `coverage` is the named part of all who may be there.
///
/// Of `post_money` the whole is what the round's valuations say: of basis `post`, or of basis `pre`
/// with the round's money on top. Where none is known the part is anything. Of currencies in
/// which each cheque is told that goes first in which the worth is told too; where none is, it is
/// converted as cheques are. `coverage` stays that of the round's money.
///
/// Who investors roll up to in `n` changes neither.
///
/// Where there is neither money nor an investor the part is unknown: [0, 1], coverage 0.
///
/// Complexity: O(k log k) in the investors of the round; besides, where `options.parts` are not given,
///   that of `state_parts` by the measure and, for `heads` by controllers, that of
///   `ultimate_controllers`.
/// Throws: `error` with `not_known_at` when the view does not know the round, or neither it nor a
///   participation in it has come as far as `min_status`; `missing_rate` for cheques or a worth
///   that cannot be converted, naming all pairs and days that lack one; `overflow` for sums that
///   pass 64 bits; `std::out_of_range` for an id that is no round.
[[nodiscard]] CAPGRAPH_EXPORT state_backing
state_backing_of(network const& n, record_id round, state_backing_options const& options = {},
                 run_options const& run = {});

/// The state's part in a company: in the rounds of it that count, together.
///
/// Headcount takes all who back it, in whatever round or in none that is known. Capital takes the
/// rounds in which money came in for shares (primary, ipo, tranche, or of unknown kind); totals
/// over other rounds are left out, and so is what is known of no round. All totals are taken in
/// one currency in which each is told or, without such, in that of the first round, by rates. The
/// unnamed investors of several rounds may be the same, or named in another.
///
/// Throws: as above; `not_known_at` when the network has neither a round nor a backer of `company`.
[[nodiscard]] CAPGRAPH_EXPORT state_backing
state_backing_of(network const& n, entity_id company, state_backing_options const& options = {},
                 run_options const& run = {});

/// The state's part in several companies together: a portfolio, a sector, or all. As one company
/// that has the rounds and backers of all; unnamed investors of several may be the same.
///
/// Throws: as above, but a company that has neither a round nor a backer adds nothing.
[[nodiscard]] CAPGRAPH_EXPORT state_backing
state_backing_of(network const& n, std::span<entity_id const> companies,
                 state_backing_options const& options = {}, run_options const& run = {});

/// The companies that an entity backs, as the network has it; by slug.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<entity_id> portfolio_of(network const& n,
                                                                  entity_id investor);

/// The companies of one sector, to the byte, that somebody backs or that have a round; by slug.
/// Empty for all sectors.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<entity_id> companies_in(network const& n,
                                                                  std::string_view sector = {});

/// Whether `entity` counts as the state by `measure`: what decides is what the view knows.
///
/// A government and a state body are organs by their kind, of the state of their country; others by
/// their `state_link`. By `labelled` also who is controlled, as a source declares, by an organ:
/// directly, not through a chain, and not by the size of a share. By the other measures it does
/// when a part of it certainly does; many are better asked of one `state_parts`.
[[nodiscard]] CAPGRAPH_EXPORT bool is_state(network const& n, entity_id entity,
                                            state_measure measure, std::string_view country = {});

} // namespace capgraph::inline v0
