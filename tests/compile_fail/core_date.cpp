// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/core/date.hpp>

// A date is read by name, and being partial it has no order but those that are named.

using namespace capgraph;

date const day = parse_date("2026-05-28");
date const year{2026};
bool const before = is_before(day, year);

// case 1: conversion from|could not convert|no viable conversion
#if CASE == 1
date const text = "2026-05-28";
#endif

// case 2: invalid conversion|no match
#if CASE == 2
date const text{"2026-05-28"};
#endif

// case 3: conversion from|could not convert|no viable conversion
#if CASE == 3
date const number = 2026;
#endif

// case 4: no match for|invalid operands
#if CASE == 4
bool const ordered = day < year;
#endif

// case 5: no match for|invalid operands
#if CASE == 5
auto const next = day + 1;
#endif
