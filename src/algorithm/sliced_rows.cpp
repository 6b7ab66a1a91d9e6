// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/sliced_rows.hpp"

#include <numeric>

namespace capgraph::inline v0::detail {

namespace {

// Of the copy, for each arc and for each vertex.
std::uint64_t bytes_of(csr_view rows)
{
    auto const each = sizeof(std::uint32_t) + (rows.is_weighted() ? sizeof(double) : 0);
    return rows.num_arcs() * each + rows.num_vertices() * sizeof(std::uint64_t);
}

} // namespace

sliced_rows::sliced_rows(csr_view rows, memory_budget& budget, checkpoint const& check)
    : charge_{budget.charge(bytes_of(rows))}, rows_{rows}, order_(rows.num_vertices())
{
    auto const slices = (order_.size() + lanes - 1) / lanes;
    plan_ = blocks_of(slices, order_.size() + rows.num_arcs());
    paced_poll pace{check};
    sort_by_length(pace);
    common_.reserve(slices);
    offsets_.reserve(slices + 1);
    offsets_.push_back(0);
    targets_.reserve(rows.num_arcs());
    weights_.reserve(rows.weights.size());
    for (std::size_t s = 0; s < slices; ++s) {
        lay_out(s, pace);
    }
}

// By counting; rows of that length and longer are all alike: they are few, and worth no more.
void sliced_rows::sort_by_length(paced_poll& pace)
{
    constexpr std::size_t longest = 1023;
    auto const length = [&](std::size_t v) {
        return std::min<std::uint64_t>(longest, rows_.degree(static_cast<std::uint32_t>(v)));
    };
    for (std::size_t begin = 0; begin < order_.size(); begin += sorting_window) {
        auto const end = std::min(order_.size(), begin + sorting_window);
        std::array<std::uint32_t, longest + 2> first{};
        for (auto v = begin; v < end; ++v) {
            ++first[length(v) + 1];
        }
        std::partial_sum(first.begin(), first.end(), first.begin());
        pace.steps(2 * (end - begin));
        for (auto v = begin; v < end; ++v) {
            order_[begin + first[length(v)]++] = static_cast<std::uint32_t>(v);
        }
    }
}

void sliced_rows::lay_out(std::size_t s, paced_poll& pace)
{
    auto const begin = order_.begin() + static_cast<std::ptrdiff_t>(s * lanes);
    auto const count = std::min(lanes, order_.size() - s * lanes);
    auto const end = begin + static_cast<std::ptrdiff_t>(count);
    std::uint64_t common = count < lanes ? 0 : rows_.degree(*begin);
    std::for_each(begin, end, [&](auto v) { common = std::min(common, rows_.degree(v)); });
    auto const add = [&](std::uint32_t v, std::uint64_t k) {
        pace.step();
        targets_.push_back(rows_.row(v)[k]);
        if (rows_.is_weighted()) {
            weights_.push_back(rows_.weights_of(v)[k]);
        }
    };
    for (std::uint64_t k = 0; k < common; ++k) {
        std::for_each(begin, end, [&](auto v) { add(v, k); });
    }
    std::for_each(begin, end, [&](auto v) {
        for (auto k = common; k < rows_.degree(v); ++k) {
            add(v, k);
        }
    });
    common_.push_back(common);
    offsets_.push_back(targets_.size());
}

} // namespace capgraph::inline v0::detail
