// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/footprint.hpp>

#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/holding.hpp>
#include <capgraph/model/participation.hpp>
#include <capgraph/model/valuation.hpp>

#include <algorithm>
#include <set>

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

    /// Who owns the investors found so far.
    void add_owners()
    {
        for (auto const id : facts_->records_told(record_kind::holding)) {
            if (investors_.contains(same(*facts_->timeless<holding>(id).owned))) {
                add(id);
            }
        }
    }

    /// Nobody backs itself, nor what it rolls up to.
    void add_roll_up()
    {
        if (n_->options().roll_up != roll_up::none) {
            add_all(record_kind::relation);
        }
    }

    [[nodiscard]] entity_id same(entity_id id) const { return facts_->representative(id); }

    [[nodiscard]] std::vector<record_id> found() const { return {found_.begin(), found_.end()}; }

private:
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
            out.insert(
                g.same(p.company ? *p.company : facts.company_of(*p.round)));
        }
    }
    return out;
}

} // namespace

std::vector<record_id> state_backing_footprint(network const& n, record_id round)
{
    static_cast<void>(n.facts().timeless<funding_round>(round)); // throws for what is none
    gathering g{n};
    g.add(round);
    g.add_participations([&](participation const& p) { return p.round && *p.round == round; });
    g.add_owners();
    g.add_roll_up();
    g.add_all(record_kind::rate);
    return g.found();
}

std::vector<record_id> state_backing_footprint(network const& n, entity_id company)
{
    gathering g{n};
    g.add(n.facts().record_of(company));
    g.add_deals_of({g.same(company)});
    g.add_owners();
    g.add_roll_up();
    g.add_all(record_kind::rate);
    return g.found();
}

std::vector<record_id> valuations_footprint(network const& n, entity_id company)
{
    gathering g{n};
    g.add(n.facts().record_of(company));
    for (auto const id : n.facts().records_told(record_kind::valuation)) {
        if (g.same(*n.facts().timeless<valuation>(id).company) == g.same(company)) {
            g.add(id);
        }
    }
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
