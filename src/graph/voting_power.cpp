// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/voting_power.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

voting_power::voting_power(stake_matrix votes, std::vector<declared_control> declared)
    : votes_{std::move(votes)}, declared_{std::move(declared)}
{
    for (auto const& d : declared_) {
        if (std::max(d.owner, d.owned) >= votes_.num_vertices()) {
            throw std::out_of_range{"capgraph::voting_power: control of " + std::to_string(d.owned)
                                    + " by " + std::to_string(d.owner) + ", of "
                                    + std::to_string(votes_.num_vertices()) + " vertices"};
        }
    }
    auto const key = [](declared_control const& d) {
        return std::tuple{d.owner, d.owned, !d.is_certain};
    };
    std::sort(declared_.begin(), declared_.end(),
              [&](auto const& a, auto const& b) { return key(a) < key(b); });
}

std::span<declared_control const> voting_power::declared_by(std::uint32_t owner) const noexcept
{
    struct by_owner {
        bool operator()(declared_control const& d, std::uint32_t v) const { return d.owner < v; }
        bool operator()(std::uint32_t v, declared_control const& d) const { return v < d.owner; }
    };
    auto const [first, last] =
        std::equal_range(declared_.begin(), declared_.end(), owner, by_owner{});
    return {first, last};
}

} // namespace capgraph::inline v0
