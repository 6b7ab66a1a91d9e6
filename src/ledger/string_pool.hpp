// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "seeded_hash.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace capgraph::inline v0::detail {

/// Makes room for `more` elements, so that adding them cannot fail. Grows by doubling, so that many
/// small appends stay linear.
template <class T>
void make_room(std::vector<T>& v, std::size_t more)
{
    auto const needed = v.size() + more;
    if (needed > v.capacity()) {
        v.reserve(std::max(needed, 2 * v.capacity()));
    }
}

/// Text kept once, at addresses that never change.
class string_pool {
public:
    explicit string_pool(std::uint64_t seed) : texts_{0, seeded_hash{seed}} {}

    /// The pool's own copy of `text`; null where it has none.
    [[nodiscard]] std::string_view const* find(std::string_view text) const;

    /// The pool's own copy of `text`, made if need be. Strong guarantee.
    std::string_view intern(std::string_view text);

    /// Makes room, so that absorbing `other` cannot fail.
    void reserve_for(string_pool const& other);
    /// Takes over what `other` keeps, addresses and all. Call `reserve_for` first.
    void absorb(string_pool&& other) noexcept;

private:
    char* allocate(std::size_t bytes);

    std::vector<std::unique_ptr<char[]>> chunks_;
    char* free_ = nullptr;
    std::size_t left_ = 0;
    std::unordered_set<std::string_view, seeded_hash> texts_;
};

} // namespace capgraph::inline v0::detail
