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
    /// A part that is text: interned, so that its address tells it apart.
    char const* text = nullptr;

    friend bool operator==(record_key const&, record_key const&) = default;
};

/// Hashes the bytes of a key with the ledger's seed.
class record_key_hash {
public:
    explicit record_key_hash(std::uint64_t seed) noexcept : hash_{seed} {}
    [[nodiscard]] std::size_t operator()(record_key const& key) const noexcept;

private:
    seeded_hash hash_;
};

/// The key of a record whose references are resolved and whose text is interned.
[[nodiscard]] record_key key_of(participation const& r);
[[nodiscard]] record_key key_of(valuation const& r);
[[nodiscard]] record_key key_of(holding const& r);
[[nodiscard]] record_key key_of(relation const& r);
[[nodiscard]] record_key key_of(absence const& r);
[[nodiscard]] record_key key_of(rate const& r);
/// The key of what goes by a slug: a source or a round.
[[nodiscard]] record_key key_of(record_kind kind, std::string_view interned_slug);

} // namespace capgraph::inline v0::detail
