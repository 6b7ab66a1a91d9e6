// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/record.hpp>

namespace capgraph::inline v0::detail {

// What a key says where a statement says nothing of it.
inline constexpr auto unsaid_valuation_basis = valuation_basis::unspecified;
inline constexpr auto unsaid_holding_basis = holding_basis::equity;
inline constexpr bool unsaid_indirect = false;

/// Makes plain what is left unsaid of the key of `record`.
///
/// `plain_record_reader` does without: what is asked here, it asks too, or takes no such record.
///
/// Throws: `error` with `missing_field`, `bad_value` or `inconsistent_record` for what no such
/// record can be.
void complete(source_record& record);
void complete(entity& record);
void complete(funding_round& record);
void complete(participation& record);
void complete(valuation& record);
void complete(holding& record);
void complete(relation& record);
void complete(absence& record);
void complete(rate& record);
void complete(same_as& record);
void complete(retraction& record);

} // namespace capgraph::inline v0::detail
