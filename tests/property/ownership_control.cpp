// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of control and of set rules, on small random matrices with cycles.

#include <capgraph/algorithm/control.hpp>
#include <capgraph/algorithm/set_rule.hpp>

#include "oracle/naive_control.hpp"
#include "property/stake_seeds.hpp"

#include <array>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr stake_shape votes{.companies = 7, .outsiders = 2, .density = 35};

stake_shape unsure_votes()
{
    auto shape = votes;
    shape.intervals = true;
    return shape;
}

/// What is controlled, and the group with it.
vertex_set with_group(vertex_list controlled, vertex_list const& group)
{
    controlled.insert(controlled.end(), group.begin(), group.end());
    return set_of(controlled);
}

std::vector<declared_control> draw_declared(stake_teller& teller, std::size_t n)
{
    std::vector<declared_control> out;
    while (teller.chance(60)) {
        out.push_back({teller.vertex(n), teller.vertex(n), true});
    }
    return out;
}

control_rule draw_rule(stake_teller& teller)
{
    static constexpr std::array thresholds{0.1, 0.3, 0.5, 0.7};
    return {thresholds[teller.below(4)], teller.chance(50), teller.chance(50)};
}

control_options options_of(control_rule const& rule)
{
    control_options out;
    out.threshold = rule.threshold;
    out.is_strict = rule.is_strict;
    out.drops_treasury = rule.drops_treasury;
    return out;
}

vertex_list draw_group(stake_teller& teller, std::size_t n)
{
    vertex_list group{teller.vertex(n)};
    while (teller.chance(30)) {
        group.push_back(teller.vertex(n)); // now and then again
    }
    return group;
}

bool is_subset(vertex_set const& a, vertex_set const& b)
{
    return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

} // namespace

TEST_CASE("control_of: is the least fixpoint", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(votes);
        auto const rule = draw_rule(teller);
        auto const declared = draw_declared(teller, told.n);
        auto const group = draw_group(teller, told.n);
        auto const got = control_of(voting_power{told.matrix(), declared}, group, options_of(rule));
        CHECK(with_group(got.certainly, group)
              == controlled_by_definition(told, group, rule, declared));
        CHECK(got.possibly == got.certainly);
    });
}

TEST_CASE("control_of: is transitive", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure_votes());
        voting_power const power{told.matrix(), draw_declared(teller, told.n)};
        auto const group = draw_group(teller, told.n);
        auto const all = control_of(power, group);
        for (auto const v : all.certainly) {
            CHECK(is_subset(set_of(control_of(power, {&v, 1}).certainly),
                            with_group(all.certainly, group)));
        }
        for (auto const v : all.possibly) {
            CHECK(is_subset(set_of(control_of(power, {&v, 1}).possibly),
                            with_group(all.possibly, group)));
        }
    });
}

TEST_CASE("control_of: certain control holds and possible control bounds whatever the stakes are",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure_votes());
        auto const rule = draw_rule(teller);
        auto const group = draw_group(teller, told.n);
        auto const got = control_of(voting_power{told.matrix()}, group, options_of(rule));
        for (int i = 0; i < 5; ++i) {
            auto const actual = controlled_by_definition(teller.complete(told), group, rule);
            CHECK(is_subset(set_of(got.certainly), actual));
            CHECK(is_subset(actual, with_group(got.possibly, group)));
        }
    });
}

TEST_CASE("control_of: one choice of stakes makes all possible control actual",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure_votes());
        auto const rule = draw_rule(teller);
        auto const group = draw_group(teller, told.n);
        auto const got = control_of(voting_power{told.matrix()}, group, options_of(rule));
        auto const expected = possibly_by_definition(told, group, rule);
        CHECK(with_group(got.possibly, group) == expected.members);
        CHECK(controlled_by_definition(expected.told, group, rule) == expected.members);
    });
}

TEST_CASE("control_of: one choice of stakes leaves no more than certain control",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure_votes());
        auto const rule = draw_rule(teller);
        auto const group = draw_group(teller, told.n);
        auto const got = control_of(voting_power{told.matrix()}, group, options_of(rule));
        CHECK(with_group(got.certainly, group) == controlled_by_definition(told, group, rule));
    });
}

TEST_CASE("control_of: unknown owners may be the group whatever else is said",
          "[algorithm][property]")
{
    // All that nobody is said to hold becomes a stake of the group's that may be anything.
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure_votes());
        auto const rule = draw_rule(teller);
        auto const ends = vertex_list{7, 8};
        auto const group = vertex_list{7};
        auto open = told;
        for (std::size_t v = 0; v < 7; ++v) {
            open.stakes.push_back(held(7, v, 0.0, 1.0));
        }
        auto options = options_of(rule);
        options.ultimate = ends;
        auto const known = control_of(voting_power{open.matrix()}, group, options);
        options.unknown = unknown_owners::possible;
        auto const got = control_of(voting_power{told.matrix()}, group, options);
        CHECK(set_of(got.possibly) == set_of(known.possibly));
        CHECK(set_of(got.certainly) == set_of(known.certainly));
    });
}

TEST_CASE("control_of: a derivation rests at each step on the steps before",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure_votes());
        voting_power const power{told.matrix(), draw_declared(teller, told.n)};
        auto const group = draw_group(teller, told.n);
        auto const all = control_of(power, group).certainly;
        for (std::uint32_t target = 0; target < told.n; ++target) {
            auto const why = why_controlled(power, group, target);
            CHECK_FALSE(why.is_cut);
            CHECK(why.steps.empty() == (std::count(all.begin(), all.end(), target) == 0));
            auto before = set_of(group);
            for (auto const& step : why.steps) {
                CHECK((step.declared_by ? before.contains(*step.declared_by)
                                        : hold_enough(told, before, step.controlled, {})));
                for (auto const& v : step.votes) {
                    CHECK((step.declared_by || before.contains(v.holder)));
                }
                before.insert(step.controlled);
            }
            CHECK((why.steps.empty() || why.steps.back().controlled == target));
        }
    });
}

TEST_CASE("control_of: narrower stakes never make less certain nor more possible",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure_votes());
        auto const group = draw_group(teller, told.n);
        auto const actual = teller.complete(told);
        auto narrow = told;
        for (std::size_t i = 0; i < told.stakes.size(); ++i) {
            auto& s = narrow.stakes[i];
            auto const known = actual.stakes[i].lower;
            s.lower += teller.fraction() * (known - s.lower);
            s.upper -= teller.fraction() * (s.upper - known);
            s.lower = std::min(s.lower, known);
            s.upper = std::max(s.upper, known);
        }
        auto const wide = control_of(voting_power{told.matrix()}, group);
        auto const less = control_of(voting_power{narrow.matrix()}, group);
        CHECK(is_subset(set_of(wide.certainly), set_of(less.certainly)));
        CHECK(is_subset(set_of(less.possibly), set_of(wide.possibly)));
    });
}

TEST_CASE("control_of: a wholly owned shell put in between leaves all else",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(teller.chance(50) ? votes : unsure_votes());
        auto const group = draw_group(teller, told.n);
        auto with_shell = told;
        auto const shell = with_shell.add_vertex();
        auto& changed = with_shell.stakes[teller.below(told.stakes.size())];
        if (changed.owner == changed.owned) {
            return; // what a shell holds of its own owner is no treasury share any more
        }
        auto const owner = std::exchange(changed.owner, shell);
        with_shell.stakes.push_back(held(owner, shell, 1.0));
        auto const without = [&](vertex_list all) {
            std::erase(all, shell);
            return set_of(all);
        };
        voting_power const a{told.matrix()};
        voting_power const b{with_shell.matrix()};
        CHECK(without(control_of(b, group).certainly) == set_of(control_of(a, group).certainly));
        CHECK(without(control_of(b, group).possibly) == set_of(control_of(a, group).possibly));
        for (auto const& rule : {ofac_rule, eu_rule, uk_rule}) {
            CHECK(without(belongs_to(b, group, rule).certainly)
                  == set_of(belongs_to(a, group, rule).certainly));
            CHECK(without(belongs_to(b, group, rule).possibly)
                  == set_of(belongs_to(a, group, rule).possibly));
        }
    });
}

TEST_CASE("control_of: relabelling permutes", "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(unsure_votes());
        auto const names = teller.permutation(told.n);
        auto const named = [&](vertex_list all) {
            for (auto& v : all) {
                v = names[v];
            }
            return all;
        };
        auto const group = draw_group(teller, told.n);
        voting_power const a{told.matrix()};
        voting_power const b{relabelled(told, names).matrix()};
        auto const x = control_of(a, group);
        auto const y = control_of(b, named(group));
        CHECK(set_of(named(x.certainly)) == set_of(y.certainly));
        CHECK(set_of(named(x.possibly)) == set_of(y.possibly));
        auto const s = belongs_to(a, group, uk_rule);
        auto const t = belongs_to(b, named(group), uk_rule);
        CHECK(set_of(named(s.possibly)) == set_of(t.possibly));
    });
}

TEST_CASE("belongs_to: what belongs is what half of is held by those who belong",
          "[algorithm][property]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw(votes);
        auto const declared = draw_declared(teller, told.n);
        auto const listed = draw_group(teller, told.n);
        voting_power const power{told.matrix(), declared};
        CHECK(with_group(belongs_to(power, listed, ofac_rule).certainly, listed)
              == controlled_by_definition(told, listed, {0.5, false, false}));
        CHECK(with_group(belongs_to(power, listed, eu_rule).certainly, listed)
              == controlled_by_definition(told, listed, {0.5, false, false}, declared));
        vertex_set each = set_of(listed);
        for (auto const v : listed) {
            each.merge(controlled_by_definition(told, {v}, {0.5, true, false}, declared));
        }
        CHECK(with_group(belongs_to(power, listed, uk_rule).certainly, listed) == each);
    });
}
