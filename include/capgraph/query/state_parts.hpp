// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/core/bounded.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/model/state_link.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/control_over.hpp>
#include <capgraph/run/run_options.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// How much of an entity counts as the state. Never one unlabelled number.
enum class state_measure : std::uint8_t {
    organs,   ///< All of the organs of the state themselves: governments, ministries, state bodies.
    labelled, ///< Those, and whom a source calls state-backed or state-controlled, in full.
    look_through, ///< Those, and of anybody else the part that they own in the end.
    consolidated, ///< Those, and whom they control, in full.
};

template <>
inline constexpr auto detail::words_of<state_measure> =
    std::to_array<std::string_view>({"organs", "labelled", "look_through", "consolidated"});

/// Which state is asked about, and by which measure.
struct state_scope {
    state_measure measure = state_measure::labelled;
    /// Which state, by its ISO 3166 code; empty: any. Who is tied to a state that the source does
    /// not name counts for every state.
    std::string_view country{};
    /// Which level of it; absent: any. Whose level no source tells counts at the most, not at the
    /// least.
    std::optional<state_level> level{};
    /// Whether what nobody is said to hold may be the state's. Read by `look_through`,
    /// `consolidated` and of equity.
    unknown_owners unknown = unknown_owners::possible;
    /// When votes make control. Read by `consolidated`.
    control_rule control{};
    /// How holdings are read.
    ownership_options ownership{};
};

/// Which part of each entity of a network counts as the state, all its organs taken as one holder.
///
/// - `organs`, `labelled`: all or nothing, as `is_state` has it.
/// - `look_through`: what the organs own in the end. Of an entity that is labelled, or declared to
///   be controlled, while no stake behind that is told, they may own any part the others leave.
/// - `consolidated`: all, where the organs control it certainly, by votes or as a source declares;
///   anything, where possibly, or where it is called state-backed and no more.
///
/// Organs by any measure count in full, so `organs` is at most each of the others; of these three
/// none is always the largest.
///
/// A value, cheap to copy. Threads: may be read concurrently.
class CAPGRAPH_EXPORT state_parts {
public:
    /// The network must outlive it, and so must what `scope.country` names.
    /// Complexity: that of `ownership_network`; besides O(n + m), and the cyclic part, for
    ///   `look_through` and `consolidated`. The other two look when asked.
    /// Throws: as `look_through` and `control_of`.
    explicit state_parts(network const& n, state_scope const& scope = {},
                         run_options const& run = {});
    explicit state_parts(network&&, state_scope const& = {}, run_options const& = {}) = delete;

    [[nodiscard]] network const& net() const noexcept;
    [[nodiscard]] state_scope const& scope() const noexcept;
    /// The holdings of the network, read as the scope says.
    [[nodiscard]] ownership_network const& owners() const noexcept;

    /// The part of `entity`; nothing of who is in no holding and not tied, if unknown owners are
    /// impossible. Throws: `std::out_of_range` for an id of another ledger.
    [[nodiscard]] part_bounds of(entity_id entity) const;

    /// The state's part of the equity of `company`: by `look_through` its own part, by the others
    /// the parts of it that its direct holders have who count; of an ultimate owner, which is
    /// nobody's, its own part by any of them; anything of a company of which a stake is told that
    /// finds no room beside the others (`ownership_network::without_room`). `coverage`: the part
    /// whose holder is told. Throws: as `of`.
    [[nodiscard]] bounded<share> equity_of(entity_id company) const;

    struct state;

private:
    std::shared_ptr<state const> state_;
};

} // namespace capgraph::inline v0
