// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cycles.hpp"
#include "diagnosis.hpp"
#include "sums.hpp"

#include <set>

namespace capgraph::inline v0::detail {

namespace {

std::set<record_id> parts_of(known<funding_round> const& r)
{
    auto const all = r.is.aggregate_of.value_or({});
    return {all.begin(), all.end()};
}

void check_company(diagnosis& d, known<funding_round> const& r)
{
    std::vector<part> parts{{r.id, "aggregate_of"}};
    for (auto const id : parts_of(r)) {
        auto const company = d.seen().company_of(id);
        if (!d.are_one(company, *r.is.company)) {
            parts.push_back({id, "company"});
        }
    }
    if (parts.size() > 1) {
        d.add("aggregate-of-other-company", parts,
              "the round " + d.named(r.id) + " of " + d.named(*r.is.company) + " with "
                  + std::to_string(parts.size() - 1) + " of other companies as parts",
              "rounds of one company");
    }
}

void check_sum(diagnosis& d, known<funding_round> const& r)
{
    for (auto const unit : currencies_of(r.is.amount)) {
        tally sum;
        std::vector<part> parts{{r.id, "amount"}, {r.id, "aggregate_of"}};
        for (auto const id : parts_of(r)) {
            auto const* const each = d.find_round(id);
            auto const bounds = each != nullptr
                                    ? bounds_in(each->is.amount, unit, d.options().about)
                                    : std::nullopt;
            if (bounds && id != r.id) {
                sum.add(*bounds);
                parts.push_back({id, "amount"});
            }
        }
        auto const total = bounds_in(r.is.amount, unit, d.options().about);
        if (total->upper && total->upper->minor_units() < sum.lower) {
            d.add("aggregate-under-parts", parts,
                  "the total " + d.named(r.id) + " of " + to_string(*total->upper),
                  "at least " + in_words(sum.lower, unit) + ", the sum of its parts");
            return;
        }
    }
}

} // namespace

void diagnose_aggregates(diagnosis& d)
{
    std::vector<arc> arcs;
    std::vector<record_id> owners;
    for (auto const& r : d.all<funding_round>()) {
        check_company(d, r);
        check_sum(d, r);
        for (auto const id : parts_of(r)) {
            if (id == r.id) {
                d.add("aggregate-of-itself", {{r.id, "aggregate_of"}},
                      "the round " + d.named(r.id) + " as a part of itself", "other rounds");
                continue;
            }
            arcs.push_back({static_cast<std::uint32_t>(index_of(r.id)),
                            static_cast<std::uint32_t>(index_of(id))});
            owners.push_back(r.id);
        }
    }
    for (auto const& group : cycles_among(arcs)) {
        std::vector<part> parts;
        std::set<std::string> names;
        for (auto const i : group) {
            parts.push_back({owners[i], "aggregate_of"});
            names.insert(d.named(owners[i]));
        }
        d.add("aggregate-cycle", parts,
              *names.begin() + " among " + std::to_string(names.size())
                  + " rounds that are totals of each other",
              "totals that come to an end");
    }
}

} // namespace capgraph::inline v0::detail
