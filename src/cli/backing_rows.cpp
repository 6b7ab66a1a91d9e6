// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "backing_rows.hpp"

#include "failure.hpp"
#include "figures.hpp"

#include <capgraph/model/funding_round.hpp>

#include <algorithm>
#include <optional>
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

/// Answers of a company or a round (`id`), or why there are none.
template <class Id>
std::vector<backing_answer> answers_for(subject const& s, Id id, backing_choice const& asked)
{
    std::vector<backing_answer> out;
    for (auto const denominator : denominators(asked)) {
        state_backing_options const options{.measure = asked.measure,
                                            .denominator = denominator,
                                            .country = asked.country,
                                            .unnamed = asked.unnamed,
                                            .best = asked.best};
        try {
            out.push_back({denominator, state_backing_of(s.net, id, options)});
        } catch (error const& e) {
            out.push_back({denominator, std::nullopt, e});
        }
    }
    return out;
}

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

backing_row company_row(subject const& s, entity_id company, backing_choice const& asked)
{
    return {company, std::nullopt, answers_for(s, company, asked)};
}

backing_row round_row(subject const& s, record_id id, backing_choice const& asked)
{
    auto const company = s.facts().company_of(id);
    return {s.facts().representative(company), id, answers_for(s, id, asked)};
}

backing_row asked_round(subject const& s, backing_choice const& asked)
{
    auto const id = round_meant(s, asked.round);
    auto row = round_row(s, id, asked);
    if (!asked.company.empty()
        && s.facts().representative(entity_meant(s, asked.company)) != row.company) {
        throw bad_usage{"round '" + asked.round + "' is one of '" + s.slug(row.company)
                        + "', not of '" + asked.company + '\''};
    }
    return answered(std::move(row));
}

/// Who is backed, or has a round that counts; by slug.
std::vector<entity_id> companies_of(subject const& s)
{
    auto const& facts = s.facts();
    std::vector<entity_id> out{s.net.companies().begin(), s.net.companies().end()};
    for (auto const id : s.net.rounds()) {
        out.push_back(facts.representative(facts.company_of(id)));
    }
    std::sort(out.begin(), out.end(),
              [&](entity_id a, entity_id b) { return facts.slug_of(a) < facts.slug_of(b); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
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
void add_part(json_object& to, subject const& s, capgraph::state_backing const* part)
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

std::vector<backing_row> backing_rows(subject const& s, invocation const& what)
{
    auto const& asked = what.backing;
    if (!asked.round.empty()) {
        return {asked_round(s, asked)};
    }
    auto const all = asked.company.empty();
    std::vector<backing_row> rows;
    for (auto const company : all ? companies_of(s) : std::vector{entity_meant(s, asked.company)}) {
        auto row = company_row(s, company, asked);
        rows.push_back(all ? std::move(row) : answered(std::move(row)));
        for (auto const id : s.net.rounds_of(company)) {
            rows.push_back(round_row(s, id, asked));
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
    json_object out{{"scope", row.round ? "round" : "company"},
                    {"company", s.slug(row.company)},
                    {"company_name", s.name(row.company)},
                    {"round", row.round ? json_value{s.slug(*row.round)} : json_value{}},
                    {"measure", to_string(measure)},
                    {"denominator", to_string(answer.denominator)}};
    if (row.round) {
        auto const r = s.facts().at<funding_round>(*row.round);
        add_amount(out, "amount", r.amount ? &*r.amount : nullptr);
    } else {
        add_amount(out, "amount", nullptr);
    }
    add_part(out, s, answer.part ? &*answer.part : nullptr);
    out.push_back(
        {"error", answer.part ? json_value{} : json_value{to_string(answer.reason.code())}});
    out.push_back({"error_text", answer.part ? json_value{} : json_value{answer.reason.what()}});
    return out;
}

} // namespace capgraph::cli
