// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/run/run_options.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// What is not known, or not exactly.
enum class unknown_figure : std::uint8_t {
    cheque, ///< What one investor paid into one round.
    total,  ///< The money of one round.
    stake,  ///< What one entity holds of another.
};

template <>
inline constexpr auto detail::words_of<unknown_figure> =
    std::to_array<std::string_view>({"cheque", "total", "stake"});

/// What it would be worth to know one figure.
struct narrowing {
    unknown_figure what = unknown_figure::cheque;
    std::optional<record_id> round{}; ///< Of a cheque, or of a total.
    entity_id investor{};             ///< Of a cheque; the owner of a stake.
    entity_id owned{};                ///< Of a stake.
    /// What the figure can be, given all else: a sum, or a part.
    std::optional<interval<money>> sum{};
    std::optional<part_bounds> part{};
    /// How wide the bounds of the state's part would be, if it turned out to be the least it can
    /// be, and the most; as now where nothing bounds it above.
    double width_if_least = 0.0;
    double width_if_most = 0.0;

    /// The width that is left in the worse of the two cases.
    [[nodiscard]] double width_left() const noexcept
    {
        return width_if_least > width_if_most ? width_if_least : width_if_most;
    }
};

struct narrowing_list {
    /// How wide the bounds of the state's part of the money are now.
    double width = 0.0;
    /// The most telling first: by the width left, then by the narrower of the two cases, then in
    /// the order of rounds and stakes. Figures that would change nothing are left out.
    std::vector<narrowing> figures;
    /// Whether there are more figures than were tried.
    bool is_cut = false;
};

struct narrowing_options {
    /// Of which part: the measure, the denominator, and the rest. `heads` and `best` are not read.
    state_backing_options backing{};
    /// How many cheques and totals are tried: those first that can be most different. Of cheques in
    /// one round of which the same is known one stands for all.
    std::size_t most_sums = 200;
    /// How many stakes are tried, those nearest to the investors first.
    std::size_t most_stakes = 200;
};

/// Which undisclosed cheque, total or stake, if it were known, would narrow the bounds of the
/// state's part of the money most.
///
/// Each figure that is not known exactly is taken to be known, once at its least and once at its
/// most, all else being as it is. Stakes matter to `look_through` alone: those of the investors'
/// owners, theirs, and so on.
///
/// Complexity: for each figure that is tried, that of the bounds anew; for a stake, of the
///   look-through too.
/// Throws: as `state_backing_of`; `error` with `bad_value` where the denominator is `post_money`.
[[nodiscard]] CAPGRAPH_EXPORT narrowing_list narrowing_of(network const& n, record_id round,
                                                          narrowing_options const& options = {},
                                                          run_options const& run = {});
/// Of a company: of its rounds together.
[[nodiscard]] CAPGRAPH_EXPORT narrowing_list narrowing_of(network const& n, entity_id company,
                                                          narrowing_options const& options = {},
                                                          run_options const& run = {});

} // namespace capgraph::inline v0
