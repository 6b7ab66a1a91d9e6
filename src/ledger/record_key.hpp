// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "seeded_hash.hpp"

#include <capgraph/core/money.hpp>
#include <capgraph/model/record.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0::detail {

/// What makes two statements speak of the same record: its kind and the parts of its key.
struct record_key {
    record_kind kind{};
    std::array<std::uint64_t, 4> parts{};
    std::string_view text{}; ///< A part that is text.

    friend bool operator==(record_key const&, record_key const&) = default;
};

[[nodiscard]] inline std::uint64_t hash_of(record_key const& key, seeded_hash const& hash) noexcept
{
    auto words = key.parts;
    words[0] ^= static_cast<std::uint64_t>(key.kind) << 56U; // no part fills its highest byte
    if (!key.text.empty()) {
        words[3] ^= hash(key.text);
    }
    return hash(words);
}

/// The key of a checked record whose references are resolved; as short-lived as its text.
[[nodiscard]] record_key key_of(participation const& r);
[[nodiscard]] record_key key_of(valuation const& r);
[[nodiscard]] record_key key_of(holding const& r);
[[nodiscard]] record_key key_of(relation const& r);
[[nodiscard]] record_key key_of(absence const& r);
[[nodiscard]] record_key key_of(rate const& r);

} // namespace capgraph::inline v0::detail
