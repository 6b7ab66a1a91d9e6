// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

#include "core/same_text.hpp"

#include "support/catch2.hpp"

#include <cstddef>
#include <string>

using namespace capgraph;

TEST_CASE("same_text: says what == says of texts that differ in no byte or in one", "[core]")
{
    for (std::size_t size = 0; size < 40; ++size) {
        CAPTURE(size);
        std::string const text =
            std::string{"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO"}.substr(0, size);
        CHECK(detail::same_text(text, std::string{text}));
        CHECK_FALSE(detail::same_text(text, text + 'x'));
        for (std::size_t at = 0; at < size; ++at) {
            CAPTURE(at);
            auto other = text;
            other[at] = '-';
            CHECK_FALSE(detail::same_text(text, other));
        }
    }
}
