// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/stake_matrix.hpp>

#include "checks.hpp"
#include "entry_rows.hpp"
#include "large_array.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0 {

namespace {

void check_stake(std::size_t vertex_count, bounded_stake const& s)
{
    auto const named = [&] {
        return "stake of " + std::to_string(s.owner) + " in " + std::to_string(s.owned);
    };
    if (s.owner >= vertex_count || s.owned >= vertex_count) {
        throw std::out_of_range{"capgraph::stake_matrix: " + named() + ", of "
                                + std::to_string(vertex_count) + " vertices"};
    }
    if (!(s.lower >= 0.0 && s.lower <= s.upper && s.upper <= 1.0)) {
        throw std::invalid_argument{"capgraph::stake_matrix: " + named() + " between "
                                    + std::to_string(s.lower) + " and " + std::to_string(s.upper)
                                    + ", expected 0 <= lower <= upper <= 1"};
    }
}

} // namespace

stake_matrix::stake_matrix(std::size_t vertex_count, std::span<bounded_stake const> stakes,
                           stake_matrix_options const& options)
    : stake_matrix{vertex_count,
                   [stakes](sink const& hear) {
                       for (auto const& s : stakes) {
                           hear(s);
                       }
                   },
                   options}
{
}

stake_matrix::stake_matrix(std::size_t vertex_count, std::function<void(sink const&)> const& tell,
                           stake_matrix_options const& options)
    : rounding_{options.rounding}
{
    detail::check_vertex_count(vertex_count);
    if (!(rounding_ >= 0.0 && rounding_ < 1.0)) {
        throw std::invalid_argument{"capgraph::stake_matrix: rounding " + std::to_string(rounding_)
                                    + ", expected one in [0, 1)"};
    }
    std::vector<std::uint64_t> counts;
    detail::allot(counts, vertex_count + 1);
    auto is_exact = true;
    tell([&](bounded_stake const& s) {
        check_stake(vertex_count, s);
        ++counts[s.owner];
        is_exact = is_exact && s.lower == s.upper;
    });
    detail::entry_rows columns;
    {
        auto told = detail::room_for(std::move(counts), is_exact);
        detail::row_filler filler{told};
        tell([&](bounded_stake const& s) {
            check_stake(vertex_count, s); // it may be another one now
            filler.put(s.owner, {s.owned, s.lower}, s.upper);
        });
        filler.finish();
        columns = detail::transposed(told);
    }
    detail::add_up(columns);
    owner_offsets_ = std::move(columns.offsets);
    owners_ = std::move(columns.entries);
    uppers_ = std::move(columns.uppers);
    settle_columns(options.rounding);
    find_closed(options.rounding);
    find_order();
}

namespace {

/// The place of `owner` among `owners`, or their number.
std::size_t place_of(std::span<stake_entry const> owners, std::uint32_t owner)
{
    auto const at = std::lower_bound(
        owners.begin(), owners.end(), owner,
        [](stake_entry const& e, std::uint32_t vertex) { return e.vertex < vertex; });
    return at != owners.end() && at->vertex == owner ? static_cast<std::size_t>(at - owners.begin())
                                                     : owners.size();
}

} // namespace

double stake_matrix::least_of(std::uint32_t owned, std::uint32_t owner) const noexcept
{
    auto const owners = owners_of(owned);
    auto const at = place_of(owners, owner);
    return at < owners.size() ? owners[at].lower : 0.0;
}

double stake_matrix::most_of(std::uint32_t owned, std::uint32_t owner) const noexcept
{
    auto const owners = owners_of(owned);
    auto const at = place_of(owners, owner);
    if (at == owners.size()) {
        return 0.0;
    }
    return is_exact() ? owners[at].lower : uppers_of(owned)[at];
}

void stake_matrix::tell(sink const& hear) const
{
    for (std::uint32_t v = 0; v < num_vertices(); ++v) {
        auto const owners = owners_of(v);
        auto const uppers = uppers_of(v);
        for (std::size_t k = 0; k < owners.size(); ++k) {
            auto lower = owners[k].lower;
            auto upper = uppers.empty() ? lower : uppers[k];
            for (; lower > 1.0; lower -= 1.0, upper -= 1.0) {
                hear({owners[k].vertex, v, 1.0, 1.0});
            }
            hear({owners[k].vertex, v, lower, std::clamp(upper, lower, 1.0)});
        }
    }
}

double stake_matrix::known_part(std::uint32_t v) const noexcept
{
    double sum = 0.0;
    for (auto const& e : owners_of(v)) {
        sum += e.lower;
    }
    return sum;
}

/// Scales what is rounded over the whole, tightens upper ends, and finds what is over the whole;
/// then makes the rows of the columns.
void stake_matrix::settle_columns(double rounding)
{
    auto is_exact = true;
    is_open_.resize(uppers_.empty() ? 0 : num_vertices());
    for (std::uint32_t v = 0; v < num_vertices(); ++v) {
        auto const known = known_part(v);
        auto const scale = known > 1.0 && known <= 1.0 + rounding ? 1.0 / known : 1.0;
        if (known > 1.0 + rounding) {
            overfull_.push_back(v);
        }
        auto const left = std::max(0.0, 1.0 - known * scale);
        for (auto at = owner_offsets_[v]; at < owner_offsets_[v + 1U]; ++at) {
            auto& lower = owners_[at].lower;
            lower *= scale;
            if (owners_[at].vertex == v) {
                own_holders_.push_back(v);
            }
            if (!uppers_.empty()) {
                uppers_[at] = std::max(lower, std::min(uppers_[at], lower + left));
                if (uppers_[at] > lower) {
                    is_open_[v] = true;
                    is_exact = false;
                }
            }
        }
    }
    if (is_exact) {
        uppers_ = std::vector<double>{}; // an empty list would keep the memory
        is_open_ = std::vector<bool>{};
    }
    detail::entry_rows columns{std::move(owner_offsets_), std::move(owners_), {}};
    auto rows = detail::transposed(columns);
    owned_offsets_ = std::move(rows.offsets);
    owned_ = std::move(rows.entries);
    owner_offsets_ = std::move(columns.offsets);
    owners_ = std::move(columns.entries);
}

/// Strikes out, of all that are wholly held, who is held by one that is not among them.
void stake_matrix::find_closed(double rounding)
{
    std::vector<bool> is_whole(num_vertices());
    std::vector<std::uint32_t> struck;
    for (std::uint32_t v = 0; v < num_vertices(); ++v) {
        is_whole[v] = known_part(v) >= 1.0 - rounding;
    }
    for (std::uint32_t v = 0; v < num_vertices(); ++v) {
        if (!is_whole[v]) {
            struck.push_back(v);
        }
        while (!struck.empty()) {
            auto const from = struck.back();
            struck.pop_back();
            for (auto const& e : owned_by(from)) {
                if (is_whole[e.vertex] && e.lower > 0.0) {
                    is_whole[e.vertex] = false;
                    struck.push_back(e.vertex);
                }
            }
        }
    }
    for (std::uint32_t v = 0; v < num_vertices(); ++v) {
        if (is_whole[v]) {
            closed_.push_back(v);
        }
    }
}

} // namespace capgraph::inline v0
