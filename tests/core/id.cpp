// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/id.hpp>

#include "support/catch2.hpp"

#include <limits>
#include <unordered_set>

using namespace capgraph;

TEMPLATE_TEST_CASE("index_of: an id is its place", "[core][id]", entity_id, record_id, statement_id)
{
    CHECK(index_of(TestType{0}) == 0);
    CHECK(index_of(TestType{1}) == 1);
    CHECK(index_of(TestType{std::numeric_limits<std::uint32_t>::max()}) == 4'294'967'295U);
}

TEMPLATE_TEST_CASE("ids: are compared, ordered and hashed by place", "[core][id]", entity_id,
                   record_id, statement_id)
{
    CHECK(TestType{3} == TestType{3});
    CHECK(TestType{3} != TestType{4});
    CHECK(TestType{3} < TestType{4});
    CHECK(std::unordered_set<TestType>{TestType{3}, TestType{3}, TestType{4}}.size() == 2);
}
