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
    auto const by_owner = [](declared_control const& d) {
        return std::tuple{d.owner, d.owned, !d.is_certain};
    };
    auto const by_owned = [](declared_control const& d) {
        return std::tuple{d.owned, d.owner, !d.is_certain};
    };
    by_owned_ = declared_;
    std::sort(declared_.begin(), declared_.end(),
              [&](auto const& a, auto const& b) { return by_owner(a) < by_owner(b); });
    std::sort(by_owned_.begin(), by_owned_.end(),
              [&](auto const& a, auto const& b) { return by_owned(a) < by_owned(b); });
}

namespace {

/// Those of `all`, sorted by `end`, whose `end` is `v`.
std::span<declared_control const> with_end(std::vector<declared_control> const& all,
                                           std::uint32_t declared_control::*end, std::uint32_t v)
{
    auto const first =
        std::lower_bound(all.begin(), all.end(), v,
                         [=](declared_control const& d, std::uint32_t at) { return d.*end < at; });
    auto const last =
        std::upper_bound(first, all.end(), v,
                         [=](std::uint32_t at, declared_control const& d) { return at < d.*end; });
    return {first, last};
}

} // namespace

std::span<declared_control const> voting_power::declared_by(std::uint32_t owner) const noexcept
{
    return with_end(declared_, &declared_control::owner, owner);
}

std::span<declared_control const> voting_power::declared_of(std::uint32_t owned) const noexcept
{
    return with_end(by_owned_, &declared_control::owned, owned);
}

} // namespace capgraph::inline v0
