// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "invocation.hpp"
#include "json.hpp"
#include "subject.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/model/valuation.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace capgraph::cli {

/// A company, who backs it, and what it was last said to be worth.
struct company_row {
    entity_id company{};
    std::vector<entity_id> backers{};
    std::size_t rounds = 0;
    std::optional<valuation> worth{};
};

struct company_list {
    std::vector<company_row> rows; ///< As many as were asked for.
    std::size_t all = 0;
};

/// Whom anyone backs, values or finances, however far the deal has come: those with the most
/// backers that count first, ties by slug.
[[nodiscard]] company_list companies_of(subject const& s, invocation const& what);

/// `about USD 45bn, pre-money`, or `unknown`.
[[nodiscard]] std::string worth_text(std::optional<valuation> const& worth);

/// The row as the table `company` of `stats` has it.
[[nodiscard]] json_object to_json(subject const& s, company_row const& row);

} // namespace capgraph::cli
