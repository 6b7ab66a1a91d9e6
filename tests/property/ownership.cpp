// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of ownership with exact stakes, on small random matrices with cycles.

#include <capgraph/algorithm/first_passage.hpp>
#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/algorithm/simple_path.hpp>
#include <capgraph/algorithm/walk_sum.hpp>
#include <capgraph/algorithm/weakest_link.hpp>

#include "oracle/dense_stakes.hpp"
#include "property/stake_seeds.hpp"

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr stake_shape open_companies{.companies = 6, .outsiders = 3, .outsiders_in = true};

/// The outsiders of `open_companies`.
vertex_list outsiders()
{
    return {6, 7, 8};
}

/// The same, an owner of its own for what nobody is said to hold of the companies.
stake_case with_the_unknown(stake_case told)
{
    auto const unknown = told.add_vertex();
    std::vector<double> left(open_companies.companies, 1.0);
    for (auto const& s : told.stakes) {
        left[s.owned] -= s.lower;
    }
    for (std::size_t v = 0; v < left.size(); ++v) {
        if (left[v] > 0.0) {
            told.stakes.push_back(held(unknown, v, left[v]));
        }
    }
    return told;
}

} // namespace

TEST_CASE("look_through: solves its equations", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(open_companies);
        auto const holders = vertex_list{teller.vertex(told.n), teller.vertex(told.n)};
        auto const ultimate = vertex_list{teller.vertex(told.n)};
        auto const ends = holders.front() == ultimate.front() || holders.back() == ultimate.front()
                              ? vertex_list{}
                              : ultimate;
        auto const expected = look_through_by_definition(dense_of(told), holders, ends);
        auto const got = look_through(told.matrix(), holders, {.ultimate = ends});
        REQUIRE(expected);
        CHECK(distance(got.lowers(), *expected) < 1e-12);
        CHECK(distance(got.uppers(), *expected) < 1e-12);
    });
}

TEST_CASE("walk_sum: solves its equations", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(open_companies);
        auto const from = teller.vertex(told.n);
        auto const expected = walk_sum_by_definition(dense_of(told), from);
        REQUIRE(expected);
        CHECK(distance(walk_sum(told.matrix(), from).lowers(), *expected) < 1e-11);
    });
}

TEST_CASE("first_passage: solves its equations", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(open_companies);
        auto const from = teller.vertex(told.n);
        auto const expected = first_passage_by_definition(dense_of(told), from);
        REQUIRE(expected);
        CHECK(distance(first_passage(told.matrix(), from).uppers(), *expected) < 1e-12);
    });
}

TEST_CASE("simple_path: is the sum over all chains without a repetition", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(open_companies);
        auto const from = teller.vertex(told.n);
        auto const expected = simple_path_by_definition(dense_of(told), from);
        auto const got = simple_path(told.matrix(), from);
        CHECK_FALSE(got.is_truncated);
        CHECK(distance(got.lower, expected) < 1e-12);
    });
}

TEST_CASE("simple_path: looked at from below it is the same sum", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw({.companies = 5, .outsiders = 1, .intervals = true});
        auto const w = told.matrix();
        auto const target = teller.vertex(told.n);
        auto const up = simple_path(w, target, {.direction = chain_direction::to_owners});
        for (std::uint32_t v = 0; v < told.n; ++v) {
            auto const down = simple_path(w, v);
            CHECK(down.lower[target] == Approx(up.lower[v]).margin(1e-12));
            CHECK(down.upper[target] == Approx(up.upper[v]).margin(1e-12));
        }
    });
}

TEST_CASE("look_through: the parts of all outsiders and of the unknown make up the whole",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = with_the_unknown(teller.draw(open_companies));
        auto const w = told.matrix();
        std::vector<double> sum(told.n);
        for (std::uint32_t holder = 6; holder < told.n; ++holder) {
            auto const parts = look_through(w, {&holder, 1});
            for (std::uint32_t v = 0; v < told.n; ++v) {
                sum[v] += parts.lower(v);
            }
        }
        CHECK(distance(sum, real_row(told.n, 1.0L)) < 1e-12);
    });
}

TEST_CASE("look_through: what can be one's is one's own and all that is unknown",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(open_companies);
        auto const told_with = with_the_unknown(told);
        std::uint32_t const holder = 7;
        auto const ends = outsiders();
        auto const unknown = static_cast<std::uint32_t>(told.n);
        auto const possible = look_through(told.matrix(), {&holder, 1},
                                           {.unknown = unknown_owners::possible, .ultimate = ends});
        auto const known = look_through(told.matrix(), {&holder, 1});
        auto const open = look_through(told_with.matrix(), {&unknown, 1});
        for (auto const v : {0U, 1U, 2U, 3U, 4U, 5U}) {
            CHECK(possible.lower(v) == Approx(known.lower(v)).margin(1e-12));
            CHECK(possible.upper(v) == Approx(known.lower(v) + open.lower(v)).margin(1e-12));
        }
    });
}

TEST_CASE("look_through: the greatest part is never below the least, even by rounding",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto shape = open_companies;
        shape.is_whole = true;
        shape.intervals = teller.chance(50);
        auto const told = teller.draw(shape);
        auto const ends = outsiders();
        for (auto const unknown : {unknown_owners::possible, unknown_owners::impossible}) {
            auto const parts = look_through(told.matrix(), std::span{ends}.first(1),
                                            {.unknown = unknown, .ultimate = ends});
            for (std::uint32_t v = 0; v < told.n; ++v) {
                CHECK(parts.lower(v) <= parts.upper(v));
                CHECK(parts.lower(v) >= 0.0);
                CHECK(parts.upper(v) <= 1.0);
            }
        }
    });
}

TEST_CASE("simple_path: is at most first_passage and that at most walk_sum",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto shape = open_companies;
        shape.intervals = teller.chance(50);
        auto const told = teller.draw(shape);
        auto const from = teller.vertex(told.n);
        auto const w = told.matrix();
        auto const simple = simple_path(w, from);
        auto const first = first_passage(w, from);
        auto const walks = walk_sum(w, from);
        CHECK(nowhere_above(simple.lower, first.lowers()));
        CHECK(nowhere_above(first.lowers(), walks.lowers()));
        CHECK(nowhere_above(first.uppers(), walks.uppers()));
        if (w.is_exact()) {
            CHECK(nowhere_above(simple.upper, first.uppers()));
        }
    });
}

TEST_CASE("look_through: relabelling permutes every measure", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto shape = open_companies;
        shape.intervals = teller.chance(50);
        auto const told = teller.draw(shape);
        auto const names = teller.permutation(told.n);
        auto const a = told.matrix();
        auto const b = relabelled(told, names).matrix();
        auto const from = teller.vertex(told.n);
        auto const to = names[from];
        auto const same = [&](auto const& x, auto const& y) {
            auto far = 0.0;
            for (std::size_t v = 0; v < told.n; ++v) {
                if (x[v] != y[names[v]]) { // may both be infinite
                    far = std::max(far, std::abs(x[v] - y[names[v]]) / std::max(1.0, x[v]));
                }
            }
            return far < 1e-9;
        };
        auto const both = [&](held_parts const& x, held_parts const& y) {
            return same(x.lowers(), y.lowers()) && same(x.uppers(), y.uppers());
        };
        CHECK(both(look_through(a, {&from, 1}), look_through(b, {&to, 1})));
        CHECK(both(first_passage(a, from), first_passage(b, to)));
        CHECK(both(walk_sum(a, from), walk_sum(b, to)));
        CHECK(same(simple_path(a, from).upper, simple_path(b, to).upper));
        CHECK(same(weakest_link(a, from).lower, weakest_link(b, to).lower));
    });
}

TEST_CASE("look_through: the order in which stakes are told leaves every bit",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto shape = open_companies;
        shape.intervals = teller.chance(50);
        auto told = teller.draw(shape);
        auto const again = told.stakes; // three parallel stakes and more of each pair
        for (auto s : again) {
            told.stakes.push_back(held(s.owner, s.owned, 0.01 * s.lower, 0.01 * s.upper));
            told.stakes.push_back(held(s.owner, s.owned, 0.003 * s.lower, 0.003 * s.upper));
        }
        std::uint32_t const from = 6;
        auto const a = look_through(told.matrix(), {&from, 1});
        auto const b = look_through(shuffled(told, 7).matrix(), {&from, 1});
        CHECK(std::equal(a.lowers().begin(), a.lowers().end(), b.lowers().begin()));
        CHECK(std::equal(a.uppers().begin(), a.uppers().end(), b.uppers().begin()));
    });
}

TEST_CASE("look_through: a wholly owned shell put in between leaves all else",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto shape = open_companies;
        shape.intervals = teller.chance(50);
        auto const told = teller.draw(shape);
        auto with_shell = told;
        auto const shell = with_shell.add_vertex();
        auto& changed = with_shell.stakes[teller.below(told.stakes.size())];
        auto const owner = std::exchange(changed.owner, shell);
        with_shell.stakes.push_back(held(owner, shell, 1.0));
        auto const holders = vertex_list{teller.vertex(told.n), teller.vertex(told.n)};
        auto const a = look_through(told.matrix(), holders);
        auto const b = look_through(with_shell.matrix(), holders);
        CHECK(distance(a.lowers(), b.lowers(), told.n) < close_enough);
        CHECK(distance(a.uppers(), b.uppers(), told.n) < close_enough);
    });
}

TEST_CASE("look_through: two holders in one's place hold what it held", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto shape = open_companies;
        shape.intervals = teller.chance(50);
        auto const told = teller.draw(shape);
        auto const holder = teller.vertex(told.n);
        auto split = told;
        auto const other = split.add_vertex();
        auto const taken = teller.fraction();
        for (auto const& s : told.stakes) {
            if (s.owner == holder && s.owned != holder) {
                split.stakes.push_back(held(other, s.owned, taken * s.lower, taken * s.upper));
            }
        }
        for (std::size_t i = 0; i < told.stakes.size(); ++i) {
            auto& s = split.stakes[i];
            if (s.owner == holder && s.owned != holder) {
                s.lower -= taken * s.lower;
                s.upper = std::max(s.lower, s.upper - taken * s.upper);
            }
        }
        auto const both = vertex_list{holder, other};
        auto const a = look_through(told.matrix(), {&holder, 1});
        auto const b = look_through(split.matrix(), both);
        CHECK(distance(a.lowers(), b.lowers(), told.n) < close_enough);
        CHECK(distance(a.uppers(), b.uppers(), told.n) < close_enough);
    });
}

TEST_CASE("look_through: two holders add up where chains of each end at the other",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(open_companies);
        auto const w = told.matrix();
        auto const a = teller.vertex(told.n);
        auto const b = static_cast<std::uint32_t>((a + 1 + teller.below(told.n - 1)) % told.n);
        auto const both = look_through(w, vertex_list{a, b});
        auto const one = look_through(w, {&a, 1}, {.ultimate = {&b, 1}});
        auto const other = look_through(w, {&b, 1}, {.ultimate = {&a, 1}});
        for (std::uint32_t v = 0; v < told.n; ++v) {
            CHECK(both.lower(v) == Approx(one.lower(v) + other.lower(v)).margin(1e-12));
        }
    });
}

TEST_CASE("look_through: two holders add up if and only if neither owns some of the other",
          "[algorithm][property]")
{
    // Directly or through others: only then does no chain from one pass through the other.
    auto added_up = 0;
    for_each_stakes([&](stake_teller& teller) {
        auto const told = teller.draw({.companies = 6, .outsiders = 3, .density = 25});
        auto const w = told.matrix();
        auto const a = teller.vertex(told.n);
        auto const b = static_cast<std::uint32_t>((a + 1 + teller.below(told.n - 1)) % told.n);
        auto const both = look_through(w, vertex_list{a, b});
        auto const one = look_through(w, {&a, 1});
        auto const other = look_through(w, {&b, 1});
        auto add_up = true;
        for (std::uint32_t v = 0; v < told.n; ++v) {
            add_up = add_up && std::abs(both.lower(v) - one.lower(v) - other.lower(v)) < 1e-12;
        }
        CHECK(add_up == (one.lower(b) == 0.0 && other.lower(a) == 0.0));
        added_up += add_up ? 1 : 0;
    });
    CHECK(added_up > static_cast<int>(law_cases() / 4));
}
