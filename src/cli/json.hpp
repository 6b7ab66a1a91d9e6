// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace capgraph::cli {

template <class T>
concept json_count = std::unsigned_integral<T> && !std::same_as<T, bool>;

template <class T>
concept json_text = std::convertible_to<T const&, std::string_view>;

/// A scalar of JSON or a list of texts; null is what is unknown.
class json_value {
public:
    json_value() noexcept = default;
    json_value(std::same_as<bool> auto truth) : value_{truth} {}
    json_value(double number) : value_{number} {}
    json_value(json_count auto count) : value_{static_cast<std::uint64_t>(count)} {}
    json_value(json_text auto const& text) : value_{std::string{std::string_view{text}}} {}
    json_value(std::vector<std::string> texts) : value_{std::move(texts)} {}
    template <class T>
    json_value(std::optional<T> const& known)
        : json_value{known ? json_value{*known} : json_value{}}
    {
    }

    /// As JSON: a number is the shortest that reads back equal. In a string all that is not plainly
    /// visible is escaped, and bytes that are not UTF-8 become U+FFFD.
    [[nodiscard]] friend std::string to_string(json_value const& value) { return value.text(); }

    friend bool operator==(json_value const&, json_value const&) = default;

private:
    [[nodiscard]] std::string text() const;

    std::variant<std::monostate, bool, std::uint64_t, double, std::string, std::vector<std::string>>
        value_;
};

struct json_member {
    std::string name;
    json_value value;

    friend bool operator==(json_member const&, json_member const&) = default;
};

/// An object of these, its members in the order in which they are printed.
using json_object = std::vector<json_member>;

/// The object in one line.
[[nodiscard]] std::string to_string(json_object const& object);

} // namespace capgraph::cli
