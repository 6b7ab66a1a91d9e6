// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "id_index.hpp"
#include "record_key.hpp"
#include "slug_hint.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/model/record.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace capgraph::inline v0::detail {

/// What a ledger goes by in a statement, whatever else its row says.
struct row_subject {
    // An aggregate would be zeroed as a whole, which takes longer than saying what each part is.
    explicit row_subject(record_kind of) noexcept : kind{of} {}

    record_kind kind;
    /// The statement's own id; may be empty.
    std::string_view statement{};

    /// What the record goes by: a slug, or a key and its hash; some stand by themselves.
    std::string_view slug{};
    slug_hint own_slug{};
    record_key key{};
    std::uint64_t key_hash = 0;

    /// What the statement refers to. It may be left out while all that is named is described.
    std::span<record_id const> named{};
    std::uint32_t company = none;     ///< A round's or a valuation's: an entity.
    std::optional<record_id> round{}; ///< A valuation's.
    std::string_view retracted{};     ///< A statement, by its id.
    bool has_name = false;            ///< An entity's.
    bool has_kind = false;            ///< An entity's.
};

} // namespace capgraph::inline v0::detail
