// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "byte_arena.hpp"

#include "make_room.hpp"

#include <iterator>

namespace capgraph::inline v0::detail {

byte_arena::byte_arena(byte_arena&& other) noexcept
    : chunks_{std::move(other.chunks_)}, held_{std::exchange(other.held_, 0)},
      free_{std::exchange(other.free_, nullptr)}, left_{std::exchange(other.left_, 0)}
{
    other.chunks_.clear();
}

byte_arena& byte_arena::operator=(byte_arena&& other) noexcept
{
    chunks_ = std::exchange(other.chunks_, {});
    held_ = std::exchange(other.held_, 0);
    free_ = std::exchange(other.free_, nullptr);
    left_ = std::exchange(other.left_, 0);
    return *this;
}

void byte_arena::add_chunk(std::size_t bytes)
{
    // Doubling from small keeps a ledger of many small appends small.
    constexpr std::size_t first = 128;
    constexpr std::size_t doubled_until = std::size_t{1} << 16U;
    make_room(chunks_, 1);
    auto const size =
        next_block_bytes(held_, std::max(bytes, std::clamp(held_, first, doubled_until)));
    chunks_.push_back(make_memory_block(size));
    held_ += size;
    free_ = reinterpret_cast<char*>(chunks_.back().get());
    left_ = size;
}

void byte_arena::reserve_for(byte_arena const& other)
{
    make_room(chunks_, other.chunks_.size());
}

void byte_arena::absorb(byte_arena&& other) noexcept
{
    std::move(other.chunks_.begin(), other.chunks_.end(), std::back_inserter(chunks_));
    held_ += std::exchange(other.held_, 0);
    other.chunks_.clear();
    other.free_ = nullptr;
    other.left_ = 0;
}

} // namespace capgraph::inline v0::detail
