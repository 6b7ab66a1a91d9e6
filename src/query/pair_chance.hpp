// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/query/co_investment_groups.hpp>
#include <capgraph/query/co_investment_significance.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <memory>

namespace capgraph::inline v0::detail {

/// What chance makes of two members.
struct chance {
    double expected = 0.0;
    double log_p = 0.0;
};

/// A null model: how likely it is that two members share so much, or more; or less.
class pair_chance {
public:
    pair_chance() = default;
    pair_chance(pair_chance const&) = delete;
    pair_chance& operator=(pair_chance const&) = delete;
    virtual ~pair_chance() = default;

    /// Remembers what it found of like pairs.
    [[nodiscard]] virtual chance of(std::uint32_t a, std::uint32_t b, std::uint64_t shared) = 0;
};

/// The groups with a member.
[[nodiscard]] std::uint64_t num_populated(co_investment_groups const& all);

/// `all` and `options` must outlive it. Throws: as `significant_pairs`.
[[nodiscard]] std::unique_ptr<pair_chance>
make_pair_chance(co_investment_groups const& all, co_investment_significance_options const& options,
                 run_options const& run);

} // namespace capgraph::inline v0::detail
