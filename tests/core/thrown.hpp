// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>

#include <optional>

namespace capgraph::test {

/// The code of the `error` that `call` throws, if it throws one.
template <class Call>
[[nodiscard]] std::optional<error_code> code_thrown_by(Call call)
{
    try {
        static_cast<void>(call());
    } catch (error const& e) {
        return e.code();
    }
    return std::nullopt;
}

} // namespace capgraph::test
