// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "diagnosis.hpp"

#include <map>
#include <string_view>
#include <tuple>
#include <vector>

namespace capgraph::inline v0::detail {

using holding_list = std::vector<known<holding> const*>;

/// What stakes are parts of: an entity, by who stands for it, on one basis, in one class.
using share_class = std::tuple<entity_id, holding_basis, std::string_view>;

/// The direct stakes, by what they are parts of.
[[nodiscard]] std::map<share_class, holding_list> share_classes(diagnosis const& d);

/// Of each owner its largest stake, where it is more than nothing: what an owner holds under two
/// names may have been told twice.
[[nodiscard]] holding_list one_of_each_owner(diagnosis const& d, holding_list const& all);

} // namespace capgraph::inline v0::detail
