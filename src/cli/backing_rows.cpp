// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "backing_rows.hpp"

#include "failure.hpp"
#include "parts.hpp"
#include "rate_option.hpp"
#include "sector.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace capgraph::cli {

namespace {

std::vector<backing_denominator> denominators(backing_choice const& asked)
{
    if (asked.denominator) {
        return {*asked.denominator};
    }
    return {backing_denominator::total, backing_denominator::external};
}

/// What the rows of one call are made with.
class row_maker {
public:
    row_maker(subject const& s, backing_choice const& asked)
        : s_{&s}, asked_{&asked}, scope_{scope_of(asked)}, parts_{s.net, scope_}
    {
    }

    /// Answers of a company, a round or several companies (`what`), or why there are none.
    template <class What>
    [[nodiscard]] std::vector<backing_answer> answers_for(What const& what) const
    {
        std::vector<backing_answer> out;
        for (auto const denominator : denominators(*asked_)) {
            auto options = backing_options(*asked_);
            options.denominator = denominator;
            options.parts = &parts_;
            try {
                out.push_back({denominator, state_backing_of(s_->net, what, options), error{}});
            } catch (error const& e) {
                out.push_back({denominator, std::nullopt, with_hint(e)});
                if (e.code() == error_code::missing_rate) { // which only the money needs
                    options.with_capital = false;
                    out.back().heads = state_backing_of(s_->net, what, options);
                }
            }
        }
        return out;
    }

    /// Fills in the chains from the state to the investors, where one row was asked for.
    void add_investor_chains(backing_row& row) const
    {
        auto const* const found = row.answers.front().investors();
        if (found == nullptr || (asked_->company.empty() && asked_->round.empty())) {
            return;
        }
        for (auto const id : found->state_investors) {
            if (!s_->net.find_entity(id)) {
                continue;
            }
            auto chain = state_chain_to(parts_.owners(), id, scope_);
            if (chain && !chain->links.empty()) {
                row.investor_chains.push_back(std::move(*chain));
            }
        }
    }

    [[nodiscard]] backing_row company_row(entity_id company) const
    {
        backing_row row{company, std::nullopt, {}, answers_for(company)};
        row.equity = parts_.equity_of(company);
        if (s_->net.find_entity(company)) {
            row.chain = state_chain_to(parts_.owners(), company, scope_);
        }
        row.without_room = without_room_in(parts_.owners(), company);
        add_investor_chains(row);
        return row;
    }

    [[nodiscard]] backing_row round_row(record_id id) const
    {
        auto const company = s_->facts().company_of(id);
        backing_row row{s_->facts().representative(company), id, {}, answers_for(id)};
        add_investor_chains(row);
        return row;
    }

    [[nodiscard]] backing_row group_row(std::string name, std::vector<entity_id> const& all) const
    {
        return {entity_id{}, std::nullopt, std::move(name),
                answers_for(std::span<entity_id const>{all})};
    }

private:
    subject const* s_;
    backing_choice const* asked_;
    state_scope scope_;
    state_parts parts_;
};

/// Throws the first error of a row that was asked for by name.
backing_row answered(backing_row row)
{
    for (auto const& answer : row.answers) {
        if (answer.investors() == nullptr) {
            throw error{answer.reason};
        }
    }
    return row;
}

backing_row asked_round(subject const& s, row_maker const& rows, backing_choice const& asked)
{
    auto const id = round_meant(s, asked.round);
    auto row = rows.round_row(id);
    if (!asked.company.empty()
        && s.facts().representative(entity_meant(s, asked.company)) != row.company) {
        throw bad_usage{"round '" + asked.round + "' is one of '" + s.slug(row.company)
                        + "', not of '" + asked.company + '\''};
    }
    return answered(std::move(row));
}

/// Of which the rows are: companies, rounds or both. The worth after a round is of rounds alone.
struct rows_wanted {
    bool companies = true;
    bool rounds = true;
};

rows_wanted rows_wanted_by(invocation const& what)
{
    auto const of_worth = what.backing.denominator == backing_denominator::post_money;
    return {what.unit != co_investment_unit::same_round && !of_worth,
            what.unit != co_investment_unit::same_company};
}

std::vector<backing_row> rows_by_company(subject const& s, row_maker const& make,
                                         invocation const& what)
{
    auto const& asked = what.backing;
    auto const all = asked.company.empty();
    auto const wanted = rows_wanted_by(what);
    std::vector<backing_row> rows;
    for (auto const company :
         all ? companies_in(s.net) : std::vector{entity_meant(s, asked.company)}) {
        if (!all && s.net.rounds_of(company).empty() && s.net.participations_in(company).empty()) {
            static_cast<void>(state_backing_of(s.net, company)); // throws, saying so
        }
        if (wanted.companies) {
            auto row = make.company_row(company);
            rows.push_back(all ? std::move(row) : answered(std::move(row)));
        }
        if (wanted.rounds) {
            for (auto const id : s.net.rounds_of(company)) {
                rows.push_back(make.round_row(id));
            }
        }
    }
    return rows;
}

} // namespace

bool lacks_answer(backing_choice const& asked, std::vector<backing_row> const& rows)
{
    auto const is_asked = !asked.company.empty() || !asked.round.empty() || !asked.sector.empty()
                          || !asked.portfolio.empty() || asked.together;
    return is_asked && !rows.empty()
           && std::any_of(rows.front().answers.begin(), rows.front().answers.end(),
                          [](backing_answer const& answer) { return !answer.part; });
}

state_scope scope_of(backing_choice const& asked)
{
    auto const possible = asked.unknown.value_or(unknown_choice::possible);
    return {.measure = asked.measure,
            .country = asked.country,
            .level = asked.level,
            .unknown = possible == unknown_choice::possible ? unknown_owners::possible
                                                            : unknown_owners::impossible};
}

state_backing_options backing_options(backing_choice const& asked)
{
    auto const scope = scope_of(asked);
    return {.measure = scope.measure,
            .denominator = denominators(asked).front(),
            .country = scope.country,
            .level = scope.level,
            .unknown = scope.unknown,
            .heads = asked.heads,
            .unnamed = asked.unnamed,
            .best = asked.best,
            .rates = &asked.rates};
}

std::vector<backing_row> backing_rows(subject const& s, invocation const& what)
{
    auto const& asked = what.backing;
    row_maker const make{s, asked};
    if (!asked.round.empty()) {
        return {asked_round(s, make, asked)};
    }
    if (!asked.portfolio.empty()) {
        auto const investor = entity_meant(s, asked.portfolio);
        return {
            make.group_row("what " + s.name(investor) + " backs", portfolio_of(s.net, investor))};
    }
    if (!asked.sector.empty() || asked.together) {
        require_sector(s, asked.sector);
        return {make.group_row(asked.sector.empty() ? "all companies" : "sector " + asked.sector,
                               companies_in(s.net, asked.sector))};
    }
    return rows_by_company(s, make, what);
}

} // namespace capgraph::cli
