// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/pagerank.hpp>

#include "algorithm/arc_rows.hpp"
#include "algorithm/fixed_point.hpp"
#include "algorithm/proportions.hpp"
#include "algorithm/sliced_rows.hpp"
#include "graph/large_array.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto name = "capgraph::pagerank";

void check_options(pagerank_options const& options)
{
    check_tolerance(options.tolerance, name);
    if (!(options.damping >= 0.0 && options.damping < 1.0)) {
        throw std::invalid_argument{"capgraph::pagerank: a damping not in [0, 1)"};
    }
}

// The weights out of each vertex, in parts of the largest of them, so that their sum stays within
// double, whatever the unit.
struct walk {
    std::vector<double> sum;     // of those parts; 0 where no edge leads on
    std::vector<double> share;   // 1 over it, or 0
    std::vector<double> largest; // empty when unweighted
};

walk walk_along(csr_view out, checkpoint const& check)
{
    paced_poll pace{check};
    auto const n = out.num_vertices();
    walk result{std::vector<double>(n), std::vector<double>(n), {}};
    if (out.is_weighted()) {
        result.largest.assign(n, 0.0);
    }
    for (std::uint32_t v = 0; v < n; ++v) {
        pace.steps(out.degree(v) + 1);
        auto sum = static_cast<double>(out.degree(v));
        if (out.is_weighted() && out.degree(v) > 0) {
            auto const weights = out.weights_of(v);
            auto const largest = *std::max_element(weights.begin(), weights.end());
            sum = 0.0;
            for (auto const weight : weights) {
                sum += weight / largest;
            }
            result.largest[v] = largest;
        }
        result.sum[v] = sum;
        result.share[v] = sum > 0.0 ? 1.0 / sum : 0.0;
    }
    return result;
}

// Beside the rows of the arcs in.
std::vector<double> relative_weights(csr_view in, walk const& along, checkpoint const& check)
{
    std::vector<double> result;
    allot(result, in.weights.size(), [&] { check.poll(); });
    paced_poll pace{check};
    for (std::size_t k = 0; k < result.size(); ++k) {
        pace.step();
        result[k] = in.weights[k] / along.largest[in.targets[k]];
    }
    return result;
}

// How far each step goes beyond the plain one, from where the step before it began: Chebyshev's
// iteration for eigenvalues within [-radius, radius], from when plain steps come to do less than
// it.
class extrapolation {
public:
    // With a radius of 0 all steps are plain.
    explicit extrapolation(double radius)
        : square_{radius * radius}, rate_{radius / (1.0 + std::sqrt(1.0 - square_))}
    {
    }

    [[nodiscard]] double factor() const { return factor_; }
    [[nodiscard]] bool is_on() const { return factor_ != 1.0; }

    // The step just taken started from `residual`. Plain ones never come to do more later on.
    void advance(double residual)
    {
        if (!is_on()) {
            factor_ = residual > rate_ * last_ ? 1.0 / (1.0 - square_ / 2.0) : 1.0;
        } else {
            factor_ = 1.0 / (1.0 - square_ * factor_ / 4.0);
        }
        last_ = residual;
    }

private:
    double square_;
    double rate_; // at which it comes to do
    double factor_ = 1.0;
    double last_ = std::numeric_limits<double>::infinity();
};

// How far the residual may rise once steps go beyond the plain ones, before they are given up.
constexpr double most_rise = 8.0;

// Solves y = (1 - damping) restart + damping P y, P without a way on from where none leads, of
// which the scores are the proportions (Gleich 2015, section 5). P of an undirected graph is
// similar to a symmetric matrix: its eigenvalues are real. But similar it is by the roots of the
// strengths, and where these differ by many orders of magnitude what is small to one is large to
// the other.
class stationary {
public:
    stationary(sliced_rows const& in, direction kind, walk const& along,
               std::vector<double> const& restart, pagerank_options const& options,
               run_options const& run)
        : in_{in}, along_{along}, restart_{restart}, options_{options}, run_{run},
          beyond_{kind == direction::undirected ? options.damping : 0.0}, handed_(restart.size())
    {
        begin();
    }

    std::vector<double> operator()(checkpoint& check)
    {
        iterate(
            {options_.tolerance, options_.max_iterations}, check,
            [&] { return residual_ = step(); },
            [&] {
                least_ = std::min(least_, residual_);
                if (beyond_.is_on() && !(residual_ <= most_rise * least_)) {
                    beyond_ = extrapolation{0.0};
                    begin();
                } else {
                    std::swap(handed_, before_);
                    beyond_.advance(residual_);
                }
            });
        return scores();
    }

private:
    void begin()
    {
        std::transform(restart_.begin(), restart_.end(), along_.share.begin(), handed_.begin(),
                       std::multiplies{});
        before_ = handed_;
    }

    [[nodiscard]] double into(std::uint32_t v, double product) const
    {
        return (1.0 - options_.damping) * restart_[v] + options_.damping * product;
    }

    // Where no edge leads on, y need not be kept: nobody asks for it.
    [[nodiscard]] double at(std::uint32_t v, double into) const
    {
        return along_.sum[v] > 0.0 ? along_.sum[v] * handed_[v] : into;
    }

    double step()
    {
        auto const factor = beyond_.factor();
        auto const [off, drift, total] = in_.sweep<3>(
            handed_, run_, [&](std::uint32_t v, double product, std::array<double, 3>& sums) {
                auto const in = into(v, product);
                auto const here = at(v, in);
                before_[v] = factor * along_.share[v] * in + (1.0 - factor) * before_[v];
                sums[0] += std::abs(in - here);
                sums[1] += in - here;
                sums[2] += here;
            });
        // What drifts is, in the proportions, made up for by starting anew.
        auto const residual = off > 0.0 ? (off + std::abs(drift)) / total : off;
        return residual >= 0.0 || !beyond_.is_on() ? residual : std::numeric_limits<double>::max();
    }

    [[nodiscard]] std::vector<double> scores()
    {
        auto& result = before_;
        auto const total = in_.sweep<1>(
            handed_, run_, [&](std::uint32_t v, double product, std::array<double, 1>& sum) {
                result[v] = std::max(0.0, at(v, into(v, product)));
                sum[0] += result[v];
            })[0];
        for (auto& score : result) {
            score /= total;
        }
        return std::move(result);
    }

    sliced_rows const& in_;
    walk const& along_;
    std::vector<double> const& restart_;
    pagerank_options const& options_;
    run_options const& run_;
    extrapolation beyond_;
    std::vector<double> handed_; // y over the sum of the weights out
    std::vector<double> before_; // the same a step earlier
    double residual_ = 0.0;
    double least_ = std::numeric_limits<double>::infinity();
};

} // namespace

std::vector<double> pagerank(csr_view g, direction kind, pagerank_options const& options,
                             run_options const& run, std::uint64_t held)
{
    check_options(options);
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const n = g.num_vertices();
    auto const charge = budget.charge(6 * n + g.weights.size(), sizeof(double));
    checkpoint quick{run, "checking weights", 1};
    check_weights(g, allowed_weights::not_negative, name, quick);
    auto const restart = proportions(options.restart, n, 0, n, name);
    quick.poll();
    arc_rows const out{g, kind, counted_edges::out, budget, quick};
    arc_rows const in{g, kind, counted_edges::in, budget, quick};
    auto const along = walk_along(out.view(), quick);
    quick.finish();
    checkpoint check{run, "PageRank", residual_progress::units};
    auto const weights = relative_weights(in.view(), along, check);
    sliced_rows const rows{{in.view().offsets, in.view().targets, weights}, budget, check};
    return stationary{rows, kind, along, restart, options, run}(check);
}

} // namespace capgraph::inline v0::detail
