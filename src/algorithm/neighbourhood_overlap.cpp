// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/neighbourhood_overlap.hpp>

#include "algorithm/overlap.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <stdexcept>

namespace capgraph::inline v0 {

namespace {

void require_ascending(std::span<std::uint32_t const> list)
{
    if (std::ranges::adjacent_find(list, std::greater_equal{}) != list.end()) {
        throw std::invalid_argument{"capgraph: neighbours that do not ascend"};
    }
}

// Returns the largest weight.
double require_weights(weighted_neighbours const& list)
{
    require_ascending(list.neighbours);
    if (list.neighbours.size() != list.weights.size()) {
        throw std::invalid_argument{
            "capgraph::weighted_jaccard: not one weight for each neighbour"};
    }
    double largest = 0.0;
    for (auto const w : list.weights) {
        if (!(w >= 0.0 && std::isfinite(w))) {
            throw std::invalid_argument{
                "capgraph::weighted_jaccard: a weight that is negative, NaN or infinite"};
        }
        largest = std::max(largest, w);
    }
    return largest;
}

// Calls visit(weight in a, weight in b) for each neighbour of either.
template <class Visit>
void for_each_neighbour(weighted_neighbours const& a, weighted_neighbours const& b, Visit visit)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.neighbours.size() || j < b.neighbours.size()) {
        auto const in_a = j == b.neighbours.size()
                          || (i < a.neighbours.size() && a.neighbours[i] <= b.neighbours[j]);
        auto const in_b = i == a.neighbours.size()
                          || (j < b.neighbours.size() && b.neighbours[j] <= a.neighbours[i]);
        visit(in_a ? a.weights[i] : 0.0, in_b ? b.weights[j] : 0.0);
        i += in_a ? 1 : 0;
        j += in_b ? 1 : 0;
    }
}

} // namespace

std::optional<double> neighbourhood_overlap(std::span<std::uint32_t const> a,
                                            std::span<std::uint32_t const> b,
                                            overlap_coefficient coefficient)
{
    require_ascending(a);
    require_ascending(b);
    std::uint64_t shared = 0;
    for (auto in_a = a.begin(), in_b = b.begin(); in_a != a.end() && in_b != b.end();) {
        auto const a_is_next = *in_a <= *in_b;
        auto const b_is_next = *in_b <= *in_a;
        shared += a_is_next && b_is_next ? 1U : 0U;
        in_a += a_is_next ? 1 : 0;
        in_b += b_is_next ? 1 : 0;
    }
    auto const divisor = detail::overlap_divisor(shared, a.size(), b.size(), coefficient);
    return divisor == 0 ? std::nullopt
                        : std::optional{static_cast<double>(shared) / static_cast<double>(divisor)};
}

std::optional<double> weighted_jaccard(weighted_neighbours const& a, weighted_neighbours const& b)
{
    auto const largest = std::max(require_weights(a), require_weights(b));
    if (largest == 0.0) {
        return std::nullopt;
    }
    double lesser = 0.0;
    double greater = 0.0;
    for_each_neighbour(a, b, [&](double in_a, double in_b) { // divided, lest sums be infinite
        lesser += std::min(in_a, in_b) / largest;
        greater += std::max(in_a, in_b) / largest;
    });
    return lesser / greater;
}

} // namespace capgraph::inline v0
