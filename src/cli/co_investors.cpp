// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "co_investment_kinds.hpp"
#include "figures.hpp"
#include "report.hpp"
#include "table.hpp"
#include "terminal_text.hpp"
#include "ties.hpp"

#include <capgraph/query/co_investment_ties.hpp>

#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>

namespace capgraph::cli {

namespace {

/// Who is asked about, among the members.
struct asked_member {
    entity_id named{};                   ///< As the user says.
    std::optional<std::uint32_t> member; ///< Once rolled up and joined; none without any deal.

    /// Who it is counted as.
    [[nodiscard]] entity_id counted(subject const& s, co_investment_groups const& in) const
    {
        return member ? in.members()[*member] : s.facts().representative(named);
    }
};

asked_member member_meant(subject const& s, co_investment_groups const& in, std::string_view word)
{
    auto const named = entity_meant(s, word);
    return {named, in.scope().side == co_investment_side::companies ? s.net.find_company(named)
                                                                    : s.net.find_investor(named)};
}

/// The companies that an investor backs, or the investors of a company, by slug.
std::vector<entity_id> groups_of(co_investment_groups const& in, asked_member const& of)
{
    if (!of.member) {
        return {};
    }
    auto const row = in.memberships().row(*of.member);
    return named(in, {row.begin(), row.end()}).entities;
}

std::vector<co_investment_tie> ties_meant(subject const& s, invocation const& what,
                                          co_investment_groups const& in, asked_member const& of)
{
    if (!of.member) {
        return {};
    }
    auto all = co_investment_ties_of(in, *of.member, what.ties.options);
    if (!what.ties.with.empty()) {
        auto const with = member_meant(s, in, what.ties.with).member;
        std::erase_if(all, [&](co_investment_tie const& tie) { return tie.other != with; });
    }
    return all;
}

std::string backing_text(subject const& s, co_investment_groups const& in, asked_member const& of)
{
    auto const name = s.name(of.counted(s, in));
    auto const groups = groups_of(in, of);
    if (in.scope().side == co_investment_side::companies) {
        return name
               + (groups.empty() ? " has no investor."
                                 : " is backed by " + names_of(s, groups) + '.');
    }
    return name + (groups.empty() ? " backs no company." : " backs " + names_of(s, groups) + '.');
}

void print_text(std::ostream& out, subject const& s, invocation const& what,
                co_investment_groups const& in, asked_member const& of,
                std::vector<co_investment_tie> rows)
{
    auto const words = words_of(in.scope());
    out << view_text(what) << '\n'
        << scope_text(what.ties) << wrapped(cleaned(backing_text(s, in, of)), 100) << "\n\n";
    auto const all = keep_top(rows, what);
    if (rows.empty()) {
        out << (in.scope().side == co_investment_side::companies ? "No companies that share them.\n"
                                                                 : "No co-investors.\n");
        return;
    }
    auto const weight = what.ties.options.weight;
    auto const is_weighted = weight != co_investment_weight::shared;
    std::vector<column> columns{{words.other, alignment::left, 48},
                                {words.groups, alignment::right},
                                {"which", alignment::left, 38}};
    if (is_weighted) {
        columns.insert(columns.begin() + 1, {std::string{to_string(weight)}, alignment::right});
    }
    table t{std::move(columns)};
    for (auto const& row : rows) {
        auto const with = named(in, groups_shared_by(in, *of.member, row.other));
        std::vector<std::string> cells{s.name(in.members()[row.other]), count_text(row.shared),
                                       shared_text(s, in, with)};
        if (is_weighted) {
            cells.insert(cells.begin() + 1, score_text(row.weight, false));
        }
        t.add(std::move(cells));
    }
    out << to_string(t);
    if (rows.size() < all) {
        auto const is_of_companies = in.scope().side == co_investment_side::companies;
        out << "... and "
            << (is_of_companies ? count_text(all - rows.size(), "company", "companies")
                                : count_text(all - rows.size(), "co-investor", "co-investors"))
            << " more\n";
    }
}

json_object to_json(subject const& s, co_investment_groups const& in, asked_member const& of,
                    co_investment_tie const& row)
{
    auto const words = words_of(in.scope());
    json_object out;
    add_entity(out, s, words.member, in.members()[*of.member]);
    add_entity(out, s, words.other_key, in.members()[row.other]);
    out.push_back({"shared", row.shared});
    out.push_back({"weight", row.weight});
    add_shared(out, s, in, named(in, groups_shared_by(in, *of.member, row.other)));
    return out;
}

} // namespace

exit_code co_investors(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    if (what.ties.money) {
        auto by_round = what;
        by_round.unit = co_investment_unit::same_round; // which is what money counts
        return print_money_of(s, by_round, io);
    }
    auto const in = groups_meant(s, what);
    auto const of = member_meant(s, in, what.investor);
    auto rows = ties_meant(s, what, in, of);
    if (!what.json) {
        print_text(io.out, s, what, in, of, std::move(rows));
        return fine;
    }
    keep_top(rows, what);
    auto const is_of_companies = in.scope().side == co_investment_side::companies;
    json_object more{{is_of_companies ? "company" : "investor", s.slug(of.named)},
                     {is_of_companies ? "backed_by" : "companies_backed",
                      slug_list<entity_id>(s, groups_of(in, of))}};
    auto const scope = scope_json(what.ties);
    more.insert(more.end(), scope.begin(), scope.end());
    print_json(io.out, what, more, objects_of(rows, [&](co_investment_tie const& row) {
                   return to_json(s, in, of, row);
               }));
    return fine;
}

} // namespace capgraph::cli
