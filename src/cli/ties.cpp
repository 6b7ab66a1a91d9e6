// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "ties.hpp"

#include "failure.hpp"
#include "figures.hpp"

#include <limits>

namespace capgraph::cli {

namespace {

json_value size_json(std::size_t size)
{
    return size == std::numeric_limits<std::size_t>::max() ? json_value{} : json_value{size};
}

std::vector<std::string> kind_list(std::vector<round_kind> const& kinds)
{
    std::vector<std::string> out;
    for (auto const kind : kinds) {
        out.emplace_back(to_string(kind));
    }
    return out;
}

std::string kinds_text(std::vector<round_kind> const& kinds)
{
    std::string out;
    for (auto const kind : kinds) {
        append_listed(out, to_string(kind));
    }
    return out;
}

} // namespace

shared_groups named(co_investment_groups const& all, std::vector<std::uint32_t> const& groups)
{
    shared_groups out;
    for (auto const g : groups) { // rounds of one company stand together
        if (out.entities.empty() || out.entities.back() != all.entity_of(g)) {
            out.entities.push_back(all.entity_of(g));
        }
        if (auto const round = all.round_of(g)) {
            out.rounds.push_back(*round);
        }
    }
    return out;
}

std::string shared_text(subject const& s, co_investment_groups const& all,
                        shared_groups const& with)
{
    return all.scope().unit == co_investment_unit::same_round ? slugs_of<record_id>(s, with.rounds)
                                                              : names_of(s, with.entities);
}

side_words words_of(co_investment_scope const& scope)
{
    if (scope.side == co_investment_side::companies) {
        return {"companies", "company",   "other company", "other_company",
                "investor",  "investors", "investor"};
    }
    return scope.unit == co_investment_unit::same_round
               ? side_words{"investors", "investor", "co-investor", "co_investor",
                            "round",     "rounds",   "company"}
               : side_words{"investors", "investor",  "co-investor", "co_investor",
                            "company",   "companies", "company"};
}

void add_entity(json_object& to, subject const& s, std::string const& prefix, entity_id id)
{
    to.push_back({prefix, s.slug(id)});
    to.push_back({prefix + "_name", s.name(id)});
}

void add_shared(json_object& to, subject const& s, co_investment_groups const& all,
                shared_groups const& with)
{
    std::string const key = words_of(all.scope()).group_key;
    to.push_back({key + "_ids", slug_list<entity_id>(s, with.entities)});
    to.push_back({key + "_names", name_list(s, with.entities)});
    if (all.scope().unit == co_investment_unit::same_round) {
        to.push_back({"round_ids", slug_list<record_id>(s, with.rounds)});
    }
}

std::string scope_text(co_investment_choice const& asked)
{
    std::string out;
    if (asked.scope.period) {
        auto const period = asked.scope_of(co_investment_unit::same_company).period;
        out += "Only deals that "
               + std::string{asked.scope.within == certainty::possibly ? "may lie" : "lie"} + " in "
               + to_string(*period) + ". ";
    }
    if (!asked.scope.kinds.empty()) {
        out += "Only rounds of the kind " + kinds_text(asked.scope.kinds) + ". ";
    }
    if (asked.options.hub_cap != std::numeric_limits<std::size_t>::max()) {
        out +=
            "Without who meets among more than " + count_text(asked.options.hub_cap) + " alone. ";
    }
    if (!out.empty()) {
        out.back() = '\n';
    }
    return out;
}

json_object scope_json(co_investment_choice const& asked)
{
    auto const period =
        asked.scope.period ? asked.scope_of(co_investment_unit::same_company).period : std::nullopt;
    return {{"side", to_string(asked.scope.side)},
            {"period", period ? json_value{to_string(*period)} : json_value{}},
            {"within", to_string(asked.scope.within)},
            {"kinds", kind_list(asked.scope.kinds)},
            {"weight", to_string(asked.options.weight)},
            {"min_weight", asked.options.min_weight},
            {"top_k", size_json(asked.options.top_k)},
            {"hub_cap", size_json(asked.options.hub_cap)}};
}

co_investment_groups groups_meant(subject const& s, invocation const& what)
{
    auto const& asked = what.ties;
    if (asked.window && !(asked.scope.period && asked.scope.period->has_last())) {
        throw bad_usage{"--window: expected a --period with a last day, at which it ends"};
    }
    co_investment_scope scope;
    try {
        scope = asked.scope_of(what.unit.value_or(co_investment_unit::same_company));
    } catch (error const& e) {
        throw bad_usage{"--window: found " + std::string{e.found()}
                        + ", expected a year from 1 on"};
    }
    return co_investment_groups{s.net, std::move(scope)};
}

} // namespace capgraph::cli
