// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_network.hpp>

#include <capgraph/query/co_investors_of.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/random_ledgers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using pair_counts = std::map<std::pair<std::string, std::string>, double>;

/// No ambition, and no total over rounds of which one counts.
bool is_syndicate(network const& n, record_id round)
{
    auto const r = n.facts().at<funding_round>(round);
    auto const parts = r.aggregate_of.value_or({});
    auto const counts = [&](record_id part) {
        auto const all = n.rounds();
        return part != round && std::find(all.begin(), all.end(), part) != all.end()
               && n.facts().representative(n.facts().company_of(part))
                      == n.facts().representative(*r.company);
    };
    return r.kind != round_kind::ambition && std::none_of(parts.begin(), parts.end(), counts);
}

/// Who is in which group, straight from the list of investments.
std::map<std::string, std::set<std::string>> groups_of(network const& n, co_investment_unit unit)
{
    std::map<std::string, std::set<std::string>> groups;
    for (auto const& i : n.investments()) {
        auto const investor = std::string{n.facts().slug_of(n.investors()[i.investor])};
        if (unit == co_investment_unit::same_company) {
            groups[std::string{n.facts().slug_of(n.companies()[i.company])}].insert(investor);
        } else if (i.round && is_syndicate(n, *i.round)) {
            groups[std::string{n.facts().slug_of(*i.round)}].insert(investor);
        }
    }
    return groups;
}

/// For each pair of investors, how many groups hold both: every pair against every group.
pair_counts shared_by_definition(network const& n, co_investment_unit unit)
{
    pair_counts shared;
    auto const investors = slugs(n, n.investors());
    for (auto const& [slug, members] : groups_of(n, unit)) {
        for (auto const& a : investors) {
            for (auto const& b : investors) {
                if (a < b && members.contains(a) && members.contains(b)) {
                    shared[{a, b}] += 1.0;
                }
            }
        }
    }
    return shared;
}

pair_counts shared_in(network const& n, co_investment_network const& p)
{
    pair_counts shared;
    auto const investors = slugs(n, p.members());
    auto const [first, last] = edges(p);
    std::for_each(first, last, [&](auto const& e) {
        auto const pair = std::minmax(investors[source(e, p)], investors[target(e, p)]);
        shared[{pair.first, pair.second}] += p.weight(e);
    });
    return shared;
}

void check_all(network const& n)
{
    using enum co_investment_unit;
    for (auto const unit : {same_company, same_round}) {
        CAPTURE(to_string(unit));
        auto const p = project_co_investment(n, {.unit = unit});
        auto const expected = shared_by_definition(n, unit);
        CHECK(shared_in(n, p) == expected);
        CHECK(num_co_investment_pairs(n, {.unit = unit}) == num_edges(p));

        // Each group of k investors has k(k - 1)/2 pairs.
        double pairs = 0.0;
        for (auto const& [slug, members] : groups_of(n, unit)) {
            auto const k = static_cast<double>(members.size());
            pairs += k * (k - 1.0) / 2.0;
        }
        double shared = 0.0;
        for (auto const& [pair, count] : expected) {
            shared += count;
        }
        CHECK(shared == pairs);
    }
}

/// What the point query says, as the projection would.
pair_counts shared_by_asking(network const& n, co_investment_unit unit)
{
    pair_counts shared;
    for (auto const investor : n.investors()) {
        for (auto const& c : co_investors_of(n, investor, {.unit = unit})) {
            auto const a = std::string{n.facts().slug_of(investor)};
            auto const b = std::string{n.facts().slug_of(c.investor)};
            shared[std::minmax(a, b)] += static_cast<double>(c.shared) / 2.0; // asked at both ends
        }
    }
    return shared;
}

} // namespace

TEST_CASE("project_co_investment: counts what the definition counts", "[query][oracle]")
{
    for (std::uint64_t seed = 0; seed < cases(40); ++seed) {
        CAPTURE(seed);
        auto const rows = random_attendance(seed, 1 + seed % 14, 1 + seed % 9,
                                            10 + static_cast<unsigned>(seed) % 60);
        check_all(network_of(attendance_ledger(rows)));
        check_all(network_of(attendance_ledger(rows, columns::rounds)));
    }
}

TEST_CASE("project_co_investment: counts what the definition counts in random ledgers",
          "[query][oracle]")
{
    for (std::uint64_t seed = 0; seed < cases(30); ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed, {.investors = 12, .rounds = 8, .news = 150});
        for (auto const rule : {roll_up::none, roll_up::parents}) {
            check_all(network_of(book, deal_status::rumored, {.roll_up = rule}));
        }
    }
}

TEST_CASE("co_investors_of: says what the projection says", "[query][oracle]")
{
    for (std::uint64_t seed = 0; seed < cases(30); ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed, {.investors = 12, .rounds = 8, .news = 150});
        auto const n = network_of(book, deal_status::rumored);
        using enum co_investment_unit;
        for (auto const unit : {same_company, same_round}) {
            CHECK(shared_by_asking(n, unit)
                  == shared_in(n, project_co_investment(n, {.unit = unit})));
        }
    }
}

TEST_CASE("co_investors_of: names the companies and rounds that it counts", "[query][oracle]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed, {.investors = 10, .rounds = 8, .news = 150});
        auto const n = network_of(book, deal_status::rumored);
        using enum co_investment_unit;
        auto const companies = groups_of(n, same_company);
        auto const rounds = groups_of(n, same_round);
        auto const common = [&](auto const& groups, auto a, auto b) {
            names out;
            for (auto const& [slug, members] : groups) {
                if (members.contains(std::string{n.facts().slug_of(a)})
                    && members.contains(std::string{n.facts().slug_of(b)})) {
                    out.push_back(slug);
                }
            }
            return out;
        };
        for (auto const investor : n.investors()) {
            for (auto const& c : co_investors_of(n, investor)) {
                CHECK(slugs(n, c.companies) == common(companies, investor, c.investor));
                CHECK(c.shared == c.companies.size());
                CHECK(c.rounds.empty());
            }
            for (auto const& c : co_investors_of(n, investor, {.unit = same_round})) {
                CHECK(slugs(n, c.rounds) == common(rounds, investor, c.investor));
                CHECK(c.shared == c.rounds.size());
                CHECK_FALSE(c.companies.empty());
            }
        }
    }
}
