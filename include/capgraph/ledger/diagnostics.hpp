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
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// How much a finding matters.
enum class severity : std::uint8_t {
    note,    ///< Something is missing, or unusual.
    warning, ///< Probably a mistake, or a contradiction among sources.
    error,   ///< Cannot be: what is said contradicts itself.
};

template <>
inline constexpr auto
    detail::words_of<severity> = std::to_array<std::string_view>({"note", "warning", "error"});

/// One thing that is looked for.
struct diagnostic_rule {
    std::string_view id{}; ///< Such as `shares-over-100`; it never changes its meaning.
    capgraph::severity severity = severity::note;
    std::string_view says{}; ///< What is the matter where the rule finds something.

    friend bool operator==(diagnostic_rule const&, diagnostic_rule const&) = default;
};

/// All rules, by id.
[[nodiscard]] CAPGRAPH_EXPORT std::span<diagnostic_rule const> diagnostic_rules() noexcept;

/// One thing that was found.
struct diagnostic {
    diagnostic_rule rule{};
    /// What it is about, by kind, then by slug or key.
    std::vector<record_id> records{};
    /// The statements that it rests on: those that decide the fields concerned, in their order in
    /// the ledger. Of a `conflict` the one that decides, then the one that yields.
    std::vector<statement_id> statements{};
    std::string found{};
    std::string expected{};

    friend bool operator==(diagnostic const&, diagnostic const&) = default;
};

/// What is let pass.
struct diagnose_options {
    /// How far "about" reaches.
    tolerance about{0.05};
    /// Two renderings of one sum in one currency may be this part apart: one is the other rounded.
    double rounding = 0.05;
    /// The rates that the renderings of one round imply, and rates of one day, may be this part
    /// apart.
    double rates_apart = 0.2;
    /// A declared indirect stake may be this far from what the chain gives: a printed percentage.
    double share_slack = 0.005;
    /// Control is unusual with less than this part and no special right.
    double tiny_share = 0.05;
};

/// What is wrong, doubtful or missing in what a view takes.
///
/// Errors come first, then warnings and notes; within a severity by rule, then by the slugs or keys
/// of the records. The order of the statements in the ledger plays no part but in contradictions
/// that nothing else decides. Entities that are said to be the same count as one. Deals of every
/// status are looked at, whatever the view's `min_status`.
///
/// Nothing is an error for the library: every query answers, or refuses, by its own contract. What
/// is found is true of the statements taken; that nothing is found proves nothing.
///
/// Complexity: O(n log n) in the statements; for each declared indirect stake at most a thousand
///   edges above it are followed.
/// Throws: `std::domain_error` for an option that is negative or not finite.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<diagnostic>
diagnose(view const& seen, diagnose_options const& options = {});

} // namespace capgraph::inline v0
