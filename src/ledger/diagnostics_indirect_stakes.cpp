// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "share_classes.hpp"
#include "sums.hpp"
#include "superiors.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

/// Between which parts a part lies.
struct part_bounds {
    double lower = 0.0;
    double upper = 1.0;
};

/// What the direct stakes say of a declared indirect one.
///
/// The part of a company that an owner holds is the sum, over the company's holders, of their
/// stake times the part of them that the owner holds; who holds the rest is unknown. Where a chain
/// is too long, comes back to itself, or the budget is spent, the part is anything: that stays
/// true. Reference: Brioschi, Buzzacchi and Colombo, "Risk capital financing and the separation of
///   ownership and control in business groups", Journal of Banking and Finance 13, 1989.
class chain_bounds {
public:
    chain_bounds(diagnosis const& d, std::map<entity_id, holding_list> const& stakes,
                 entity_id owner)
        : d_{&d}, stakes_{&stakes}, owner_{owner}
    {
    }

    /// The part of `owned` held through others.
    [[nodiscard]] part_bounds indirect(entity_id owned)
    {
        done_[owned] = part_bounds{};
        return through_holders(owned, false, 0);
    }

private:
    static constexpr int most_deep = 32;
    static constexpr int most_steps = 1000;

    part_bounds held(entity_id company, int depth)
    {
        if (company == owner_) {
            return {1.0, 1.0};
        }
        auto const kind = d_->at(company).kind;
        if (kind == entity_kind::person || kind == entity_kind::government) {
            return {0.0, 0.0}; // nobody holds a part of them
        }
        if (depth >= most_deep) {
            return {};
        }
        auto const [at, is_new] = done_.try_emplace(company); // anything, if it comes back
        if (is_new) {
            auto const found = through_holders(company, true, depth);
            done_[company] = found;
            return found;
        }
        return at->second;
    }

    part_bounds through_holders(entity_id company, bool with_own, int depth)
    {
        auto const found = stakes_->find(company);
        if (found == stakes_->end()) {
            return {};
        }
        part_bounds out{0.0, 0.0};
        double known = 0.0;
        for (auto const* const h : found->second) {
            if (++steps_ > most_steps) {
                return {out.lower, 1.0};
            }
            auto const holder = d_->self(*h->is.owner);
            known += least(h->is.share);
            if (holder == owner_ && !with_own) {
                continue;
            }
            auto const part = held(holder, depth + 1);
            out.lower += least(h->is.share) * part.lower;
            out.upper += most(h->is.share) * part.upper;
        }
        out.upper = std::min(1.0, out.upper + std::max(0.0, 1.0 - known));
        return out;
    }

    diagnosis const* d_;
    std::map<entity_id, holding_list> const* stakes_;
    entity_id owner_;
    std::map<entity_id, part_bounds> done_;
    int steps_ = 0;
};

/// The direct stakes in the capital of each company, where they are parts of one whole: not where
/// there are classes of shares, or partners beside shareholders.
std::map<entity_id, holding_list> capital_stakes(diagnosis const& d)
{
    std::map<entity_id, holding_list> out;
    std::map<entity_id, int> wholes;
    for (auto const& [of, all] : share_classes(d)) {
        auto const& [owned, basis, name] = of;
        if (basis != holding_basis::equity && basis != holding_basis::lp_interest) {
            continue;
        }
        wholes[owned] += name.empty() ? 1 : 2;
        for (auto const* const h : one_of_each_owner(d, all)) {
            if (still_holds(d, h->is)) {
                out[owned].push_back(h);
            }
        }
    }
    std::erase_if(out, [&](auto const& each) { return wholes[each.first] > 1; });
    return out;
}

void check_stake(diagnosis& d, known<holding> const& h,
                 std::map<entity_id, holding_list> const& stakes)
{
    auto const chain = chain_bounds{d, stakes, d.self(*h.is.owner)}.indirect(d.self(*h.is.owned));
    auto const soft =
        d.options().share_slack
        + (bounds_of(*h.is.share).hedged ? d.options().about.about : 0.0) * least(h.is.share);
    auto const too_little = most(h.is.share) + soft < chain.lower;
    auto const too_much = least(h.is.share) - soft > chain.upper;
    if (!too_little && !too_much) {
        return;
    }
    d.add("indirect-against-chain", {{h.id, "share"}},
          "an indirect stake of " + d.named(*h.is.owner) + " in " + d.named(*h.is.owned) + " of "
              + percent_text(too_little ? most(h.is.share) : least(h.is.share)),
          "as the chain has it, at " + std::string{too_little ? "least " : "most "}
              + percent_text(too_little ? chain.lower : chain.upper));
}

} // namespace

void diagnose_indirect_stakes(diagnosis& d)
{
    auto const stakes = capital_stakes(d);
    for (auto const& h : d.all<holding>()) {
        auto const is_of_capital = h.is.basis != holding_basis::votes
                                   && h.is.basis != holding_basis::gp && !h.is.share_class;
        if (h.is.indirect.value_or(false) && is_of_capital && h.is.share
            && h.is.share->is_disclosed() && still_holds(d, h.is)) {
            check_stake(d, h, stakes);
        }
    }
}

} // namespace capgraph::inline v0::detail
