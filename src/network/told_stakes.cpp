// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "told_stakes.hpp"

#include "parts_by_class.hpp"

#include <capgraph/model/holding.hpp>
#include <capgraph/model/relation.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

told_part bounds_of(stake const& s)
{
    return {s.part.lower.fraction(), s.part.upper ? s.part.upper->fraction() : 1.0};
}

/// All that is told of one owner and one company.
struct told_pair {
    parts_by_class equity;
    parts_by_class voting_equity;
    parts_by_class voteless_equity;
    parts_by_class votes;
    parts_by_class lp_interest;
    parts_by_class gp;
    bool is_general_partner = false;
    bool is_untold = false; ///< Some stake, whose size is not told.
    bool is_whole = false;  ///< Of a unit.

    /// Whether holdings say that there is a stake, be its size told or not.
    [[nodiscard]] bool is_stake() const
    {
        auto const is_some = [](parts_by_class const& parts) {
            return std::any_of(parts.begin(), parts.end(),
                               [](auto const& each) { return each.second.lower > 0.0; });
        };
        return is_untold || is_some(equity) || is_some(lp_interest) || is_some(gp);
    }
};

/// The names of what a company's shares are divided into.
struct told_classes {
    class_names equity;
    class_names votes;
};

bool has_right(holding const& h, special_right right)
{
    auto const rights = h.rights.value_or({});
    return std::find(rights.begin(), rights.end(), right) != rights.end();
}

class stake_reader {
public:
    stake_reader(network const& n, ownership_options const& options,
                 std::vector<bool> const& is_end)
        : n_{&n}, options_{&options}, is_end_{&is_end}
    {
    }

    told_stakes operator()()
    {
        for (auto const& s : n_->stakes()) {
            if (!(*is_end_)[s.owned]) {
                read(s, n_->facts().at<holding>(s.holding));
            }
        }
        for (auto const id : n_->facts().records(record_kind::relation)) {
            read(n_->facts().at<relation>(id));
        }
        for (auto first = pairs_.begin(); first != pairs_.end();) {
            auto const last = std::find_if(first, pairs_.end(), [&](auto const& pair) {
                return pair.first.first != first->first.first;
            });
            settle_wholes(first, last);
            add_column(first, last);
            first = last;
        }
        return std::move(out_);
    }

private:
    /// Owned, then owner: company by company.
    using pair_map = std::map<std::pair<std::uint32_t, std::uint32_t>, told_pair>;

    void read(stake const& s, holding const& h)
    {
        auto& told = pairs_[{s.owned, s.owner}];
        auto const name = h.share_class.value_or({});
        auto const part = bounds_of(s);
        auto const is_capital =
            s.basis == holding_basis::equity || s.basis == holding_basis::lp_interest;
        told.is_untold |= is_capital && !(h.share && h.share->is_disclosed()) && !s.is_control
                          && !has_right(h, special_right::golden_share)
                          && !has_right(h, special_right::veto);
        switch (s.basis) {
        case holding_basis::equity:
            classes_[s.owned].equity.insert(name);
            add_told(told.equity, name, part);
            add_told(has_right(h, special_right::no_votes) ? told.voteless_equity
                                                           : told.voting_equity,
                     name, part);
            break;
        case holding_basis::votes:
            classes_[s.owned].votes.insert(name);
            add_told(told.votes, name, part);
            break;
        case holding_basis::lp_interest:
            add_told(told.lp_interest, name, part);
            break;
        case holding_basis::gp:
            told.is_general_partner = true;
            if (h.share && h.share->is_disclosed()) {
                add_told(told.gp, name, part);
            }
            break;
        }
        declare(s.owner, s.owned, control_by(s, h));
    }

    [[nodiscard]] counts_as_control control_by(stake const& s, holding const& h) const
    {
        if (s.is_control) {
            return counts_as_control::certainly;
        }
        return std::max(has_right(h, special_right::golden_share) ? options_->golden_share
                                                                  : counts_as_control::no,
                        has_right(h, special_right::veto) ? options_->veto : counts_as_control::no);
    }

    void read(relation const& r)
    {
        auto const from = n_->find_entity(*r.from);
        auto const to = n_->find_entity(*r.to);
        if (!from || !to) {
            return;
        }
        switch (*r.type) {
        case relation_type::parent_of:
            read_parent(*from, *to);
            break;
        case relation_type::unit_of:
            read_parent(*to, *from);
            read_whole(*to, *from);
            break;
        case relation_type::manager_of:
            declare(*from, *to, options_->manager);
            break;
        case relation_type::founder_of:
        case relation_type::officer_of:
            break;
        }
    }

    /// A child is its parent's in a part that nobody tells, and the parent's to control.
    void read_parent(std::uint32_t parent, std::uint32_t child)
    {
        if (parent != child && !(*is_end_)[child]) {
            auto& told = pairs_[{child, parent}];
            if (told.equity.empty()) {
                classes_[child].equity.insert(std::string_view{});
                add_told(told.equity, {}, {0.0, 1.0});
                add_told(told.voting_equity, {}, {0.0, 1.0});
            }
            declare(parent, child, counts_as_control::certainly);
        }
    }

    void read_whole(std::uint32_t whole, std::uint32_t unit)
    {
        if (whole != unit && !(*is_end_)[unit]) {
            pairs_[{unit, whole}].is_whole = true;
        }
    }

    /// A unit is all its whole's, unless holdings say that the whole has another part of it, or
    /// that others have some, or there are two wholes.
    static void settle_wholes(pair_map::iterator first, pair_map::iterator last)
    {
        auto const wholes = std::count_if(
            first, last, [](pair_map::value_type const& p) { return p.second.is_whole; });
        auto const has_others = std::any_of(first, last, [](pair_map::value_type const& p) {
            return !p.second.is_whole && p.second.is_stake();
        });
        if (wholes != 1 || has_others) {
            return;
        }
        for (auto at = first; at != last; ++at) {
            auto& told = at->second;
            auto const open = parts_by_class{{std::string_view{}, {0.0, 1.0}}};
            if (told.is_whole && told.equity == open && told.lp_interest.empty()) {
                told.equity = {{std::string_view{}, {1.0, 1.0}}};
                told.voting_equity = told.voting_equity == open ? told.equity : told.voting_equity;
            }
        }
    }

    void declare(std::uint32_t owner, std::uint32_t owned, counts_as_control how)
    {
        if (how != counts_as_control::no && owner != owned && !(*is_end_)[owned]) {
            out_.declared.push_back({owner, owned, how == counts_as_control::certainly});
        }
    }

    /// What is told of one company.
    void add_column(pair_map::const_iterator first, pair_map::const_iterator last)
    {
        auto by_class = 0;
        auto const& names = classes_[first->first.first].equity;
        for (auto at = first; at != last; ++at) {
            auto const& told = at->second;
            auto const equity = whole_of(told.equity, names);
            for (auto const& part :
                 {equity, whole_of(told.lp_interest, {}), whole_of(told.gp, {})}) {
                if (part) {
                    add(out_.capital, *at, *part);
                }
            }
            if (told.is_untold) {
                out_.untold.push_back({at->first.second, at->first.first});
            }
            auto const is_of_classes = equity && !told.equity.contains({});
            by_class += is_of_classes && equity->lower < equity->upper ? 1 : 0;
        }
        if (by_class > 1) {
            out_.by_class.push_back(first->first.first);
        }
        add_votes(first, last);
    }

    /// Who votes in one company. Where a general partner is told, all that no other is told to have
    /// is the general partner's, that of several in equal parts: no votes are unknown.
    void add_votes(pair_map::const_iterator first, pair_map::const_iterator last)
    {
        auto const share_of = vote_shares(first, last);
        std::vector<told_part> parts;
        told_part told{};
        auto partners = 0.0;
        for (auto at = first; at != last; ++at) {
            parts.push_back(share_of.of(at->second, classes_[first->first.first]));
            told = {told.lower + parts.back().lower, told.upper + parts.back().upper};
            partners += at->second.is_general_partner ? 1.0 : 0.0;
        }
        auto part = parts.begin();
        for (auto at = first; at != last; ++at, ++part) {
            if (at->second.is_general_partner) {
                part->lower += std::max(0.0, 1.0 - told.upper) / partners;
                part->upper =
                    std::min(1.0, part->upper + std::max(0.0, 1.0 - told.lower) / partners);
            }
            if (part->upper > 0.0) {
                add(out_.votes, *at, *part);
            }
        }
    }

    /// How votes go with the equity of one company.
    struct vote_share {
        /// By what parts of the whole become parts of what votes; no more at the most than all.
        double least = 1.0;
        std::optional<double> most = 1.0;
        bool is_told =
            false; ///< Votes are, and don't go with the equity: the others have the rest.

        [[nodiscard]] told_part of(told_pair const& told, told_classes const& names) const
        {
            if (auto const votes = whole_of(told.votes, names.votes)) {
                return *votes;
            }
            auto const part = whole_of(told.voting_equity, names.equity);
            if (!part || part->upper == 0.0) {
                return {};
            }
            return {is_told ? 0.0 : std::min(1.0, part->lower * least),
                    is_told || !most ? 1.0 : std::min(1.0, part->upper * *most)};
        }
    };

    /// What carries no votes leaves the whole of them to the rest.
    vote_share vote_shares(pair_map::const_iterator first, pair_map::const_iterator last)
    {
        told_part voteless;
        vote_share out;
        for (auto at = first; at != last; ++at) {
            auto const& told = at->second;
            if (auto const part =
                    whole_of(told.voteless_equity, classes_[first->first.first].equity)) {
                voteless = {voteless.lower + part->lower, voteless.upper + part->upper};
            }
            out.is_told = out.is_told || !told.votes.empty();
        }
        out.least = voteless.lower < 1.0 ? 1.0 / (1.0 - voteless.lower) : 1.0;
        out.most =
            voteless.upper < 1.0 ? std::optional{1.0 / (1.0 - voteless.upper)} : std::nullopt;
        return out;
    }

    static void add(std::vector<bounded_stake>& to, pair_map::value_type const& of, told_part part)
    {
        to.push_back({of.first.second, of.first.first, part.lower, part.upper});
    }

    network const* n_;
    ownership_options const* options_;
    std::vector<bool> const* is_end_;
    pair_map pairs_;
    std::map<std::uint32_t, told_classes> classes_;
    told_stakes out_;
};

} // namespace

told_stakes told_in(network const& n, ownership_options const& options,
                    std::vector<bool> const& is_end)
{
    return stake_reader{n, options, is_end}();
}

} // namespace capgraph::inline v0::detail
