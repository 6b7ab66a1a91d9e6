// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/part_bounds.hpp>

#include "support/catch2.hpp"

#include <concepts>

using namespace capgraph;

static_assert(std::regular<part_bounds>);

TEST_CASE("part_bounds: are the same where both ends are", "[core][bounds]")
{
    CHECK(part_bounds{} == part_bounds{0.0, 0.0});
    CHECK(part_bounds{0.25, 0.5} == part_bounds{.lower = 0.25, .upper = 0.5});
    CHECK_FALSE(part_bounds{0.25, 0.5} == part_bounds{0.25, 0.75});
    CHECK_FALSE(part_bounds{0.25, 0.5} == part_bounds{0.5, 0.5});
}
