// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"

namespace capgraph::inline v0::detail {

namespace {

/// What is wrong between the status of an investor and that of its round; null where nothing is.
struct mismatch {
    std::string_view rule;
    std::string_view expected;
};

std::optional<mismatch> mismatch_of(deal_status own, deal_status of_round)
{
    if (own == of_round || own == deal_status::withdrawn) {
        return std::nullopt;
    }
    if (own == deal_status::closed) {
        return of_round == deal_status::withdrawn
                   ? mismatch{"closed-deal-in-withdrawn-round", "a deal that was called off too"}
                   : mismatch{"closed-deal-in-open-round", "a round closed at least in part"};
    }
    if (of_round == deal_status::closed) {
        return mismatch{"open-deal-in-closed-round", "closed, or withdrawn"};
    }
    return std::nullopt;
}

} // namespace

void diagnose_deals(diagnosis& d)
{
    for (auto const& each : d.deals()) {
        auto const& own = each.said->is.status;
        if (each.round == nullptr || !own || !each.round->is.status) {
            continue;
        }
        if (auto const wrong = mismatch_of(*own, *each.round->is.status)) {
            d.add(wrong->rule, {{each.said->id, "status"}, {each.round->id, "status"}},
                  d.named(*each.said->is.investor) + ' ' + std::string{to_string(*own)}
                      + " in the round " + d.named(each.round->id) + ", "
                      + std::string{to_string(*each.round->is.status)},
                  std::string{wrong->expected});
        }
    }
}

} // namespace capgraph::inline v0::detail
