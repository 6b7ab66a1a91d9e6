// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "told_stakes.hpp"

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

struct part_bounds {
    double lower = 0.0;
    double upper = 0.0;
};

part_bounds bounds_of(stake const& s)
{
    return {s.part.lower.fraction(), s.part.upper ? s.part.upper->fraction() : 1.0};
}

/// What one owner is told to hold of one company on one basis: of each class by its name, the
/// empty one for the whole.
using parts_by_class = std::map<std::string_view, part_bounds>;
using class_names = std::set<std::string_view>;

/// A part told again, under another name of the owner's, may be the same or another.
void add_told(parts_by_class& to, std::string_view share_class, part_bounds part)
{
    auto const [at, is_new] = to.try_emplace(share_class, part);
    if (!is_new) {
        at->second = {std::max(at->second.lower, part.lower),
                      std::min(1.0, at->second.upper + part.upper)};
    }
}

/// The part of the whole, `all` being the classes there are. Of classes, whose sizes are unknown,
/// it is a mean of any weights.
std::optional<part_bounds> whole_of(parts_by_class const& parts, class_names const& all)
{
    if (parts.empty()) {
        return std::nullopt;
    }
    if (auto const whole = parts.find({}); whole != parts.end()) {
        return whole->second;
    }
    auto const classes = all.size() - all.count({}); // the whole is none
    part_bounds out{parts.size() < classes ? 0.0 : 1.0, 0.0};
    for (auto const& [name, part] : parts) {
        out = {std::min(out.lower, part.lower), std::max(out.upper, part.upper)};
    }
    return out;
}

/// All that is told of one owner and one company.
struct told_pair {
    parts_by_class equity;
    parts_by_class voting_equity;
    parts_by_class voteless_equity;
    parts_by_class votes;
    parts_by_class lp_interest;
    parts_by_class gp;
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
    stake_reader(network const& n, ownership_options const& options) : n_{&n}, options_{&options} {}

    told_stakes operator()()
    {
        for (auto const& s : n_->stakes()) {
            read(s, n_->facts().at<holding>(s.holding));
        }
        for (auto const id : n_->facts().records(record_kind::relation)) {
            read(n_->facts().at<relation>(id));
        }
        for (auto first = pairs_.begin(); first != pairs_.end();) {
            auto const last = std::find_if(first, pairs_.end(), [&](auto const& pair) {
                return pair.first.first != first->first.first;
            });
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
        if (parent != child) {
            auto& told = pairs_[{child, parent}];
            if (told.equity.empty()) {
                classes_[child].equity.insert(std::string_view{});
                add_told(told.equity, {}, {0.0, 1.0});
                add_told(told.voting_equity, {}, {0.0, 1.0});
            }
            declare(parent, child, counts_as_control::certainly);
        }
    }

    void declare(std::uint32_t owner, std::uint32_t owned, counts_as_control how)
    {
        if (how != counts_as_control::no && owner != owned) {
            out_.declared.push_back({owner, owned, how == counts_as_control::certainly});
        }
    }

    /// What is told of one company.
    void add_column(pair_map::const_iterator first, pair_map::const_iterator last)
    {
        auto const& names = classes_[first->first.first];
        auto voteless = 0.0;
        auto tells_votes = false;
        for (auto at = first; at != last; ++at) {
            auto const& told = at->second;
            for (auto const& part : {whole_of(told.equity, names.equity),
                                     whole_of(told.lp_interest, {}), whole_of(told.gp, {})}) {
                if (part) {
                    add(out_.capital, *at, *part);
                }
            }
            if (auto const part = whole_of(told.voteless_equity, names.equity)) {
                voteless += part->upper;
            }
            tells_votes = tells_votes || !told.votes.empty();
        }
        // What carries no votes leaves the whole of those that do, as far as it may go.
        auto const most = voteless < 1.0 ? 1.0 / (1.0 - voteless) : 0.0;
        for (auto at = first; at != last; ++at) {
            auto const& told = at->second;
            if (auto const votes = whole_of(told.votes, names.votes)) {
                add(out_.votes, *at, *votes);
            } else if (auto part = whole_of(told.voting_equity, names.equity)) {
                // Where votes are told they don't go with the equity: the others share the rest.
                auto const is_bounded = !tells_votes && most > 0.0;
                part->lower = tells_votes ? 0.0 : part->lower;
                part->upper =
                    !is_bounded && part->upper > 0.0 ? 1.0 : std::min(1.0, part->upper * most);
                add(out_.votes, *at, *part);
            }
        }
    }

    static void add(std::vector<bounded_stake>& to, pair_map::value_type const& of,
                    part_bounds part)
    {
        to.push_back({of.first.second, of.first.first, part.lower, part.upper});
    }

    network const* n_;
    ownership_options const* options_;
    pair_map pairs_;
    std::map<std::uint32_t, told_classes> classes_;
    told_stakes out_;
};

} // namespace

told_stakes told_in(network const& n, ownership_options const& options)
{
    return stake_reader{n, options}();
}

} // namespace capgraph::inline v0::detail
