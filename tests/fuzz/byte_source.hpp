// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

namespace capgraph::test {

/// Bytes one after another; zeros once there are none left.
class byte_source {
public:
    explicit byte_source(std::span<std::uint8_t const> bytes) : left_{bytes} {}

    [[nodiscard]] bool empty() const { return left_.empty(); }
    std::uint8_t next()
    {
        if (left_.empty()) {
            return 0;
        }
        auto const byte = left_.front();
        left_ = left_.subspan(1);
        return byte;
    }

private:
    std::span<std::uint8_t const> left_;
};

} // namespace capgraph::test
