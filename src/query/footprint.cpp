// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/footprint.hpp>

#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/holding.hpp>
#include <capgraph/model/participation.hpp>
#include <capgraph/model/relation.hpp>
#include <capgraph/model/valuation.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// Gathers records by what names them, which no view changes: what is not known now may be so but
/// for a statement of the footprint.
class gathering {
public:
    explicit gathering(network const& n) : n_{&n}, facts_{&n.facts()} {}

    void add(record_id id) { found_.insert(id); }

    void add_all(record_kind kind)
    {
        for (auto const id : facts_->records_told(kind)) {
            add(id);
        }
    }

    /// The rounds and participations of `company`, under whatever of its names.
    void add_deals_of(std::set<entity_id> const& companies)
    {
        std::set<record_id> rounds;
        for (auto const id : facts_->records_told(record_kind::round)) {
            if (companies.contains(same(facts_->company_of(id)))) {
                rounds.insert(id);
                add(id);
            }
        }
        add_participations([&](participation const& p) {
            return p.round ? rounds.contains(*p.round) : companies.contains(same(*p.company));
        });
    }

    template <class Wanted>
    void add_participations(Wanted const& is_wanted)
    {
        for (auto const id : facts_->records_told(record_kind::participation)) {
            auto const p = facts_->timeless<participation>(id);
            if (is_wanted(p)) {
                add(id);
                investors_.insert(same(*p.investor));
            }
        }
    }

    /// What is said of the owners of the investors found so far: of those next to them or, where
    /// the measure looks through chains, of all.
    void add_owners(state_measure measure)
    {
        if (measure == state_measure::look_through || measure == state_measure::consolidated) {
            add_above(investors_);
            return;
        }
        for (auto const id : facts_->records_told(record_kind::holding)) {
            if (investors_.contains(same(*facts_->timeless<holding>(id).owned))) {
                add(id);
            }
        }
    }

    /// Who owns or controls `some`, who owns those, and so on.
    void add_above(std::set<entity_id> const& some)
    {
        auto const ties = all_ties();
        follow(ties, some, [](tie const& t) { return std::pair{t.below, t.above}; });
    }

    /// What `entity` owns or controls, what that does, and so on; with all that is said of who else
    /// owns that.
    void add_below(entity_id entity)
    {
        auto const ties = all_ties();
        auto const reached = follow(ties, {entity}, [](tie const& t) {
            return std::pair{t.above, t.below};
        });
        for (auto const& t : ties) {
            if (reached.contains(t.below)) {
                add(t.record);
            }
        }
    }

    void add_valuations_of(entity_id company)
    {
        for (auto const id : facts_->records_told(record_kind::valuation)) {
            if (same(*facts_->timeless<valuation>(id).company) == same(company)) {
                add(id);
            }
        }
    }

    /// Rolled up, nobody backs itself, nor what it rolls up to.
    void add_roll_up()
    {
        if (n_->options().roll_up != roll_up::none) {
            add_all(record_kind::relation);
        }
        if (n_->options().roll_up == roll_up::controller) {
            add_all(record_kind::holding);
        }
    }

    [[nodiscard]] entity_id same(entity_id id) const { return facts_->representative(id); }

    [[nodiscard]] std::vector<record_id> found() const { return {found_.begin(), found_.end()}; }

private:
    /// A record by which one entity may own or control another.
    struct tie {
        record_id record{};
        entity_id above{};
        entity_id below{};
    };

    [[nodiscard]] std::vector<tie> all_ties() const
    {
        std::vector<tie> out;
        for (auto const id : facts_->records_told(record_kind::holding)) {
            auto const h = facts_->timeless<holding>(id);
            out.push_back({id, same(*h.owner), same(*h.owned)});
        }
        for (auto const id : facts_->records_told(record_kind::relation)) {
            auto const r = facts_->timeless<relation>(id);
            switch (*r.type) {
            case relation_type::parent_of:
            case relation_type::manager_of:
                out.push_back({id, same(*r.from), same(*r.to)});
                break;
            case relation_type::unit_of:
                out.push_back({id, same(*r.to), same(*r.from)});
                break;
            case relation_type::founder_of:
            case relation_type::officer_of:
                break;
            }
        }
        return out;
    }

    /// Adds the ties that lead away from `some`, as `ends_of` has them: from where to where.
    template <class EndsOf>
    std::set<entity_id> follow(std::vector<tie> const& ties, std::set<entity_id> reached,
                               EndsOf const& ends_of)
    {
        std::multimap<entity_id, tie const*> leading;
        for (auto const& t : ties) {
            leading.emplace(ends_of(t).first, &t);
        }
        std::vector<entity_id> open{reached.begin(), reached.end()};
        while (!open.empty()) {
            auto const [first, last] = leading.equal_range(open.back());
            open.pop_back();
            for (auto at = first; at != last; ++at) {
                add(at->second->record);
                auto const next = ends_of(*at->second).second;
                if (reached.insert(next).second) {
                    open.push_back(next);
                }
            }
        }
        return reached;
    }

    network const* n_;
    view const* facts_;
    std::set<record_id> found_;
    std::set<entity_id> investors_;
};

/// The companies in which `investor` has any participation.
std::set<entity_id> backed_by(network const& n, gathering const& g, entity_id investor)
{
    auto const& facts = n.facts();
    std::set<entity_id> out;
    for (auto const id : facts.records_told(record_kind::participation)) {
        auto const p = facts.timeless<participation>(id);
        if (g.same(*p.investor) == g.same(investor)) {
            out.insert(g.same(p.company ? *p.company : facts.company_of(*p.round)));
        }
    }
    return out;
}

} // namespace

std::vector<record_id> state_backing_footprint(network const& n, record_id round,
                                               state_measure measure,
                                               backing_denominator denominator)
{
    static_cast<void>(n.facts().timeless<funding_round>(round)); // throws for what is none
    gathering g{n};
    g.add(round);
    g.add_participations([&](participation const& p) { return p.round && *p.round == round; });
    g.add_owners(measure);
    if (denominator == backing_denominator::post_money) {
        g.add_valuations_of(n.facts().company_of(round));
    }
    g.add_roll_up();
    g.add_all(record_kind::rate);
    return g.found();
}

std::vector<record_id> state_backing_footprint(network const& n, entity_id company,
                                               state_measure measure)
{
    gathering g{n};
    g.add(n.facts().record_of(company));
    g.add_deals_of({g.same(company)});
    g.add_owners(measure);
    g.add_roll_up();
    g.add_all(record_kind::rate);
    return g.found();
}

std::vector<record_id> ownership_footprint(network const& n, entity_id entity)
{
    gathering g{n};
    g.add(n.facts().record_of(entity));
    g.add_above({g.same(entity)});
    g.add_below(g.same(entity));
    return g.found();
}

std::vector<record_id> cap_table_footprint(network const& n, entity_id company)
{
    gathering g{n};
    g.add(n.facts().record_of(company));
    g.add_deals_of({g.same(company)});
    g.add_valuations_of(company);
    g.add_roll_up();
    g.add_all(record_kind::rate);
    return g.found();
}

std::vector<record_id> valuations_footprint(network const& n, entity_id company)
{
    gathering g{n};
    g.add(n.facts().record_of(company));
    g.add_valuations_of(company);
    return g.found();
}

std::vector<record_id> co_investors_footprint(network const& n, entity_id investor)
{
    if (n.options().roll_up != roll_up::none) {
        return network_footprint(n);
    }
    gathering g{n};
    g.add(n.facts().record_of(investor));
    g.add_deals_of(backed_by(n, g, investor));
    return g.found();
}

std::vector<record_id> co_investment_footprint(network const& n, entity_id investor,
                                               entity_id co_investor)
{
    if (n.options().roll_up != roll_up::none) {
        return network_footprint(n);
    }
    gathering g{n};
    g.add(n.facts().record_of(investor));
    g.add(n.facts().record_of(co_investor));
    // Not only in what both back: a join of companies, or its undoing, may make that more.
    g.add_participations([&](participation const& p) {
        auto const who = g.same(*p.investor);
        auto const is_theirs = who == g.same(investor) || who == g.same(co_investor);
        if (is_theirs && p.round) {
            g.add(*p.round);
            auto const r = n.facts().find<funding_round>(*p.round);
            for (auto const part : r ? r->aggregate_of.value_or({}) : std::vector<record_id>{}) {
                g.add(part); // a total is no round beside its parts
            }
        }
        return is_theirs;
    });
    return g.found();
}

std::vector<record_id> network_footprint(network const& n)
{
    gathering g{n};
    for (std::size_t kind = 0; kind < detail::words_of<record_kind>.size(); ++kind) {
        g.add_all(static_cast<record_kind>(kind));
    }
    return g.found();
}

} // namespace capgraph::inline v0
