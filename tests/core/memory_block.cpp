// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "core/memory_block.hpp"

#include "support/catch2.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>

using namespace capgraph::detail;

TEST_CASE("make_memory_block: large blocks begin where a huge page does", "[core]")
{
    for (std::size_t const bytes : {std::size_t{1}, std::size_t{100}, huge_page_bytes - 1,
                                    huge_page_bytes, 3 * huge_page_bytes + 5}) {
        CAPTURE(bytes);
        auto const block = make_memory_block(bytes);
        block[0] = std::byte{1};
        block[bytes - 1] = std::byte{2};
        auto const address = reinterpret_cast<std::uintptr_t>(block.get());
        CHECK(address % (bytes < huge_page_bytes ? alignof(std::max_align_t) : huge_page_bytes)
              == 0);
    }
}

TEST_CASE("next_block_bytes: there is room for what is needed, and little more than half again",
          "[core]")
{
    constexpr auto huge = huge_page_bytes;
    CHECK(next_block_bytes(0, 128) == 128);
    CHECK(next_block_bytes(1000, 128) == 500);
    CHECK(next_block_bytes(1000, 700) == 700);
    CHECK(next_block_bytes(4 * huge, 1) == 2 * huge);
    CHECK(next_block_bytes(3 * huge, 1) == 2 * huge); // whole pages
    CHECK(next_block_bytes(1000 * huge, 1) == 8 * huge);
    CHECK(next_block_bytes(0, 20 * huge + 1) == 21 * huge);
}
