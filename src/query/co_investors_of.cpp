// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investors_of.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// Companies and rounds by number, so that they are counted once and come by slug.
struct shared_with {
    std::vector<std::uint32_t> companies;
    std::vector<record_id> rounds;
};

bool share_round(investment const& a, investment const& b)
{
    return a.round && a.round == b.round;
}

template <class T, class Less>
void sort_once(std::vector<T>& all, Less less)
{
    std::sort(all.begin(), all.end(), less);
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

/// Notes what `theirs` and `own`, in one company, have in common.
void note(shared_with& found, std::span<investment const> own, std::span<investment const> theirs,
          co_investment_unit unit)
{
    if (unit == co_investment_unit::same_company) {
        found.companies.push_back(own.front().company);
        return;
    }
    for (auto const& i : theirs) {
        if (std::any_of(own.begin(), own.end(),
                        [&](investment const& x) { return share_round(x, i); })) {
            found.companies.push_back(i.company);
            found.rounds.push_back(*i.round);
        }
    }
}

/// What each other investor shares with `mine`, by the number of the investor.
std::map<std::uint32_t, shared_with> shared_by_investor(network const& n, std::uint32_t mine,
                                                        co_investment_unit unit)
{
    std::map<std::uint32_t, shared_with> found;
    auto const first_company = static_cast<std::uint32_t>(n.investors().size());
    auto const [first, last] = adjacent_vertices(mine, n.two_mode());
    for (auto vertex = first; vertex != last; ++vertex) {
        auto const company = *vertex - first_company;
        auto const own = n.investments_of(mine, company);
        auto const [backer, end] = adjacent_vertices(*vertex, n.two_mode());
        std::for_each(backer, end, [&](std::uint32_t other) {
            if (other != mine) {
                note(found[other], own, n.investments_of(other, company), unit);
            }
        });
    }
    return found;
}

co_investor described(network const& n, std::uint32_t who, shared_with with,
                      co_investment_unit unit)
{
    auto const& facts = n.facts();
    sort_once(with.companies, std::less<>{});
    sort_once(with.rounds,
              [&](record_id a, record_id b) { return facts.slug_of(a) < facts.slug_of(b); });
    co_investor out;
    out.investor = n.investors()[who];
    for (auto const company : with.companies) {
        out.companies.push_back(n.companies()[company]);
    }
    out.shared =
        unit == co_investment_unit::same_round ? with.rounds.size() : with.companies.size();
    out.rounds = std::move(with.rounds);
    return out;
}

} // namespace

std::vector<co_investor> co_investors_of(network const& n, entity_id investor,
                                         co_investors_options const& options)
{
    std::vector<co_investor> out;
    auto const mine = n.find_investor(investor);
    if (!mine) {
        return out;
    }
    for (auto& [who, with] : shared_by_investor(n, *mine, options.unit)) {
        if (with.companies.empty()) {
            continue; // of one company, but never of one round
        }
        out.push_back(described(n, who, std::move(with), options.unit));
    }
    std::stable_sort(out.begin(), out.end(), [](co_investor const& a, co_investor const& b) {
        return a.shared > b.shared; // by slug as they stand
    });
    return out;
}

} // namespace capgraph::inline v0
