// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of the evidence of what rests on chains of owners, on random ledgers with withdrawals,
// retractions and joins.

#include <capgraph/query/footprint.hpp>

#include "property/footprints.hpp"

#include <capgraph/query/cap_table.hpp>
#include <capgraph/query/control_over.hpp>
#include <capgraph/query/owners_of.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/state_chain.hpp>
#include <capgraph/query/state_parts.hpp>

#include <cmath>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Stakes small enough that few companies are over the whole, and many ties.
constexpr story_options owners{.companies = 5,
                               .news = 60,
                               .of_entities = 8,
                               .of_valuations = 12,
                               .of_holdings = 35,
                               .of_relations = 15,
                               .largest_share = 45};

/// To six digits, the last rounded.
std::string digits(double x)
{
    return std::to_string(std::round(x * 1e6) / 1e6) + ' ';
}
std::string digits(part_bounds const& b)
{
    return digits(b.lower) + digits(b.upper);
}
std::string digits(bounded<share> const& b)
{
    return digits(b.lower.fraction()) + digits(b.upper.fraction()) + digits(b.coverage.fraction());
}

std::string backing(network const& n, state_backing const& b)
{
    auto out = digits(b.headcount) + digits(b.capital);
    for (auto const id : b.state_investors) {
        out += std::string{n.facts().slug_of(id)} + ' ';
    }
    return out;
}

/// All that is asked of one entity and its owners.
std::string ownership(network const& n, entity_id id)
{
    ownership_network const o{n};
    auto const name = [&](entity_id e) { return std::string{n.facts().slug_of(e)} + ' '; };
    std::string out;
    for (auto const semantics :
         {ownership_semantics::look_through, ownership_semantics::walk_sum,
          ownership_semantics::first_passage, ownership_semantics::weakest_link}) {
        for (auto const& list : {owners_of(o, id, {.semantics = semantics}),
                                 holdings_of(o, id, {.semantics = semantics})}) {
            out += digits(list.unknown);
            for (auto const& p : list.parts) {
                out += name(p.entity) + digits(p.part) + digits(p.direct);
            }
            for (auto const e : list.undefined) {
                out += "undefined " + name(e);
            }
        }
    }
    for (auto const& c : controlled_by(o, std::span{&id, 1})) {
        out += "over " + name(c.entity) + (c.is_certain ? "" : "? ") + digits(c.votes);
    }
    for (auto const& c : controllers_of(o, id).controllers) {
        out += "under " + name(c.entity) + (c.is_certain ? "" : "? ") + (c.is_ultimate ? "! " : "");
    }
    if (auto const chain = state_chain_to(o, id)) {
        out += "chain " + name(chain->from) + digits(chain->part);
    }
    return out;
}

std::vector<figure> figures_of(ledger const& book)
{
    std::vector<figure> out;
    for (auto const i : {0, 1}) {
        auto const company = "company-" + std::to_string(i);
        auto const round = "round-" + std::to_string(i);
        for (auto const measure : {state_measure::look_through, state_measure::consolidated}) {
            out.push_back(
                {[=](network const& n) {
                     return state_backing_footprint(n, n.facts().entity_at(company), measure);
                 },
                 [=](network const& n) {
                     return answered([&] {
                         return backing(n, state_backing_of(n, n.facts().entity_at(company),
                                                            {.measure = measure}));
                     });
                 }});
        }
        out.push_back({[=](network const& n) {
                           return state_backing_footprint(n, n.facts().entity_at(company),
                                                          state_measure::consolidated);
                       },
                       [=](network const& n) {
                           return answered([&] {
                               return backing(
                                   n, state_backing_of(n, n.facts().entity_at(company),
                                                       {.heads = counted_heads::controllers}));
                           });
                       }});
        if (book.find_round(round)) {
            constexpr auto of = backing_denominator::post_money;
            out.push_back({[=](network const& n) {
                               return state_backing_footprint(n, n.facts().round_at(round),
                                                              state_measure::look_through, of);
                           },
                           [=](network const& n) {
                               return answered([&] {
                                   return backing(
                                       n, state_backing_of(n, n.facts().round_at(round),
                                                           {.measure = state_measure::look_through,
                                                            .denominator = of}));
                               });
                           }});
        }
        for (auto const* const stem : {"company-", "investor-", "state-"}) {
            auto const slug = stem + std::to_string(i);
            out.push_back({[=](network const& n) {
                               return ownership_footprint(n, n.facts().entity_at(slug));
                           },
                           [=](network const& n) {
                               return answered(
                                   [&] { return ownership(n, n.facts().entity_at(slug)); });
                           }});
        }
        out.push_back(
            {[=](network const& n) { return cap_table_footprint(n, n.facts().entity_at(company)); },
             [=](network const& n) {
                 return answered([&] {
                     auto const t = cap_table_of(n, n.facts().entity_at(company));
                     auto text = digits(t.others);
                     for (auto const& row : t.rows) {
                         text +=
                             std::string{n.facts().slug_of(row.investor)} + ' ' + digits(row.part);
                     }
                     return text;
                 });
             }});
    }
    return out;
}

} // namespace

TEST_CASE("ownership_footprint: its statements alone give the figure", "[evidence][property]")
{
    check_enough(figures_of, 15, owners);
}

TEST_CASE("ownership_footprint: a statement outside it changes nothing", "[evidence][property]")
{
    CHECK(check_rest(figures_of, 10, owners) > 100);
}

TEST_CASE("ownership_footprint: of who has neither owners nor holdings is what is said of it",
          "[evidence][property]")
{
    auto const book = zhipu_ledger();
    auto const n = network_of(book);
    auto const of = ownership_footprint(n, book.entity_at("zhipu"));
    CHECK(of == std::vector{book.record_of(book.entity_at("zhipu"))});
    CHECK(ownership_footprint(n, book.entity_at("shangcheng")).size() == 2); // and the holding
    CHECK(ownership_footprint(n, book.entity_at("hangzhou")).size() == 3);
}
