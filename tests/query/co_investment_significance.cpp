// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_significance.hpp>

#include <capgraph/algorithm/bipartite_configuration_model.hpp>

#include "algorithm/davis.hpp"
#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/polls.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using options = co_investment_significance_options;

co_investment_groups groups_in(attendance const& rows)
{
    return co_investment_groups{network_of(attendance_ledger(rows))};
}

attendance women()
{
    return {davis_attendance.begin(), davis_attendance.end()};
}

/// All pairs that are tested, significant or not.
options everything(options o = {})
{
    o.level = 1.0;
    return o;
}

significant_pair pair_in(co_investment_significance const& found, std::uint32_t a, std::uint32_t b)
{
    auto const at = std::find_if(found.pairs.begin(), found.pairs.end(),
                                 [&](auto const& p) { return p.first == a && p.second == b; });
    REQUIRE(at != found.pairs.end());
    return *at;
}

/// P(X >= shared) when `b` picks its groups of each year at random: every choice counted. P(X <=
/// shared) for the lower tail. `years` has at most 16 groups.
double by_counting(attendance const& rows, std::vector<std::int32_t> const& years, std::size_t a,
                   std::size_t b, significance_tail tail)
{
    auto const bits = [&](std::size_t v) {
        std::uint32_t out = 0;
        for (std::size_t g = 0; g < years.size(); ++g) {
            out |= rows[v][g] == 'x' ? 1U << g : 0U;
        }
        return out;
    };
    auto const of_year = [&](std::uint32_t set, std::int32_t year) {
        auto count = 0;
        for (std::size_t g = 0; g < years.size(); ++g) {
            count += ((set >> g) & 1U) != 0 && years[g] == year ? 1 : 0;
        }
        return count;
    };
    auto const x = bits(a);
    auto const y = bits(b);
    auto const shared = std::popcount(x & y);
    auto all = 0.0;
    auto far = 0.0;
    for (std::uint32_t set = 0; set < 1U << years.size(); ++set) {
        auto const fits = std::all_of(years.begin(), years.end(), [&](std::int32_t year) {
            return of_year(set, year) == of_year(y, year);
        });
        if (fits) {
            auto const with = std::popcount(x & set);
            all += 1.0;
            far += (tail == significance_tail::upper ? with >= shared : with <= shared) ? 1.0 : 0.0;
        }
    }
    return far / all;
}

} // namespace

TEST_CASE("significant_pairs: ladder", "[query][significance]")
{
    CHECK(significant_pairs(co_investment_groups{}) == co_investment_significance{});
    auto const one = significant_pairs(groups_in({"x"}));
    CHECK(one.tests == 0);
    CHECK_FALSE(one.least.has_value());
    auto const two = significant_pairs(groups_in({"x", "x"}), everything());
    CHECK(two.tests == 1);
    REQUIRE(two.pairs.size() == 1);
    CHECK(two.pairs.front().log_p == 0.0); // of one group nothing else could be
    auto const apart = significant_pairs(groups_in({"x.", ".x"}), everything());
    CHECK(apart.tests == 1);
    CHECK(apart.pairs.empty());
}

TEST_CASE("significant_pairs: the tails of a small published table",
          "[query][significance][published]")
{
    // zpneal/backbone, tests of fixedrow: exact rationals. Oracle B13. A fourth column that is
    // empty there is none here: each of the four has a member.
    auto const all = groups_in({"x.xx", ".x..", "x..x"});
    auto const upper = significant_pairs(all, everything());
    CHECK(upper.groups == 4);
    CHECK(upper.tests == 3);
    CHECK(upper.pairs.size() == 1); // the others share nothing
    CHECK(std::exp(pair_in(upper, 0, 2).log_p) == Approx(0.5));
    auto const lower = significant_pairs(all, everything({.tail = significance_tail::lower}));
    CHECK(lower.pairs.size() == 3);
    CHECK(std::exp(pair_in(lower, 0, 1).log_p) == Approx(0.25));
    CHECK(std::exp(pair_in(lower, 0, 2).log_p) == Approx(1.0));
    CHECK(std::exp(pair_in(lower, 1, 2).log_p) == Approx(0.5));
}

TEST_CASE("significant_pairs: the Southern Women have none", "[query][significance][published]")
{
    // A negative control that must stay one: oracle B25.
    auto const all = groups_in(women());
    using enum significance_correction;
    for (auto const correction : {bonferroni, false_discovery_rate}) {
        auto const found = significant_pairs(all, {.correction = correction});
        CHECK(found.pairs.empty());
        CHECK(found.tests == 153);
        CHECK(found.groups == 14);
        REQUIRE(found.least.has_value());
        CHECK(std::exp(found.least->log_p) == Approx(0.002331002331002331));
        CHECK(found.least->first == 11);
        CHECK(found.least->second == 12); // Katherina Rogers and Sylvia Avondale
    }
}

TEST_CASE("significant_pairs: a pair that is always together is found", "[query][significance]")
{
    // Two of twelve groups out of 24, the same twelve; others of two each at random.
    attendance rows{std::string(12, 'x') + std::string(12, '.'),
                    std::string(12, 'x') + std::string(12, '.'),
                    std::string(12, '.') + std::string(12, 'x')};
    auto const all = groups_in(rows);
    auto const found = significant_pairs(all, {.correction = significance_correction::bonferroni});
    REQUIRE(found.pairs.size() == 1);
    auto const& best = found.pairs.front();
    CHECK(best.first == 0);
    CHECK(best.second == 1);
    CHECK(best.shared == 12);
    CHECK(best.expected == Approx(6.0));
    CHECK(std::exp(best.log_p) == Approx(1.0 / 2'704'156.0)); // 24 over 12
    CHECK(std::exp(best.log_adjusted) == Approx(3.0 / 2'704'156.0));
    auto const avoiding = significant_pairs(all, {.tail = significance_tail::lower, .level = 1e-4});
    CHECK(avoiding.pairs.size() == 2);
    CHECK(avoiding.pairs.front().shared == 0);
}

TEST_CASE("significant_pairs: does not underflow", "[query][significance]")
{
    // The same 600 groups of 1200: 1 over (1200 over 600), about 1e-360.
    std::string const half = std::string(600, 'x') + std::string(600, '.');
    std::string const other = std::string(600, '.') + std::string(600, 'x');
    auto const found = significant_pairs(groups_in({half, half, other}));
    REQUIRE_FALSE(found.pairs.empty());
    auto const exact = 2.0 * std::lgamma(601.0) - std::lgamma(1201.0);
    CHECK(found.pairs.front().log_p == Approx(exact).epsilon(1e-12));
    CHECK(exact < -750.0);
}

TEST_CASE("significant_pairs: by year, every choice counted", "[query][significance][oracle]")
{
    for (std::uint64_t seed = 0; seed < cases(6); ++seed) {
        CAPTURE(seed);
        auto rows = random_attendance(seed, 4, 10, 50);
        rows.emplace_back(10, 'x'); // so that no group is empty and all are investors
        std::erase_if(rows, [](auto const& r) { return r.find('x') == std::string::npos; });
        std::vector<std::int32_t> years;
        for (std::size_t g = 0; g < 10; ++g) {
            years.push_back(2000 + static_cast<std::int32_t>((g * (seed + 3)) % 3));
        }
        auto const all = groups_in(rows);
        for (auto const tail : {significance_tail::upper, significance_tail::lower}) {
            auto const found = significant_pairs(
                all, everything({.null = significance_null::hypergeometric_by_year,
                                 .tail = tail,
                                 .years = years}));
            for (auto const& p : found.pairs) {
                CHECK(std::exp(p.log_p)
                      == Approx(by_counting(rows, years, p.first, p.second, tail)).epsilon(1e-10));
            }
        }
    }
}

TEST_CASE("significant_pairs: of one year, by year is as without", "[query][significance]")
{
    auto const all = groups_in(women());
    auto const plain = significant_pairs(all, everything());
    auto const by_year =
        significant_pairs(all, everything({.null = significance_null::hypergeometric_by_year,
                                           .years = std::vector<std::int32_t>(14, 1936)}));
    REQUIRE(plain.pairs.size() == by_year.pairs.size());
    for (auto const& p : plain.pairs) {
        auto const same = pair_in(by_year, p.first, p.second);
        CHECK(same.log_p == Approx(p.log_p).margin(1e-11));
        CHECK(same.expected == Approx(p.expected));
    }
}

TEST_CASE("significant_pairs: the configuration model, every table row counted",
          "[query][significance][oracle]")
{
    attendance const rows{"xx.x..", "xxx...", "..xx.x", "x...xx", "xxxxx."};
    auto const all = groups_in(rows);
    std::vector<std::uint64_t> members;
    std::vector<std::uint64_t> groups;
    for (std::size_t v = 0; v < all.members().size(); ++v) {
        members.push_back(all.memberships().size_of(v));
    }
    for (std::size_t g = 0; g < all.num_groups(); ++g) {
        groups.push_back(all.groups().size_of(g));
    }
    auto const model = solve_bipartite_configuration(members, groups);
    auto const found =
        significant_pairs(all, everything({.null = significance_null::configuration_model}));
    for (auto const& p : found.pairs) {
        auto tail = 0.0;
        auto mean = 0.0;
        for (std::uint32_t set = 0; set < 64; ++set) { // in which groups both are
            auto chance = 1.0;
            for (std::uint32_t g = 0; g < 6; ++g) {
                auto const both = model.probability(p.first, g) * model.probability(p.second, g);
                chance *= ((set >> g) & 1U) != 0 ? both : 1.0 - both;
            }
            tail += static_cast<std::uint64_t>(std::popcount(set)) >= p.shared ? chance : 0.0;
            mean += chance * std::popcount(set);
        }
        CHECK(std::exp(p.log_p) == Approx(tail).epsilon(1e-10));
        CHECK(p.expected == Approx(mean).epsilon(1e-9));
    }
    CHECK(significant_pairs(groups_in(women()), {.null = significance_null::configuration_model})
              .pairs.empty());
}

TEST_CASE("significant_pairs: other names permute it", "[query][significance][property]")
{
    for (std::uint64_t seed = 0; seed < cases(5); ++seed) {
        CAPTURE(seed);
        auto rows = random_attendance(seed, 12, 10, 40);
        std::erase_if(rows, [](auto const& r) { return r.find('x') == std::string::npos; });
        auto turned = rows;
        std::reverse(turned.begin(), turned.end());
        auto const n = static_cast<std::uint32_t>(rows.size());
        auto const a = significant_pairs(groups_in(rows), everything());
        auto const b = significant_pairs(groups_in(turned), everything());
        for (auto const& p : a.pairs) {
            auto const same = pair_in(b, n - 1 - p.second, n - 1 - p.first);
            CHECK(same.log_p == p.log_p);
            CHECK(same.log_adjusted == p.log_adjusted);
        }
    }
}

TEST_CASE("significant_pairs: the lower tail needs a budget", "[query][significance]")
{
    auto const all = groups_in(attendance(10, "x"));
    options const lower{.tail = significance_tail::lower};
    CHECK_NOTHROW(significant_pairs(all, lower, {.memory_budget = 45 * 64 + 1000}));
    CHECK_THROWS_AS(significant_pairs(all, lower, {.memory_budget = 45 * 64 - 1}), error);
}

TEST_CASE("significant_pairs: refuses what is no question, and stops when asked to",
          "[query][significance]")
{
    auto const all = groups_in({"xx", "xx"});
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    for (auto const level : {0.0, -0.1, 1.1, nan}) {
        CHECK_THROWS_AS(significant_pairs(all, {.level = level}), std::invalid_argument);
    }
    CHECK_THROWS_AS(significant_pairs(all, {.null = significance_null::hypergeometric_by_year}),
                    std::invalid_argument);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(significant_pairs(all, {}, {.stop = stop.get_token()}), error);
}

TEST_CASE("years_of_groups: the year of the first deal, where it is certain",
          "[query][significance]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alpha", "beta", "gamma", "ann"});
    auto const add = [&](std::string_view company, std::string_view slug, std::string_view day) {
        funding_round said{
            .slug = slug, .company = to.entity(company), .status = deal_status::closed};
        if (!day.empty()) {
            said.announced = parse_date(day);
        }
        to.add(said);
        to.add(participation{.round = to.round(slug), .investor = to.entity("ann")});
    };
    add("alpha", "a-1", "2011-05");
    add("alpha", "a-2", "2010/2014"); // may be the first
    add("beta", "b-1", "2012");
    add("beta", "b-2", "2013-01-01");
    add("gamma", "c-1", "");
    to.commit();
    auto const n = network_of(book);
    CHECK(years_of_groups(n, co_investment_groups{n}) == std::vector<std::int32_t>{0, 2012, 0});
    CHECK(years_of_groups(n, co_investment_groups{n, {.unit = co_investment_unit::same_round}})
          == std::vector<std::int32_t>{2011, 0, 2012, 2013, 0});
    CHECK(years_of_groups(n, co_investment_groups{n, {.side = co_investment_side::companies}})
          == std::vector<std::int32_t>{0});
}

TEST_CASE("significant_pairs: looks up whether to go on between its units of work",
          "[query][significance]")
{
    // 120 investors in one company of two: 7140 pairs, none more likely than another.
    auto const all = groups_in(attendance(120, "x."));
    for (auto const tail : {significance_tail::upper, significance_tail::lower}) {
        auto const ask = [&](run_options const& run) {
            return significant_pairs(all, everything({.tail = tail}), run);
        };
        auto const polls = polls_of(ask);
        CHECK(polls.at("reading p-values") >= 7140 / 4096);
        CHECK(polls.at("adjusting p-values") >= 7140 * 10 / 4096); // n log n comparisons
        CHECK(polls.at("writing p-values") >= 7140 / 4096);
        CHECK(polls.at("ranking findings") >= 2 * 7140 / 4096);
        CHECK(polls.at("sorting findings") >= 7140 * 10 / 4096);
        for (auto const* const phase :
             {"adjusting p-values", "ranking findings", "sorting findings"}) {
            check_stops_within(phase, ask);
        }
    }
}
