// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/run/memory_budget.hpp>

#include <capgraph/core/error.hpp>

#include "support/catch2.hpp"

#include <string>
#include <thread>
#include <type_traits>
#include <utility>

using namespace capgraph;

static_assert(!std::is_copy_constructible_v<memory_budget>);
static_assert(!std::is_copy_constructible_v<memory_charge>);
static_assert(std::is_nothrow_move_constructible_v<memory_charge>);
static_assert(std::is_nothrow_move_assignable_v<memory_charge>);

TEST_CASE("memory_budget: a charge holds its bytes for as long as it lives", "[run][memory]")
{
    memory_budget budget{100};
    CHECK(budget.allowed() == 100);
    {
        auto const charge = budget.charge(60);
        CHECK(charge.bytes() == 60);
        CHECK(budget.used() == 60);
        CHECK(budget.left() == 40);
    }
    CHECK(budget.used() == 0);
}

TEST_CASE("memory_budget: the last byte can be had and not one more", "[run][memory]")
{
    memory_budget budget{100};
    CHECK_NOTHROW(budget.charge(100));
    CHECK_THROWS_AS(budget.charge(101), error);
    memory_budget none{0};
    CHECK_NOTHROW(none.charge(0));
    CHECK_THROWS_AS(none.charge(1), error);
}

TEST_CASE("memory_budget: a refusal names the bytes needed in all and allowed", "[run][memory]")
{
    memory_budget budget{100};
    auto const held = budget.charge(30);
    try {
        auto const charge = budget.charge(10, 8);
        FAIL("not refused: " << charge.bytes());
    } catch (error const& e) {
        CHECK(e.code() == error_code::over_budget);
        CHECK(e.found() == "110 bytes needed");
        CHECK(e.expected() == "at most 100 bytes");
    }
    CHECK(budget.used() == 30);
}

TEST_CASE("memory_budget: a count times a size beyond 64 bits is refused", "[run][memory]")
{
    memory_budget budget{unlimited_memory - 1};
    CHECK_THROWS_AS(budget.charge(std::uint64_t{1} << 61U, 8), error);
    auto const held = budget.charge(1);
    CHECK_THROWS_AS(budget.charge(unlimited_memory), error);
    CHECK(budget.used() == 1);
}

TEST_CASE("memory_budget: the default refuses nothing that 64 bits can count", "[run][memory]")
{
    memory_budget budget;
    CHECK_NOTHROW(budget.charge(unlimited_memory));
}

TEST_CASE("memory_charge: moving hands the bytes on", "[run][memory]")
{
    memory_budget budget{100};
    memory_charge outer;
    {
        auto inner = budget.charge(40);
        outer = std::move(inner);
        CHECK(budget.used() == 40);
    }
    CHECK(budget.used() == 40);
    outer = budget.charge(10);
    CHECK(budget.used() == 10);
    outer = memory_charge{};
    CHECK(budget.used() == 0);
}

TEST_CASE("memory_budget: threads that charge at once never pass it", "[run][memory]")
{
    memory_budget budget{10};
    auto const work = [&] {
        for (int round = 0; round < 1000; ++round) {
            try {
                auto const charge = budget.charge(4);
                if (budget.used() > 10) {
                    std::terminate();
                }
            } catch (error const&) {
                std::this_thread::yield();
            }
        }
    };
    {
        std::jthread const a{work};
        std::jthread const b{work};
        work();
    }
    CHECK(budget.used() == 0);
}
