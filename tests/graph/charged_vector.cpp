// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "graph/charged_vector.hpp"

#include <capgraph/core/error.hpp>

#include "support/catch2.hpp"

#include <utility>

using namespace capgraph;
using detail::charged_vector;

TEST_CASE("charged_vector: holds its bytes of the budget for as long as it has them",
          "[graph][memory]")
{
    memory_budget budget{1000};
    {
        charged_vector<double> a{budget, 100};
        CHECK(budget.used() == 800);
        CHECK(a.size() == 100);
        CHECK(a[99] == 0.0);
        auto b = std::move(a);
        CHECK(budget.used() == 800);
        CHECK(std::move(b).take().size() == 100); // the caller's
        CHECK(budget.used() == 0);
        charged_vector<bool> bits{budget, 800};
        CHECK(budget.used() == 108);
    }
    CHECK(budget.used() == 0);
}

TEST_CASE("charged_vector: what it may not have leaves it as it was", "[graph][memory]")
{
    memory_budget budget{300};
    charged_vector<std::uint64_t> a{budget};
    for (std::uint64_t i = 0; i < 16; ++i) {
        a.push_back(i);
    }
    CHECK(budget.used() == 128);
    CHECK_THROWS_AS(a.push_back(16), error); // 128 while 256 are being filled
    CHECK(a.size() == 16);
    CHECK(a.back() == 15);
    CHECK(budget.used() == 128);
    CHECK_THROWS_AS((charged_vector<double>{budget, 1000}), error);
}
