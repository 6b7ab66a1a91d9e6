// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/amount.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>

// Money adds to money alone, says its currency, and is ordered by a function that can refuse.

using namespace capgraph;

money const sum{100, currency{"CNY"}};
auto const twice = sum + sum;
bool const less = is_less(sum, twice);
amount const said{about(sum)};

// case 1: no match for|invalid operands
#if CASE == 1
auto const mixed = sum + share{0.5};
#endif

// case 2: no match for|invalid operands
#if CASE == 2
auto const mixed = sum + 100;
#endif

// case 3: no match for|invalid operands
#if CASE == 3
bool const ordered = sum < twice;
#endif

// case 4: conversion from|could not convert|no viable conversion
#if CASE == 4
money const of_no_currency = 100;
#endif

// case 5: conversion from|could not convert|no viable conversion
#if CASE == 5
currency const unit = "CNY";
#endif

// case 6: no match for|invalid operands
#if CASE == 6
auto const half = sum * 0.5;
#endif

// case 7: no match for|invalid operands
#if CASE == 7
auto const renderings_added = said + said;
#endif

// case 8: no matching function
#if CASE == 8
auto const range = between(sum, share{0.5});
#endif
