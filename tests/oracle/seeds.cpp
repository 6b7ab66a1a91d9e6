// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What the shipped data set must show, figure by figure.

#include <capgraph/io/read/json.hpp>
#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/co_investors_of.hpp>
#include <capgraph/query/network_statistics.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/valuations_of.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using enum deal_status;

ledger const& seeds()
{
    static ledger const book = read_json_file(CAPGRAPH_SOURCE_DIR "/data/seeds.json");
    return book;
}

/// As known at the end of `day`, or by now.
network seen(deal_status least, std::string_view day = "", roll_up rule = roll_up::none)
{
    view_options options{.min_status = least};
    if (!day.empty()) {
        options.known_at = parse_date(day);
    }
    return network{view{seeds(), options}, {.roll_up = rule}};
}

/// Whom the investor backs.
names backed_by(network const& n, std::string_view investor)
{
    names out;
    if (auto const who = n.find_investor(seeds().entity_at(investor))) {
        for (auto const& i : n.investments_of(*who)) {
            out.emplace_back(n.facts().slug_of(n.companies()[i.company]));
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Who backs the company.
names backers_of(network const& n, std::string_view company)
{
    names out;
    if (auto const what = n.find_company(seeds().entity_at(company))) {
        for (auto const& i : n.investments_in(*what)) {
            out.emplace_back(n.facts().slug_of(n.investors()[i.investor]));
        }
    }
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<valuation> pre_money(std::string_view day)
{
    auto all = valuations_of(seen(in_talks, day), seeds().entity_at("deepseek"));
    std::erase_if(all, [](auto const& v) { return v.basis != valuation_basis::pre; });
    return all;
}

} // namespace

TEST_CASE("seeds: hold what their README counts", "[oracle][seeds]")
{
    auto const s = network_statistics_of(seen(rumored));
    CHECK(s.entities == 31); // 32, of which two are one
    CHECK(s.rounds == 7);    // the ambition is none
    CHECK(s.by_status == std::array<std::size_t, 6>{1, 2, 8, 1, 8, 0});
    CHECK(s.without_status == 0);
    CHECK(s.participations == 20);
    CHECK(s.investors == 14);
    CHECK(s.companies == 6);
    CHECK(s.holdings == 3);
}

TEST_CASE("seeds: what rests on closed deals only", "[oracle][seeds]")
{
    auto const n = seen(closed);
    auto const s = network_statistics_of(n);
    CHECK(s.participations == 8);
    CHECK(slugs(n, n.investors())
          == names{"alibaba", "hangzhou-municipal-construction-investment-group",
                   "high-flyer-capital-management", "shangcheng-capital", "tencent"});
    CHECK(slugs(n, n.companies()) == names{"baichuan", "deepseek", "moonshot-ai", "zhipu"});
    CHECK(slugs(n, n.rounds()) == names{"baichuan-2023", "moonshot-ai-2024", "zhipu-2025"});
}

TEST_CASE("seeds: closed deals make six pairs, all of one round of Zhipu", "[oracle][seeds]")
{
    auto const n = seen(closed);
    using enum co_investment_unit;
    for (auto const unit : {same_company, same_round}) {
        auto const p = project_co_investment(n, {.unit = unit});
        CHECK(num_edges(p) == 6);
        for (auto const investor : n.investors()) {
            for (auto const& c : co_investors_of(n, investor, {.unit = unit})) {
                CHECK(c.shared == 1);
                CHECK(slugs(n, c.companies) == names{"zhipu"});
                CHECK(slugs(n, c.rounds) == (unit == same_round ? names{"zhipu-2025"} : names{}));
            }
        }
    }
}

TEST_CASE("seeds: whom Alibaba backs", "[oracle][seeds]")
{
    CHECK(backed_by(seen(closed), "alibaba") == names{"baichuan", "moonshot-ai", "zhipu"});
    CHECK(backed_by(seen(committed), "alibaba") == names{"baichuan", "moonshot-ai", "zhipu"});
    CHECK(backed_by(seen(committed), "alibaba-cloud") == names{"01-ai"});
    auto const rolled = seen(committed, "", roll_up::parents);
    CHECK(backed_by(rolled, "alibaba") == names{"01-ai", "baichuan", "moonshot-ai", "zhipu"});
    CHECK(rolled.find_investor(seeds().entity_at("alibaba-cloud"))
          == rolled.find_investor(seeds().entity_at("alibaba")));
}

TEST_CASE("seeds: MiniMax has no closed backer and DeepSeek none but its parent", "[oracle][seeds]")
{
    auto const n = seen(closed);
    CHECK(backers_of(n, "minimax").empty());
    CHECK(backers_of(n, "deepseek") == names{"high-flyer-capital-management"});
    CHECK(backers_of(seen(in_talks), "minimax") == names{"alibaba"});
}

TEST_CASE("seeds: the two names of DeepSeek's parent are one from the second on", "[oracle][seeds]")
{
    auto const& book = seeds();
    auto const parent = book.entity_at("zhejiang-high-flyer");
    auto const other = book.entity_at("high-flyer-capital-management");
    CHECK(seen(closed).facts().representative(parent) == other);
    CHECK(seen(closed, "2026-06-30").facts().representative(parent) == parent);
}

TEST_CASE("seeds: of Zhipu's round of 2025 two investors of four are the state's",
          "[oracle][seeds]")
{
    auto const n = seen(closed);
    auto const b = state_backing_of(n, seeds().round_at("zhipu-2025"));
    CHECK(slugs(n, b.state_investors)
          == names{"hangzhou-municipal-construction-investment-group", "shangcheng-capital"});
    CHECK(is(b.headcount, 0.5, 0.5, 1.0));
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
    CHECK_FALSE(b.capital.best.has_value());
    CHECK(b.unit == currency{"CNY"});
    auto const organs =
        state_backing_of(n, seeds().round_at("zhipu-2025"), {.measure = state_measure::organs});
    CHECK(organs.state_investors.empty());
}

TEST_CASE("seeds: of DeepSeek's round of 2026 a seventh is the state's", "[oracle][seeds]")
{
    auto const n = seen(in_talks, "2026-07-01");
    auto const round = seeds().round_at("deepseek-2026");
    auto const b = state_backing_of(n, round);
    CHECK(is(b.capital, 1.0 / 7, 1.0 / 7, 3.0 / 7));
    CHECK(b.capital.hedged);
    CHECK(b.unit == currency{"CNY"});
    REQUIRE(b.rates.size() == 1); // the floor of the external part is told in dollars
    CHECK_FALSE(b.rates[0].by);
    CHECK(slugs(n, b.state_investors) == names{"national-ai-industry-investment-fund"});
    CHECK(b.investors.size() == 7);

    auto const outside = state_backing_of(n, round, external);
    CHECK(is(outside.capital, 1.0 / 5, 1.0 / 5, 1.0 / 5));
    CHECK(outside.capital.hedged);
    auto const open = state_backing_of(n, round, {.unnamed = unnamed_money::possible});
    CHECK(is(open.capital, 1.0 / 7, 5.0 / 7, 3.0 / 7));
    CHECK(state_backing_of(n, round, {.country = "CN"}) == b);
    CHECK(state_backing_of(n, round, {.country = "US"}).state_investors.empty());
}

TEST_CASE("seeds: DeepSeek's ambition is no money of its rounds", "[oracle][seeds]")
{
    // Deals in talks: the round of 2026 alone. The ambition is only rumoured, in dollars.
    auto const n = seen(in_talks, "2026-07-01");
    auto const b = state_backing_of(n, seeds().entity_at("deepseek"));
    CHECK(is(b.capital, 1.0 / 7, 1.0 / 7, 3.0 / 7));
    auto const all = seen(rumored, "2026-07-01");
    CHECK(slugs(all, all.rounds_of(seeds().entity_at("deepseek")))
          == names{"deepseek-2025", "deepseek-2026"});
    CHECK(state_backing_of(all, seeds().entity_at("deepseek")).unit == currency{"CNY"});
}

TEST_CASE("seeds: in March 2025 DeepSeek's round of 2026 is not known", "[oracle][seeds]")
{
    auto const n = seen(rumored, "2025-03-01");
    auto const& book = seeds();
    CHECK(code_of([&] { (void)state_backing_of(n, book.round_at("deepseek-2026")); })
          == error_code::not_known_at);
    auto const b = state_backing_of(n, book.round_at("deepseek-2025"));
    CHECK_FALSE(b.unit.has_value());
    CHECK(slugs(n, b.investors)
          == names{"alibaba", "china-investment-corp", "national-social-security-fund"});
    CHECK(slugs(n, b.state_investors)
          == names{"china-investment-corp", "national-social-security-fund"});
    CHECK(is(b.capital, 0.0, 1.0, 0.0));
}

TEST_CASE("seeds: the round of 2026 is not closed either", "[oracle][seeds]")
{
    CHECK(code_of([] { (void)state_backing_of(seen(closed), seeds().round_at("deepseek-2026")); })
          == error_code::not_known_at);
}

TEST_CASE("seeds: DeepSeek's price doubles within weeks", "[oracle][seeds]")
{
    auto const before = pre_money("2026-05-15");
    REQUIRE(before.size() == 1);
    CHECK(before.front().amount->renderings().front() == plain(dollars(20 * billion)));
    auto const after = pre_money("2026-06-01");
    REQUIRE(after.size() == 1);
    CHECK(after.front().amount->renderings().front() == about(dollars(45 * billion)));
    CHECK(pre_money("2026-05-09").empty());
    CHECK(pre_money("2026-07-01") == after);
}

TEST_CASE("seeds: each company that has a deal has a state backing", "[oracle][seeds]")
{
    for (auto const least : {rumored, approached, in_talks, committed, closed}) {
        auto const n = seen(least);
        for (auto const company : n.companies()) {
            CAPTURE(to_string(least), n.facts().slug_of(company));
            CHECK_NOTHROW(state_backing_of(n, company));
        }
    }
}
