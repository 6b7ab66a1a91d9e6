// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/algorithm/control.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/graph/voting_power.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace capgraph::inline v0 {

/// When a company is taken to belong to a set of listed persons.
struct set_rule {
    std::string_view name{};
    /// The part that makes it belong.
    double threshold = 0.5;
    /// Whether more than that is needed, or that much is enough.
    bool is_strict = false;
    /// Whether the parts of several of the listed add up.
    bool adds_up = true;
    /// Whether declared control makes it belong too.
    bool takes_control = false;
};

/// The 50 percent rule of the United States: half or more, added up.
/// Source: Office of Foreign Assets Control, revised guidance of 13 August 2014, FAQ 398 to 402.
inline constexpr set_rule ofac_rule{"ofac", 0.5, false, true, false};
/// The rule of the European Union: half or more, added up, or control.
/// Source: Council of the European Union, best practices, document 11623/24, 2024.
inline constexpr set_rule eu_rule{"eu", 0.5, false, true, true};
/// The rule of the United Kingdom: more than half, of each of the listed by itself, or control.
/// Source: Office of Financial Sanctions Implementation, general guidance, section 4.
inline constexpr set_rule uk_rule{"uk", 0.5, true, false, true};

/// What belongs to `listed` by `rule`: the least set that holds it, and with it each company of
/// which it holds the part that makes it belong.
///
/// Who belongs counts in full for what it holds: half of a half is enough. The listed themselves
/// are not in the answer. Where parts don't add up each of the listed grows a set of its own, and
/// the answer is all of them, in the order of `listed`.
///
/// `power` says who holds parts of what, of the capital rather than of votes. Its declarations
/// count where the rule takes control. Bounds, complexity and throws: as `control_of`.
[[nodiscard]] CAPGRAPH_EXPORT controlled_set belongs_to(voting_power const& power,
                                                        std::span<std::uint32_t const> listed,
                                                        set_rule const& rule,
                                                        run_options const& run = {});

} // namespace capgraph::inline v0
