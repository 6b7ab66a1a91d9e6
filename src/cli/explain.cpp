// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "failure.hpp"
#include "figures.hpp"
#include "report.hpp"
#include "statement_text.hpp"
#include "subject.hpp"
#include "terminal_text.hpp"

#include <capgraph/ledger/evidence.hpp>
#include <capgraph/query/footprint.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

/// What is explained: the records that it rests on, and its name in words.
struct explained {
    std::vector<record_id> records;
    std::string of;
};

explained network_explained(subject const& s)
{
    return {network_footprint(s.net), "The whole network"};
}

explained about_pair(subject const& s, explain_choice const& asked)
{
    if (asked.entity.empty() || asked.other.empty()) {
        throw bad_usage{"explain co-investment of whom? expected two investors, by id or name"};
    }
    auto const one = entity_meant(s, asked.entity);
    auto const other = entity_meant(s, asked.other);
    return {co_investment_footprint(s.net, one, other),
            "The co-investment of " + s.name(one) + " and " + s.name(other)};
}

explained about_entity(subject const& s, explain_choice const& asked)
{
    if (asked.entity.empty()) {
        throw bad_usage{"explain " + std::string{to_string(asked.figure)}
                        + " of whom? expected an entity, by id or name"};
    }
    auto const id = entity_meant(s, asked.entity);
    switch (asked.figure) {
    case figure_choice::valuation:
        return {valuations_footprint(s.net, id), "The valuation of " + s.name(id)};
    case figure_choice::ownership:
        return {ownership_footprint(s.net, id), "The ownership and control of " + s.name(id)};
    case figure_choice::co_investors:
        return {co_investors_footprint(s.net, id), "The co-investors of " + s.name(id)};
    case figure_choice::state_backing:
    case figure_choice::co_investment:
    case figure_choice::network:
        break;
    }
    return {state_backing_footprint(s.net, id, asked.measure),
            "The state backing of " + s.name(id)};
}

explained what_is_asked(subject const& s, explain_choice const& asked)
{
    auto const is_pair = asked.figure == figure_choice::co_investment;
    if (!is_pair && !asked.other.empty()) {
        throw bad_usage{"'" + asked.other
                        + "' is one too many: only 'explain co-investment' is of two"};
    }
    if (asked.figure == figure_choice::network) {
        return network_explained(s);
    }
    if (asked.round.empty()) {
        return is_pair ? about_pair(s, asked) : about_entity(s, asked);
    }
    if (asked.figure != figure_choice::state_backing || !asked.entity.empty()) {
        throw bad_usage{"--round goes with 'explain state-backing' and without an entity"};
    }
    auto const round = round_meant(s, asked.round);
    return {state_backing_footprint(s.net, round, asked.measure),
            "The state backing of round " + s.slug(round)};
}

/// Those that decide first, then those that suppress, join and are superseded; each in the order of
/// the ledger.
std::vector<evidence> in_reading_order(std::vector<evidence> all)
{
    constexpr auto place = [](evidence_role role) {
        switch (role) {
        case evidence_role::decides:
            return 0;
        case evidence_role::suppresses:
            return 1;
        case evidence_role::joins:
            return 2;
        case evidence_role::superseded:
            break;
        }
        return 3;
    };
    std::stable_sort(all.begin(), all.end(), [&](evidence const& a, evidence const& b) {
        return place(a.role) < place(b.role);
    });
    return all;
}

void print_text(std::ostream& out, subject const& s, invocation const& what, std::string const& of,
                std::vector<evidence> rows)
{
    auto const decides = std::count_if(rows.begin(), rows.end(), [](evidence const& e) {
        return e.role == evidence_role::decides;
    });
    auto const all = keep_top(rows, what);
    out << view_text(what) << '\n'
        << cleaned(of) << " rests on " << count_text(all, "statement", "statements")
        << ", of which " << count_text(static_cast<std::uint64_t>(decides), "decides", "decide")
        << ".\n";
    auto const* last = static_cast<evidence const*>(nullptr);
    for (auto const& e : rows) {
        if (last == nullptr || last->role != e.role) {
            out << '\n' << to_string(e.role) << '\n';
        }
        last = &e;
        out << list_item(statement_text(s, e.statement) + provenance_text(s, e.statement));
    }
    if (rows.size() < all) {
        out << "... and " << count_text(all - rows.size(), "statement", "statements") << " more\n";
    }
}

json_object to_json(subject const& s, evidence const& e)
{
    auto const told = s.data.book.at(e.statement);
    auto const day = s.facts().reported_on(e.statement);
    auto const slug = s.data.book.slug_of(told.record);
    return {{"role", to_string(e.role)},
            {"kind", to_string(told.kind)},
            {"record", slug.empty() ? json_value{} : json_value{slug}},
            {"statement", statement_text(s, e.statement)},
            {"source", told.said.source ? json_value{s.slug(*told.said.source)} : json_value{}},
            {"reported_on", day == date{} ? json_value{} : json_value{to_string(day)}},
            {"attributed_to",
             told.said.attributed_to.empty() ? json_value{} : json_value{told.said.attributed_to}},
            {"line", told.said.where ? json_value{told.said.where->line} : json_value{}}};
}

} // namespace

exit_code explain(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto const [records, of] = what_is_asked(s, what.explain);
    auto rows = in_reading_order(evidence_of(s.facts(), records));
    if (!what.json) {
        print_text(io.out, s, what, of, std::move(rows));
        return fine;
    }
    keep_top(rows, what);
    auto const or_null = [](std::string const& text) {
        return text.empty() ? json_value{} : json_value{text};
    };
    print_json(io.out, what,
               {{"figure", to_string(what.explain.figure)},
                {"entity", or_null(what.explain.entity)},
                {"other", or_null(what.explain.other)},
                {"round", or_null(what.explain.round)}},
               objects_of(rows, [&](evidence const& e) { return to_json(s, e); }));
    return fine;
}

} // namespace capgraph::cli
