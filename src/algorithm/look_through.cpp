// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/look_through.hpp>

#include "greatest_parts.hpp"
#include "stake_equations.hpp"
#include "undefined_parts.hpp"
#include "vertex_list.hpp"

#include <capgraph/core/error.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

using detail::joined;
using detail::without;
using vertices = std::span<std::uint32_t const>;

void check_vertices(stake_matrix const& w, vertices all)
{
    for (auto const v : all) {
        if (v >= w.num_vertices()) {
            throw std::out_of_range{"capgraph::look_through: vertex " + std::to_string(v) + " of "
                                    + std::to_string(w.num_vertices())};
        }
    }
}

void refuse(stake_matrix const& w, std::vector<std::uint32_t> const& undefined)
{
    if (!undefined.empty()) {
        auto const is_over = !w.overfull().empty();
        throw error{error_code::inconsistent_record,
                    is_over ? "vertex " + std::to_string(w.overfull().front())
                                  + ", of which more than the whole is held"
                            : "vertex " + std::to_string(undefined.front())
                                  + ", of companies that wholly own each other",
                    is_over ? "stakes of at most the whole" : "an owner from outside"};
    }
}

/// No upper end below the lower one, as rounding makes them where both are found apart.
held_parts bounds_of(std::vector<double> lower, std::vector<double> upper)
{
    std::transform(upper.begin(), upper.end(), lower.begin(), upper.begin(),
                   [](double high, double low) { return std::max(high, low); });
    return held_parts{std::move(lower), std::move(upper)};
}

/// Whose may be what nobody is said to hold, of whom nothing is defined: one less what is known to
/// be others'.
std::vector<double> all_but_others(stake_matrix const& w, vertices others,
                                   std::vector<std::uint32_t> zeros,
                                   detail::iteration_limits const& limits, run_options const& run)
{
    auto upper = detail::least_parts(w, {others, std::move(zeros)}, limits, run);
    for (auto& x : upper) {
        x = 1.0 - x;
    }
    return upper;
}

} // namespace

held_parts look_through(stake_matrix const& w, vertices holders,
                        look_through_options const& options, run_options const& run)
{
    check_vertices(w, holders);
    check_vertices(w, options.ultimate);
    if (!(options.tolerance > 0.0 && options.tolerance < 1.0)) {
        throw std::invalid_argument{"capgraph::look_through: tolerance "
                                    + std::to_string(options.tolerance)
                                    + ", expected one in (0, 1)"};
    }
    auto const undefined = detail::undefined_in(w, holders, options.ultimate);
    if (options.strict) {
        refuse(w, undefined);
    }
    detail::iteration_limits limits;
    limits.tolerance = options.tolerance;
    auto lower =
        detail::least_parts(w, {holders, joined(undefined, options.ultimate)}, limits, run);
    auto const others = without(options.ultimate, {holders.begin(), holders.end()});
    auto const open = without(undefined, joined(holders, options.ultimate));
    if (options.unknown == unknown_owners::possible) {
        auto upper = all_but_others(w, others, joined(holders, open), limits, run);
        return bounds_of(std::move(lower), std::move(upper));
    }
    if (w.is_exact() && open.empty()) {
        return held_parts{std::move(lower), {}};
    }
    if (w.is_exact()) { // more than the least by what the undefined ones hold
        auto upper = detail::least_parts(w, {open, joined(holders, others)}, limits, run);
        std::transform(upper.begin(), upper.end(), lower.begin(), upper.begin(),
                       [](double more, double least) { return std::min(1.0, least + more); });
        return bounds_of(std::move(lower), std::move(upper));
    }
    auto const ones = joined(holders, open);
    auto upper = detail::greatest_parts(w, {ones, others}, lower, limits, run);
    return bounds_of(std::move(lower), std::move(upper));
}

} // namespace capgraph::inline v0
