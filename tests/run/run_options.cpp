// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/run/run_options.hpp>

#include "support/catch2.hpp"

#include <type_traits>

using namespace capgraph;

static_assert(std::is_aggregate_v<run_options>);
static_assert(std::is_aggregate_v<progress_report>);
static_assert(std::is_copy_constructible_v<run_options>);
static_assert(std::is_nothrow_move_constructible_v<run_options>);

TEST_CASE("run_options: left alone they forbid nothing and nobody listens", "[run][options]")
{
    run_options const run;
    CHECK_FALSE(run.stop.stop_possible());
    CHECK_FALSE(run.progress);
    CHECK(run.memory_budget == unlimited_memory);
    CHECK(run.threads == 0);
    CHECK(run.seed == 0);
}

TEST_CASE("run_options: one field is named and the others keep their defaults", "[run][options]")
{
    run_options const run{.threads = 3};
    CHECK(run.threads == 3);
    CHECK(run.memory_budget == unlimited_memory);
}
