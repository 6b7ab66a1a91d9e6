// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"
#include "place.hpp"

#include "ledger/pending_statements.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/core/id.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// Turns slugs into ids, and remembers where each stood: whether something is described under a
/// slug shows only when all is read.
class references {
public:
    explicit references(pending_statements& pending) : pending_{&pending} {}

    /// A record begins. What the one before referred to is forgotten unless it was kept.
    /// `tree` says what this one refers to.
    void begin_record(json_tree const& tree) noexcept
    {
        tree_ = &tree;
        at_hand_.clear();
        own_slug_ = {};
    }
    /// What is known of the record's own slug.
    void note_own_slug(slug_hint hint) noexcept { own_slug_ = hint; }
    [[nodiscard]] slug_hint own_slug() const noexcept { return own_slug_; }
    /// The references that follow are those of this field, whose name lives for ever.
    void begin_field(std::string_view name) noexcept
    {
        field_ = name;
        element_ = no_element;
    }
    void begin_element() noexcept { ++element_; }
    /// Keeps what the record that stands at `at` referred to: it may turn out wrong.
    void keep_record(place at);

    [[nodiscard]] entity_id entity(json_value slug);
    [[nodiscard]] record_id round(json_value slug);
    [[nodiscard]] record_id source(json_value slug);
    /// A statement, by its own id: known to the ledger alone.
    void statement(json_value id) { note(id, 0); }

    /// `problem`, which is about a field of a kept record, at the value that it is about.
    [[nodiscard]] error located(error const& problem) const;

private:
    static constexpr auto no_element = static_cast<std::uint32_t>(-1);

    /// A reference of the record at hand: the value that says it by its number in the tree.
    struct reference {
        // Not defaulted: it would be zeroed first.
        // NOLINTNEXTLINE(modernize-use-equals-default)
        reference() noexcept {}

        std::uint32_t value;
        std::uint32_t element;
        std::string_view field;
        std::uint32_t id;
    };
    struct note_row {
        place at;
        std::string_view field;
        std::uint32_t element;
        std::uint32_t id;
    };
    struct record_row {
        std::uint64_t byte;
        std::size_t first_note;
    };

    void note(json_value value, std::size_t id)
    {
        value.require_string_at(); // now: once the record is taken, it is too late to read it anew
        auto& added = at_hand_.emplace_back();
        added.value = static_cast<std::uint32_t>(value.number());
        added.element = element_;
        // Part by part, as it was written: a copy as a whole would wait for both.
        added.field = {field_.data(), field_.size()};
        added.id = static_cast<std::uint32_t>(id);
    }
    [[nodiscard]] note_row const* find(std::uint64_t record, std::string_view field,
                                       std::string_view slug) const;
    [[nodiscard]] static bool is_before(note_row const& a, note_row const& b);
    [[nodiscard]] std::uint32_t id_meant(std::string_view field, std::string_view slug) const;

    pending_statements* pending_;
    std::string_view field_;
    std::uint32_t element_ = no_element;
    json_tree const* tree_ = nullptr;
    slug_hint own_slug_;
    std::vector<reference> at_hand_;
    std::vector<note_row> notes_; ///< Those of each kept record by field, then id.
    std::vector<record_row> records_;
};

} // namespace capgraph::inline v0::detail
