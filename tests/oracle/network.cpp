// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/network.hpp>

#include "support/catch2.hpp"
#include "support/network_text.hpp"
#include "support/random_ledgers.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Of the slugs of all that is said to be the same, the first: by asking of each what it is the
/// same as, until nothing is new.
std::string one_slug(ledger const& book, view const& facts, entity_id id)
{
    std::set<std::string> same{std::string{facts.slug_of(id)}};
    for (std::size_t before = 0; before != same.size();) {
        before = same.size();
        for (std::size_t s = 0; s < book.num_statements(); ++s) {
            auto const statement = statement_id{static_cast<std::uint32_t>(s)};
            if (!facts.takes(statement) || facts.at(statement).kind != record_kind::same_as) {
                continue;
            }
            std::set<std::string> these;
            for (auto const each : *book.said_by<same_as>(statement).entities) {
                these.emplace(facts.slug_of(each));
            }
            if (std::any_of(these.begin(), these.end(),
                            [&](auto const& slug) { return same.contains(slug); })) {
                same.merge(these);
            }
        }
    }
    return *same.begin();
}

/// Where each slug rolls up to, by following parents one step at a time for longer than any chain.
std::string top_slug(std::map<std::string, std::set<std::string>> const& parents,
                     std::string const& slug)
{
    auto at = slug;
    std::set<std::string> seen;
    while (parents.contains(at) && seen.insert(at).second) {
        at = *parents.at(at).begin();
    }
    if (!seen.contains(at)) {
        return at;
    }
    auto first = at; // a circle
    for (auto step = *parents.at(at).begin(); step != at; step = *parents.at(step).begin()) {
        first = std::min(first, step);
    }
    return first;
}

std::map<std::string, std::set<std::string>> parents_of(ledger const& book, view const& facts)
{
    std::map<std::string, std::set<std::string>> parents;
    for (auto const id : facts.records(record_kind::relation)) {
        auto const r = facts.at<relation>(id);
        auto const is_unit = *r.type == relation_type::unit_of;
        if (!is_unit && *r.type != relation_type::parent_of) {
            continue;
        }
        auto const child = one_slug(book, facts, is_unit ? *r.from : *r.to);
        auto const parent = one_slug(book, facts, is_unit ? *r.to : *r.from);
        auto ends = false; // at a person or a government, under whatever of its names
        for (auto const each : facts.same_as(facts.entity_at(parent))) {
            auto const kind = facts.at(each).kind;
            ends |= kind == entity_kind::government || kind == entity_kind::person
                    || kind == entity_kind::state_body;
        }
        if (child != parent && !ends) {
            parents[child].insert(parent);
        }
    }
    return parents;
}

/// The investments as texts, straight from the participations.
names investments_by_definition(ledger const& book, view const& facts, roll_up rule)
{
    names out;
    auto const parents = rule == roll_up::parents ? parents_of(book, facts)
                                                  : std::map<std::string, std::set<std::string>>{};
    auto const least = facts.options().min_status;
    for (auto const id : facts.records(record_kind::participation)) {
        auto const p = facts.at<participation>(id);
        auto const in = p.round ? facts.find<funding_round>(*p.round) : std::nullopt;
        auto const said = p.status ? p.status : in ? in->status : field<deal_status>{};
        auto const status = said.value_or(deal_status::rumored);
        auto const named = one_slug(book, facts, *p.investor);
        auto const investor = top_slug(parents, named);
        auto const company = one_slug(
            book, facts, p.company ? *p.company : *facts.timeless<funding_round>(*p.round).company);
        if (rule != roll_up::none && (named == company || investor == company)) {
            continue;
        }
        auto const say = [&](std::initializer_list<std::string_view> what) {
            auto line = investor;
            line.append(" > ").append(company);
            for (auto const word : what) {
                line.append(" ").append(word);
            }
            return line.append(p.internal.value_or(false) ? " internal" : "");
        };
        if (p.existing_backer.value_or(false)) {
            out.push_back(say({"- closed unknown"}) + " prior");
        }
        auto const is_far = status != deal_status::withdrawn && status >= least;
        if (is_far) {
            out.push_back(say({p.round ? facts.slug_of(*p.round) : "-", to_string(status),
                               to_string(p.role.value_or(participation_role::unknown))}));
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_CASE("network: its investments are those of the definition", "[network][oracle]")
{
    for (std::uint64_t seed = 0; seed < cases(30); ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed, {.of_relations = 20, .of_joins = 4});
        for (auto const least : {deal_status::rumored, deal_status::committed}) {
            for (auto const rule : {roll_up::none, roll_up::parents}) {
                CAPTURE(to_string(least), to_string(rule));
                auto const n = network_of(book, least, {.roll_up = rule});
                names found;
                for (auto const& i : n.investments()) {
                    found.push_back(text(n, i));
                }
                std::sort(found.begin(), found.end());
                CHECK(found == investments_by_definition(book, n.facts(), rule));
            }
        }
    }
}
