// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/id.hpp>

// The ids of one kind are not those of another: none is given, taken, compared or computed with as
// the other.

using namespace capgraph;

constexpr bool is_known(entity_id id)
{
    return index_of(id) < 10;
}

constexpr entity_id entity{1};
constexpr record_id record{1};
constexpr statement_id statement{1};
static_assert(is_known(entity));
static_assert(entity == entity_id{1} && entity < entity_id{2});
static_assert(index_of(entity) + 1 == 2);

// case 1: could not convert|cannot convert|no matching function
#if CASE == 1
static_assert(is_known(record));
#endif

// case 2: no match for|invalid operands
#if CASE == 2
static_assert(record == statement);
#endif

// case 3: no match for|invalid operands
#if CASE == 3
static_assert(entity < record);
#endif

// case 4: no match for|invalid operands
#if CASE == 4
static_assert(entity == 1U);
#endif

// case 5: no match for|invalid operands
#if CASE == 5
constexpr auto next = entity + 1;
#endif

// case 6: could not convert|cannot convert|cannot initialize|no viable conversion
#if CASE == 6
constexpr unsigned number = entity;
#endif

// case 7: no matching function
#if CASE == 7
constexpr auto place = index_of(1U);
#endif
