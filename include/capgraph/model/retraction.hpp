// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>

#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

/// That an earlier statement, named by its id, is taken back.
struct retraction {
    field<std::string_view> retracted{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"statement", &retraction::retracted}};
    }
    friend bool operator==(retraction const&, retraction const&) = default;
};

} // namespace capgraph::inline v0
