// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "subject.hpp"

#include <capgraph/core/id.hpp>

#include <string>

namespace capgraph::cli {

/// A statement in words: `round zhipu-2025: status closed, announced 2025-03`. Entities, rounds and
/// sources go by their ids.
[[nodiscard]] std::string statement_text(subject const& s, statement_id id);

/// Who said it, and when: ` (s2, Investors King, reported 2025-03, relaying Bloomberg)`; nothing
/// for a source, which speaks for itself.
[[nodiscard]] std::string provenance_text(subject const& s, statement_id id);

} // namespace capgraph::cli
