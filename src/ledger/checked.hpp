// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/record.hpp>

namespace capgraph::inline v0::detail {

/// `record` with what is left unsaid of its key made plain: a holding is of equity and direct, a
/// valuation of an unspecified basis.
///
/// Throws: `error` with `missing_field` or `inconsistent_record` for what no such record can be.
[[nodiscard]] source_record checked(source_record record);
[[nodiscard]] entity checked(entity record);
[[nodiscard]] funding_round checked(funding_round record);
[[nodiscard]] participation checked(participation record);
[[nodiscard]] valuation checked(valuation record);
[[nodiscard]] holding checked(holding record);
[[nodiscard]] relation checked(relation record);
[[nodiscard]] absence checked(absence record);
[[nodiscard]] rate checked(rate record);
[[nodiscard]] same_as checked(same_as record);
[[nodiscard]] retraction checked(retraction record);

} // namespace capgraph::inline v0::detail
