// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/bounded.hpp>
#include <capgraph/core/share.hpp>

// A share is no number: it is made and read by name, and checked when it is made.

using namespace capgraph;

constexpr share half{0.5};
constexpr double fraction = half.fraction();
constexpr share quarter = half * half;
constexpr bounded<share> bounds = make_bounded(quarter, half, share{1.0});

// case 1: conversion from|could not convert|no viable conversion
#if CASE == 1
constexpr share implicit = 0.5;
#endif

// case 2: cannot convert|no viable conversion
#if CASE == 2
constexpr double number = half;
#endif

// case 3: no match for|invalid operands
#if CASE == 3
constexpr share whole = half + half;
#endif

// case 4: no match for|invalid operands
#if CASE == 4
static_assert(half == 0.5);
#endif

// case 5: no matching function
#if CASE == 5
constexpr auto mixed = make_bounded(quarter, 0.5, share{1.0});
#endif

// case 6: domain_error|must be initialized by a constant expression
#if CASE == 6
constexpr share too_much{1.2};
#endif
