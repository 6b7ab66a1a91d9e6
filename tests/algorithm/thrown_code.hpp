// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>

#include <optional>

namespace capgraph::test {

/// The code of the error that `action` throws; nothing when it throws none.
template <class Action>
std::optional<error_code> thrown_code(Action action)
{
    try {
        static_cast<void>(action());
        return std::nullopt;
    } catch (error const& e) {
        return e.code();
    }
}

} // namespace capgraph::test
