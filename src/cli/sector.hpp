// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "subject.hpp"

#include <string_view>

namespace capgraph::cli {

/// Nothing, where some entity is known to be of that sector, or none is asked for.
/// Throws: `bad_usage` where there is no such sector, naming the nearest; `error` with
///   `not_known_at` where nobody was known to be of it then.
void require_sector(subject const& s, std::string_view sector);

} // namespace capgraph::cli
