// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/projection.hpp>

#include <capgraph/algorithm/projection_estimate.hpp>

#include "graph/large_array.hpp"
#include "later_members.hpp"
#include "ordered_bits.hpp"
#include "pair_counter.hpp"
#include "row_adder.hpp"
#include "strung_tails.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>
#include <capgraph/run/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

namespace {

using detail::later_members;

void check_groups(std::size_t member_count, group_rows groups, projection_options const& options)
{
    auto const& offsets = groups.offsets;
    auto const is_sound = offsets.empty() ? groups.members.empty()
                                          : offsets.front() == 0
                                                && std::is_sorted(offsets.begin(), offsets.end())
                                                && offsets.back() == groups.members.size();
    if (!is_sound) {
        throw std::invalid_argument{
            "capgraph::projection: offsets that don't ascend from 0 to the number of members"};
    }
    if (!options.group_weights.empty() && options.group_weights.size() != groups.size()) {
        throw std::invalid_argument{"capgraph::projection: "
                                    + std::to_string(options.group_weights.size())
                                    + " group weights, expected " + std::to_string(groups.size())};
    }
    auto const is_weight = [](double w) { return w > 0.0 && std::isfinite(w); };
    if (!std::all_of(options.group_weights.begin(), options.group_weights.end(), is_weight)) {
        throw std::invalid_argument{
            "capgraph::projection: a group weight that is no finite number above 0"};
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto const row = groups.row(g);
        if (std::adjacent_find(row.begin(), row.end(), std::greater_equal<>{}) != row.end()) {
            throw std::invalid_argument{"capgraph::projection: group " + std::to_string(g)
                                        + " is not ascending"};
        }
        if (!row.empty() && row.back() >= member_count) {
            throw std::out_of_range{"capgraph::projection: member " + std::to_string(row.back())
                                    + " of " + std::to_string(member_count)};
        }
    }
}

/// What is set aside before any pair is found: as much as the index, the layout of the rows and the
/// scratch memory of one thread take.
constexpr std::uint64_t bytes_of_member = 36;
constexpr std::uint64_t bytes_of_member_in_block = sizeof(std::uint32_t);
constexpr std::uint64_t bytes_of_participation = 16;
constexpr std::uint64_t bytes_of_group = 4;
constexpr std::uint64_t bytes_of_arc = sizeof(std::uint32_t) + sizeof(double);
/// What each further thread takes.
constexpr std::uint64_t scratch_of_member = 13;

std::uint64_t index_bytes(std::size_t member_count, group_rows groups) noexcept
{
    auto const blocks = detail::projection_blocks(member_count, groups);
    return member_count * (bytes_of_member + blocks * bytes_of_member_in_block)
           + groups.members.size() * bytes_of_participation + groups.size() * bytes_of_group;
}

/// How many threads may work: fewer than asked for where the budget has no room for their scratch
/// memory, so that no call is refused for its threads.
unsigned threads_within(later_members const& later, memory_budget const& budget,
                        run_options const& run)
{
    auto const further = budget.left() / (scratch_of_member * later.members());
    auto const wanted = worker_count({.items = later.blocks()}, run);
    return static_cast<unsigned>(std::min<std::uint64_t>(wanted, further + 1));
}

/// So many members are told as done at once, as the threads share the count.
constexpr std::uint32_t pace = 64;

/// Calls `body(block, v, scratch, poll)` for each member `v`, those of a block in order and in one
/// thread, which has scratch memory of its own.
template <class Scratch, class MakeScratch, class Body>
void for_each_member(later_members const& later, memory_budget& budget, run_options const& run,
                     checkpoint& check, MakeScratch make, Body body)
{
    auto const threads = threads_within(later, budget, run);
    auto const charged = budget.charge(threads - 1, scratch_of_member * later.members());
    std::vector<std::optional<Scratch>> scratch(threads);
    run_options const workers{.stop = run.stop, .threads = threads};
    parallel_for_blocks({.items = later.blocks()}, workers, [&](work_block const& block) {
        auto& mine = scratch[block.worker];
        if (!mine) {
            mine.emplace(make());
        }
        paced_poll poll{check};
        auto const last = later.cuts[block.index + 1];
        for (auto v = later.cuts[block.index]; v < last;) {
            auto const first = v;
            for (auto const end = std::min(last, first + pace); v < end; ++v) {
                body(block.index, v, *mine, poll);
            }
            check.advance(v - first);
        }
    });
}

using detail::count_one;

/// Where each arc comes to stand: of each row first the earlier members, then the later ones.
struct layout {
    std::vector<std::uint64_t> offsets; ///< Of the rows.
    std::vector<std::uint32_t> later;   ///< How many later members each row has.
    /// By block and member: where in the member's row its pairs from this block go.
    std::vector<std::uint32_t> places;
};

/// Turns the pairs that each block found of each member into places.
void place_blocks(layout& out, std::size_t blocks)
{
    auto const members = out.later.size();
    std::vector<std::uint32_t> widths(members);
    for (std::size_t b = 0; b < blocks; ++b) {
        for (std::size_t v = 0; v < members; ++v) {
            auto& place = out.places[b * members + v];
            widths[v] += std::exchange(place, widths[v]);
        }
    }
    for (std::size_t v = 0; v < members; ++v) {
        out.offsets[v + 1] = out.offsets[v] + widths[v] + out.later[v];
    }
}

layout layout_of(later_members const& later, memory_budget& budget, run_options const& run,
                 checkpoint& check)
{
    layout out;
    out.offsets.resize(later.members() + 1);
    out.later.resize(later.members());
    out.places.resize(later.blocks() * later.members());
    auto const make = [&] { return detail::pair_counter{later}; };
    for_each_member<detail::pair_counter>(
        later, budget, run, check, make,
        [&](std::uint64_t block, std::uint32_t v, detail::pair_counter& pairs, paced_poll& poll) {
            auto* const found = out.places.data() + block * later.members();
            out.later[v] = pairs.visit(v, poll, [&](std::uint32_t other, std::uint32_t is_new) {
                found[other] += is_new;
            });
        });
    place_blocks(out, later.blocks());
    return out;
}

/// Makes room for the arcs, where there are two threads for both arrays at once.
void allot_arcs(packed_graph& out, unsigned threads, run_options const& run,
                checkpoint const& check)
{
    auto const poll = [&] { check.poll(); };
    run_options const workers{.stop = run.stop, .threads = threads};
    parallel_for_blocks({.items = 2}, workers, [&](work_block const& array) {
        if (array.index == 0) {
            detail::allot(out.weights, out.offsets.back(), poll);
        } else {
            detail::allot(out.targets, out.offsets.back(), poll);
        }
    });
}

/// Writes each pair to the row of its lower end.
template <class Sum, class WeightOf>
void fill_later(packed_graph& out, layout const& where, later_members const& later,
                WeightOf weight_of, memory_budget& budget, run_options const& run,
                checkpoint& check)
{
    struct scratch {
        detail::row_adder<Sum, WeightOf> rows;
        detail::ordered_bits order;
    };
    auto const make = [&] {
        return scratch{{later, weight_of}, detail::ordered_bits{later.members()}};
    };
    for_each_member<scratch>(later, budget, run, check, make,
                             [&](std::uint64_t, std::uint32_t v, scratch& s, paced_poll& poll) {
                                 auto const first = out.offsets[v + 1U] - where.later[v];
                                 auto* target = out.targets.data() + first;
                                 auto* weight = out.weights.data() + first;
                                 s.rows.visit_in_order(v, poll, s.order,
                                                       [&](std::uint32_t other, Sum sum) {
                                                           *target++ = other;
                                                           *weight++ = static_cast<double>(sum);
                                                       });
                             });
}

/// Writes each pair to the row of its higher end too. Blocks come in the order of their members,
/// and so do the members of a block: what a row has of earlier members is ascending. A pass of its
/// own, as writing to both ends at once is slower by half.
void fill_earlier(packed_graph& out, layout& where, later_members const& later,
                  memory_budget& budget, run_options const& run, checkpoint& check)
{
    struct none {};
    for_each_member<none>(
        later, budget, run, check, [] { return none{}; },
        [&](std::uint64_t block, std::uint32_t v, none&, paced_poll& poll) {
            auto* const places = where.places.data() + block * later.members();
            auto* const targets = out.targets.data();
            auto* const weights = out.weights.data();
            auto const* const offsets = out.offsets.data();
            for (auto at = offsets[v + 1U] - where.later[v]; at < offsets[v + 1U]; ++at) {
                auto const other = targets[at];
                auto const to = offsets[other] + places[other]++;
                targets[to] = v;
                weights[to] = weights[at];
            }
            poll.steps(where.later[v]);
        });
}

template <class Sum, class WeightOf>
packed_graph project(later_members const& later, WeightOf weight_of, memory_budget& budget,
                     run_options const& run)
{
    checkpoint check{run, "projection", 3 * later.members()};
    auto where = layout_of(later, budget, run, check);
    packed_graph out;
    out.offsets = std::move(where.offsets);
    auto const charged = budget.charge(out.offsets.back(), bytes_of_arc);
    allot_arcs(out, threads_within(later, budget, run), run, check);
    fill_later<Sum>(out, where, later, weight_of, budget, run, check);
    fill_earlier(out, where, later, budget, run, check);
    check.finish();
    return out;
}

} // namespace

packed_graph projection(std::size_t member_count, group_rows groups,
                        projection_options const& options, run_options const& run)
{
    check_groups(member_count, groups, options);
    if (member_count == 0) {
        return {};
    }
    auto const& weights = options.group_weights;
    memory_budget budget{run.memory_budget};
    auto const charged = budget.charge(index_bytes(member_count, groups));
    auto const later = detail::later_in(member_count, groups, !weights.empty());
    if (weights.empty()) {
        return project<std::uint32_t>(later, count_one{}, budget, run);
    }
    constexpr std::uint64_t ahead = 32; // weights of the groups of one member stand far apart
    auto const last = std::max<std::uint64_t>(later.groups.size(), 1) - 1;
    return project<double>(
        later,
        [&](std::uint64_t i) {
            __builtin_prefetch(&weights[later.groups[std::min(i + ahead, last)]]);
            return weights[later.groups[i]];
        },
        budget, run);
}

std::uint64_t projection_bytes(std::size_t member_count, group_rows groups,
                               std::uint64_t pairs) noexcept
{
    auto const of_pair = 2 * bytes_of_arc;
    auto const most = unlimited_memory - index_bytes(member_count, groups);
    return pairs > most / of_pair ? unlimited_memory : unlimited_memory - most + pairs * of_pair;
}

std::uint64_t num_projected_pairs(std::size_t member_count, group_rows groups,
                                  run_options const& run)
{
    check_groups(member_count, groups, {});
    if (member_count == 0) {
        return 0;
    }
    memory_budget budget{run.memory_budget};
    auto const charged = budget.charge(index_bytes(member_count, groups));
    auto const later = detail::later_in(member_count, groups, false);
    checkpoint check{run, "counting pairs", member_count};
    std::vector<std::uint64_t> found(later.blocks());
    auto const make = [&] { return detail::pair_counter{later}; };
    for_each_member<detail::pair_counter>(
        later, budget, run, check, make,
        [&](std::uint64_t block, std::uint32_t v, detail::pair_counter& pairs, paced_poll& poll) {
            found[block] += pairs.visit(v, poll, [](std::uint32_t, std::uint32_t) {});
        });
    check.finish();
    return std::accumulate(found.begin(), found.end(), std::uint64_t{0});
}

void visit_projected_rows(std::size_t member_count, group_rows groups,
                          projected_row_visitor const& visit, run_options const& run)
{
    check_groups(member_count, groups, {});
    if (member_count == 0) {
        return;
    }
    memory_budget budget{run.memory_budget};
    auto const charged = budget.charge(index_bytes(member_count, groups));
    auto const later = detail::later_in(member_count, groups, false);
    checkpoint check{run, "visiting pairs", member_count};
    detail::row_adder<std::uint32_t, count_one> rows{later, {}};
    std::vector<std::uint32_t> shared(member_count + rows.chunk);
    paced_poll poll{check};
    for (std::uint32_t v = 0; v < member_count;) {
        auto const first = v;
        for (auto const end = std::min<std::size_t>(member_count, first + pace); v < end; ++v) {
            check.poll(); // `visit` may take its time
            auto const others = rows.visit(v, poll, shared);
            visit(v, others, std::span{shared}.first(others.size()));
        }
        check.advance(v - first);
    }
    check.finish();
}

} // namespace capgraph::inline v0
