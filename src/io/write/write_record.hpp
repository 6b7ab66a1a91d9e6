// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/statement.hpp>

#include <cstdint>
#include <string>

namespace capgraph::inline v0::detail {

/// Whether a record tells its kind: it need not in an array of its kind.
enum class kind_mark : std::uint8_t { none, type };

/// Appends one statement as a record: its fields, then who said them.
void write_record(std::string& out, ledger const& book, statement_id id, statement const& about,
                  kind_mark mark);

} // namespace capgraph::inline v0::detail
