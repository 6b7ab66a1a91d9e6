// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/closed_twins.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace capgraph::inline v0::detail {

namespace {

// Numbers in a row, made unlike (Steele, Lea & Flood's SplitMix, 2014).
std::uint64_t mixed(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111eb;
    return x ^ (x >> 31U);
}

class twin_search {
public:
    twin_search(csr_view g, checkpoint const& check)
        : g_{g}, pace_{check}, keys_(g.num_vertices()), marks_(g.num_vertices(), no_node),
          slots_(std::bit_ceil(2 * g.num_vertices() + 1), no_node)
    {
    }

    std::vector<std::uint32_t> operator()()
    {
        auto const n = static_cast<std::uint32_t>(g_.num_vertices());
        std::vector<std::uint32_t> out(n);
        for (std::uint32_t v = 0; v < n; ++v) {
            keys_[v] = key_of(v);
            out[v] = first_like(v);
        }
        return out;
    }

private:
    // The same for twins, whatever the order of their rows.
    std::uint64_t key_of(std::uint32_t v)
    {
        auto key = mixed(v);
        pace_.steps(1 + g_.degree(v));
        for (auto const w : g_.row(v)) {
            key += mixed(w);
        }
        return key;
    }

    std::uint32_t first_like(std::uint32_t v)
    {
        for (auto at = static_cast<std::size_t>(keys_[v]) & (slots_.size() - 1);;
             at = (at + 1) & (slots_.size() - 1)) {
            auto& slot = slots_[at];
            if (slot == no_node) {
                slot = v;
            }
            if (slot == v || (keys_[slot] == keys_[v] && are_twins(slot, v))) {
                return slot;
            }
        }
    }

    bool are_twins(std::uint32_t u, std::uint32_t v)
    {
        if (g_.degree(u) != g_.degree(v)) {
            return false;
        }
        pace_.steps(2 * g_.degree(u));
        marks_[u] = v;
        for (auto const w : g_.row(u)) {
            marks_[w] = v;
        }
        auto const row = g_.row(v);
        return marks_[v] == v
               && std::all_of(row.begin(), row.end(), [&](auto w) { return marks_[w] == v; });
    }

    csr_view g_;
    paced_poll pace_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::uint32_t> marks_; // of whom it was last compared with
    std::vector<std::uint32_t> slots_; // the first of each class, by key
};

} // namespace

std::vector<std::uint32_t> closed_twins(node_rows const& rows, checkpoint const& check)
{
    return twin_search{rows.view(), check}();
}

} // namespace capgraph::inline v0::detail
