// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// What anyone would write first, what an answer is, and what the machine must do at least.

#include "projection/inputs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <unordered_map>
#include <vector>

namespace bench {

/// What all must agree on: how many pairs there are, what they share in all, and a sum of hashes of
/// each pair with what it shares, which no order of theirs changes.
struct answer {
    std::uint64_t pairs = 0;
    std::uint64_t shared = 0;
    std::uint64_t checksum = 0;

    void add(std::uint64_t a, std::uint64_t b, std::uint64_t count)
    {
        auto z = ((std::min(a, b) << 32U) | std::max(a, b)) + count * 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        ++pairs;
        shared += count;
        checksum += z ^ (z >> 31U);
    }
    friend bool operator==(answer const&, answer const&) = default;
};

/// Pairs by their lower end.
struct kept_pairs {
    std::vector<std::uint64_t> offsets;
    std::vector<std::uint32_t> others;
    std::vector<std::uint32_t> shared;

    [[nodiscard]] answer told() const
    {
        answer out;
        for (std::uint64_t v = 0; v + 1 < offsets.size(); ++v) {
            for (auto k = offsets[v]; k < offsets[v + 1]; ++k) {
                out.add(v, others[k], shared[k]);
            }
        }
        return out;
    }
};

/// Gustavson's accumulator: the companies of each investor, and of each company the later ones.
class gustavson {
public:
    explicit gustavson(two_mode const& all) : all_{&all}, offsets_(all.investors + 1)
    {
        for (auto const v : all.members) {
            ++offsets_[v + 1U];
        }
        std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
        companies_.resize(all.members.size());
        auto next = offsets_;
        for (std::uint32_t c = 0; c + 1 < all.offsets.size(); ++c) {
            for (auto const v : all.groups().row(c)) {
                companies_[next[v]++] = c;
            }
        }
    }

    [[nodiscard]] kept_pairs operator()(bool is_sorted) const
    {
        kept_pairs out{std::vector<std::uint64_t>(1), {}, {}};
        std::vector<std::uint32_t> counts(all_->investors);
        std::vector<std::uint32_t> found;
        for (std::uint32_t v = 0; v < all_->investors; ++v) {
            found.clear();
            count_later(v, counts, found);
            if (is_sorted) {
                std::sort(found.begin(), found.end());
            }
            for (auto const other : found) {
                out.others.push_back(other);
                out.shared.push_back(counts[other]);
                counts[other] = 0;
            }
            out.offsets.push_back(out.others.size());
        }
        return out;
    }

private:
    void count_later(std::uint32_t v, std::vector<std::uint32_t>& counts,
                     std::vector<std::uint32_t>& found) const
    {
        for (auto i = offsets_[v]; i < offsets_[v + 1U]; ++i) {
            auto const row = all_->groups().row(companies_[i]);
            for (auto at = row.rbegin(); *at != v; ++at) { // v is in each of its companies
                if (counts[*at]++ == 0) {
                    found.push_back(*at);
                }
            }
        }
    }

    two_mode const* all_;
    std::vector<std::uint64_t> offsets_;
    std::vector<std::uint32_t> companies_;
};

using pair_counts = std::unordered_map<std::uint64_t, std::uint32_t>;

/// Each pair of each company, counted in a hash table.
inline pair_counts count_by_hash(two_mode const& all)
{
    pair_counts out;
    for (std::size_t c = 0; c + 1 < all.offsets.size(); ++c) {
        auto const row = all.groups().row(c);
        for (std::size_t i = 0; i < row.size(); ++i) {
            for (auto j = i + 1; j < row.size(); ++j) {
                ++out[(std::uint64_t{row[i]} << 32U) | row[j]];
            }
        }
    }
    return out;
}

/// Limit: a value for each meeting, from anywhere among the investors'.
inline std::uint64_t gather_meetings(two_mode const& all, std::vector<std::uint32_t> const& x)
{
    std::uint64_t sum = 0;
    for (std::size_t c = 0; c + 1 < all.offsets.size(); ++c) {
        auto const row = all.groups().row(c);
        for (std::size_t i = 0; i < row.size(); ++i) {
            for (auto j = i + 1; j < row.size(); ++j) {
                sum += x[row[j]];
            }
        }
    }
    return sum;
}

} // namespace bench
