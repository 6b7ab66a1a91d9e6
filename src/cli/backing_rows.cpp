// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "backing_rows.hpp"

#include "failure.hpp"
#include "figures.hpp"
#include "parts.hpp"

#include <capgraph/model/funding_round.hpp>

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
                out.push_back({denominator, std::nullopt, e});
            }
        }
        return out;
    }

    [[nodiscard]] backing_row company_row(entity_id company) const
    {
        backing_row row{company, std::nullopt, {}, answers_for(company)};
        row.equity = parts_.equity_of(company);
        if (s_->net.find_entity(company)) {
            row.chain = state_chain_to(parts_.owners(), company, scope_);
        }
        return row;
    }

    [[nodiscard]] backing_row round_row(record_id id) const
    {
        auto const company = s_->facts().company_of(id);
        return {s_->facts().representative(company), id, {}, answers_for(id)};
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
        if (!answer.part) {
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

/// `USD to CNY by the renderings of r1; EUR to CNY at 7.8 on 2025-03-12 (s7)`; null for none.
std::optional<std::string> rates_text(subject const& s, std::vector<used_rate> const& rates)
{
    std::string out;
    for (auto const& r : rates) {
        auto text = std::string{r.from.code()} + " to " + std::string{r.to.code()};
        if (r.by) {
            text += " at " + to_string(r.by->value) + ' ' + std::string{r.by->quote.code()}
                    + " for one " + std::string{r.by->base.code()} + " on " + to_string(r.by->on);
            text += r.by->source.empty() ? "" : " (" + std::string{r.by->source} + ')';
        } else {
            text += " by the renderings of " + s.slug(r.round);
        }
        append_listed(out, text, "; ");
    }
    return out.empty() ? std::nullopt : std::optional{out};
}

/// Appends the figures; all null where there is no answer.
void add_figures(json_object& to, subject const& s, capgraph::state_backing const* part)
{
    using backing = capgraph::state_backing;
    auto const add = [&](char const* name, auto const& member_of) {
        to.push_back({name, part != nullptr ? json_value{member_of(*part)} : json_value{}});
    };
    add("investors", [](backing const& p) { return p.investors.size(); });
    add("state_investors", [](backing const& p) { return p.state_investors.size(); });
    add("state_investor_ids",
        [&](backing const& p) { return slugs_of<entity_id>(s, p.state_investors); });
    add("state_investor_names",
        [&](backing const& p) { return names_of(s, p.state_investors, "; "); });
    add_bounded(to, "headcount", part != nullptr ? &part->headcount : nullptr);
    add_bounded(to, "capital", part != nullptr ? &part->capital : nullptr);
    add("currency", [](backing const& p) {
        return p.unit ? std::optional{std::string{p.unit->code()}} : std::nullopt;
    });
    add("rates", [&](backing const& p) { return rates_text(s, p.rates); });
}

} // namespace

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
            .best = asked.best};
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
        return {make.group_row(asked.sector.empty() ? "all companies" : "sector " + asked.sector,
                               companies_in(s.net, asked.sector))};
    }
    auto const all = asked.company.empty();
    std::vector<backing_row> rows;
    for (auto const company :
         all ? companies_in(s.net) : std::vector{entity_meant(s, asked.company)}) {
        auto row = make.company_row(company);
        rows.push_back(all ? std::move(row) : answered(std::move(row)));
        for (auto const id : s.net.rounds_of(company)) {
            rows.push_back(make.round_row(id));
        }
    }
    if (what.unit) {
        auto const rounds = *what.unit == co_investment_unit::same_round;
        std::erase_if(rows,
                      [&](backing_row const& row) { return row.round.has_value() != rounds; });
    }
    return rows;
}

json_object to_json(subject const& s, state_measure measure, backing_row const& row,
                    backing_answer const& answer)
{
    auto const is_group = !row.group.empty();
    json_object out{{"scope", row.round  ? "round"
                              : is_group ? "group"
                                         : "company"},
                    {"company", is_group ? json_value{} : json_value{s.slug(row.company)}},
                    {"company_name", is_group ? row.group : s.name(row.company)},
                    {"round", row.round ? json_value{s.slug(*row.round)} : json_value{}},
                    {"measure", to_string(measure)},
                    {"denominator", to_string(answer.denominator)}};
    if (row.round) {
        auto const r = s.facts().at<funding_round>(*row.round);
        add_amount(out, "amount", r.amount ? &*r.amount : nullptr);
    } else {
        add_amount(out, "amount", nullptr);
    }
    add_figures(out, s, answer.part ? &*answer.part : nullptr);
    add_bounded(out, "equity", row.equity ? &*row.equity : nullptr);
    out.push_back(
        {"stakes_from_state", row.chain ? json_value{row.chain->links.size()} : json_value{}});
    out.push_back(
        {"state_chain", row.chain ? json_value{chain_text(s, *row.chain)} : json_value{}});
    out.push_back(
        {"error", answer.part ? json_value{} : json_value{to_string(answer.reason.code())}});
    out.push_back({"error_text", answer.part ? json_value{} : json_value{answer.reason.what()}});
    return out;
}

} // namespace capgraph::cli
