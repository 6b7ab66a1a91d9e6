// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "byte_arena.hpp"
#include "kept_text.hpp"
#include "plain_sums.hpp"

#include "core/copy_few.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/entity.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/state_link.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

// What a statement says, as bytes: small, since few fields are ever said. They never leave the
// process. `put` of packed_writer and `get` of packed_reader mirror each other, type by type.

/// Text no longer than this stands in the row itself: a reference would take no less.
inline constexpr std::size_t longest_inline_text = 15;
inline constexpr unsigned char text_elsewhere = 0xff;

/// Values that are their own bytes.
template <class T>
concept plain_bytes = std::is_trivially_copyable_v<T> && sizeof(T) <= 16
                      && !std::is_same_v<T, std::string_view>;

/// What all parts of a row whose size is bounded take together, at most: room for them is made
/// once, and kept by whatever else is written.
inline constexpr std::size_t bounded_row_bytes = 1024;

/// Bytes of a row that has no room in the arena yet; keeps its memory for the next.
class row_buffer {
public:
    /// Room for `n` bytes of which the first `used` are kept.
    [[nodiscard]] char* room(std::size_t used, std::size_t n)
    {
        if (n > capacity_) {
            auto const wanted = std::max(2 * capacity_, n);
            std::unique_ptr<char[]> larger{new char[wanted]};
            std::copy_n(bytes_.get(), used, larger.get());
            bytes_ = std::move(larger);
            capacity_ = wanted;
        }
        return bytes_.get();
    }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t capacity_ = 0;
};

/// Where a row is written: in the arena that will keep it, as bytes just written are slow to copy.
/// Nothing else may be kept there meanwhile. Where the arena has no room for all that may come, in
/// a buffer: it then takes no more than the row needs.
class row_room {
public:
    row_room(byte_arena& arena, row_buffer& buffer)
        : arena_{&arena}, buffer_{&buffer}, is_in_arena_{arena.left() >= bounded_row_bytes},
          begin_{is_in_arena_ ? arena.begin() : buffer.room(0, bounded_row_bytes)}
    {
    }

    [[nodiscard]] char* begin() const noexcept { return begin_; }
    /// Makes room for `n` more bytes, and what is bounded, behind what ends at `at`. Returns the
    /// new place of `at`.
    [[nodiscard]] char* more(char const* at, std::size_t n)
    {
        auto const used = static_cast<std::size_t>(at - begin_);
        auto const wanted = used + n + bounded_row_bytes;
        if (is_in_arena_ && wanted > arena_->left()) {
            begin_ = std::copy_n(begin_, used, buffer_->room(0, wanted)) - used;
            is_in_arena_ = false;
        } else if (!is_in_arena_) {
            begin_ = buffer_->room(used, wanted);
        }
        return begin_ + used;
    }
    /// Keeps the row that ends at `end`. Strong guarantee.
    char const* keep(char const* end)
    {
        auto const size = static_cast<std::size_t>(end - begin_);
        return is_in_arena_ ? arena_->take(size) : arena_->keep({begin_, size});
    }

private:
    byte_arena* arena_;
    row_buffer* buffer_;
    bool is_in_arena_;
    char* begin_;
};

/// Writes a row. `keep.check(text)` refuses what is no text; `keep.keep(text)` makes a `kept_text`
/// of a long one.
template <class Keep>
class packed_writer {
public:
    packed_writer(row_room room, Keep& keep) : row_{room}, keep_{&keep}, at_{row_.begin()} {}

    /// Keeps what was written. Returns where it stands. Strong guarantee.
    char const* keep() { return row_.keep(at_); }

    void byte(unsigned value) noexcept { *at_++ = static_cast<char>(value); }

    /// Numbers, each in as few bytes as it needs.
    template <class... Numbers>
    void varint(Numbers... values) noexcept
    {
        auto* at = at_; // kept out of memory meanwhile
        ((at = put_varint(at, values)), ...);
        at_ = at;
    }

    /// Two numbers, likely large ones, in as few bytes as they need and one that says how many.
    void numbers(std::uint64_t a, std::uint64_t b) noexcept
    {
        auto const first = bytes_of(a);
        auto const second = bytes_of(b);
        byte(first | second << 4U);
        number(a, first);
        number(b, second);
    }

    /// Text that is worth no copy elsewhere.
    void text(std::string_view value)
    {
        varint(value.size());
        make_room(value.size());
        append(value);
    }

    /// Puts one of many values.
    template <class T>
    void put_more(T const& value)
    {
        make_room(0);
        put(value);
    }

    template <plain_bytes T>
    void put(T const& value)
    {
        std::memcpy(at_, &value, sizeof value);
        at_ += sizeof value;
    }
    void put(std::string_view text)
    {
        keep_->check(text);
        put_checked(text);
    }
    /// Text that `keep.check` would take.
    void put_checked(std::string_view text)
    {
        if (text.size() <= longest_inline_text) {
            byte(static_cast<unsigned>(text.size()));
            append(text);
        } else {
            byte(text_elsewhere);
            put(keep_->keep(text));
        }
    }
    void put(identifier const& value)
    {
        put(value.scheme);
        put(value.value);
    }
    void put(state_link const& value)
    {
        put(value.link);
        put(value.level);
        put(value.country);
    }
    void put(lead_group const& value)
    {
        put(value.link);
        put(value.count);
    }
    void put(money value)
    {
        put(value.minor_units());
        put(value.unit());
    }
    template <class T>
    void put(stated<T> const& value)
    {
        put(value.said());
        if (value.is_disclosed()) {
            put(value.low());
        }
        if (value.said() == qualifier::between) {
            put(value.high());
        }
    }
    void put(amount const& value)
    {
        varint(value.renderings().size());
        for (auto const& rendering : value.renderings()) {
            put_more(rendering);
        }
    }
    /// An amount of these renderings.
    void put(std::span<plain_figure const> renderings)
    {
        varint(renderings.size());
        for (auto const& rendering : renderings) {
            put(rendering.said);
            put(rendering.sum);
        }
    }
    template <class T>
    void put(std::optional<T> const& value)
    {
        byte(value ? 1 : 0);
        if (value) {
            put(*value);
        }
    }
    template <class T>
    void put(std::vector<T> const& values)
    {
        varint(values.size());
        for (auto const& value : values) {
            put_more(value);
        }
    }

private:
    /// Makes room for `n` bytes and, as before, for what is bounded.
    void make_room(std::size_t n) { at_ = row_.more(at_, n); }
    void append(std::string_view text) noexcept { at_ = copy_few(at_, text.data(), text.size()); }

    [[nodiscard]] static unsigned bytes_of(std::uint64_t value) noexcept
    {
        return static_cast<unsigned>(std::bit_width(value) + 7) / 8;
    }
    /// The `size` lowest bytes of `value`, and any behind them, where there is room.
    void number(std::uint64_t value, unsigned size) noexcept
    {
        if constexpr (std::endian::native == std::endian::big) {
            value <<= 8 * (8 - size) % 64;
        }
        std::memcpy(at_, &value, sizeof value);
        at_ += size;
    }

    [[nodiscard]] static char* put_varint(char* at, std::uint64_t value) noexcept
    {
        for (; value >= 0x80; value >>= 7U) {
            *at++ = static_cast<char>(static_cast<unsigned>(value & 0x7fU) | 0x80U);
        }
        *at++ = static_cast<char>(value);
        return at;
    }

    row_room row_;
    Keep* keep_;
    char* at_;
};

/// Reads what a `packed_writer` wrote.
class packed_reader {
public:
    explicit packed_reader(char const* at) noexcept : at_{at} {}

    [[nodiscard]] unsigned peek() const noexcept { return static_cast<unsigned char>(*at_); }
    unsigned byte() noexcept { return static_cast<unsigned char>(*at_++); }

    std::uint64_t varint() noexcept
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            auto const next = byte();
            value |= static_cast<std::uint64_t>(next & 0x7fU) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    void numbers(std::uint64_t& a, std::uint64_t& b) noexcept
    {
        auto const sizes = byte();
        a = number(sizes & 0xfU);
        b = number(sizes >> 4U);
    }

    std::string_view text() noexcept
    {
        auto const size = static_cast<std::size_t>(varint());
        auto const* const first = at_;
        at_ += size;
        return {first, size};
    }

    template <plain_bytes T>
    void get(T& value) noexcept
    {
        std::memcpy(static_cast<void*>(&value), at_, sizeof value);
        at_ += sizeof value;
    }
    void get(std::string_view& text) noexcept
    {
        auto const size = byte();
        if (size == text_elsewhere) {
            kept_text kept;
            get(kept);
            text = kept.view();
            return;
        }
        text = {at_, size};
        at_ += size;
    }
    void get(identifier& value) noexcept
    {
        get(value.scheme);
        get(value.value);
    }
    void get(state_link& value) noexcept
    {
        get(value.link);
        get(value.level);
        get(value.country);
    }
    void get(lead_group& value)
    {
        get(value.link);
        get(value.count);
    }
    void get(money& value) noexcept
    {
        std::int64_t units = 0;
        currency unit;
        get(units);
        get(unit);
        value = money{units, unit};
    }
    template <class T>
    void get(stated<T>& value)
    {
        auto said = qualifier::undisclosed;
        get(said);
        T low{};
        if (said != qualifier::undisclosed) {
            get(low);
        }
        auto high = low;
        if (said == qualifier::between) {
            get(high);
        }
        value = stated<T>{said, low, high};
    }
    void get(amount& value)
    {
        std::vector<stated<money>> renderings;
        get(renderings);
        value = amount{std::move(renderings)};
    }
    template <class T>
    void get(std::optional<T>& value)
    {
        if (byte() != 0) {
            T read{};
            get(read);
            value = std::move(read);
        } else {
            value.reset();
        }
    }
    template <class T>
    void get(std::vector<T>& values)
    {
        values.resize(static_cast<std::size_t>(varint()));
        for (auto& value : values) {
            get(value);
        }
    }

private:
    [[nodiscard]] std::uint64_t number(unsigned size) noexcept
    {
        std::uint64_t value = 0;
        for (unsigned i = 0; i != size; ++i) {
            auto const place = std::endian::native == std::endian::little ? i : size - 1 - i;
            value |= std::uint64_t{byte()} << (8 * place);
        }
        return value;
    }

    char const* at_;
};

} // namespace capgraph::inline v0::detail
