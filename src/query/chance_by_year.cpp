// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "chance_by_year.hpp"

#include "../run/without_progress.hpp"

#include <capgraph/algorithm/hypergeometric.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto impossible = -std::numeric_limits<double>::infinity();

/// ln(e^a + e^b).
double log_add(double a, double b)
{
    auto const [less, more] = std::minmax({a, b});
    return less == impossible ? more : more + std::log1p(std::exp(less - more));
}

} // namespace

chance_by_year::chance_by_year(co_investment_groups const& all,
                               co_investment_significance_options const& options,
                               run_options const& run)
    : tail_{options.tail}, quiet_{without_progress(run)}, check_{quiet_, "pairs by year", 1}
{
    auto const& years = options.years;
    if (years.size() != all.num_groups()) {
        throw std::invalid_argument{"capgraph::significant_pairs: " + std::to_string(years.size())
                                    + " years, expected one for each of "
                                    + std::to_string(all.num_groups()) + " groups"};
    }
    auto distinct = years;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<std::uint32_t> number(years.size());
    groups_of_year_.resize(distinct.size());
    for (std::size_t g = 0; g < years.size(); ++g) {
        number[g] = static_cast<std::uint32_t>(
            std::lower_bound(distinct.begin(), distinct.end(), years[g]) - distinct.begin());
        groups_of_year_[number[g]] += all.groups().size_of(g) != 0 ? 1U : 0U;
    }
    offsets_.push_back(0);
    std::vector<std::uint32_t> of_member(distinct.size());
    for (std::size_t v = 0; v < all.members().size(); ++v) {
        for (auto const g : all.memberships().row(v)) {
            ++of_member[number[g]];
        }
        for (std::uint32_t year = 0; year < of_member.size(); ++year) {
            if (of_member[year] != 0) {
                counts_.push_back({year, of_member[year]});
                of_member[year] = 0;
            }
        }
        offsets_.push_back(counts_.size());
    }
}

chance chance_by_year::of(std::uint32_t a, std::uint32_t b, std::uint64_t shared)
{
    // The last place of the upper tail takes all that is more; that of the lower tail, nothing.
    auto const is_upper = tail_ == significance_tail::upper;
    auto const last = static_cast<std::size_t>(shared);
    log_sum_.assign(last + 1, impossible);
    log_sum_[0] = 0.0;
    auto expected = 0.0;
    auto j = offsets_[b];
    for (auto i = offsets_[a]; i < offsets_[a + 1U]; ++i) {
        while (j < offsets_[b + 1U] && counts_[j].year < counts_[i].year) {
            ++j;
        }
        if (j == offsets_[b + 1U] || counts_[j].year != counts_[i].year) {
            continue;
        }
        auto const [few, many] =
            std::minmax({std::uint64_t{counts_[i].count}, std::uint64_t{counts_[j].count}});
        hypergeometric const in_year{groups_of_year_[counts_[i].year]};
        expected += static_cast<double>(few) * static_cast<double>(many)
                    / static_cast<double>(in_year.population());
        next_.assign(last + 1, impossible);
        for (std::uint64_t k = 0; k <= few; ++k) {
            check_.poll();
            auto const log_p = in_year.log_probability(k, many, few);
            for (std::size_t sum = 0; sum <= last; ++sum) {
                auto const to = static_cast<std::size_t>(sum + k);
                if (to <= last || is_upper) {
                    auto& into = next_[std::min(to, last)];
                    into = log_add(into, log_sum_[sum] + log_p);
                }
            }
        }
        log_sum_.swap(next_);
    }
    if (is_upper) {
        return {expected, std::min(0.0, log_sum_[last])};
    }
    auto log_p = impossible;
    for (auto const each : log_sum_) {
        log_p = log_add(log_p, each);
    }
    return {expected, std::min(0.0, log_p)};
}

} // namespace capgraph::inline v0::detail
