// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/id.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>

#include <tuple>
#include <vector>

namespace capgraph::inline v0 {

/// That entities are one and the same. Ids are never rewritten, so that un-joining is exact.
struct same_as {
    field<std::vector<entity_id>> entities{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"ids", &same_as::entities}};
    }
    friend bool operator==(same_as const&, same_as const&) = default;
};

} // namespace capgraph::inline v0
