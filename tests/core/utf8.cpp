// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

#include "core/utf8.hpp"

#include "support/catch2.hpp"

#include <cstddef>
#include <string>
#include <string_view>

using namespace capgraph;

TEST_CASE("is_all_ascii: a high byte anywhere says no, and one behind the end says nothing",
          "[core]")
{
    for (std::size_t size = 0; size < 40; ++size) {
        CAPTURE(size);
        auto const text = std::string(size, '\x7f');
        CHECK(detail::is_all_ascii(text));
        auto const longer = text + '\x80';
        CHECK(detail::is_all_ascii(std::string_view{longer}.substr(0, size)));
        for (std::size_t at = 0; at < size; ++at) {
            CAPTURE(at);
            auto other = text;
            other[at] = '\x80';
            CHECK_FALSE(detail::is_all_ascii(other));
        }
    }
}
