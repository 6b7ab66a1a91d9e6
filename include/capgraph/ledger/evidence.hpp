// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// What a statement does to the figures that rest on its record.
enum class evidence_role : std::uint8_t {
    decides,    ///< A field of the record is as this statement says.
    superseded, ///< Others outweigh all it says, or take it back.
    suppresses, ///< It takes another statement back, or a field of the record.
    joins,      ///< It says that entities are one.
};

template <>
inline constexpr auto detail::words_of<evidence_role> =
    std::to_array<std::string_view>({"decides", "superseded", "suppresses", "joins"});

/// A statement, and what it does.
struct evidence {
    statement_id statement{};
    evidence_role role{};

    friend bool operator==(evidence const&, evidence const&) = default;
};

/// Every statement that what `facts` says of `records` depends on, in the order of the ledger.
///
/// Those are the statements about the records themselves; about the entities and rounds that they
/// name, and what is said to be the same as these; about the sources of all of them, whose days
/// count; and the retractions of any of them, with what they take back. Statements that the view
/// does not take are among them where they say what is timeless: an entity's name and kind, a
/// round's company. A ledger of these statements alone says the same of the records, and a
/// statement that is not among them changes nothing.
///
/// Complexity: O(n) in the statements of the view. Throws: `std::out_of_range`; `std::bad_alloc`.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<evidence> evidence_of(view const& facts,
                                                                std::span<record_id const> records);

} // namespace capgraph::inline v0
