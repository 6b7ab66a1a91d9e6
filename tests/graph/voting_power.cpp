// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/voting_power.hpp>

#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <concepts>
#include <stdexcept>
#include <type_traits>

using namespace capgraph;
using namespace capgraph::test;

static_assert(std::regular<declared_control>);
static_assert(!std::is_convertible_v<stake_matrix, voting_power>);

namespace {

using declarations = std::vector<declared_control>;

declarations list(std::span<declared_control const> all)
{
    return {all.begin(), all.end()};
}

} // namespace

TEST_CASE("voting_power: of nobody says nothing", "[graph][control]")
{
    voting_power const power;
    CHECK(power.votes().num_vertices() == 0);
    CHECK(power.declared().empty());
    CHECK(power.declared_by(0).empty());
}

TEST_CASE("voting_power: keeps the votes", "[graph][control]")
{
    voting_power const power{chain_of(2, 0.75).matrix()};
    CHECK(power.votes().least_of(1, 0) == 0.75);
    CHECK(power.declared_by(0).empty());
}

TEST_CASE("voting_power: declarations stand by owner then owned, the certain ones first",
          "[graph][control]")
{
    voting_power const power{stake_case{3, {}}.matrix(),
                             {{2, 0, false}, {0, 2, false}, {0, 1, true}, {2, 0, true}}};
    CHECK(list(power.declared())
          == declarations{{0, 1, true}, {0, 2, false}, {2, 0, true}, {2, 0, false}});
    CHECK(list(power.declared_by(0)) == declarations{{0, 1, true}, {0, 2, false}});
    CHECK(power.declared_by(1).empty());
    CHECK(list(power.declared_by(2)) == declarations{{2, 0, true}, {2, 0, false}});
}

TEST_CASE("voting_power: a declaration of or about no vertex is refused", "[graph][control]")
{
    auto const w = stake_case{2, {}}.matrix();
    CHECK_THROWS_AS((voting_power{w, {{2, 0, true}}}), std::out_of_range);
    CHECK_THROWS_AS((voting_power{w, {{0, 2, true}}}), std::out_of_range);
    CHECK_THROWS_AS((voting_power{stake_matrix{}, {{0, 0, true}}}), std::out_of_range);
}
