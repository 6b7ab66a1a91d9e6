// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/valuations_of.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

namespace {

/// What a valuation is sorted by.
struct dated {
    record_id id;
    statement_id said; ///< The statement that decides.
    date as_of;
    std::string_view round;
    valuation_basis basis;
};

bool is_of_one_thing(dated const& a, dated const& b)
{
    return a.round == b.round && a.basis == b.basis;
}

/// The latest first; what is of one moment by round, then basis.
bool comes_before(view const& facts, dated const& a, dated const& b)
{
    if (ends_before(a.as_of, b.as_of) || ends_before(b.as_of, a.as_of)) {
        return ends_before(b.as_of, a.as_of);
    }
    if (!is_of_one_thing(a, b)) {
        return std::tie(a.round, a.basis) < std::tie(b.round, b.basis);
    }
    // Entities that are the same: the later report first, as in folding.
    auto const x = facts.reported_on(a.said);
    auto const y = facts.reported_on(b.said);
    return ends_before(x, y) || ends_before(y, x) ? ends_before(y, x) : b.said < a.said;
}

} // namespace

std::vector<valuation> valuations_of(network const& n, entity_id company)
{
    auto const& facts = n.facts();
    std::vector<dated> found;
    for (auto const id : n.valuations_of(company)) {
        auto const v = facts.at<valuation>(id);
        if (v.amount) {
            auto const of_round = v.round ? facts.slug_of(*v.round) : std::string_view{};
            auto const said = facts.statements_of(id).back();
            found.push_back({id, said, facts.as_of(said), of_round, *v.basis});
        }
    }
    std::sort(found.begin(), found.end(),
              [&](dated const& a, dated const& b) { return comes_before(facts, a, b); });
    std::vector<valuation> out;
    for (auto d = found.begin(); d != found.end(); ++d) {
        auto const supersedes = [&](dated const& later) { return is_of_one_thing(later, *d); };
        if (std::none_of(found.begin(), d, supersedes)) {
            out.push_back(facts.at<valuation>(d->id));
        }
    }
    return out;
}

} // namespace capgraph::inline v0
