// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of evidence: a ledger of a figure's statements alone gives the figure, and what is not among
// them changes nothing. On random ledgers with withdrawals, retractions and joins.

#include <capgraph/ledger/evidence.hpp>
#include <capgraph/query/footprint.hpp>

#include "property/footprints.hpp"

#include <capgraph/query/co_investors_of.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/valuations_of.hpp>

#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::string text_of(bounded<share> const& b)
{
    return std::to_string(b.lower.fraction()) + ' ' + std::to_string(b.upper.fraction()) + ' '
           + std::to_string(b.coverage.fraction()) + (b.hedged ? " hedged " : " ");
}

std::string backing_text(network const& n, state_backing const& b)
{
    auto out = text_of(b.headcount) + text_of(b.capital);
    for (auto const id : b.investors) {
        out += std::string{n.facts().slug_of(id)} + ' ';
    }
    return out;
}

/// What two investors share, by company and by round.
figure pair_figure(std::string const& investor, std::string const& other)
{
    auto const text = [=](network const& n) {
        std::string out;
        for (auto const unit : {co_investment_unit::same_company, co_investment_unit::same_round}) {
            for (auto const& c :
                 co_investors_of(n, n.facts().entity_at(investor), {.unit = unit})) {
                auto const& facts = n.facts();
                if (c.investor != facts.representative(facts.entity_at(other))) {
                    continue;
                }
                out += std::to_string(c.shared);
                for (auto const id : c.companies) {
                    out += ' ' + std::string{facts.slug_of(id)};
                }
                for (auto const id : c.rounds) {
                    out += ' ' + std::string{facts.slug_of(id)};
                }
            }
        }
        return out;
    };
    return {[=](network const& n) {
                return co_investment_footprint(n, n.facts().entity_at(investor),
                                               n.facts().entity_at(other));
            },
            text};
}

std::vector<figure> figures_of(ledger const& book)
{
    std::vector<figure> out;
    for (auto const i : {0, 1}) {
        auto const company = "company-" + std::to_string(i);
        auto const investor = "investor-" + std::to_string(i);
        auto const round = "round-" + std::to_string(i);
        out.push_back({[=](network const& n) {
                           return state_backing_footprint(n, n.facts().entity_at(company));
                       },
                       [=](network const& n) {
                           return answered([&] {
                               return backing_text(
                                   n, state_backing_of(n, n.facts().entity_at(company)));
                           });
                       }});
        out.push_back({[=](network const& n) {
                           return valuations_footprint(n, n.facts().entity_at(company));
                       },
                       [=](network const& n) {
                           std::string text;
                           for (auto const& v : valuations_of(n, n.facts().entity_at(company))) {
                               text += std::string{to_string(*v.basis)}
                                       + to_string(v.amount->is_disclosed()
                                                       ? v.amount->renderings().front().low()
                                                       : money{});
                           }
                           return text;
                       }});
        out.push_back({[=](network const& n) {
                           return co_investors_footprint(n, n.facts().entity_at(investor));
                       },
                       [=](network const& n) {
                           std::string text;
                           for (auto const& c : co_investors_of(n, n.facts().entity_at(investor))) {
                               text += std::string{n.facts().slug_of(c.investor)} + ' '
                                       + std::to_string(c.shared) + ' ';
                           }
                           return text;
                       }});
        out.push_back(pair_figure(investor, "investor-" + std::to_string(i + 1)));
        if (book.find_round(round)) {
            out.push_back({[=](network const& n) {
                               return state_backing_footprint(n, n.facts().round_at(round));
                           },
                           [=](network const& n) {
                               return answered([&] {
                                   return backing_text(
                                       n, state_backing_of(n, n.facts().round_at(round)));
                               });
                           }});
        }
    }
    return out;
}

} // namespace

TEST_CASE("evidence_of: its statements alone give the figure", "[evidence][property]")
{
    check_enough(figures_of, 60);
}

TEST_CASE("evidence_of: a statement outside it changes nothing", "[evidence][property]")
{
    CHECK(check_rest(figures_of, 25) > 100);
}

TEST_CASE("evidence_of: of all records names every statement once", "[evidence][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed);
        auto const n = seen(book, seed);
        auto const all = evidence_of(n.facts(), network_footprint(n));
        REQUIRE(all.size() == book.num_statements());
        for (std::size_t i = 0; i < all.size(); ++i) {
            CHECK(index_of(all[i].statement) == i);
        }
    }
}
