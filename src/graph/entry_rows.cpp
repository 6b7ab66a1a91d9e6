// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "entry_rows.hpp"

#include "large_array.hpp"

#include <cstddef>
#include <numeric>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// Adds up entries [from, end), which are one owner's in one company, the smallest first: so the
/// order in which they were told changes no bit.
stake_entry sum_of(entry_rows& columns, std::uint64_t from, std::uint64_t end)
{
    auto const first = columns.entries.begin() + static_cast<std::ptrdiff_t>(from);
    auto const last = columns.entries.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, [](auto const& a, auto const& b) { return a.lower < b.lower; });
    return std::accumulate(first + 1, last, *first, [](stake_entry sum, stake_entry const& e) {
        sum.lower += e.lower;
        return sum;
    });
}

double sum_of_uppers(entry_rows& columns, std::uint64_t from, std::uint64_t end)
{
    auto const first = columns.uppers.begin() + static_cast<std::ptrdiff_t>(from);
    auto const last = columns.uppers.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last);
    return std::accumulate(first + 1, last, *first);
}

} // namespace

entry_rows room_for(std::vector<std::uint64_t> counts, bool is_exact)
{
    entry_rows rows;
    std::exclusive_scan(counts.begin(), counts.end(), counts.begin(), std::uint64_t{0});
    rows.offsets = std::move(counts);
    allot(rows.entries, rows.offsets.back());
    if (!is_exact) {
        allot(rows.uppers, rows.offsets.back());
    }
    return rows;
}

entry_rows transposed(entry_rows const& rows)
{
    auto const vertex_count = rows.offsets.size() - 1;
    std::vector<std::uint64_t> counts;
    allot(counts, vertex_count + 1);
    for (auto const& e : rows.entries) {
        ++counts[e.vertex];
    }
    auto out = room_for(std::move(counts), rows.uppers.empty());
    row_filler filler{out};
    for (std::uint32_t v = 0; v < vertex_count; ++v) {
        for (auto at = rows.offsets[v]; at < rows.offsets[v + 1U]; ++at) {
            auto const& e = rows.entries[at];
            filler.put(e.vertex, {v, e.lower}, rows.uppers.empty() ? e.lower : rows.uppers[at]);
        }
    }
    filler.finish();
    return out;
}

void add_up(entry_rows& columns)
{
    std::uint64_t to = 0;
    std::uint64_t from = 0;
    for (std::size_t v = 0; v + 1 < columns.offsets.size(); ++v) {
        auto const end = columns.offsets[v + 1];
        columns.offsets[v] = to;
        while (from < end) {
            auto next = from + 1;
            while (next < end && columns.entries[next].vertex == columns.entries[from].vertex) {
                ++next;
            }
            columns.entries[to] = sum_of(columns, from, next);
            if (!columns.uppers.empty()) {
                columns.uppers[to] = sum_of_uppers(columns, from, next);
            }
            from = next;
            ++to;
        }
    }
    columns.offsets.back() = to;
    columns.entries.resize(to);
    columns.uppers.resize(columns.uppers.empty() ? 0 : to);
}

} // namespace capgraph::inline v0::detail
