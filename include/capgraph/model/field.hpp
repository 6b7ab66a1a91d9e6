// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <type_traits>
#include <utility>

namespace capgraph::inline v0 {

/// The mark of a withdrawal: a field said anew to be unknown (`null` in the data format).
struct taken_back_t {
    friend constexpr bool operator==(taken_back_t, taken_back_t) noexcept = default;
};
/// The mark itself: `.country = taken_back`.
inline constexpr taken_back_t taken_back{};

/// What a statement says of one field of a record: nothing, a value, or that what was said no
/// longer stands.
///
/// In a record folded from its statements a field has a value or nothing. Unknown is never zero.
template <class T>
class field {
public:
    using value_type = T;

    /// Says nothing.
    // Not defaulted: `field<T> x{}` would then zero the room for a value, as large as it is, before
    // anything else, and a record has many fields that say nothing.
    // NOLINTNEXTLINE(modernize-use-equals-default)
    constexpr field() noexcept {}
    /// Says `value`.
    // clang-format off
    template <class U = T>
        requires(std::is_convertible_v<U&&, T>
                 && !std::is_same_v<std::remove_cvref_t<U>, field>
                 && !std::is_same_v<std::remove_cvref_t<U>, taken_back_t>)
        // clang-format on
        constexpr field(U&& value)
        : value_{std::forward<U>(value)}
    {
    }
    /// Withdraws what was said before.
    constexpr field(taken_back_t) noexcept : is_withdrawn_{true} {}

    /// Whether the field says anything: a value or a withdrawal.
    [[nodiscard]] constexpr bool is_said() const noexcept
    {
        return value_.has_value() || is_withdrawn_;
    }
    [[nodiscard]] constexpr bool is_withdrawn() const noexcept { return is_withdrawn_; }
    [[nodiscard]] constexpr bool has_value() const noexcept { return value_.has_value(); }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return value_.has_value(); }

    /// The value. Throws: `std::bad_optional_access` where there is none.
    [[nodiscard]] constexpr T const& value() const { return value_.value(); }
    [[nodiscard]] constexpr T value_or(T other) const { return value_.value_or(std::move(other)); }
    /// The value. Precondition: `has_value()`. That of a temporary is a value of its own, so that
    /// `for (auto const id : *book.said_by<same_as>(s).entities)` is right.
    [[nodiscard]] constexpr T const& operator*() const& noexcept { return *value_; }
    [[nodiscard]] constexpr T operator*() && { return *std::move(value_); }
    [[nodiscard]] constexpr T operator*() const&& { return *value_; }
    [[nodiscard]] constexpr T const* operator->() const noexcept { return &*value_; }

    friend constexpr bool operator==(field const&, field const&) = default;

private:
    std::optional<T> value_;
    bool is_withdrawn_ = false;
};

} // namespace capgraph::inline v0
