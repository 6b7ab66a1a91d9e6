// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/distance_sums.hpp"

#include "algorithm/batch_search.hpp"
#include "algorithm/inverse_sum.hpp"
#include "algorithm/search_rows.hpp"
#include "algorithm/workers_within.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace capgraph::inline v0::detail {

namespace {

struct add_distances {
    using sum = distance_sum;
    std::vector<sum>& sums;

    [[gnu::always_inline]] inline void operator()(std::uint32_t v, std::uint32_t found,
                                                  std::uint64_t distance)
    {
        sums[v].total += found * distance;
        sums[v].reached += found;
        sums[v].odd += distance % 2 == 1 ? found : 0;
    }
    static void merge(sum& into, sum const& from)
    {
        into.total += from.total;
        into.reached += from.reached;
        into.odd += from.odd;
    }
};

struct add_inverses {
    using sum = inverse_sum;
    std::vector<sum>& sums;
    std::uint64_t distance_at_hand = 0;
    wide_unsigned inverse = 0;

    [[gnu::always_inline]] inline void operator()(std::uint32_t v, std::uint32_t found,
                                                  std::uint64_t distance)
    {
        if (distance != distance_at_hand) { // they come level by level
            distance_at_hand = distance;
            inverse = inverse_sum::of(distance);
        }
        sums[v].add_units(found, inverse);
    }
    static void merge(sum& into, sum const& from) { into.add(from); }
};

// One batch of searches.
template <class Bits, class Add>
using search_function = void (*)(batch_search<Bits>&, std::uint32_t, std::uint32_t, Add&);

template <class Bits, class Add>
void search_anywhere(batch_search<Bits>& search, std::uint32_t first, std::uint32_t last, Add& add)
{
    search(first, last, add);
}

// The answer is the same; it comes sooner.
#if defined(__x86_64__)
template <class Bits, class Add>
[[gnu::target("avx2,popcnt")]] void
search_with_avx2(batch_search<Bits>& search, std::uint32_t first, std::uint32_t last, Add& add)
{
    search(first, last, add);
}
#endif

// What one thread works with.
template <class Bits, class Add>
struct searcher {
    static constexpr std::uint64_t space = batch_search<Bits>::space + sizeof(typename Add::sum);

    searcher(search_rows const& rows, checkpoint const& check)
        : search{rows, check}, sums(rows.num_vertices())
    {
    }

    batch_search<Bits> search;
    std::vector<typename Add::sum> sums;
};

template <class Bits, class Add>
std::vector<typename Add::sum> sums_by_batches(search_function<Bits, Add> search,
                                               search_rows const& rows, memory_budget& budget,
                                               checkpoint& check, run_options run)
{
    using searcher_type = searcher<Bits, Add>;
    auto const width = Bits::width;
    auto const n = static_cast<std::uint32_t>(rows.num_vertices());
    block_plan const plan{.items = n, .grain = width};
    run.threads = workers_within(budget, plan, run, searcher_type::space * n);
    auto const charge = budget.charge(run.threads, searcher_type::space * n);
    std::vector<std::optional<searcher_type>> searchers(run.threads);
    parallel_for_blocks(plan, run, [&](work_block const& block) {
        auto& own = searchers[block.worker];
        if (!own) {
            own.emplace(rows, check);
        }
        Add add{own->sums};
        search(own->search, static_cast<std::uint32_t>(block.first),
               static_cast<std::uint32_t>(block.last), add);
        check.advance(block.last - block.first);
    });
    std::vector<typename Add::sum> result(n);
    for (auto const& own : searchers) {
        for (std::size_t v = 0; own && v < n; ++v) {
            Add::merge(result[rows.old_number(static_cast<std::uint32_t>(v))], own->sums[v]);
        }
    }
    return result;
}

// As wide as the processor and the memory allow.
template <class Add>
std::vector<typename Add::sum> sums_by_best(search_rows const& rows, memory_budget& budget,
                                            checkpoint& check, run_options const& run)
{
    using narrow = vertex_bits<1, 1>;
    using plain = vertex_bits<2, 4>;
    if (budget.left() / rows.num_vertices() < searcher<plain, Add>::space) {
        return sums_by_batches<narrow, Add>(&search_anywhere, rows, budget, check, run);
    }
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0) {
        using bits = vertex_bits<4, 2>; // 8 words at once, with AVX-512, take as long
        return sums_by_batches<bits, Add>(&search_with_avx2, rows, budget, check, run);
    }
#endif
    return sums_by_batches<plain, Add>(&search_anywhere, rows, budget, check, run);
}

template <class Add>
std::vector<typename Add::sum> sums_of(csr_view g, distance_question const& question,
                                       memory_budget& budget, run_options const& run)
{
    auto const n = g.num_vertices();
    checkpoint check{run, question.phase, n};
    auto const charge = budget.charge(n, sizeof(typename Add::sum));
    search_rows const rows{g, question.kind, question.edges, budget, check};
    std::vector<typename Add::sum> result;
    if (n > 0) {
        result = sums_by_best<Add>(rows, budget, check, run);
    }
    check.finish();
    return result;
}

} // namespace

std::vector<distance_sum> distance_sums(csr_view g, distance_question const& question,
                                        memory_budget& budget, run_options const& run)
{
    return sums_of<add_distances>(g, question, budget, run);
}

std::vector<double> inverse_distance_sums(csr_view g, distance_question const& question,
                                          memory_budget& budget, run_options const& run)
{
    auto const sums = sums_of<add_inverses>(g, question, budget, run);
    std::vector<double> result(sums.size());
    std::transform(sums.begin(), sums.end(), result.begin(),
                   [](inverse_sum const& sum) { return sum.value(); });
    return result;
}

} // namespace capgraph::inline v0::detail
