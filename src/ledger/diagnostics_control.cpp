// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "sums.hpp"
#include "superiors.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

bool has_right(holding const& h, special_right right)
{
    auto const rights = h.rights.value_or({});
    return std::find(rights.begin(), rights.end(), right) != rights.end();
}

std::string in_words(diagnosis const& d, holding const& h)
{
    return d.named(*h.owner) + " in " + d.named(*h.owned);
}

void check_declared(diagnosis& d, known<holding> const& h)
{
    auto const text = "control of " + in_words(d, h.is);
    if (h.is.basis == holding_basis::lp_interest) {
        d.add("control-by-lp-interest", {{h.id, "control"}}, text + " by a limited partner",
              "the general partner");
    } else if (has_right(h.is, special_right::no_votes)) {
        d.add("control-without-votes", {{h.id, "control"}, {h.id, "rights"}},
              text + " by a stake without votes", "votes, or no control");
    }
    auto const is_special =
        has_right(h.is, special_right::golden_share) || has_right(h.is, special_right::veto)
        || h.is.basis == holding_basis::gp || h.is.basis == holding_basis::lp_interest;
    if (h.is.share && !is_special && most(h.is.share) < d.options().tiny_share) {
        d.add("control-by-tiny-share", {{h.id, "control"}, {h.id, "share"}},
              text + " by at most " + percent_text(most(h.is.share)),
              "a special right that says why");
    }
}

void check_denied(diagnosis& d, known<holding> const& h)
{
    auto const has_votes =
        h.is.basis != holding_basis::lp_interest && !has_right(h.is, special_right::no_votes);
    if (has_votes && least(h.is.share) > 0.5) {
        d.add("control-denied-to-majority", {{h.id, "control"}, {h.id, "share"}},
              "no control of " + in_words(d, h.is) + " by " + percent_text(least(h.is.share)),
              "control, or what withholds it, such as the right 'no_votes'");
    }
}

void check_golden(diagnosis& d, known<holding> const& h)
{
    auto const names = d.seen().same_as(*h.is.owner);
    auto const is_of_a_state = std::any_of(names.begin(), names.end(), [&](entity_id id) {
        auto const& each = d.at(id);
        return each.state_link || each.kind == entity_kind::government
               || each.kind == entity_kind::state_body;
    });
    if (has_right(h.is, special_right::golden_share) && !is_of_a_state) {
        d.add("golden-share-of-non-state", {{h.id, "rights"}, {d.record_of(*h.is.owner), "kind"}},
              "a golden share of " + in_words(d, h.is), "a government, or a link to a state");
    }
}

void check_controllers(diagnosis& d)
{
    superiors const above{d};
    std::map<entity_id, std::vector<known<holding> const*>> declared;
    for (auto const& h : d.all<holding>()) {
        if (h.is.control.value_or(false) && !h.is.indirect.value_or(false)
            && still_holds(d, h.is)) {
            declared[d.self(*h.is.owned)].push_back(&h);
        }
    }
    for (auto const& [owned, all] : declared) {
        std::vector<entity_id> owners;
        for (auto const* const h : all) {
            owners.push_back(d.self(*h->is.owner));
        }
        auto const nearest = above.nearest(d, owners);
        if (nearest.size() < 2) {
            continue;
        }
        std::vector<part> parts;
        for (auto const* const h : all) {
            if (std::find(nearest.begin(), nearest.end(), d.self(*h->is.owner)) != nearest.end()) {
                parts.push_back({h->id, "control"});
            }
        }
        d.add("two-controllers", parts,
              std::to_string(nearest.size()) + " owners that control "
                  + d.named(*all.front()->is.owned) + ", none of them above another",
              "one, or one above the others");
    }
}

} // namespace

void diagnose_control(diagnosis& d)
{
    for (auto const& h : d.all<holding>()) {
        if (h.is.control.value_or(false)) {
            check_declared(d, h);
        } else if (h.is.control) {
            check_denied(d, h);
        }
        check_golden(d, h);
    }
    check_controllers(d);
}

} // namespace capgraph::inline v0::detail
