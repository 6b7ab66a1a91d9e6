// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "failure.hpp"
#include "figures.hpp"
#include "parts.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/control_over.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

namespace capgraph::cli {

namespace {

struct answer {
    std::vector<entity_id> group; ///< The entity, and who acts in concert with it.
    std::vector<controller> controllers;
    bool is_cut = false; ///< There are more above than were asked.
    std::vector<controlled_entity> controlled;
};

control_rule rule_of(ownership_choice const& asked)
{
    return {asked.threshold, !asked.at_least, !asked.not_declared};
}

set_rule const& sanctions_rule(rule_choice rule)
{
    return rule == rule_choice::ofac ? ofac_rule : rule == rule_choice::eu ? eu_rule : uk_rule;
}

/// `A holds 51 %, B 10 %`, or that it is declared.
std::string reason_text(subject const& s, told_step const& step)
{
    std::string votes;
    for (auto const& v : step.votes) {
        if (v.votes.upper == 0.0) {
            continue;
        }
        append_listed(votes, s.name(v.holder) + " votes " + part_text(v.votes), ", ");
    }
    if (!step.declared_by) {
        return votes;
    }
    auto const declared = "declared of " + s.name(*step.declared_by);
    return votes.empty() ? declared : declared + "; " + votes;
}

std::string why_text(subject const& s, told_derivation const& why)
{
    std::string out = why.is_cut ? "    ... and what comes before\n" : "";
    for (auto const& step : why.steps) {
        auto const line = s.name(step.controlled) + ": " + reason_text(s, step);
        out += "    " + cleaned(line) + '\n';
    }
    return out;
}

void print_controllers(std::ostream& out, subject const& s, ownership_network const& n,
                       answer const& a, control_rule const& rule)
{
    auto const name = s.name(a.group.front());
    if (a.controllers.empty()) {
        out << "Nobody is known to control " << cleaned(name) << ".\n";
        return;
    }
    for (auto const& c : a.controllers) {
        out << cleaned(s.name(c.entity)) << (c.is_certain ? " controls " : " may control ")
            << cleaned(name) << (c.is_ultimate ? ", as nobody above it does:\n" : ":\n")
            << why_text(s, why_controls(n, std::span{&c.entity, 1}, a.group.front(), rule));
    }
}

void print_controlled(std::ostream& out, subject const& s, invocation const& what, answer a)
{
    auto const by_rule = what.ownership.rule != rule_choice::votes;
    auto const all = keep_top(a.controlled, what);
    auto const whom = names_of(s, a.group);
    if (all == 0) {
        out << '\n'
            << cleaned(whom)
            << (by_rule ? ": nothing belongs to it.\n" : " controls nothing that is known.\n");
        return;
    }
    out << cleaned((by_rule ? "What belongs to " : "What is controlled by ") + whom) << ":\n\n";
    table t{{{"company", alignment::left, 48},
             {by_rule ? "part" : "votes", alignment::right},
             {"how sure", alignment::left}}};
    for (auto const& c : a.controlled) {
        t.add({s.name(c.entity), part_text(c.votes), c.is_certain ? "certain" : "possible"});
    }
    out << to_string(t);
    if (a.controlled.size() < all) {
        out << "... and " << count_text(all - a.controlled.size(), "company", "companies")
            << " more\n";
    }
}

/// The entity, and who acts in concert with it. Throws: `bad_usage` where one is named twice.
std::vector<entity_id> group_meant(subject const& s, ownership_choice const& asked)
{
    std::vector<entity_id> group{s.facts().representative(entity_meant(s, asked.entity))};
    for (auto const& word : asked.group) {
        auto const id = s.facts().representative(entity_meant(s, word));
        if (std::find(group.begin(), group.end(), id) != group.end()) {
            throw bad_usage{"--in-concert-with: '" + word + "' is " + s.slug(id)
                            + ", who is named already"};
        }
        group.push_back(id);
    }
    return group;
}

json_object to_json(subject const& s, std::string_view role, entity_id controller,
                    entity_id controlled, bool is_certain)
{
    return {{"role", role},
            {"controller", s.slug(controller)},
            {"controller_name", s.name(controller)},
            {"controlled", s.slug(controlled)},
            {"controlled_name", s.name(controlled)},
            {"is_certain", is_certain}};
}

std::vector<json_object> to_json(subject const& s, ownership_network const& n, answer const& a,
                                 control_rule const& rule)
{
    std::vector<json_object> out;
    auto const entity = a.group.front();
    for (auto const& c : a.controllers) {
        auto object = to_json(s, "controller", c.entity, entity, c.is_certain);
        std::string why;
        for (auto const& step : why_controls(n, std::span{&c.entity, 1}, entity, rule).steps) {
            append_listed(why, s.slug(step.controlled) + ": " + reason_text(s, step), "; ");
        }
        object.push_back({"is_ultimate", c.is_ultimate});
        object.push_back({"votes_lower", json_value{}});
        object.push_back({"votes_upper", json_value{}});
        object.push_back({"why", why});
        out.push_back(std::move(object));
    }
    for (auto const& c : a.controlled) {
        auto object = to_json(s, "controlled", entity, c.entity, c.is_certain);
        object.push_back({"is_ultimate", json_value{}});
        add_part(object, "votes", c.votes);
        object.push_back({"why", json_value{}});
        out.push_back(std::move(object));
    }
    return out;
}

} // namespace

exit_code control(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto const& asked = what.ownership;
    ownership_network const n{s.net};
    answer a;
    a.group = group_meant(s, asked);
    auto const rule = rule_of(asked);
    auto const by_votes = asked.rule == rule_choice::votes;
    if (by_votes) {
        auto found = controllers_of(n, a.group.front(), rule);
        a.controllers = std::move(found.controllers);
        a.is_cut = found.is_cut;
        a.controlled = controlled_by(n, a.group, rule);
    } else {
        a.controlled = screened(n, a.group, sanctions_rule(asked.rule));
    }
    auto const without_room = without_room_in(n, a.group.front());
    if (what.json) {
        if (what.top && a.controlled.size() > *what.top) {
            a.controlled.resize(*what.top);
        }
        print_json(io.out, what,
                   {{"entity", s.slug(a.group.front())},
                    {"group", slug_list<entity_id>(s, a.group)},
                    {"rule", to_string(asked.rule)},
                    {"threshold", by_votes ? json_value{asked.threshold} : json_value{}},
                    {"at_least", by_votes ? json_value{asked.at_least} : json_value{}},
                    {"takes_declared", by_votes ? json_value{!asked.not_declared} : json_value{}},
                    {"is_cut", a.is_cut},
                    {"without_room", slug_list<entity_id>(s, without_room)}},
                   to_json(s, n, a, rule));
        return fine;
    }
    io.out << view_text(what) << "\n\n";
    if (by_votes && asked.group.empty()) {
        print_controllers(io.out, s, n, a, rule);
        if (!without_room.empty()) {
            io.out << '\n'
                   << wrapped(cleaned(clash_text(s, without_room, a.group.front())), 100) << '\n';
        }
        io.out << (a.is_cut ? "There are more above it than were asked.\n\n" : "\n");
    }
    print_controlled(io.out, s, what, a);
    return fine;
}

} // namespace capgraph::cli
