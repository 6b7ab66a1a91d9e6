// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "counted_rounds.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <string>
#include <unordered_set>

namespace capgraph::inline v0::detail {

bool is_total_of_others(network const& n, record_id id, funding_round const& r)
{
    auto const parts = r.aggregate_of.value_or({});
    auto const counted = n.rounds_of(*r.company);
    return std::any_of(parts.begin(), parts.end(), [&](record_id part) {
        return part != id && std::find(counted.begin(), counted.end(), part) != counted.end();
    });
}

bool brings_money_for_shares(network const& n, record_id id)
{
    auto const r = n.facts().at<funding_round>(id);
    if (is_total_of_others(n, id, r)) {
        return false;
    }
    auto const kind = r.kind.value_or(round_kind::primary);
    return kind == round_kind::primary || kind == round_kind::ipo || kind == round_kind::tranche;
}

std::vector<syndicate> rounds_of(network const& n, std::span<entity_id const> companies)
{
    std::vector<syndicate> out;
    std::unordered_set<entity_id> seen; // one company may be asked for under several names
    for (auto const company : companies) {
        if (!seen.insert(n.facts().representative(company)).second) {
            continue;
        }
        for (auto const id : n.rounds_of(company)) {
            if (brings_money_for_shares(n, id)) {
                out.push_back({id, members_of(n, id)});
            }
        }
    }
    return out;
}

void require_counted(network const& n, record_id id)
{
    auto const r = n.facts().at<funding_round>(id); // throws when it is not known at all
    if (!counts(n.facts(), r.status) && n.participations_in(id).empty()) {
        throw error{error_code::not_known_at,
                    "round '" + std::string{r.slug} + "', "
                        + (r.status ? "which is " + std::string{to_string(*r.status)}
                                    : "whose status is unknown"),
                    "a round that is " + std::string{to_string(n.facts().options().min_status)}
                        + " or further, or a lower min_status"};
    }
}

void require_backed(network const& n, entity_id company)
{
    if (n.rounds_of(company).empty() && n.participations_in(company).empty()) {
        throw error{error_code::not_known_at,
                    "no round and no backer of '" + std::string{n.facts().slug_of(company)} + '\'',
                    "a company with a deal that is "
                        + std::string{to_string(n.facts().options().min_status)}
                        + " or further, in what the view knows"};
    }
}

} // namespace capgraph::inline v0::detail
