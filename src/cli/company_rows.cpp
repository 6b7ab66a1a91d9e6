// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "company_rows.hpp"

#include "figures.hpp"
#include "report.hpp"

#include <capgraph/query/valuations_of.hpp>

#include <algorithm>
#include <utility>

namespace capgraph::cli {

namespace {

std::vector<entity_id> company_ids(subject const& s)
{
    auto const& facts = s.facts();
    std::vector<entity_id> out{s.net.companies().begin(), s.net.companies().end()};
    auto const add = [&](entity_id id) { out.push_back(facts.representative(id)); };
    for (auto const id : facts.records(record_kind::round)) {
        add(facts.company_of(id));
    }
    for (auto const id : facts.records(record_kind::valuation)) {
        add(*facts.at<valuation>(id).company);
    }
    for (auto const id : facts.records(record_kind::participation)) {
        if (auto const p = facts.at<participation>(id); p.company) {
            add(*p.company);
        }
    }
    std::sort(out.begin(), out.end(),
              [&](entity_id a, entity_id b) { return facts.slug_of(a) < facts.slug_of(b); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Without the valuation, which takes longer.
company_row row_of(subject const& s, entity_id company)
{
    company_row row{.company = company, .rounds = s.net.rounds_of(company).size()};
    if (auto const place = s.net.find_company(company)) {
        auto const vertex = static_cast<std::uint32_t>(s.net.investors().size() + *place);
        auto const [first, last] = adjacent_vertices(vertex, s.net.two_mode());
        std::for_each(first, last, [&](std::uint32_t investor) {
            row.backers.push_back(s.net.investors()[investor]);
        });
    }
    return row;
}

} // namespace

company_list companies_of(subject const& s, invocation const& what)
{
    company_list out;
    for (auto const company : company_ids(s)) {
        out.rows.push_back(row_of(s, company));
    }
    std::stable_sort(out.rows.begin(), out.rows.end(),
                     [](company_row const& a, company_row const& b) {
                         return a.backers.size() > b.backers.size();
                     });
    out.all = keep_top(out.rows, what);
    for (auto& row : out.rows) {
        if (auto worth = valuations_of(s.net, row.company); !worth.empty()) {
            row.worth = std::move(worth.front());
        }
    }
    return out;
}

std::string worth_text(std::optional<valuation> const& worth)
{
    if (!worth) {
        return "unknown";
    }
    auto amount = amount_text(*worth->amount);
    switch (worth->basis.value_or(valuation_basis::unspecified)) {
    case valuation_basis::pre:
        return amount + ", pre-money";
    case valuation_basis::post:
        return amount + ", post-money";
    case valuation_basis::prior:
        return amount + ", one round before";
    case valuation_basis::target:
        return amount + ", sought";
    case valuation_basis::market_cap:
        return amount + ", market cap";
    case valuation_basis::unspecified:
        break;
    }
    return amount;
}

json_object to_json(subject const& s, company_row const& row)
{
    json_object out{{"table", "company"},
                    {"company", s.slug(row.company)},
                    {"company_name", s.name(row.company)},
                    {"backers", row.backers.size()},
                    {"backer_ids", slug_list<entity_id>(s, row.backers)},
                    {"backer_names", name_list(s, row.backers)},
                    {"rounds", row.rounds}};
    json_value basis;
    json_value of_round;
    if (row.worth) {
        basis = to_string(row.worth->basis.value_or(valuation_basis::unspecified));
        of_round = row.worth->round ? json_value{s.slug(*row.worth->round)} : json_value{};
    }
    add_amount(out, "valuation", row.worth ? &*row.worth->amount : nullptr);
    out.push_back({"valuation_basis", std::move(basis)});
    out.push_back({"valuation_round", std::move(of_round)});
    return out;
}

} // namespace capgraph::cli
