// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "pair_chance.hpp"

#include "chance_by_year.hpp"

#include <capgraph/algorithm/bipartite_configuration_model.hpp>
#include <capgraph/algorithm/hypergeometric.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

/// Pairs of the same sizes that share as much are alike.
using pair_kind = std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>;

class hypergeometric_chance final : public pair_chance {
public:
    hypergeometric_chance(co_investment_groups const& all, significance_tail tail)
        : all_{&all}, tail_{tail}, tails_{num_populated(all)}
    {
    }

    chance of(std::uint32_t a, std::uint32_t b, std::uint64_t shared) override
    {
        auto const [few, many] =
            std::minmax({all_->memberships().size_of(a), all_->memberships().size_of(b)});
        auto const [at, is_new] = known_.try_emplace(pair_kind{few, many, shared});
        if (is_new) {
            auto const p = tail_ == significance_tail::upper ? tails_.log_upper(shared, many, few)
                                                             : tails_.log_lower(shared, many, few);
            at->second = {static_cast<double>(few) * static_cast<double>(many)
                              / static_cast<double>(tails_.population()),
                          p};
        }
        return at->second;
    }

private:
    co_investment_groups const* all_;
    significance_tail tail_;
    hypergeometric tails_;
    std::map<pair_kind, chance> known_;
};

std::vector<std::uint64_t> degrees_of(group_rows rows)
{
    std::vector<std::uint64_t> out(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        out[row] = rows.size_of(row);
    }
    return out;
}

class configuration_chance final : public pair_chance {
public:
    configuration_chance(co_investment_groups const& all,
                         co_investment_significance_options const& options, run_options const& run)
        : tail_{options.tail}, method_{options.method}, model_{solve_bipartite_configuration(
                                                            degrees_of(all.memberships()),
                                                            degrees_of(all.groups()), {}, run)}
    {
    }

    chance of(std::uint32_t a, std::uint32_t b, std::uint64_t shared) override
    {
        auto const [one, other] = std::minmax({model_.row_class(a), model_.row_class(b)});
        auto const [at, is_new] = known_.try_emplace(pair_kind{one, other, shared});
        if (is_new) {
            auto const& x = shared_by(one, other);
            at->second = {x.mean(), tail_ == significance_tail::upper
                                        ? x.log_upper(shared, method_)
                                        : x.log_lower(shared, method_)};
        }
        return at->second;
    }

private:
    poisson_binomial const& shared_by(std::uint32_t one, std::uint32_t other)
    {
        auto const at = sums_.find({one, other});
        if (at != sums_.end()) {
            return at->second;
        }
        std::vector<trial_class> trials;
        for (std::uint32_t c = 0; c < model_.column_classes().size(); ++c) {
            trials.push_back({model_.class_probability(one, c) * model_.class_probability(other, c),
                              model_.column_classes()[c].multiplicity});
        }
        return sums_.try_emplace({one, other}, trials).first->second;
    }

    significance_tail tail_;
    tail_method method_;
    bipartite_configuration_model model_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, poisson_binomial> sums_;
    std::map<pair_kind, chance> known_;
};

} // namespace

std::uint64_t num_populated(co_investment_groups const& all)
{
    std::uint64_t count = 0;
    for (std::size_t g = 0; g < all.num_groups(); ++g) {
        count += all.groups().size_of(g) != 0 ? 1U : 0U;
    }
    return count;
}

std::unique_ptr<pair_chance> make_pair_chance(co_investment_groups const& all,
                                              co_investment_significance_options const& options,
                                              run_options const& run)
{
    switch (options.null) {
    case significance_null::hypergeometric_by_year:
        return std::make_unique<chance_by_year>(all, options, run);
    case significance_null::configuration_model:
        return std::make_unique<configuration_chance>(all, options, run);
    case significance_null::hypergeometric:
        break;
    }
    return std::make_unique<hypergeometric_chance>(all, options.tail);
}

} // namespace capgraph::inline v0::detail
