// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "string_pool.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

// Doubling from small keeps a ledger of ten statements small; 64 KiB is where it stops.
constexpr std::size_t first_chunk = 1024;
constexpr std::size_t largest_chunk = std::size_t{64} * 1024;

} // namespace

std::string_view const* string_pool::find(std::string_view text) const
{
    auto const found = texts_.find(text);
    return found == texts_.end() ? nullptr : &*found;
}

std::string_view string_pool::intern(std::string_view text)
{
    if (text.empty()) {
        return {};
    }
    if (auto const* const known = find(text)) {
        return *known;
    }
    auto* const copy = allocate(text.size());
    std::copy(text.begin(), text.end(), copy);
    return *texts_.insert(std::string_view{copy, text.size()}).first;
}

char* string_pool::allocate(std::size_t bytes)
{
    if (bytes > left_) {
        auto const grown =
            std::min(largest_chunk, first_chunk << std::min<std::size_t>(chunks_.size(), 6));
        auto const size = std::max(bytes, grown);
        chunks_.push_back(std::make_unique<char[]>(size));
        free_ = chunks_.back().get();
        left_ = size;
    }
    auto* const place = free_;
    free_ += bytes;
    left_ -= bytes;
    return place;
}

void string_pool::reserve_for(string_pool const& other)
{
    make_room(chunks_, other.chunks_.size());
    texts_.reserve(texts_.size() + other.texts_.size());
}

void string_pool::absorb(string_pool&& other) noexcept
{
    std::move(other.chunks_.begin(), other.chunks_.end(), std::back_inserter(chunks_));
    texts_.merge(other.texts_);
    other.chunks_.clear();
    other.texts_.clear();
    other.free_ = nullptr;
    other.left_ = 0;
}

} // namespace capgraph::inline v0::detail
