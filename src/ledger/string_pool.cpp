// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "string_pool.hpp"

#include "narrow.hpp"

#include <utility>

namespace capgraph::inline v0::detail {

std::optional<std::uint32_t> string_pool::find(std::string_view text, std::uint64_t hash) const
{
    return index_.find(hash, [&](std::uint32_t i) { return texts_[i].view() == text; });
}

std::optional<kept_text> string_pool::find(std::string_view text) const
{
    if (texts_.size() == 0) {
        return std::nullopt;
    }
    auto const found = find(text, hash_(text));
    return found ? std::optional{texts_[*found]} : std::nullopt;
}

kept_text string_pool::intern(std::string_view text)
{
    auto const hash = hash_(text);
    if (auto const known = find(text, hash)) {
        return texts_[*known];
    }
    auto const number = narrow(texts_.size());
    texts_.reserve(1);
    auto const kept = kept_text::keep(bytes_, text);
    index_.insert(hash, number); // the last thing that can fail
    texts_.push_back(kept);
    return kept;
}

void string_pool::reserve_for(string_pool const& other)
{
    static_cast<void>(narrow(texts_.size() + other.texts_.size()));
    bytes_.reserve_for(other.bytes_);
    texts_.reserve(other.texts_.size());
    index_.reserve_for(other.index_);
}

void string_pool::absorb(string_pool&& other) noexcept
{
    bytes_.absorb(std::move(other.bytes_));
    index_.absorb(other.index_, static_cast<std::uint32_t>(texts_.size()));
    for (std::size_t i = 0; i < other.texts_.size(); ++i) {
        texts_.push_back(other.texts_[i]);
    }
}

} // namespace capgraph::inline v0::detail
