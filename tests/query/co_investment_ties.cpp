// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_ties.hpp>

#include <capgraph/query/co_investment_network.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <stop_token>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using ties = std::vector<co_investment_tie>;

constexpr auto all_weights = {co_investment_weight::shared,  co_investment_weight::newman,
                              co_investment_weight::jaccard, co_investment_weight::cosine,
                              co_investment_weight::simpson, co_investment_weight::adamic_adar};

co_investment_groups groups_in(attendance const& rows)
{
    return co_investment_groups{network_of(attendance_ledger(rows))};
}

/// The row of `member` in the network, the heaviest first.
ties edges_of(co_investment_groups const& all, co_investment_network const& p, std::uint32_t member)
{
    ties out;
    auto const [first, last] = out_edges(member, p);
    for (auto e = first; e != last; ++e) {
        auto const other = target(*e, p);
        out.push_back({other, groups_shared_by(all, member, other).size(), p.weight(*e)});
    }
    std::stable_sort(
        out.begin(), out.end(),
        [](co_investment_tie const& a, co_investment_tie const& b) { return a.weight > b.weight; });
    return out;
}

} // namespace

TEST_CASE("co_investment_ties_of: ladder", "[query][co_investment]")
{
    CHECK(co_investment_ties_of(groups_in({"xx"}), 0).empty());
    CHECK(co_investment_ties_of(groups_in({"x.", ".x"}), 0).empty());
    CHECK(co_investment_ties_of(groups_in({"xx", "xx"}), 1) == ties{{0, 2, 2.0}});
}

TEST_CASE("co_investment_ties_of: are the edges of the network to the last bit",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(12); ++seed) {
        CAPTURE(seed);
        auto const all = groups_in(random_attendance(seed, 25, 14, 25));
        for (auto const weight : all_weights) {
            for (auto const cap : {std::size_t{5}, std::numeric_limits<std::size_t>::max()}) {
                co_investment_options const options{
                    .weight = weight, .min_weight = 0.2, .hub_cap = cap};
                auto const p = project_co_investment(all, options);
                for (std::uint32_t v = 0; v < all.members().size(); ++v) {
                    CHECK(co_investment_ties_of(all, v, options) == edges_of(all, p, v));
                }
            }
        }
    }
}

TEST_CASE("co_investment_ties_of: the top k are the first k", "[query][co_investment][property]")
{
    auto const all = groups_in(random_attendance(7, 30, 10, 40));
    auto const every = co_investment_ties_of(all, 3, {.weight = co_investment_weight::newman});
    REQUIRE(every.size() > 5);
    for (std::size_t k = 0; k <= every.size() + 1; ++k) {
        auto const some =
            co_investment_ties_of(all, 3, {.weight = co_investment_weight::newman, .top_k = k});
        REQUIRE(some.size() == std::min(k, every.size()));
        CHECK(std::equal(some.begin(), some.end(), every.begin()));
    }
}

TEST_CASE("co_investment_ties_of: refuses what it can't answer", "[query][co_investment]")
{
    auto const all = groups_in({"x", "x"});
    CHECK_THROWS_AS(co_investment_ties_of(all, 2), std::out_of_range);
    CHECK_THROWS_AS(groups_shared_by(all, 0, 2), std::out_of_range);
    CHECK_THROWS_AS(
        co_investment_ties_of(all, 0, {.min_weight = std::numeric_limits<double>::quiet_NaN()}),
        std::invalid_argument);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(co_investment_ties_of(all, 0, {}, {.stop = stop.get_token()}), error);
}
