// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/model/deal_status.hpp>

#include "support/catch2.hpp"

#include <array>
#include <cstddef>

using namespace capgraph;

namespace {

using enum deal_status;
constexpr std::array ladder{rumored, approached, in_talks, committed, closed};

} // namespace

TEST_CASE("has_reached: a deal has reached its own rung and all below", "[model][status]")
{
    for (std::size_t i = 0; i < ladder.size(); ++i) {
        for (std::size_t j = 0; j < ladder.size(); ++j) {
            CAPTURE(to_string(ladder.at(i)), to_string(ladder.at(j)));
            CHECK(has_reached(ladder.at(i), ladder.at(j)) == (j <= i));
        }
    }
}

TEST_CASE("has_reached: a withdrawn deal has come nowhere", "[model][status]")
{
    for (auto const least : ladder) {
        CAPTURE(to_string(least));
        CHECK_FALSE(has_reached(withdrawn, least));
    }
    CHECK_FALSE(has_reached(withdrawn, withdrawn));
}

TEST_CASE("has_reached: no deal is so far that it counts as withdrawn", "[model][status]")
{
    for (auto const status : ladder) {
        CAPTURE(to_string(status));
        CHECK_FALSE(has_reached(status, withdrawn));
    }
}
