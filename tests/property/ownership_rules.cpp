// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What holds of set rules, chains and ultimate owners whatever the stakes are within their bounds.

#include <capgraph/algorithm/set_rule.hpp>
#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/algorithm/weakest_link.hpp>

#include "oracle/dense_stakes.hpp"
#include "oracle/naive_control.hpp"
#include "property/stake_seeds.hpp"
#include "support/catch2.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

bool is_within(vertex_set const& few, vertex_set const& many)
{
    return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

/// Who belongs to the listed by the rule, by the definition of control, and the listed.
vertex_set belonging(stake_case const& told, vertex_list const& listed, set_rule const& rule,
                     std::vector<declared_control> const& declared)
{
    std::vector<vertex_list> groups{listed};
    if (!rule.adds_up) {
        groups.clear();
        for (auto const v : listed) {
            groups.push_back({v});
        }
    }
    auto out = set_of(listed);
    auto const counted = rule.takes_control ? declared : std::vector<declared_control>{};
    for (auto const& group : groups) {
        auto const found =
            controlled_by_definition(told, group, {rule.threshold, rule.is_strict, false}, counted);
        out.insert(found.begin(), found.end());
    }
    return out;
}

/// Adds the smallest stake of each chain from `at` on that passes nobody twice.
void add_weakest(real_matrix const& w, std::size_t at, long double so_far,
                 std::vector<bool>& is_passed, real_row& sums)
{
    is_passed[at] = true;
    for (std::size_t to = 0; to < w.size(); ++to) {
        if (!is_passed[to] && w[at][to] > 0.0L) {
            auto const weakest = std::min(so_far, w[at][to]);
            sums[to] += weakest;
            add_weakest(w, to, weakest, is_passed, sums);
        }
    }
    is_passed[at] = false;
}

} // namespace

TEST_CASE("belongs_to: who surely belongs does, and who does may, whatever the stakes are",
          "[algorithm][property][ownership]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw({.companies = 6, .outsiders = 2, .intervals = true});
        std::vector<declared_control> declared;
        while (teller.chance(50)) {
            declared.push_back({teller.vertex(told.n), teller.vertex(told.n), true});
        }
        vertex_list listed{teller.vertex(told.n)};
        while (teller.chance(40)) {
            listed.push_back(teller.vertex(told.n));
        }
        voting_power const power{told.matrix(), declared};
        for (auto const& rule : {ofac_rule, eu_rule, uk_rule}) {
            CAPTURE(rule.name);
            auto const found = belongs_to(power, listed, rule);
            auto possibly = set_of(found.possibly);
            possibly.insert(listed.begin(), listed.end());
            for (auto tries = 0; tries < 3; ++tries) {
                auto const actual = belonging(teller.complete(told), listed, rule, declared);
                REQUIRE(is_within(set_of(found.certainly), actual));
                REQUIRE(is_within(actual, possibly));
            }
        }
    });
}

TEST_CASE("weakest_link: encloses whatever the stakes are within their bounds",
          "[algorithm][property][ownership]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw({.companies = 6, .outsiders = 2, .intervals = true});
        auto const from = teller.vertex(told.n);
        auto const found = weakest_link(told.matrix(), from);
        for (auto tries = 0; tries < 3; ++tries) {
            auto const w = dense_of(teller.complete(told));
            real_row sums(told.n);
            std::vector<bool> is_passed(told.n);
            add_weakest(w, from, 1.0L, is_passed, sums);
            for (std::size_t v = 0; v < told.n; ++v) {
                REQUIRE(found.lower[v] <= sums[v] + 1e-9L);
                REQUIRE(sums[v] <= found.upper[v] + 1e-9L);
            }
        }
    });
}

TEST_CASE("ultimate_parts_of: ultimate owners and the unknown make up the whole, whatever is so",
          "[algorithm][property][ownership]")
{
    for_each_stakes([](stake_teller& teller) {
        auto const told = teller.draw({.companies = 3,
                                       .outsiders = 2,
                                       .density = 60,
                                       .outsiders_in = teller.chance(50),
                                       .is_whole = teller.chance(30),
                                       .intervals = teller.chance(80)});
        auto const w = told.matrix();
        auto const target = teller.vertex(3);
        vertex_list const ends{3, 4};
        if (!w.overfull().empty() || !w.closed().empty()) {
            return; // of those nothing is defined
        }
        auto const found = ultimate_parts_of(w, target, ends);
        for (auto tries = 0; tries < 6; ++tries) {
            auto const actual = dense_of(teller.complete(told));
            auto const a = look_through_by_definition(actual, {3}, {4});
            auto const b = look_through_by_definition(actual, {4}, {3});
            if (!a || !b) {
                continue;
            }
            auto const first = static_cast<double>((*a)[target]);
            auto const second = static_cast<double>((*b)[target]);
            auto const lies_in = [](part_bounds const& bounds, double x) {
                return bounds.lower <= x + 1e-9 && x <= bounds.upper + 1e-9;
            };
            REQUIRE(lies_in(found.parts[0], first));
            REQUIRE(lies_in(found.parts[1], second));
            REQUIRE(lies_in(found.unknown, 1.0 - first - second));
        }
    });
}
