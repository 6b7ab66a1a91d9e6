// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "plain_share.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace capgraph::inline v0::detail {

std::optional<share> plain_share(std::string_view text) noexcept
{
    constexpr std::array powers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    auto const is_percent = text.ends_with('%');
    text.remove_suffix(is_percent ? 1 : 0);
    if (text.empty() || text.size() >= powers.size() - 1
        || (text.front() == '0' && text.size() > 1 && text[1] != '.')) {
        return std::nullopt;
    }
    std::uint64_t digits = 0;
    std::size_t point = 0; // the grammar has a digit before it
    for (std::size_t i = 0; i != text.size(); ++i) {
        auto const digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
        if (digit <= 9) {
            digits = 10 * digits + digit;
        } else if (text[i] == '.' && i != 0 && point == 0 && i + 1 != text.size()) {
            point = i;
        } else {
            return std::nullopt;
        }
    }
    auto const decimals = point == 0 ? 0 : text.size() - point - 1;
    // Both parts of the quotient are doubles: only the division rounds.
    auto const whole = powers[decimals + (is_percent ? 2 : 0)];
    auto const part = static_cast<double>(digits);
    return part <= whole ? std::optional{share{part / whole}} : std::nullopt;
}

} // namespace capgraph::inline v0::detail
