// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/record.hpp>

namespace capgraph::inline v0::detail {

/// Makes plain what is left unsaid of the key of `record`: a holding is of equity and direct, a
/// valuation of an unspecified basis.
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
