// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "told_rounds.hpp"

#include "sorted_by.hpp"
#include "text_order.hpp"

#include "ledger/partial_fold.hpp"

#include <capgraph/model/funding_round.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// The numbers of rounds by the ranks of their companies, then by slug.
std::vector<std::uint32_t> sorted_numbers(view const& facts, std::span<record_id const> rounds,
                                          std::span<std::uint32_t const> companies,
                                          std::size_t company_count)
{
    auto sorted =
        sorted_by(company_count, rounds.size(), [&](std::size_t i) { return companies[i]; });
    std::vector<numbered_text> slugs;
    for (std::size_t company = 0; company < company_count; ++company) {
        auto const first = sorted.offsets[company];
        auto const numbers =
            std::span{sorted.values}.subspan(first, sorted.offsets[company + 1] - first);
        if (numbers.size() > 1) {
            slugs.clear();
            for (auto const i : numbers) {
                slugs.push_back({facts.slug_of(rounds[i]), i});
            }
            sort_by_text(slugs);
            std::ranges::transform(slugs, numbers.begin(), &numbered_text::number);
        }
    }
    return std::move(sorted.values);
}

} // namespace

told_rounds::told_rounds(view const& facts, slug_order const& order, std::span<record_id const> ids)
    : state_{state_of(facts).get()}, rounds_(ids.size()), places_(ids.size())
{
    std::vector<std::uint32_t> companies(ids.size());
    std::ranges::transform(ids, companies.begin(), [&](record_id id) {
        return order.rank(facts.representative(entity_id{state_->record_at(id).company}));
    });
    std::uint32_t place = 0;
    for (auto const number : sorted_numbers(facts, ids, companies, order.size())) {
        rounds_[place] = {ids[number], companies[number]};
        places_[number] = place++;
    }
    // In the order of the ledger, where neighbours in memory are told one after the other.
    partial_fold<funding_round, &funding_round::kind, &funding_round::status> fold{facts};
    fold(ids, [&](record_id id, funding_round const& told) {
        auto& round = rounds_[place_of(id)];
        round.is_known = true;
        round.status = told.status;
        round.is_ambition = told.kind == round_kind::ambition;
    });
}

} // namespace capgraph::inline v0::detail
