// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "deals_in_scope.hpp"

#include "counted_rounds.hpp"
#include "round_date.hpp"

#include <algorithm>
#include <cstdint>

namespace capgraph::inline v0::detail {

namespace {

bool lies_in(date deal, date period, certainty within)
{
    if (within == certainty::possibly) {
        return overlap(deal, period);
    }
    auto const begins =
        !period.has_first() || (deal.has_first() && deal.first_day() >= period.first_day());
    return begins && (!period.has_last() || is_over_by(deal, period));
}

/// Which investments count, each round being looked up once.
class deal_filter {
public:
    deal_filter(network const& n, co_investment_scope const& scope)
        : n_{&n}, scope_{&scope}, looks_up_{scope.period || !scope.kinds.empty()
                                            || scope.unit == co_investment_unit::same_round}
    {
    }

    [[nodiscard]] bool takes(investment const& i)
    {
        if (scope_->unit == co_investment_unit::same_round && !i.round) {
            return false;
        }
        if (i.status < scope_->min_status) {
            return false;
        }
        return !looks_up_ || (i.round ? takes(*i.round) : takes_unknown());
    }

private:
    enum class verdict : std::uint8_t { open, taken, left };

    [[nodiscard]] bool takes_unknown() const
    {
        return scope_->kinds.empty()
               && (!scope_->period || lies_in({}, *scope_->period, scope_->within));
    }

    [[nodiscard]] bool takes(record_id round)
    {
        if (known_.size() <= index_of(round)) {
            known_.resize(index_of(round) + 1, verdict::open);
        }
        auto& known = known_[index_of(round)];
        if (known == verdict::open) {
            known =
                fits(round, n_->facts().at<funding_round>(round)) ? verdict::taken : verdict::left;
        }
        return known == verdict::taken;
    }

    /// A wish is no round, and what is told of a total is told of its parts.
    [[nodiscard]] bool is_syndicate(record_id id, funding_round const& r) const
    {
        return r.kind != round_kind::ambition && !is_total_of_others(*n_, id, r);
    }

    [[nodiscard]] bool fits(record_id id, funding_round const& r) const
    {
        if (scope_->unit == co_investment_unit::same_round && !is_syndicate(id, r)) {
            return false;
        }
        auto const& kinds = scope_->kinds;
        auto const kind = r.kind.value_or(round_kind::primary);
        return (kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
               && (!scope_->period || lies_in(date_of(r), *scope_->period, scope_->within));
    }

    network const* n_;
    co_investment_scope const* scope_;
    bool looks_up_;
    std::vector<verdict> known_; ///< By round.
};

} // namespace

std::vector<investment> deals_in(network const& n, co_investment_scope const& scope)
{
    deal_filter filter{n, scope};
    std::vector<investment> out;
    for (auto const& i : n.investments()) {
        if (filter.takes(i)) {
            out.push_back(i);
        }
    }
    return out;
}

} // namespace capgraph::inline v0::detail
