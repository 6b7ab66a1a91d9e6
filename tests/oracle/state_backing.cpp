// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include "oracle/told_cases.hpp"
#include "support/catch2.hpp"

#include <cmath>

using namespace capgraph;
using namespace capgraph::test;

namespace {

bool agree(share s, double figure)
{
    return std::abs(s.fraction() - figure) <= 2e-16;
}

} // namespace

TEST_CASE("state_backing_of: capital is the extreme of all completions", "[query][oracle]")
{
    // Where there is a limit no sum of a case can pass 40: what grows with the cap has none.
    constexpr int cap = 48;
    for (std::uint64_t seed = 0; seed < cases(150); ++seed) {
        CAPTURE(seed);
        round_cases random{seed};
        auto const made = random.next();
        auto const external_only = random.chance(40);
        CAPTURE(described(made), external_only);
        auto const b = backing(told(made), options_of(external_only)).capital;
        auto const low = completer{made, external_only, cap}.answer();
        CAPTURE(b.lower.fraction(), b.upper.fraction(), b.coverage.fraction());

        REQUIRE(low.most >= 0); // something fits
        if (low.most == 0) {
            CHECK(is(b, 0.0, 1.0, 0.0));
            continue;
        }
        auto const high = low.reach_cap ? completer{made, external_only, 2 * cap}.answer() : low;
        if (low.most == high.most) {
            CHECK(is(b, high.lowest->value(), high.highest->value(),
                     static_cast<double>(high.determined) / high.most));
            continue;
        }
        CHECK(b.coverage == share{});
        // Never beyond the bounds, and reached or approached: twice the money, half the gap.
        auto const below = high.lowest->value() - b.lower.fraction();
        auto const above = b.upper.fraction() - high.highest->value();
        CHECK(below >= -2e-16);
        CHECK(above >= -2e-16);
        CHECK(below <= 0.6 * (low.lowest->value() - b.lower.fraction()) + 2e-16);
        CHECK(above <= 0.6 * (b.upper.fraction() - low.highest->value()) + 2e-16);
    }
}

TEST_CASE("state_backing_of: rounds together are the extreme of all completions of each",
          "[query][oracle]")
{
    // Rounds with limits alone: the set of completions is the product of those of the rounds, and
    // all pairs of sums are tried.
    constexpr int cap = 48;
    for (std::uint64_t seed = 0; seed < cases(60); ++seed) {
        CAPTURE(seed);
        round_cases random{seed + 1'000'000};
        std::vector<round_case> rounds;
        while (rounds.size() < 2) {
            auto made = random.next();
            made.total.high = made.total.high.value_or(made.total.low + 3);
            rounds.push_back(made);
        }
        CAPTURE(described(rounds[0]), described(rounds[1]));
        auto const external_only = random.chance(40);
        auto const b =
            backing_of_all({told(rounds[0]), told(rounds[1], "other-")}, options_of(external_only));
        std::optional<ratio_of_sums> lowest;
        std::optional<ratio_of_sums> highest;
        for (auto const& x : completer{rounds[0], external_only, cap}.parts()) {
            for (auto const& y : completer{rounds[1], external_only, cap}.parts()) {
                ratio_of_sums const r{x.part + y.part, x.whole + y.whole};
                if (r.whole > 0) {
                    lowest = !lowest || r < *lowest ? r : *lowest;
                    highest = !highest || *highest < r ? r : *highest;
                }
            }
        }
        CHECK(agree(b.capital.lower, lowest ? lowest->value() : 0.0));
        CHECK(agree(b.capital.upper, highest ? highest->value() : 1.0));
    }
}
