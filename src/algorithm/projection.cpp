// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/projection.hpp>

#include <capgraph/algorithm/projection_estimate.hpp>

#include "../graph/large_array.hpp"
#include "ordered_bits.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

namespace {

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

/// What is set aside for the indices before any pair is found: as much as `later_members`,
/// `row_adder` and `symmetric` take.
constexpr std::uint64_t bytes_of_member = 72;
constexpr std::uint64_t bytes_of_participation = 16;
constexpr std::uint64_t bytes_of_group = 4;
constexpr std::uint64_t bytes_of_arc = sizeof(std::uint32_t) + sizeof(double);

std::uint64_t index_bytes(std::size_t member_count, group_rows groups)
{
    return member_count * bytes_of_member + groups.members.size() * bytes_of_participation
           + groups.size() * bytes_of_group;
}

/// Of each member the places behind it in its groups, where the later members of these stand.
struct later_members {
    std::vector<std::uint64_t> offsets; ///< Of the places of each member.
    std::vector<std::uint64_t> places;  ///< Into the lists.
    std::vector<std::uint32_t> groups;  ///< Beside the places; empty where groups weigh the same.
    std::vector<std::uint32_t> lists;   ///< Each group, and a member that is none behind it.
};

later_members later_in(std::size_t member_count, group_rows groups, bool with_groups)
{
    later_members out;
    out.offsets.resize(member_count + 1);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto const row = groups.row(g);
        for (std::size_t k = 0; k + 1 < row.size(); ++k) {
            ++out.offsets[row[k] + 1U];
        }
    }
    std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
    detail::allot(out.places, out.offsets.back());
    if (with_groups) {
        detail::allot(out.groups, out.offsets.back());
    }
    detail::allot(out.lists, groups.members.size() + groups.size());
    auto next = out.offsets;
    std::uint64_t at = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto const row = groups.row(g);
        for (std::size_t k = 0; k < row.size(); ++k) {
            out.lists[at++] = row[k];
            if (k + 1 < row.size()) {
                auto const place = next[row[k]]++;
                out.places[place] = at;
                if (with_groups) {
                    out.groups[place] = static_cast<std::uint32_t>(g);
                }
            }
        }
        out.lists[at++] = static_cast<std::uint32_t>(member_count);
    }
    return out;
}

/// Numbers and sums of many rows, in pieces: growing copies none of them.
template <class Sum>
class found_rows {
public:
    found_rows(memory_budget& budget, std::size_t rows) : budget_{&budget}
    {
        widths_.reserve(rows);
    }

    void add(std::uint32_t const* others, Sum const* sums, std::uint32_t width)
    {
        widths_.push_back(width);
        while (width != 0) {
            if (pieces_.empty() || pieces_.back().size == pieces_.back().capacity) {
                add_piece();
            }
            auto& p = pieces_.back();
            auto const now =
                static_cast<std::uint32_t>(std::min<std::size_t>(width, p.capacity - p.size));
            std::copy_n(others, now, p.others.get() + p.size);
            std::copy_n(sums, now, p.sums.get() + p.size);
            p.size += now;
            others += now;
            sums += now;
            width -= now;
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& widths() const noexcept { return widths_; }

    /// Calls `take(row, other, sum)` for all that was added, in order, giving back what is done.
    template <class Take>
    void drain(Take take)
    {
        std::uint32_t row = 0;
        std::uint32_t left = widths_.empty() ? 0 : widths_.front();
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            for (std::size_t k = 0; k < pieces_[i].size; ++k) {
                while (left == 0) {
                    left = widths_[++row];
                }
                take(row, pieces_[i].others[k], pieces_[i].sums[k]);
                --left;
            }
            pieces_[i] = {};
            charges_[i] = {};
        }
    }

private:
    /// Each holds twice as much as the one before, up to a megabyte or three.
    void add_piece()
    {
        constexpr std::size_t least = 64;
        constexpr std::size_t most = std::size_t{1} << 18U;
        auto const capacity = pieces_.empty() ? least : std::min(most, 2 * pieces_.back().capacity);
        charges_.push_back(budget_->charge(capacity, sizeof(std::uint32_t) + sizeof(Sum)));
        pieces_.push_back({std::make_unique_for_overwrite<std::uint32_t[]>(capacity),
                           std::make_unique_for_overwrite<Sum[]>(capacity), 0, capacity});
    }

    struct piece {
        std::unique_ptr<std::uint32_t[]> others;
        std::unique_ptr<Sum[]> sums;
        std::size_t size = 0;
        std::size_t capacity = 0;
    };

    memory_budget* budget_;
    std::vector<memory_charge> charges_;
    std::vector<piece> pieces_;
    std::vector<std::uint32_t> widths_;
};

/// Adds up what one member shares with each later one.
template <class Sum, class WeightOf>
class row_adder {
public:
    row_adder(later_members const& later, std::size_t member_count, WeightOf weight_of)
        : later_{&later}, end_{static_cast<std::uint32_t>(member_count)}, sums_(member_count + 1),
          others_(member_count + 1),
          row_(member_count + 1), order_{member_count}, weight_of_{weight_of}
    {
    }

    /// Adds the row of `v`, ascending, to `to`, and counts its mirror image.
    void add(std::uint32_t v, found_rows<Sum>& to, paced_poll& poll,
             std::vector<std::uint64_t>& lower_widths)
    {
        auto const width = add_up(v, poll);
        put_in_order(width);
        for (std::uint32_t k = 0; k < width; ++k) {
            row_[k] = std::exchange(sums_[others_[k]], Sum{});
            ++lower_widths[others_[k]];
        }
        to.add(others_.data(), row_.data(), width);
    }

    /// How wide the row of `v` is.
    std::uint32_t width_of(std::uint32_t v, paced_poll& poll)
    {
        auto const width = add_up(v, poll);
        for (std::uint32_t k = 0; k < width; ++k) {
            sums_[others_[k]] = Sum{};
        }
        return width;
    }

private:
    /// Sums of what `v` shares, with those that have any in no order; returns how many.
    std::uint32_t add_up(std::uint32_t v, paced_poll& poll)
    {
        constexpr std::size_t ahead = 12;
        std::uint32_t width = 0;
        for (auto i = later_->offsets[v]; i < later_->offsets[v + 1U]; ++i) {
            if (i + ahead < later_->places.size()) {
                __builtin_prefetch(&later_->lists[later_->places[i + ahead]]);
            }
            auto const weight = weight_of_(i);
            poll.step();
            for (auto const* at = &later_->lists[later_->places[i]]; *at != end_; ++at) {
                auto& sum = sums_[*at];
                others_[width] = *at; // kept where it is new
                width += sum == Sum{} ? 1U : 0U;
                sum += weight;
            }
        }
        return width;
    }

    void put_in_order(std::uint32_t width)
    {
        constexpr std::uint32_t few = 32;
        if (width <= few) {
            std::sort(others_.begin(), others_.begin() + width);
            return;
        }
        for (std::uint32_t k = 0; k < width; ++k) {
            order_.insert(others_[k]);
        }
        auto next = others_.begin();
        order_.drain([&](std::uint32_t other) { *next++ = other; });
    }

    later_members const* later_;
    std::uint32_t end_; ///< What stands behind each list.
    std::vector<Sum> sums_;
    std::vector<std::uint32_t> others_;
    std::vector<Sum> row_;
    detail::ordered_bits order_;
    WeightOf weight_of_;
};

/// The rows and their mirror image.
template <class Sum>
packed_graph symmetric(found_rows<Sum>& upper, std::vector<std::uint64_t> const& lower_widths,
                       memory_budget& budget)
{
    auto const& widths = upper.widths();
    packed_graph out;
    out.offsets.resize(widths.size() + 1);
    std::vector<std::uint64_t> lower(widths.size()); // where the next goes
    std::vector<std::uint64_t> higher(widths.size());
    for (std::size_t v = 0; v < widths.size(); ++v) {
        lower[v] = out.offsets[v];
        higher[v] = lower[v] + lower_widths[v];
        out.offsets[v + 1] = higher[v] + widths[v];
    }
    auto const charged = budget.charge(out.offsets.back(), bytes_of_arc);
    detail::allot(out.targets, out.offsets.back());
    detail::allot(out.weights, out.offsets.back());
    auto const put = [&](std::uint64_t at, std::uint32_t target, Sum sum) {
        out.targets[at] = target;
        out.weights[at] = static_cast<double>(sum);
    };
    // Rows come in order, so that what is put into the lower half of a row is ascending too.
    upper.drain([&](std::uint32_t row, std::uint32_t other, Sum sum) {
        put(higher[row]++, other, sum);
        put(lower[other]++, row, sum);
    });
    return out;
}

template <class Sum, class WeightOf>
packed_graph project(std::size_t member_count, later_members const& later, WeightOf weight_of,
                     memory_budget& budget, run_options const& run)
{
    found_rows<Sum> upper{budget, member_count};
    std::vector<std::uint64_t> lower_widths(member_count);
    row_adder<Sum, WeightOf> rows{later, member_count, weight_of};
    checkpoint check{run, "projection", member_count};
    paced_poll poll{check};
    for (std::uint32_t v = 0; v < member_count; ++v) {
        rows.add(v, upper, poll, lower_widths);
        check.advance();
    }
    auto out = symmetric(upper, lower_widths, budget);
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
    auto const later = later_in(member_count, groups, !weights.empty());
    if (weights.empty()) {
        return project<std::uint32_t>(
            member_count, later, [](std::uint64_t) { return 1U; }, budget, run);
    }
    return project<double>(
        member_count, later, [&](std::uint64_t i) { return weights[later.groups[i]]; }, budget,
        run);
}

std::uint64_t projection_bytes(std::size_t member_count, group_rows groups, std::uint64_t pairs,
                               bool with_group_weights) noexcept
{
    auto const sum = with_group_weights ? sizeof(double) : sizeof(std::uint32_t);
    auto const of_pair = sizeof(std::uint32_t) + sum + 2 * bytes_of_arc;
    auto const most = unlimited_memory - index_bytes(member_count, groups);
    return pairs > most / of_pair ? unlimited_memory : unlimited_memory - most + pairs * of_pair;
}

std::uint64_t num_projected_pairs(std::size_t member_count, group_rows groups,
                                  run_options const& run)
{
    check_groups(member_count, groups, {});
    auto const later = later_in(member_count, groups, false);
    auto const one = [](std::uint64_t) { return 1U; };
    row_adder<std::uint32_t, decltype(one)> rows{later, member_count, one};
    checkpoint check{run, "counting pairs", member_count};
    paced_poll poll{check};
    std::uint64_t count = 0;
    for (std::uint32_t v = 0; v < member_count; ++v) {
        count += rows.width_of(v, poll);
        check.advance();
    }
    check.finish();
    return count;
}

} // namespace capgraph::inline v0
