// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/parts.hpp"

#include "support/catch2.hpp"

#include <limits>

using namespace capgraph;
using namespace capgraph::cli;

TEST_CASE("part_text: a part, or between what and what it lies", "[cli][parts]")
{
    CHECK(part_text({0.143, 0.143}) == "14.3 %");
    CHECK(part_text({0.0, 1.0}) == "0\u2013100 %");
    CHECK(part_text({2.5, 2.5}) == "250 %");
    CHECK(part_text({0.5, 2.5}) == "50 % to 250 %");
}

TEST_CASE("part_text: what nothing bounds is at least that, or any", "[cli][parts]")
{
    constexpr auto unlimited = std::numeric_limits<double>::infinity();
    CHECK(part_text({0.25, unlimited}) == "at least 25 %");
    CHECK(part_text({2.5, unlimited}) == "at least 250 %");
    CHECK(part_text({0.0, unlimited}) == "any part");
}
