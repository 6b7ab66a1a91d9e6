// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/proportions.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0::detail {

std::vector<double> proportions(std::vector<double> const& told, std::size_t n, std::size_t first,
                                std::size_t last, std::string_view caller)
{
    if (!told.empty() && told.size() != n) {
        throw std::invalid_argument{std::string{caller} + ": not as many proportions as vertices"};
    }
    std::vector<double> result(n, 0.0);
    double largest = 0.0;
    for (auto v = first; v < last; ++v) {
        result[v] = told.empty() ? 1.0 : told[v];
        if (!(result[v] >= 0.0 && std::isfinite(result[v]))) {
            throw std::invalid_argument{std::string{caller}
                                        + ": a proportion is negative, NaN or infinite"};
        }
        largest = std::max(largest, result[v]);
    }
    if (first < last && largest == 0.0) {
        throw std::invalid_argument{std::string{caller} + ": no proportion is above 0"};
    }
    double sum = 0.0;
    for (auto v = first; v < last; ++v) {
        result[v] /= largest; // sums of parts stay within double
        sum += result[v];
    }
    for (auto v = first; v < last; ++v) {
        result[v] /= sum;
    }
    return result;
}

} // namespace capgraph::inline v0::detail
