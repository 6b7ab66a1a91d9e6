// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "backing_json.hpp"

#include "figures.hpp"
#include "parts.hpp"

#include <capgraph/model/funding_round.hpp>

#include <optional>
#include <string>
#include <vector>

namespace capgraph::cli {

namespace {

/// None asked for: null.
json_value list_or_null(std::vector<std::string> texts)
{
    return texts.empty() ? json_value{} : json_value{std::move(texts)};
}

std::vector<std::string> day_list(std::vector<date> const& days)
{
    std::vector<std::string> out;
    for (auto const& day : days) {
        out.push_back(to_string(day));
    }
    return out;
}

/// `USD/CNY=7.2@2025-03`, as `--rate` takes it.
std::vector<std::string> rate_list(exchange_rates const& rates)
{
    std::vector<std::string> out;
    for (auto const& r : rates.all()) {
        out.push_back(std::string{r.base.code()} + '/' + std::string{r.quote.code()} + '='
                      + to_string(r.value) + '@' + to_string(r.on));
    }
    return out;
}

/// `USD to CNY by the renderings of r1`, `EUR to CNY at 7.8 on 2025-03-12 (s7)`.
std::vector<std::string> rate_list(subject const& s, std::vector<used_rate> const& rates)
{
    std::vector<std::string> out;
    for (auto const& r : rates) {
        auto text = std::string{r.from.code()} + " to " + std::string{r.to.code()};
        if (r.by) {
            text += " at " + to_string(r.by->value) + ' ' + std::string{r.by->quote.code()}
                    + " for one " + std::string{r.by->base.code()} + " on " + to_string(r.by->on);
            text += r.by->source.empty() ? "" : " (" + std::string{r.by->source} + ')';
        } else {
            text += " by the renderings of " + s.slug(r.round);
        }
        out.push_back(std::move(text));
    }
    return out;
}

/// The chains of stakes to the company or, where there is none, to its investors; null for none.
std::optional<std::string> chains_text(subject const& s, backing_row const& row)
{
    if (row.chain) {
        return chain_text(s, *row.chain);
    }
    std::string out;
    for (auto const& chain : row.investor_chains) {
        append_listed(out, chain_text(s, chain, row.company), "; ");
    }
    return out.empty() ? std::nullopt : std::optional{out};
}

/// Appends the figures; all null where there is no answer.
void add_figures(json_object& to, subject const& s, backing_answer const& answer)
{
    using backing = capgraph::state_backing;
    auto const* const investors = answer.investors();
    auto const* const part = answer.part ? &*answer.part : nullptr;
    auto const add_of = [&](backing const* of, char const* name, auto const& member_of) {
        to.push_back({name, of != nullptr ? json_value{member_of(*of)} : json_value{}});
    };
    auto const add = [&](char const* name, auto const& member_of) {
        add_of(investors, name, member_of);
    };
    add("investors", [](backing const& p) { return p.investors.size(); });
    add("state_investors", [](backing const& p) { return p.state_investors.size(); });
    add("state_investor_ids",
        [&](backing const& p) { return slug_list<entity_id>(s, p.state_investors); });
    add("state_investor_names", [&](backing const& p) { return name_list(s, p.state_investors); });
    add_bounded(to, "headcount", investors != nullptr ? &investors->headcount : nullptr);
    add_bounded(to, "capital", part != nullptr ? &part->capital : nullptr);
    add_of(part, "currency", [](backing const& p) {
        return p.unit ? std::optional{std::string{p.unit->code()}} : std::nullopt;
    });
    add_of(part, "rates", [&](backing const& p) { return rate_list(s, p.rates); });
    add_of(part, "over_total",
           [&](backing const& p) { return slug_list<record_id>(s, p.over_total); });
}

} // namespace

json_object options_of(backing_choice const& asked)
{
    auto const or_null = [](std::string const& text) {
        return text.empty() ? json_value{} : json_value{text};
    };
    return {{"company", or_null(asked.company)},
            {"round", or_null(asked.round)},
            {"sector", or_null(asked.sector)},
            {"portfolio", or_null(asked.portfolio)},
            {"together", asked.together},
            {"over", list_or_null(day_list(asked.over))},
            {"rate", list_or_null(rate_list(asked.rates))},
            {"measure", to_string(asked.measure)},
            {"denominator",
             asked.denominator ? json_value{to_string(*asked.denominator)} : json_value{}},
            {"unnamed", to_string(asked.unnamed)},
            {"best", to_string(asked.best)},
            {"country", or_null(asked.country)},
            {"level", asked.level ? json_value{to_string(*asked.level)} : json_value{}},
            {"unknown_owners", to_string(asked.unknown.value_or(unknown_choice::possible))},
            {"heads", to_string(asked.heads)}};
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
    add_figures(out, s, answer);
    add_bounded(out, "equity", row.equity ? &*row.equity : nullptr);
    out.push_back({"without_room", slug_list<entity_id>(s, row.without_room)});
    out.push_back(
        {"stakes_from_state", row.chain ? json_value{row.chain->links.size()} : json_value{}});
    out.push_back({"state_chain", chains_text(s, row)});
    out.push_back(
        {"error", answer.part ? json_value{} : json_value{to_string(answer.reason.code())}});
    out.push_back({"error_text", answer.part ? json_value{} : json_value{answer.reason.what()}});
    return out;
}

} // namespace capgraph::cli
