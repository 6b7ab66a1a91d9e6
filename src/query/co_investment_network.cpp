// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investment_network.hpp>

#include "syndicates.hpp"

#include <capgraph/graph/packed_graph.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>

namespace capgraph::inline v0 {

namespace {

using detail::syndicates;

/// The groups that each investor is in: `syndicates` the other way round.
struct memberships {
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint32_t> groups;
};

memberships turned(syndicates const& s, std::size_t investors)
{
    memberships out;
    out.offsets.assign(investors + 1, 0);
    out.groups.resize(s.members.size());
    for (auto const investor : s.members) {
        ++out.offsets[investor + 1];
    }
    for (std::size_t i = 0; i < investors; ++i) {
        out.offsets[i + 1] += out.offsets[i];
    }
    auto place = out.offsets;
    for (std::size_t group = 0; group < s.size(); ++group) {
        for (auto k = s.offsets[group]; k < s.offsets[group + 1]; ++k) {
            out.groups[place[s.members[k]]++] = static_cast<std::uint32_t>(group);
        }
    }
    return out;
}

/// Counts, for one investor at a time, what it shares with each other (Gustavson 1978).
class row_counter {
public:
    row_counter(syndicates const& s, memberships const& m, std::size_t investors)
        : groups_{&s}, of_{&m}, shared_(investors, 0)
    {
    }

    /// Calls `take` once for each co-investor, in no order, with the number shared.
    template <class Take>
    void count(std::uint32_t investor, paced_poll& poll, Take&& take)
    {
        for (auto i = of_->offsets[investor]; i < of_->offsets[investor + 1]; ++i) {
            auto const group = of_->groups[i];
            for (auto k = groups_->offsets[group]; k < groups_->offsets[group + 1]; ++k) {
                poll.step();
                auto const other = groups_->members[k];
                if (other != investor && shared_[other]++ == 0) {
                    touched_.push_back(other);
                }
            }
        }
        for (auto const other : touched_) {
            take(other, shared_[other]);
            shared_[other] = 0;
        }
        touched_.clear();
    }

private:
    syndicates const* groups_;
    memberships const* of_;
    std::vector<std::uint64_t> shared_;
    std::vector<std::uint32_t> touched_;
};

constexpr std::uint64_t bytes_of_arc = sizeof(std::uint32_t) + sizeof(double);

/// Refuses what the largest group alone makes too much, before its pairs are counted one by one.
void refuse_early(syndicates const& s, memory_budget& budget)
{
    std::uint64_t largest = 0;
    for (std::size_t group = 0; group < s.size(); ++group) {
        largest = std::max(largest, s.offsets[group + 1] - s.offsets[group]);
    }
    auto const at_least = largest < 2 ? 0 : largest * (largest - 1); // below 2^64: 32-bit members
    (void)budget.charge(at_least, bytes_of_arc);
}

std::vector<std::uint64_t> row_offsets(row_counter& rows, std::size_t investors,
                                       run_options const& run)
{
    checkpoint check{run, "counting pairs", investors};
    paced_poll poll{check};
    std::vector<std::uint64_t> offsets(investors + 1, 0);
    for (std::uint32_t v = 0; v < investors; ++v) {
        std::uint64_t width = 0;
        rows.count(v, poll, [&](std::uint32_t, std::uint64_t) { ++width; });
        offsets[v + 1] = offsets[v] + width;
        check.advance();
    }
    check.finish();
    return offsets;
}

void fill_rows(packed_graph& graph, row_counter& rows, run_options const& run)
{
    auto const investors = graph.offsets.size() - 1;
    checkpoint check{run, "filling pairs", investors};
    paced_poll poll{check};
    std::vector<std::uint64_t> weight_of(investors, 0);
    for (std::uint32_t v = 0; v < investors; ++v) {
        auto next = graph.offsets[v];
        rows.count(v, poll, [&](std::uint32_t other, std::uint64_t shared) {
            graph.targets[next++] = other;
            weight_of[other] = shared;
        });
        auto* const row = graph.targets.data();
        std::sort(row + graph.offsets[v], row + graph.offsets[v + 1]);
        for (auto k = graph.offsets[v]; k < graph.offsets[v + 1]; ++k) {
            graph.weights[k] = static_cast<double>(weight_of[graph.targets[k]]);
        }
        check.advance();
    }
    check.finish();
}

} // namespace

std::uint64_t num_co_investment_pairs(network const& n, co_investment_options const& options,
                                      run_options const& run)
{
    auto const investors = n.investors().size();
    auto const groups = detail::syndicates_of(n, options.unit);
    auto const of = turned(groups, investors);
    row_counter rows{groups, of, investors};
    return row_offsets(rows, investors, run).back() / 2;
}

co_investment_network project_co_investment(network const& n, co_investment_options const& options,
                                            run_options const& run)
{
    auto const investors = n.investors().size();
    auto const groups = detail::syndicates_of(n, options.unit);
    auto const of = turned(groups, investors);
    row_counter rows{groups, of, investors};

    packed_graph graph;
    if (investors != 0) {
        memory_budget budget{run.memory_budget};
        refuse_early(groups, budget);
        graph.offsets = row_offsets(rows, investors, run);
        auto const arcs = graph.offsets.back();
        auto const charged = budget.charge(arcs, bytes_of_arc);
        graph.targets.resize(arcs);
        graph.weights.resize(arcs);
        fill_rows(graph, rows, run);
    }
    return {undirected_csr_graph::from_rows(std::move(graph)),
            {n.investors().begin(), n.investors().end()},
            options.unit};
}

} // namespace capgraph::inline v0
