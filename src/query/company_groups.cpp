// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include <capgraph/model/entity.hpp>

#include <algorithm>

namespace capgraph::inline v0 {

namespace {

void sort_by_slug(network const& n, std::vector<entity_id>& all)
{
    auto const slug = [&](entity_id id) { return n.facts().slug_of(id); };
    std::sort(all.begin(), all.end(), [&](entity_id a, entity_id b) { return slug(a) < slug(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

bool is_in(view const& facts, entity_id company, std::string_view sector)
{
    auto const names = facts.same_as(company);
    return std::any_of(names.begin(), names.end(), [&](entity_id each) {
        return facts.at(each).sector.value_or({}) == sector;
    });
}

} // namespace

std::vector<entity_id> portfolio_of(network const& n, entity_id investor)
{
    std::vector<entity_id> out;
    if (auto const place = n.find_investor(investor)) {
        for (auto const& i : n.investments_of(*place)) {
            out.push_back(n.companies()[i.company]);
        }
    }
    sort_by_slug(n, out);
    return out;
}

std::vector<entity_id> companies_in(network const& n, std::string_view sector)
{
    std::vector<entity_id> out{n.companies().begin(), n.companies().end()};
    for (auto const id : n.rounds()) {
        out.push_back(n.facts().representative(n.facts().company_of(id)));
    }
    sort_by_slug(n, out);
    if (!sector.empty()) {
        std::erase_if(out, [&](entity_id id) { return !is_in(n.facts(), id, sector); });
    }
    return out;
}

} // namespace capgraph::inline v0
