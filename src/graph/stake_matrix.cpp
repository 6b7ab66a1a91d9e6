// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/stake_matrix.hpp>

#include "checks.hpp"
#include "large_array.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// Entries by row, and the most that each can be.
struct entry_rows {
    std::vector<std::uint64_t> offsets; ///< One more than there are rows.
    std::vector<stake_entry> entries;
    std::vector<double> uppers; ///< Empty where all entries are exact.
};

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

/// Room for `counts[v]` entries in row v; makes the counts where each row begins.
entry_rows room_for(std::vector<std::uint64_t> counts, bool is_exact)
{
    entry_rows rows;
    std::exclusive_scan(counts.begin(), counts.end(), counts.begin(), std::uint64_t{0});
    rows.offsets = std::move(counts);
    detail::allot(rows.entries, rows.offsets.back());
    if (!is_exact) {
        detail::allot(rows.uppers, rows.offsets.back());
    }
    return rows;
}

/// Puts entries into rows; each of `offsets` runs from where its row begins to where it ends.
class row_filler {
public:
    explicit row_filler(entry_rows& rows) : rows_{&rows} {}

    void put(std::uint32_t row, stake_entry entry, double upper)
    {
        auto const at = rows_->offsets[row]++;
        if (at >= rows_->entries.size()) {
            throw std::invalid_argument{
                "capgraph::stake_matrix: other stakes told the second time than the first"};
        }
        rows_->entries[at] = entry;
        if (!rows_->uppers.empty()) {
            rows_->uppers[at] = upper;
        }
    }

    /// Moves the offsets back to where the rows begin.
    void finish()
    {
        auto& offsets = rows_->offsets;
        std::move_backward(offsets.begin(), offsets.end() - 1, offsets.end());
        offsets.front() = 0;
    }

private:
    entry_rows* rows_;
};

/// The rows as columns, each ascending.
entry_rows transposed(entry_rows const& rows)
{
    auto const vertex_count = rows.offsets.size() - 1;
    std::vector<std::uint64_t> counts;
    detail::allot(counts, vertex_count + 1);
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

/// Makes one of entries beside each other that are the same owner's.
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
    entry_rows columns;
    {
        auto told = room_for(std::move(counts), is_exact);
        row_filler filler{told};
        tell([&](bounded_stake const& s) { filler.put(s.owner, {s.owned, s.lower}, s.upper); });
        filler.finish();
        columns = transposed(told);
    }
    add_up(columns);
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
    entry_rows columns{std::move(owner_offsets_), std::move(owners_), {}};
    auto rows = transposed(columns);
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

namespace {

constexpr auto placed = static_cast<std::uint32_t>(-1);

/// Sorts vertices: many of them by marking each among all, which is quicker.
class vertex_sorter {
public:
    explicit vertex_sorter(std::size_t vertex_count) : is_marked_((vertex_count + 63) / 64) {}

    void operator()(std::span<std::uint32_t> vertices)
    {
        if (vertices.size() < is_marked_.size() / 4) {
            std::sort(vertices.begin(), vertices.end());
            return;
        }
        for (auto const v : vertices) {
            is_marked_[v / 64] |= std::uint64_t{1} << (v % 64);
        }
        auto to = vertices.begin();
        for (std::size_t i = 0; i < is_marked_.size(); ++i) {
            for (auto& marks = is_marked_[i]; marks != 0; marks &= marks - 1) {
                *to++ = static_cast<std::uint32_t>(
                    64 * i + static_cast<std::size_t>(std::countr_zero(marks)));
            }
        }
    }

private:
    std::vector<std::uint64_t> is_marked_; ///< One bit each; none between calls.
};

} // namespace

/// Takes off those without owners, then those that this leaves without, and so on; then the same
/// from the other end. Each such layer is sorted: rows are then looked up from first to last.
void stake_matrix::find_order()
{
    auto const n = num_vertices();
    detail::allot(order_, n);
    std::vector<std::uint32_t> left; // of each, owners that are not placed
    detail::allot(left, n);
    vertex_sorter sort{n};
    for (std::uint32_t v = 0; v < n; ++v) {
        left[v] = static_cast<std::uint32_t>(owners_of(v).size());
        if (left[v] == 0) {
            order_[cycles_from_++] = v;
        }
    }
    owned_from_ = cycles_from_;
    for (std::size_t from = 0; from < cycles_from_;) {
        auto const layer = std::span{order_}.subspan(from, cycles_from_ - from);
        sort(layer);
        for (auto const v : layer) {
            left[v] = placed;
            for (auto const& e : owned_by(v)) {
                if (--left[e.vertex] == 0) {
                    order_[cycles_from_++] = e.vertex;
                }
            }
        }
        from += layer.size();
    }
    cycles_to_ = n;
    if (cycles_from_ == n) {
        return;
    }
    for (auto v = static_cast<std::uint32_t>(n); v-- > 0;) {
        if (left[v] != placed) {
            left[v] = static_cast<std::uint32_t>(owned_by(v).size()); // none of which is placed
            if (left[v] == 0) {
                order_[--cycles_to_] = v;
            }
        }
    }
    for (auto to = n; to > cycles_to_;) {
        auto const layer = std::span{order_}.subspan(cycles_to_, to - cycles_to_);
        sort(layer);
        to = cycles_to_;
        for (auto const v : layer) {
            left[v] = placed;
            for (auto const& e : owners_of(v)) {
                if (left[e.vertex] != placed && --left[e.vertex] == 0) {
                    order_[--cycles_to_] = e.vertex;
                }
            }
        }
    }
    auto at = cycles_from_;
    for (std::uint32_t v = 0; at < cycles_to_; ++v) {
        if (left[v] != placed) {
            order_[at++] = v;
        }
    }
}

} // namespace capgraph::inline v0
