// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/amount.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// Why one of two statements that contradict each other decides.
enum class conflict_rule : std::uint8_t {
    later_as_of,       ///< It speaks of the later moment.
    later_reported_on, ///< Of one moment, it was reported later.
    position,          ///< Of one moment and one report day, it stands later in the ledger.
    closed_stays,      ///< It says "closed", which yields only to a withdrawal or a denial.
    stronger_tie_stays ///< It tells the stronger tie to a state.
};

template <>
inline constexpr auto detail::words_of<conflict_rule> = std::to_array<std::string_view>(
    {"later_as_of", "later_reported_on", "position", "closed_stays", "stronger_tie_stays"});

/// Two statements that cannot both be right about one field of one record.
struct conflict {
    record_id record{};
    /// The word of the data format, such as `status`. Lives as long as the program.
    std::string_view field{};
    statement_id decides{};
    statement_id yields{};
    conflict_rule rule = conflict_rule::position;

    friend bool operator==(conflict const&, conflict const&) = default;
};

struct conflict_options {
    /// How far "about" reaches: about 45bn and 46bn may be the same sum.
    tolerance about{0.05};
};

/// The contradictions among the statements that the view takes: by record, then in the order of
/// the record's fields, then in that of the statements' weight.
///
/// Each word is held against the one that stood until then. Two words contradict each other when
/// they speak of overlapping days (`as_of`) and cannot both be true: sums, stakes and counts whose
/// bounds are apart, dates without a common day, other values that differ. What is said less
/// exactly contradicts nothing, nor does what is undisclosed, taken back (`null`), denied, or said
/// of a later day: that is a revision. Yet a lower status behind "closed", and a weaker tie to a
/// state behind a stronger, contradict it whatever their days. Lists that grow (aliases,
/// identifiers, rights) and a source's own words (`status_as_stated`) have no contradictions.
///
/// Complexity: O(n log n) in the statements.
/// Throws: `std::domain_error` for a tolerance that is negative or not finite.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<conflict>
conflicts_in(view const& seen, conflict_options const& options = {});

} // namespace capgraph::inline v0
