// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "figures.hpp"
#include "parts.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "table.hpp"
#include "terminal_text.hpp"

#include <capgraph/network/ownership_network.hpp>
#include <capgraph/query/owners_of.hpp>

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

char const* meaning_of(ownership_semantics semantics)
{
    switch (semantics) {
    case ownership_semantics::look_through:
        return "Parts held in the end, through chains of any length";
    case ownership_semantics::walk_sum:
        return "Parts summed over all chains, those that come back too: no parts of a whole";
    case ownership_semantics::first_passage:
        return "Parts held through chains that don't pass the owner before they end there";
    case ownership_semantics::simple_path:
        return "Parts summed over chains that pass nobody twice";
    case ownership_semantics::weakest_link:
        return "The smallest stake of each chain, summed: no parts of a whole";
    }
    return "";
}

/// Who holds parts of a company without anybody between, whoever holds them in the end.
struct direct_owners {
    struct stake {
        entity_id owner{};
        part_bounds part;
    };
    std::vector<stake> stakes;           ///< The largest first, ties by slug.
    std::vector<entity_id> without_room; ///< Of whom what the others hold leaves nothing.
};

direct_owners directly(ownership_network const& n, entity_id company)
{
    direct_owners out{{}, without_room_in(n, company)};
    auto const v = n.vertex_of(company);
    auto const& w = n.capital();
    for (auto const& e : w.owners_of(v)) {
        if (auto const most = w.most_of(v, e.vertex); most > 0.0) {
            out.stakes.push_back({n.entity_at(e.vertex), {e.lower, most}});
        }
    }
    std::stable_sort(out.stakes.begin(), out.stakes.end(), [](auto const& a, auto const& b) {
        return std::pair{a.part.lower, a.part.upper} > std::pair{b.part.lower, b.part.upper};
    });
    return out;
}

/// `No ultimate owner is known. Direct holders: Shanghai Fund 5 %, Alibaba 0–95 %.`
std::string text_of(subject const& s, direct_owners const& owners)
{
    constexpr std::size_t most_told = 10;
    std::string out;
    for (std::size_t i = 0; i < std::min(owners.stakes.size(), most_told); ++i) {
        append_listed(out, s.name(owners.stakes[i].owner) + ' ' + part_text(owners.stakes[i].part),
                      ", ");
    }
    if (owners.stakes.size() > most_told) {
        out += ", and " + count_text(owners.stakes.size() - most_told) + " more";
    }
    return "No ultimate owner is known. Direct holders: " + out + '.';
}

/// `is_end`: whether chains end at the entity asked about.
std::string notes_text(subject const& s, ownership_choice const& asked, held_part_list const& all,
                       bool is_end, direct_owners const& owners)
{
    std::string out;
    if (asked.semantics == ownership_semantics::look_through && !asked.holdings && !is_end) {
        out += "\nNobody is said to hold in the end: " + part_text(all.unknown) + ".\n";
    }
    if (!asked.holdings && !owners.without_room.empty()) {
        out += '\n' + wrapped(cleaned(clash_text(s, owners.without_room, all.of)), 100) + '\n';
    }
    if (!all.undefined.empty()) {
        auto const line = "Of " + names_of(s, all.undefined)
                          + " more than the whole is held, or they wholly own each other: what is "
                            "held through them is anything.";
        out += '\n' + wrapped(cleaned(line), 100) + '\n';
    }
    if (all.is_cut) {
        out += "\nThere is more than the limits allow to follow: only the lower ends are sure.\n";
    }
    if (!all.is_sharp && !all.is_cut) {
        out += "\nThe bounds hold, but need not be reached.\n";
    }
    return out;
}

void print_text(std::ostream& out, subject const& s, invocation const& what, held_part_list all,
                bool is_end, direct_owners const& direct)
{
    auto const& asked = what.ownership;
    out << view_text(what) << '\n'
        << wrapped(cleaned((asked.holdings ? "What " : "Who owns ") + s.name(all.of)
                           + (asked.holdings ? " owns. " : ". ") + meaning_of(asked.semantics)
                           + "."),
                   100)
        << "\n\n";
    auto const found = keep_top(all.parts, what);
    if (all.parts.empty() && !asked.holdings && !is_end && !direct.stakes.empty()) {
        out << wrapped(cleaned(text_of(s, direct)), 100) << '\n';
    } else if (all.parts.empty()) {
        out << (asked.holdings ? "No holdings are recorded.\n"
                : is_end ? "It is an end: of persons, states and whoever is marked as ultimate "
                           "nobody owns a part.\n"
                         : "No owners are recorded.\n");
    } else {
        table t{{{asked.holdings ? "company" : "owner", alignment::left, 48},
                 {"part", alignment::right},
                 {"direct", alignment::right},
                 {"stakes", alignment::right}}};
        for (auto const& row : all.parts) {
            t.add({s.name(row.entity), part_text(row.part),
                   row.direct.upper > 0.0 ? part_text(row.direct) : "", count_text(row.distance)});
        }
        out << to_string(t);
    }
    if (all.parts.size() < found) {
        out << "... and " << count_text(found - all.parts.size(), "row", "rows") << " more\n";
    }
    out << notes_text(s, asked, all, is_end, direct);
}

json_object to_json(subject const& s, ownership_choice const& asked, held_part_list const& all,
                    held_part const& row)
{
    auto const owner = asked.holdings ? all.of : row.entity;
    auto const owned = asked.holdings ? row.entity : all.of;
    json_object out{{"owner", s.slug(owner)},
                    {"owner_name", s.name(owner)},
                    {"owned", s.slug(owned)},
                    {"owned_name", s.name(owned)}};
    add_part(out, "part", row.part);
    add_part(out, "direct", row.direct);
    out.push_back({"stakes", std::uint64_t{row.distance}});
    out.push_back({"is_ultimate", row.is_ultimate});
    return out;
}

} // namespace

exit_code owners(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto const& asked = what.ownership;
    auto const entity = entity_meant(s, asked.entity);
    ownership_network const n{s.net};
    owners_options options;
    options.semantics = asked.semantics;
    if (asked.unknown == unknown_choice::possible) {
        options.unknown = unknown_owners::possible;
    }
    auto all = asked.holdings ? holdings_of(n, entity, options) : owners_of(n, entity, options);
    all.of = s.facts().representative(entity);
    auto const is_end = n.is_ultimate(n.vertex_of(entity));
    auto const direct = directly(n, entity);
    if (!what.json) {
        print_text(io.out, s, what, std::move(all), is_end, direct);
        return fine;
    }
    keep_top(all.parts, what);
    json_object more{
        {"entity", s.slug(all.of)},
        {"is_end", is_end},
        {"holdings", asked.holdings},
        {"semantics", to_string(asked.semantics)},
        {"unknown_owners", to_string(asked.unknown.value_or(unknown_choice::impossible))}};
    if (asked.semantics == ownership_semantics::look_through && !asked.holdings) {
        add_part(more, "unknown", all.unknown);
    } else {
        more.push_back({"unknown_lower", json_value{}});
        more.push_back({"unknown_upper", json_value{}});
    }
    std::vector<entity_id> holders;
    for (auto const& stake : direct.stakes) {
        holders.push_back(stake.owner);
    }
    more.push_back({"direct_owners", slug_list<entity_id>(s, holders)});
    more.push_back({"without_room", slug_list<entity_id>(s, direct.without_room)});
    more.push_back({"is_sharp", all.is_sharp});
    more.push_back({"is_cut", all.is_cut});
    more.push_back({"undefined", slug_list<entity_id>(s, all.undefined)});
    print_json(io.out, what, more, objects_of(all.parts, [&](held_part const& row) {
                   return to_json(s, asked, all, row);
               }));
    return fine;
}

} // namespace capgraph::cli
