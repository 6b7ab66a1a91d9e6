// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "vertex_marks.hpp"

#include <capgraph/graph/stake_matrix.hpp>

#include <cstdint>
#include <span>

namespace capgraph::inline v0::detail {

/// The companies about which no answer is defined where chains end at `holders` and at `ultimate`:
/// those over the whole, and those that wholly own each other, unless one of these owns a part.
/// Ascending, each once.
[[nodiscard]] charged_vertices undefined_in(stake_matrix const& w,
                                            std::span<std::uint32_t const> holders,
                                            std::span<std::uint32_t const> ultimate,
                                            checkpoint const& check, memory_budget& budget);

} // namespace capgraph::inline v0::detail
