// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

// Over how many paths of two edges a vertex reaches each other one: counts that are cleared by what
// they touched.
class wedge_counts {
public:
    // Bytes for each vertex.
    static constexpr std::uint64_t space = 2 * sizeof(std::uint32_t);

    explicit wedge_counts(std::size_t n) : counts_(n, 0) { touched_.reserve(n); }

    // As many as degrees: below 2^32.
    void add(std::uint32_t v)
    {
        if (counts_[v]++ == 0) {
            touched_.push_back(v);
        }
    }
    [[nodiscard]] std::uint32_t operator[](std::uint32_t v) const { return counts_[v]; }

    // Those reached, in the order they were met.
    [[nodiscard]] std::vector<std::uint32_t> const& touched() const noexcept { return touched_; }

    void clear()
    {
        for (auto const v : touched_) {
            counts_[v] = 0;
        }
        touched_.clear();
    }

private:
    std::vector<std::uint32_t> counts_;
    std::vector<std::uint32_t> touched_;
};

} // namespace capgraph::inline v0::detail
