// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/fetch.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

inline constexpr std::uint32_t none = ~std::uint32_t{0};

/// Finds numbers by the hash of what they stand for, which is kept elsewhere: about 14 bytes each.
///
/// Open addressing with linear probing, in shards that grow one at a time, so that growing takes
/// neither a pause nor a second copy's memory.
class id_index {
public:
    /// The number with that hash for which `same(number)` is true.
    template <class Same>
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash, Same&& same) const
    {
        auto const& s = shards_[shard_of(hash)];
        if (s.slots.empty()) {
            return std::nullopt;
        }
        auto const tag = tag_of(hash);
        for (auto at = tag & s.mask();; at = (at + 1) & s.mask()) {
            auto const& seen = s.slots[at];
            if (seen.id == none) {
                return std::nullopt;
            }
            if (seen.tag == tag && same(seen.id)) {
                return seen.id;
            }
        }
    }

    /// The number that most likely has that hash; `none` where no other is likely, or finding out
    /// takes more than a few steps that are the same for all. Looks at nothing else.
    [[nodiscard]] std::uint32_t guess(std::uint64_t hash) const noexcept
    {
        auto const& s = shards_[shard_of(hash)];
        auto found = none;
        if (!s.slots.empty()) {
            auto const tag = tag_of(hash);
            for (auto step = guess_steps; step-- != 0;) { // the nearest has the last word
                auto const& seen = s.slots[(tag + step) & s.mask()];
                // By masks: written with `?:` it becomes a branch, which nobody can foresee.
                auto const fits = std::uint32_t{0} - (seen.tag == tag ? 1U : 0U);
                found = (seen.id & fits) | (found & ~fits);
            }
        }
        return found;
    }

    /// Begins to fetch from memory what `guess` looks at, and mostly `find`.
    void begin_guess(std::uint64_t hash) const noexcept
    {
        auto const& s = shards_[shard_of(hash)];
        if (!s.slots.empty()) {
            auto const tag = tag_of(hash);
            fetch(&s.slots[tag & s.mask()]);
            fetch(
                &s.slots[(tag + guess_steps - 1) & s.mask()]); // maybe on another line of the cache
        }
    }

    /// A free place for a number of some hash, until another is inserted.
    struct free_place {
        std::uint64_t hash = 0;
        std::uint32_t slot = 0;
    };
    /// What `find` returns; where that is nothing, `place` is one for the number. Strong guarantee.
    template <class Same>
    [[nodiscard]] std::optional<std::uint32_t> find_or_place(std::uint64_t hash, Same&& same,
                                                             free_place& place)
    {
        auto& s = shards_[shard_of(hash)];
        s.reserve(1);
        auto const tag = tag_of(hash);
        auto const mask = s.mask();
        auto const* const slots = s.slots.data();
        auto at = tag & mask;
        for (; slots[at].id != none; at = (at + 1) & mask) {
            if (slots[at].tag == tag && same(slots[at].id)) {
                return slots[at].id;
            }
        }
        place = {hash, at};
        return std::nullopt;
    }
    /// Adds a number at its place.
    void insert(free_place const& place, std::uint32_t id) noexcept
    {
        auto& s = shards_[shard_of(place.hash)];
        s.slots[place.slot] = {tag_of(place.hash), id};
        ++s.size;
    }

    /// Makes room, so that inserting a number of that hash cannot fail.
    void reserve(std::uint64_t hash) { shards_[shard_of(hash)].reserve(1); }
    /// Adds a number that is not there. Strong guarantee; none is needed where room was made.
    void insert(std::uint64_t hash, std::uint32_t id)
    {
        reserve(hash);
        shards_[shard_of(hash)].put({tag_of(hash), id});
    }

    /// Makes room, so that absorbing `other` cannot fail.
    void reserve_for(id_index const& other);
    /// Adds all numbers of `other`, each greater by `first`. Call `reserve_for` first.
    void absorb(id_index const& other, std::uint32_t first) noexcept;

private:
    struct slot {
        std::uint32_t tag = 0;
        std::uint32_t id = none;
    };
    struct shard {
        [[nodiscard]] std::uint32_t mask() const noexcept
        {
            return static_cast<std::uint32_t>(slots.size() - 1);
        }
        void reserve(std::size_t more)
        {
            // At three quarters full a search for what is not there looks at eight slots.
            if (4 * (size + more) > 3 * slots.size()) {
                grow(more);
            }
        }
        void grow(std::size_t more);
        void put(slot added) noexcept
        {
            auto at = added.tag & mask();
            while (slots[at].id != none) {
                at = (at + 1) & mask();
            }
            slots[at] = added;
            ++size;
        }

        std::vector<slot> slots; ///< None, or a power of two.
        std::size_t size = 0;
    };

    static constexpr std::size_t num_shards = 64;
    static constexpr std::uint32_t guess_steps = 4;

    // The shard by the highest bits of the hash, the place in it by the lowest.
    [[nodiscard]] static std::size_t shard_of(std::uint64_t hash) noexcept { return hash >> 58U; }
    [[nodiscard]] static std::uint32_t tag_of(std::uint64_t hash) noexcept
    {
        return static_cast<std::uint32_t>(hash);
    }

    std::array<shard, num_shards> shards_;
};

} // namespace capgraph::inline v0::detail
