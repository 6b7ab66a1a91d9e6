// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "byte_arena.hpp"

#include "make_room.hpp"

#include <iterator>

namespace capgraph::inline v0::detail {

namespace {

// Doubling from small keeps a ledger of many small appends small; 64 KiB is where it stops.
constexpr std::size_t first_chunk = 128;
constexpr std::size_t num_doublings = 9;

} // namespace

byte_arena::byte_arena(byte_arena&& other) noexcept
    : chunks_{std::move(other.chunks_)}, free_{std::exchange(other.free_, nullptr)},
      left_{std::exchange(other.left_, 0)}
{
    other.chunks_.clear();
}

byte_arena& byte_arena::operator=(byte_arena&& other) noexcept
{
    chunks_ = std::exchange(other.chunks_, {});
    free_ = std::exchange(other.free_, nullptr);
    left_ = std::exchange(other.left_, 0);
    return *this;
}

void byte_arena::add_chunk(std::size_t bytes)
{
    make_room(chunks_, 1);
    auto const grown = first_chunk << std::min(chunks_.size(), num_doublings);
    auto const size = std::max(bytes, grown);
    chunks_.push_back(std::unique_ptr<char[]>{new char[size]}); // not zeroed: filled in order
    free_ = chunks_.back().get();
    left_ = size;
}

void byte_arena::reserve_for(byte_arena const& other)
{
    make_room(chunks_, other.chunks_.size());
}

void byte_arena::absorb(byte_arena&& other) noexcept
{
    std::move(other.chunks_.begin(), other.chunks_.end(), std::back_inserter(chunks_));
    other.chunks_.clear();
    other.free_ = nullptr;
    other.left_ = 0;
}

} // namespace capgraph::inline v0::detail
