// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "core/copy_few.hpp"

#include "support/catch2.hpp"

#include <cstddef>
#include <numeric>
#include <string>

using capgraph::detail::copy_few;

TEST_CASE("copy_few: copies as many bytes as it is told, and touches no others", "[core]")
{
    std::string from(200, '\0');
    std::iota(from.begin(), from.end(), '\x01');
    for (std::size_t size = 0; size <= 150; ++size) {
        CAPTURE(size);
        std::string to(200, '#');
        CHECK(copy_few(to.data() + 10, from.data() + 3, size) == to.data() + 10 + size);
        CHECK(to
              == std::string(10, '#') + from.substr(3, size) + std::string(200 - 10 - size, '#'));
    }
}
