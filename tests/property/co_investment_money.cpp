// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of money put in side by side, on rounds made up at random.

#include <capgraph/query/co_investment_money.hpp>
#include <capgraph/query/co_investors_by_money.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <random>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr auto infinity = std::numeric_limits<double>::infinity();
constexpr std::array all_weights{money_weight::least, money_weight::most,
                                 money_weight::equal_split};

stated<money> random_sum(std::mt19937_64& random, std::int64_t most)
{
    auto const sum = dollars(static_cast<std::int64_t>(random() % 8) * most / 7);
    switch (random() % 6) {
    case 0:
        return {};
    case 1:
        return at_least(sum);
    case 2:
        return up_to(sum);
    default:
        return exactly(sum);
    }
}

/// Up to eight investors in up to seven rounds; some of the money is told, some of it is a
/// founder's.
std::vector<told_round> random_rounds(std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    std::vector<told_round> out;
    auto const investors = 2 + random() % 7;
    for (auto rounds = 1 + random() % 7; rounds != 0; --rounds) {
        told_round round{.total = random_sum(random, 700)};
        for (std::size_t i = 0; i < investors; ++i) {
            if (random() % 2 == 0) {
                round.cheques.push_back(
                    {.investor = numbered("investor-", i),
                     .paid = random() % 3 == 0 ? random_sum(random, 140) : stated<money>{},
                     .internal = random() % 8 == 0});
            }
        }
        round.kind = random() % 6 == 0 ? round_kind::debt : round_kind::primary;
        out.push_back(std::move(round));
    }
    return out;
}

co_investment_money_options random_options(std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    co_investment_money_options out;
    out.unnamed = random() % 3 == 0 ? unnamed_money::possible : unnamed_money::impossible;
    out.weight = all_weights[random() % 3];
    out.min_weight = random() % 2 == 0 ? 0.0 : static_cast<double>(random() % 100);
    out.hub_cap = random() % 2 == 0 ? 2 + random() % 4 : out.hub_cap;
    return out;
}

using sums_of_pairs =
    std::map<std::pair<entity_id, entity_id>, std::pair<side_by_side_money, double>>;

/// Each pair both ways, with its weight.
sums_of_pairs sums_of(co_investment_money_network const& g)
{
    sums_of_pairs out;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        auto const a = g.investors()[source(*e, g)];
        auto const b = g.investors()[target(*e, g)];
        out[{a, b}] = {g.sums()[g.index_of(*e)], g.weight(*e)};
        out[{b, a}] = out[{a, b}];
    }
    return out;
}

/// As the edges from `investor` would be.
sums_of_pairs as_edges(entity_id investor, money_co_investors const& found)
{
    sums_of_pairs out;
    for (auto const& tie : found.ties) {
        out[{investor, tie.investor}] = {tie.sum, tie.weight};
    }
    return out;
}

sums_of_pairs edges_from(entity_id investor, sums_of_pairs const& all)
{
    sums_of_pairs out;
    for (auto const& [pair, sum] : all) {
        if (pair.first == investor) {
            out[pair] = sum;
        }
    }
    return out;
}

} // namespace

TEST_CASE("project_co_investment_money: the question about one is its edges to the last bit",
          "[query][co_investment][money][property]")
{
    for (std::uint64_t seed = 0; seed < cases(300); ++seed) {
        CAPTURE(seed);
        auto const book = told_ledger(random_rounds(seed));
        auto const n = network_of(book);
        auto const options = random_options(seed);
        auto const all = sums_of(project_co_investment_money(n, {}, options));
        for (auto const investor : n.investors()) {
            CHECK(as_edges(investor, co_investors_by_money(n, investor, {}, options))
                  == edges_from(investor, all));
            for (auto const other : n.investors()) {
                auto const shared = money_shared_with(n, investor, other, {}, options);
                auto const at = all.find({investor, other});
                CHECK((at == all.end() || shared.sum == at->second.first));
            }
        }
    }
}

TEST_CASE("project_co_investment_money: its top k are those of the question about either end",
          "[query][co_investment][money][property]")
{
    for (std::uint64_t seed = 0; seed < cases(200); ++seed) {
        CAPTURE(seed);
        auto const book = told_ledger(random_rounds(seed));
        auto const n = network_of(book);
        auto options = random_options(seed);
        options.top_k = 1 + seed % 3;
        sums_of_pairs either;
        for (auto const investor : n.investors()) {
            auto const ties = co_investors_by_money(n, investor, {}, options).ties;
            CHECK(ties.size() <= options.top_k);
            for (auto const& tie : ties) {
                either[{investor, tie.investor}] = {tie.sum, tie.weight};
                either[{tie.investor, investor}] = {tie.sum, tie.weight};
            }
        }
        CHECK(sums_of(project_co_investment_money(n, {}, options)) == either);
    }
}

TEST_CASE("project_co_investment_money: what is left out never changes what the rest weighs",
          "[query][co_investment][money][property]")
{
    for (std::uint64_t seed = 0; seed < cases(300); ++seed) {
        CAPTURE(seed);
        auto const book = told_ledger(random_rounds(seed));
        auto const n = network_of(book);
        auto options = random_options(seed);
        options.top_k = 1 + seed % 4;
        auto const some = sums_of(project_co_investment_money(n, {}, options));
        auto const every = sums_of(project_co_investment_money(
            n, {}, {.unnamed = options.unnamed, .weight = options.weight}));
        for (auto const& [pair, sum] : some) {
            CHECK(every.at(pair) == sum);
            CHECK(sum.second >= options.min_weight);
        }
    }
}

TEST_CASE("project_co_investment_money: the equal split lies within the bounds",
          "[query][co_investment][money][property]")
{
    for (std::uint64_t seed = 0; seed < cases(500); ++seed) {
        CAPTURE(seed);
        auto const book = told_ledger(random_rounds(seed));
        auto const g = project_co_investment_money(network_of(book));
        for (auto const& sum : g.sums()) {
            CHECK(0.0 <= sum.lower);
            CHECK(sum.lower <= sum.upper);
            if (sum.best) {
                CHECK(sum.lower <= *sum.best + 0.01);
                CHECK(*sum.best <= sum.upper + 0.01);
            }
        }
    }
}

TEST_CASE("project_co_investment_money: all pairs of a round make (k - 1) / 2 of it at the most",
          "[query][co_investment][money][property]")
{
    // The lesser of two is at most their mean, and each cheque is in k - 1 pairs.
    for (std::uint64_t seed = 0; seed < cases(500); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        auto rounds = random_rounds(seed);
        auto most = 0.0;
        for (auto& round : rounds) {
            // A total above all that its cheques can be told to be, so that it is no less.
            auto const total = 5000 + static_cast<std::int64_t>(random() % 100);
            round.total = exactly(dollars(total));
            round.kind = round_kind::primary;
            auto const k = static_cast<double>(round.cheques.size());
            most += k < 2.0 ? 0.0 : (k - 1.0) / 2.0 * static_cast<double>(total);
        }
        auto const book = told_ledger(rounds);
        auto const g = project_co_investment_money(network_of(book));
        auto lower = 0.0;
        auto best = 0.0;
        for (auto const& sum : g.sums()) {
            lower += sum.lower;
            best += sum.best.value_or(0.0);
        }
        CHECK(lower <= most + 0.01);
        CHECK(best <= most + 0.01);
    }
}

TEST_CASE("project_co_investment_money: unnamed money only widens the bounds",
          "[query][co_investment][money][property]")
{
    for (std::uint64_t seed = 0; seed < cases(300); ++seed) {
        CAPTURE(seed);
        auto const book = told_ledger(random_rounds(seed));
        auto const n = network_of(book);
        auto const named = project_co_investment_money(n);
        auto const open = project_co_investment_money(n, {}, {.unnamed = unnamed_money::possible});
        REQUIRE(named.sums().size() == open.sums().size());
        for (std::size_t i = 0; i < named.sums().size(); ++i) {
            CHECK(open.sums()[i].lower <= named.sums()[i].lower);
            CHECK(named.sums()[i].upper <= open.sums()[i].upper);
        }
    }
}

TEST_CASE("project_co_investment_money: to leave rounds out is as if they were none",
          "[query][co_investment][money][property]")
{
    for (std::uint64_t seed = 0; seed < cases(200); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        auto rounds = random_rounds(seed);
        auto without = rounds;
        for (std::size_t i = 0; i < rounds.size(); ++i) {
            if (random() % 3 == 0) {
                rounds[i].total = exactly(yuan(500));
                without[i].kind = round_kind::debt; // whose money does not count
            }
        }
        auto const book = told_ledger(rounds);
        auto const other = told_ledger(without);
        auto const n = network_of(book);
        auto const m = network_of(other);
        co_investment_money_options const options{.unrated = unrated_money::left_out};
        auto const g = project_co_investment_money(n, {}, options);
        auto const h = project_co_investment_money(m);
        CHECK(slugs(n, g.investors()) == slugs(m, h.investors()));
        CHECK(std::equal(g.sums().begin(), g.sums().end(), h.sums().begin(), h.sums().end()));
        for (auto const investor : n.investors()) {
            CHECK(as_edges(investor, co_investors_by_money(n, investor, {}, options))
                  == edges_from(investor, sums_of(g)));
        }
    }
}

TEST_CASE("estimate_co_investment_money: holds what is made",
          "[query][co_investment][money][property]")
{
    for (std::uint64_t seed = 0; seed < cases(200); ++seed) {
        CAPTURE(seed);
        auto const book = told_ledger(random_rounds(seed));
        auto const n = network_of(book);
        auto options = random_options(seed);
        options.min_weight = -infinity;
        auto const made = num_edges(project_co_investment_money(n, {}, options));
        auto const found = estimate_co_investment_money(n, {}, options, {.counted = 0});
        CHECK(found.edges.at_least <= made);
        CHECK(made <= found.edges.at_most);
        CHECK(found.members == n.investors().size());
    }
}
