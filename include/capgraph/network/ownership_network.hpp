// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/graph/voting_power.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/network.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// Whether what a source says amounts to control.
enum class counts_as_control : std::uint8_t { no, possibly, certainly };

template <>
inline constexpr auto detail::words_of<counts_as_control> =
    std::to_array<std::string_view>({"no", "possibly", "certainly"});

struct ownership_options {
    /// That a fund manager manages a fund.
    counts_as_control manager = counts_as_control::possibly;
    /// A golden share.
    counts_as_control golden_share = counts_as_control::possibly;
    /// A right of veto.
    counts_as_control veto = counts_as_control::no;
    /// By how much the stakes in one company may exceed the whole, as rounded figures do.
    double rounding = 0.005;
};

/// A stake that is told without its size.
struct untold_stake {
    std::uint32_t owner = 0;
    std::uint32_t owned = 0;

    friend bool operator==(untold_stake const&, untold_stake const&) = default;
};

/// The holdings of a network as the matrices that questions of ownership and control are asked of.
///
/// Vertices are `network::entities()`: by slug, those that are the same as one.
///
/// Who is an ultimate owner (a person, a government, a state body, who is marked `ultimate`) is an
/// end: of such nobody owns a part, votes or is in control, whatever holdings and relations say.
///
/// **Capital** takes holdings of equity and of limited partners' interests, and of general
/// partners' where a part is told. What an owner holds under two names may have been told twice: it
/// holds the larger at the least, and both together at the most. Where the holdings are of classes
/// of shares, whose sizes no source tells, the owner's part lies between the least and the largest
/// of its parts of each class that is known. Parents hold any part of their children that the
/// others leave, unless a holding says what; wholes hold all of their units, or, where a holding
/// says that somebody else has a part, or there are two wholes, what that leaves.
///
/// **Votes** are as told where any of the company are told, and who else holds equity that votes
/// has some of the rest; or else they go with the equity; limited partners' carry none, nor does a
/// holding without votes, which leaves the denominator: who holds the rest has that much more of
/// them. What votes nobody is told to have in a fund whose general partner is told are the general
/// partner's, of several in equal parts. Control is declared by holdings, by general partnership,
/// by being a parent or a whole, and by what `ownership_options` takes for control.
///
/// Immutable. Threads: may be read concurrently. The network must outlive it.
class CAPGRAPH_EXPORT ownership_network {
public:
    /// Complexity: O(n + h log h) in entities and holdings.
    /// Throws: `std::invalid_argument` for a `rounding` out of [0, 1).
    explicit ownership_network(network const& n, ownership_options const& options = {});
    explicit ownership_network(network&&, ownership_options const& = {}) = delete;

    [[nodiscard]] network const& net() const noexcept { return *network_; }
    [[nodiscard]] ownership_options const& options() const noexcept { return options_; }
    [[nodiscard]] stake_matrix const& capital() const noexcept { return capital_; }
    [[nodiscard]] voting_power const& power() const noexcept { return power_; }
    /// Where chains of ownership and control end: persons, governments, state bodies, and who is
    /// marked `ultimate`. Ascending.
    [[nodiscard]] std::span<std::uint32_t const> ultimate() const noexcept { return ultimate_; }
    [[nodiscard]] bool is_ultimate(std::uint32_t v) const noexcept { return is_ultimate_[v]; }

    /// Companies of which several owners' parts are told of classes of shares alone: each part can
    /// be at either of its ends, but not all of them at once. Ascending.
    [[nodiscard]] std::span<std::uint32_t const> by_class() const noexcept { return by_class_; }

    /// Stakes of capital that are told without their size while others are told to hold the whole:
    /// they count for nothing, and what is told cannot all be so. Not told for what is over the
    /// whole in any case; nor where control is declared, which needs no stake. By owned, then
    /// owner.
    [[nodiscard]] std::span<untold_stake const> without_room() const noexcept
    {
        return without_room_;
    }

    [[nodiscard]] std::size_t num_vertices() const noexcept { return is_ultimate_.size(); }
    [[nodiscard]] entity_id entity_at(std::uint32_t v) const noexcept
    {
        return network_->entities()[v];
    }
    /// Throws: `error` with `not_known_at` for an entity that the view does not know.
    [[nodiscard]] std::uint32_t vertex_of(entity_id entity) const;

private:
    network const* network_;
    ownership_options options_;
    stake_matrix capital_;
    voting_power power_;
    std::vector<std::uint32_t> ultimate_;
    std::vector<bool> is_ultimate_;
    std::vector<std::uint32_t> by_class_;
    std::vector<untold_stake> without_room_;
};

} // namespace capgraph::inline v0
