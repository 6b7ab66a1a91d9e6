// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of ownership with stakes as intervals: bounds hold whatever the stakes are, and are reached.

#include <capgraph/algorithm/first_passage.hpp>
#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/algorithm/simple_path.hpp>
#include <capgraph/algorithm/walk_sum.hpp>

#include "oracle/dense_stakes.hpp"
#include "property/stake_seeds.hpp"

#include <limits>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr stake_shape unsure{.companies = 6, .outsiders = 2, .intervals = true};
/// Few enough that each order of favour is tried.
constexpr stake_shape few{.companies = 3, .outsiders = 1, .density = 60, .intervals = true};

/// The least and the most that was seen of each vertex.
struct seen_parts {
    std::vector<double> least;
    std::vector<double> most;

    explicit seen_parts(std::size_t n)
        : least(n, std::numeric_limits<double>::infinity()), most(n, 0.0)
    {
    }

    void see(std::optional<real_row> const& x)
    {
        for (std::size_t v = 0; x && v < least.size(); ++v) {
            least[v] = std::min(least[v], static_cast<double>((*x)[v]));
            most[v] = std::max(most[v], static_cast<double>((*x)[v]));
        }
    }
};

/// Whether what was seen lies within the bounds.
bool holds(held_parts const& bounds, seen_parts const& seen)
{
    return nowhere_above(bounds.lowers(), seen.least) && nowhere_above(seen.most, bounds.uppers());
}

/// Whether something seen reaches each end. An infinite one is only approached.
bool reach(seen_parts const& seen, held_parts const& bounds)
{
    auto is_reached = nowhere_above(seen.least, bounds.lowers());
    for (std::size_t v = 0; v < seen.most.size(); ++v) {
        auto const upper = bounds.uppers()[v];
        is_reached = is_reached
                     && (std::isinf(upper) || upper <= seen.most[v] + 1e-9 * std::max(1.0, upper));
    }
    return is_reached;
}

/// Narrower bounds of one stake, which still leave room for the rest.
stake_case narrowed(stake_case told, stake_teller& teller)
{
    auto& s = told.stakes[teller.below(told.stakes.size())];
    auto left = 1.0;
    for (auto const& other : told.stakes) {
        left -= other.owned == s.owned ? other.lower : 0.0;
    }
    auto const upper = std::max(s.lower, std::min(s.upper, s.lower + left));
    auto const a = teller.fraction();
    auto const b = teller.fraction();
    auto const low = s.lower + std::min(a, b) * (upper - s.lower);
    auto const high = s.lower + std::max(a, b) * (upper - s.lower);
    s.lower = low;
    s.upper = std::max(low, high);
    return told;
}

} // namespace

TEST_CASE("look_through: holds whatever the stakes are within their bounds",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure);
        auto const holders = vertex_list{teller.vertex(told.n), teller.vertex(told.n)};
        auto const bounds = look_through(told.matrix(), holders);
        seen_parts seen{told.n};
        for (int i = 0; i < 8; ++i) {
            seen.see(look_through_by_definition(dense_of(teller.complete(told)), holders));
        }
        CHECK(holds(bounds, seen));
    });
}

TEST_CASE("look_through: some stakes within their bounds reach each end", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(few);
        auto const holder = vertex_list{teller.vertex(told.n)};
        auto const bounds = look_through(told.matrix(), holder);
        seen_parts seen{told.n};
        for_each_favour(told, [&](stake_case const& one) {
            seen.see(look_through_by_definition(dense_of(one), holder));
        });
        CHECK(holds(bounds, seen));
        CHECK(reach(seen, bounds));
    });
}

TEST_CASE("first_passage: some stakes within their bounds reach each end", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(few);
        auto const holder = teller.vertex(told.n);
        auto const bounds = first_passage(told.matrix(), holder);
        seen_parts seen{told.n};
        for_each_favour(told, [&](stake_case const& one) {
            seen.see(first_passage_by_definition(dense_of(one), holder));
        });
        CHECK(holds(bounds, seen));
        if (bounds.upper(holder) < 1.0) { // else the equations of the best stakes have no answer
            CHECK(reach(seen, bounds));
        }
    });
}

TEST_CASE("walk_sum: some stakes within their bounds reach each end", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(few);
        auto const holder = teller.vertex(told.n);
        auto const bounds = walk_sum(told.matrix(), holder);
        seen_parts seen{told.n};
        for_each_favour(told, [&](stake_case const& one) {
            seen.see(walk_sum_by_definition(dense_of(one), holder));
        });
        CHECK(holds(bounds, seen));
        CHECK(reach(seen, bounds));
    });
}

TEST_CASE("first_passage: holds whatever the stakes are within their bounds",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure);
        auto const holder = teller.vertex(told.n);
        seen_parts first{told.n};
        seen_parts walks{told.n};
        for (int i = 0; i < 8; ++i) {
            auto const w = dense_of(teller.complete(told));
            first.see(first_passage_by_definition(w, holder));
            walks.see(walk_sum_by_definition(w, holder));
        }
        CHECK(holds(first_passage(told.matrix(), holder), first));
        CHECK(holds(walk_sum(told.matrix(), holder), walks));
    });
}

TEST_CASE("simple_path: encloses whatever the stakes are within their bounds",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw({.companies = 5, .outsiders = 1, .intervals = true});
        auto const holder = teller.vertex(told.n);
        auto const sums = simple_path(told.matrix(), holder);
        seen_parts seen{told.n};
        for (int i = 0; i < 5; ++i) {
            seen.see(simple_path_by_definition(dense_of(teller.complete(told)), holder));
        }
        CHECK(nowhere_above(sums.lower, seen.least));
        CHECK(nowhere_above(seen.most, sums.upper));
    });
}

TEST_CASE("look_through: narrower stakes never make wider bounds", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto shape = unsure;
        shape.outsiders_in = true; // companies that narrowing makes own each other have no bounds
        auto const told = teller.draw(shape);
        auto const narrow = narrowed(told, teller).matrix();
        auto const w = told.matrix();
        if (!narrow.closed().empty()) {
            return; // an outsider's stake of [0, x] became 0
        }
        auto const holder = teller.vertex(told.n);
        auto const within = [](held_parts const& a, held_parts const& b) {
            return nowhere_above(b.lowers(), a.lowers()) && nowhere_above(a.uppers(), b.uppers());
        };
        CHECK(within(look_through(narrow, {&holder, 1}), look_through(w, {&holder, 1})));
        CHECK(within(first_passage(narrow, holder), first_passage(w, holder)));
        CHECK(within(walk_sum(narrow, holder), walk_sum(w, holder)));
    });
}

TEST_CASE(
    "look_through: unknown owners that are possible are a stake of the holder's that may be any",
    "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure);
        auto open = told;
        for (std::size_t v = 0; v < 6; ++v) {
            open.stakes.push_back(held(6, v, 0.0, 1.0));
        }
        auto const holder = vertex_list{6};
        auto const ends = vertex_list{7};
        auto const got = look_through(told.matrix(), holder,
                                      {.unknown = unknown_owners::possible, .ultimate = ends});
        auto const expected = look_through(open.matrix(), holder, {.ultimate = ends});
        CHECK(distance(got.lowers(), expected.lowers(), told.n) < close_enough);
        CHECK(distance(got.uppers(), expected.uppers(), told.n) < close_enough);
    });
}

TEST_CASE("look_through: the unknown told to be private never raises the upper end",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto told = teller.draw(unsure);
        auto const person = told.add_vertex();
        auto disclosed = told;
        for (std::uint32_t v = 0; v < 6; ++v) {
            auto left = 1.0;
            for (auto const& s : told.stakes) {
                left -= s.owned == v ? s.lower : 0.0;
            }
            if (left > 0.0 && teller.chance(40)) {
                disclosed.stakes.push_back(held(person, v, left * 0.999 * teller.fraction()));
            }
        }
        auto const holder = vertex_list{6};
        auto const ends = vertex_list{7, person};
        for (auto const unknown : {unknown_owners::possible, unknown_owners::impossible}) {
            auto const before =
                look_through(told.matrix(), holder, {.unknown = unknown, .ultimate = ends});
            auto const after =
                look_through(disclosed.matrix(), holder, {.unknown = unknown, .ultimate = ends});
            CHECK(nowhere_above(after.uppers(), before.uppers()));
            CHECK(nowhere_above(before.lowers(), after.lowers()));
        }
    });
}
