// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The state's part of the money where investors are the state's in part: every way in which small
// whole sums can fall, tried out. The limits nest, so that the extremes are at whole sums.

#include <capgraph/query/state_backing.hpp>

#include "oracle/capital_completions.hpp"
#include "oracle/told_cases.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <functional>
#include <limits>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Which part of a cheque is the state's, at the least and at the most.
struct fractional_cheque {
    cheque_case sums;
    double least = 0.0;
    double most = 1.0;
};

struct fractional_round {
    std::vector<fractional_cheque> cheques;
    span_of_sums total;
    bool external_only = false;
};

struct extremes {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -1.0;
};

/// Tries all sums of the cheques of all rounds; `cap` is the most of one.
extremes tried_out(std::vector<fractional_round> const& rounds, int cap)
{
    extremes found;
    struct sums {
        double least = 0.0;
        double most = 0.0;
        int whole = 0;
    };
    std::function<void(std::size_t, std::size_t, int, sums)> fill =
        [&](std::size_t r, std::size_t i, int in_round, sums so_far) {
            if (r == rounds.size()) {
                if (so_far.whole > 0) {
                    found.lowest = std::min(found.lowest, so_far.least / so_far.whole);
                    found.highest = std::max(found.highest, so_far.most / so_far.whole);
                }
                return;
            }
            if (i == rounds[r].cheques.size()) {
                if (rounds[r].total.has(in_round)) {
                    fill(r + 1, 0, 0, so_far);
                }
                return;
            }
            auto const& c = rounds[r].cheques[i];
            for (int sum = 0; sum <= cap; ++sum) {
                if (!c.sums.paid.has(sum)) {
                    continue;
                }
                auto const counted = rounds[r].external_only && c.sums.internal ? 0 : sum;
                fill(r, i + 1, in_round + sum,
                     {so_far.least + counted * c.least, so_far.most + counted * c.most,
                      so_far.whole + counted});
            }
        };
    fill(0, 0, 0, {});
    return found;
}

fractional_round draw(round_cases& random, bool external_only)
{
    fractional_round out{{}, random.sums_up_to(8), external_only};
    if (!out.total.high) {
        out.total.high = out.total.low + random.below(6);
    }
    auto const investors = 1 + random.below(3);
    for (int i = 0; i < investors; ++i) {
        auto const a = 0.1 * random.below(11);
        auto const b = 0.1 * random.below(11);
        fractional_cheque c{{random.sums_up_to(5), false, random.chance(25)},
                            std::min(a, b),
                            random.chance(40) ? std::min(a, b) : std::max(a, b)};
        c.sums.paid.high = c.sums.paid.high.value_or(8);
        out.cheques.push_back(c);
    }
    return out;
}

/// `investor-ROUND-I`, of whom the organ `state` holds the part of the cheque, and ann the rest.
void write(owners_teller& to, std::vector<fractional_round> const& rounds)
{
    to.organ("state").person("ann");
    for (std::size_t r = 0; r < rounds.size(); ++r) {
        auto const slug = numbered("round-", r);
        to.to().add(funding_round{.slug = slug,
                                  .company = to.known("alpha"),
                                  .status = deal_status::closed,
                                  .amount = amount{said(rounds[r].total)},
                                  .investors_complete = true});
        for (std::size_t i = 0; i < rounds[r].cheques.size(); ++i) {
            auto const& c = rounds[r].cheques[i];
            auto const investor = numbered("investor-", 10 * r + i);
            to.holds("state", investor, c.least, c.most);
            to.holds("ann", investor, 1.0 - c.most, 1.0 - c.least);
            to.to().add(participation{.round = to.to().round(slug),
                                      .investor = to.known(investor),
                                      .cheque = amount{said(c.sums.paid)},
                                      .internal = c.sums.internal});
        }
    }
}

} // namespace

TEST_CASE("state_backing_of: with parts of investors capital is the extreme of all completions",
          "[query][oracle]")
{
    std::size_t compared = 0;
    std::size_t wide = 0;
    for (std::uint64_t seed = 0; seed < cases(250); ++seed) {
        CAPTURE(seed);
        round_cases random{seed};
        auto const external_only = random.chance(40);
        std::vector<fractional_round> rounds;
        for (auto count = 1 + random.below(2); count > 0; --count) {
            rounds.push_back(draw(random, external_only));
        }
        auto const truth = tried_out(rounds, 8);
        if (truth.highest < 0.0) {
            continue; // nothing fits, or there is no money in what does
        }
        ++compared;
        wide += truth.highest > truth.lowest + 1e-9 ? 1U : 0U;
        owners_teller told;
        write(told, rounds);
        auto const& book = told.book();
        auto const b =
            state_backing_of(network_of(book), book.entity_at("alpha"),
                             {.measure = state_measure::look_through,
                              .denominator = external_only ? backing_denominator::external
                                                           : backing_denominator::total,
                              .unknown = unknown_owners::impossible,
                              .unnamed = unnamed_money::possible});
        CHECK(b.capital.lower.fraction() == Approx(truth.lowest).margin(1e-12));
        CHECK(b.capital.upper.fraction() == Approx(truth.highest).margin(1e-12));
    }
    CHECK(compared > 100);
    CHECK(wide > 60);
}
