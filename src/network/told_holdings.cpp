// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "told_holdings.hpp"

#include "sorted_by.hpp"

#include "ledger/partial_fold.hpp"

#include <capgraph/model/holding.hpp>

#include <algorithm>
#include <tuple>

namespace capgraph::inline v0::detail {

std::vector<told_holding> direct_holdings(view const& facts, slug_order const& order,
                                          std::span<record_id const> ids, slug_set& entities)
{
    std::vector<told_holding> found;
    partial_fold<holding, &holding::owner, &holding::owned, &holding::basis, &holding::share_class,
                 &holding::indirect, &holding::share, &holding::control, &holding::valid_from,
                 &holding::valid_until>
        fold{facts};
    found.reserve(ids.size()); // what is not used is never touched, and so takes no memory
    stated<share> const undisclosed;
    fold(ids, [&](record_id id, holding const& h) {
        auto const owner = order.rank(facts.representative(*h.owner));
        auto const owned = order.rank(facts.representative(*h.owned));
        entities.add(owner);
        entities.add(owned);
        if (*h.indirect) {
            return; // evidence to compare with, never an edge to multiply
        }
        // Filled in place: it would be copied in wider parts than those it had just been put
        // together of, and reading these back waits for all of them.
        auto& told = found.emplace_back();
        told.owner = order.rank(*h.owner);
        told.owned = order.rank(*h.owned);
        if (h.share_class) {
            told.share_class = *h.share_class;
        }
        told.what.owner = owner;
        told.what.owned = owned;
        told.what.holding = id;
        told.what.basis = *h.basis;
        told.what.part = bounds_of(h.share ? *h.share : undisclosed);
        told.what.is_control = h.control.value_or(h.basis == holding_basis::gp);
    });
    return found;
}

std::vector<stake> sorted_stakes(std::span<told_holding const> found, slug_order const& order)
{
    auto const by_owned =
        sorted_by(order.size(), found.size(), [&](std::size_t i) { return found[i].what.owned; });
    std::vector<std::uint32_t> owners(found.size()); // beside each other, to be read twice
    std::ranges::transform(by_owned.values, owners.begin(),
                           [&](std::uint32_t i) { return found[i].what.owner; });
    auto sorted = sorted_by(order.size(), found.size(), [&](std::size_t i) { return owners[i]; });
    for (auto& number : sorted.values) {
        number = by_owned.values[number];
    }
    sort_runs(
        std::span{sorted.values},
        [&](std::uint32_t a, std::uint32_t b) {
            return found[a].what.owner == found[b].what.owner
                   && found[a].what.owned == found[b].what.owned;
        },
        [&](std::uint32_t a, std::uint32_t b) {
            auto const key = [](told_holding const& h) {
                return std::tuple{h.what.basis, h.share_class, h.owner, h.owned};
            };
            return key(found[a]) < key(found[b]);
        });
    std::vector<stake> out(found.size());
    std::ranges::transform(sorted.values, out.begin(),
                           [&](std::uint32_t i) { return found[i].what; });
    return out;
}

} // namespace capgraph::inline v0::detail
