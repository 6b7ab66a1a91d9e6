// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/clustering_coefficient.hpp>

#include "algorithm/forward_rows.hpp"
#include "algorithm/simple_rows.hpp"
#include "algorithm/workers_within.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>

#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

// What one thread works with: the triangles it found so far at each rank. All are whole numbers, so
// that the sums are the same whoever found what.
class triangle_search {
public:
    // Bytes for each vertex.
    static constexpr std::uint64_t space =
        sizeof(std::uint8_t) + sizeof(std::uint32_t) + sizeof(std::uint64_t);

    triangle_search(csr_view forward, checkpoint const& check) : forward_{forward}, pace_{check}
    {
        auto const n = forward.num_vertices();
        is_near_.assign(n, 0);
        recent_.assign(n, 0);
        found_.assign(n, 0);
    }

    // The triangles whose vertex of lowest rank is u.
    void search(std::uint32_t u)
    {
        auto const near = forward_.row(u);
        if (near.size() < 2) {
            return;
        }
        make_room(near.size());
        for (auto const v : near) {
            is_near_[v] = 1;
        }
        std::uint64_t of_u = 0;
        for (auto const v : near) {
            auto const of_v = close(v);
            found_[v] += of_v;
            of_u += of_v;
        }
        found_[u] += of_u;
        for (auto const v : near) {
            is_near_[v] = 0;
        }
    }

    void add_to(std::vector<std::uint64_t>& counts)
    {
        settle();
        for (std::size_t v = 0; v < counts.size(); ++v) {
            counts[v] += found_[v];
        }
    }

private:
    // The triangles of the vertex at work, v and a third vertex of higher rank.
    std::uint64_t close(std::uint32_t v)
    {
        auto const row = forward_.row(v);
        pace_.steps(row.size() + 1);
        auto const* const is_near = is_near_.data();
        auto* const recent = recent_.data();
        std::uint32_t sum = 0;
        for (auto const w : row) {
            std::uint32_t const closes = is_near[w];
            recent[w] += closes;
            sum += closes;
        }
        return sum;
    }

    // 32 bits are faster to count in: a vertex gets at most `more` from the next search.
    void make_room(std::uint64_t more)
    {
        if (pending_ + more > std::numeric_limits<std::uint32_t>::max()) {
            settle();
        }
        pending_ += more;
    }

    void settle()
    {
        for (std::size_t v = 0; v < found_.size(); ++v) {
            found_[v] += std::exchange(recent_[v], 0);
        }
        pending_ = 0;
    }

    csr_view forward_;
    paced_poll pace_;
    std::vector<std::uint8_t> is_near_;
    std::vector<std::uint32_t> recent_; // triangles in which a vertex is the highest
    std::vector<std::uint64_t> found_;
    std::uint64_t pending_ = 0; // the most that any count of the recent ones can be
};

std::vector<std::uint64_t> counts_by_rank(csr_view forward, memory_budget& budget,
                                          checkpoint& check, run_options run)
{
    auto const n = forward.num_vertices();
    block_plan const plan{.items = n, .grain = 256};
    run.threads = workers_within(budget, plan, run, n * triangle_search::space);
    auto const scratch = budget.charge(run.threads, n * triangle_search::space);
    std::vector<std::optional<triangle_search>> searches(run.threads);
    parallel_for_blocks(plan, run, [&](work_block const& block) {
        auto& own = searches[block.worker];
        if (!own) {
            own.emplace(forward, check);
        }
        for (auto u = block.first; u < block.last; ++u) {
            own->search(static_cast<std::uint32_t>(u));
        }
        check.advance(block.last - block.first);
    });
    std::vector<std::uint64_t> counts(n, 0);
    for (auto& own : searches) {
        if (own) {
            own->add_to(counts);
        }
    }
    return counts;
}

// The triangles at each vertex, and the neighbours of each.
struct clustering {
    std::vector<std::uint64_t> triangles;
    std::vector<std::uint32_t> degrees;

    [[nodiscard]] double pairs(std::size_t v) const
    {
        auto const d = static_cast<double>(degrees[v]);
        return d * (d - 1.0) / 2.0;
    }
    [[nodiscard]] double coefficient(std::size_t v) const
    {
        return degrees[v] < 2 ? 0.0 : static_cast<double>(triangles[v]) / pairs(v);
    }
};

clustering find_triangles(csr_view g, run_options const& run, std::uint64_t held)
{
    auto const n = g.num_vertices();
    memory_budget budget{run.memory_budget};
    auto const held_charge = budget.charge(held);
    auto const results = budget.charge(n, 3 * sizeof(std::uint64_t) + sizeof(std::uint32_t));
    checkpoint check{run, "triangles", n};
    simple_rows const rows{g, budget, check};
    auto const forward_charge = budget.charge(forward_rows::space(rows.view()));
    auto const forward = make_forward_rows(rows.view(), check);
    auto const counts = counts_by_rank(forward.view(), budget, check, run);
    clustering result{std::vector<std::uint64_t>(n), std::vector<std::uint32_t>(n)};
    for (std::size_t rank = 0; rank < n; ++rank) {
        auto const v = forward.vertex_of_rank[rank];
        result.triangles[v] = counts[rank];
        result.degrees[v] = static_cast<std::uint32_t>(rows.view().degree(v));
    }
    check.finish();
    return result;
}

} // namespace

std::vector<std::uint64_t> triangle_counts(csr_view g, run_options const& run, std::uint64_t held)
{
    return find_triangles(g, run, held).triangles;
}

std::vector<double> clustering_coefficient(csr_view g, run_options const& run, std::uint64_t held)
{
    auto const found = find_triangles(g, run, held);
    std::vector<double> score(g.num_vertices());
    for (std::size_t v = 0; v < score.size(); ++v) {
        score[v] = found.coefficient(v);
    }
    return score;
}

std::optional<double> average_clustering(csr_view g, average_clustering_options const& options,
                                         run_options const& run, std::uint64_t held)
{
    auto const found = find_triangles(g, run, held);
    double sum = 0.0;
    std::uint64_t counted = 0;
    for (std::size_t v = 0; v < g.num_vertices(); ++v) {
        sum += found.coefficient(v);
        auto const counts =
            found.degrees[v] > 1 || options.fewer_than_two == low_degree::counts_as_zero;
        counted += counts ? 1U : 0U;
    }
    return counted == 0 ? std::nullopt : std::optional{sum / static_cast<double>(counted)};
}

std::optional<double> transitivity(csr_view g, run_options const& run, std::uint64_t held)
{
    auto const found = find_triangles(g, run, held);
    double closed = 0.0;
    double pairs = 0.0;
    for (std::size_t v = 0; v < g.num_vertices(); ++v) {
        closed += static_cast<double>(found.triangles[v]);
        pairs += found.pairs(v);
    }
    return pairs == 0.0 ? std::nullopt : std::optional{closed / pairs};
}

} // namespace capgraph::inline v0::detail
