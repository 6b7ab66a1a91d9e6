// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "row_subject.hpp"
#include "row_writer.hpp"
#include "slug_hint.hpp"
#include "store.hpp"

#include "core/same_text.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// What a builder holds: statements that go on from those of a ledger, in a store of their own.
class pending_statements {
    // First, as what it returns is to be deduced.
    /// What `act` returns of the table in which that slug stands, and of its number there.
    template <class Do>
    decltype(auto) with_table(record_kind kind, std::uint32_t number, Do&& act) const
    {
        auto const& known = base_->slugs_of(kind);
        auto const first = static_cast<std::uint32_t>(known.size());
        return number < first ? act(known, number) : act(added_.slugs_of(kind), number - first);
    }

public:
    explicit pending_statements(ledger& target);
    pending_statements(pending_statements const&) = delete; // points into itself
    pending_statements& operator=(pending_statements const&) = delete;
    ~pending_statements() = default;

    /// What a slug stands for: its number among those of its kind, and its record.
    struct meaning {
        std::uint32_t number;
        record_id record;
    };
    /// Precondition: the ledger has not grown; `add_row` finds out. No row is begun.
    [[nodiscard]] meaning meaning_of(record_kind kind, std::string_view slug, slug_hint hint)
    {
        if (hint.has_number()) {
            auto const& row = slug_at(kind, hint.number);
            if (same_text(row.text(), slug)) {
                return {hint.number, row.record()};
            }
        }
        return find_or_name(kind, slug, hint.hash);
    }
    entity_id entity(std::string_view slug, slug_hint hint = {})
    {
        require_current();
        return entity_id{meaning_of(record_kind::entity, slug, hint).number};
    }
    /// The record of a slug.
    record_id named(record_kind kind, std::string_view slug, slug_hint hint = {})
    {
        require_current();
        return meaning_of(kind, slug, hint).record;
    }

    // What a slug's hint holds, told without waiting for memory: fetch for several slugs what one
    // step needs before taking it for the first. See `slug_table`.
    [[nodiscard]] std::uint64_t slug_hash(std::string_view slug) const noexcept
    {
        return added_.hash(slug);
    }
    /// Begins to fetch what `guess` needs.
    void begin_guess(record_kind kind, std::uint64_t hash) const noexcept
    {
        auto const& known = base_->slugs_of(kind);
        if (known.size() != 0) {
            known.begin_guess(hash);
        }
        added_.slugs_of(kind).begin_guess(hash);
    }
    [[nodiscard]] std::uint32_t guess(record_kind kind, std::uint64_t hash) const noexcept
    {
        auto const& known = base_->slugs_of(kind);
        auto const found = known.size() != 0 ? known.guess(hash) : none;
        if (found != none) {
            return found;
        }
        auto const own = added_.slugs_of(kind).guess(hash);
        return own == none ? none : static_cast<std::uint32_t>(known.size()) + own;
    }
    [[nodiscard]] slug_row const& slug_at(record_kind kind, std::uint32_t number) const noexcept
    {
        return with_table(
            kind, number, [](auto& table, std::uint32_t i) -> auto const& { return table.row(i); });
    }

    /// Adds a statement. `said.where` is not read: `where` says it. Strong guarantee.
    ///
    /// `record` is completed. Precondition: its ids and its source's are this object's.
    template <class Record>
    record_id add(Record& record, provenance const& said, std::optional<position_view> const& where,
                  slug_hint own_slug = {}, plain_sums const& sums = {});

    /// Begins the row of a statement; what it says of its record is to be written behind, and
    /// nothing to be named before it is added.
    [[nodiscard]] row_writer begin_row(statement_head const& head,
                                       std::optional<position_view> const& where);
    /// The hash of a key. Begins to fetch what adding a record of that key needs.
    [[nodiscard]] std::uint64_t seek(record_key const& key) const noexcept;
    /// Adds the statement whose row was written. Strong guarantee.
    ///
    /// Precondition: nothing is missing in it, and its ids are this object's.
    record_id add_row(row_writer& row, row_subject const& about);
    /// Throws: `std::out_of_range` for ids that neither the ledger nor this object gave.
    template <class Record>
    void require_own_ids(Record const& record, provenance const& said) const;

    [[nodiscard]] std::size_t num_statements() const noexcept { return added_.statements.size(); }
    /// Whether something has been said of the record, so that naming it is right.
    [[nodiscard]] bool is_described(record_id id) const noexcept
    {
        return record_at(id).is_described();
    }
    [[nodiscard]] bool is_described(entity_id id) const noexcept
    {
        return is_described(record_of(id));
    }
    /// Whether something is named that is not described yet.
    [[nodiscard]] bool has_undescribed() const noexcept { return num_undescribed_ != 0; }
    /// Whether the last statement may turn out to be in the way of committing.
    [[nodiscard]] bool is_last_doubtful() const noexcept
    {
        return !doubtful_.empty()
               && doubtful_.back() + std::size_t{1} == base_size_ + num_statements();
    }

    [[nodiscard]] std::vector<error> problems() const;
    void commit();

private:
    friend class problem_finder;
    /// The same of one that may be new. `hash` is its hash, or 0.
    [[nodiscard]] meaning find_or_name(record_kind kind, std::string_view slug, std::uint64_t hash);
    [[nodiscard]] std::string_view slug_text(record_kind kind, std::uint32_t number) const noexcept
    {
        return slug_at(kind, number).text();
    }
    template <class Record>
    [[nodiscard]] row_subject subject_of(Record const& record, provenance const& said,
                                         slug_hint own_slug);
    template <class Record>
    void note_named(Record const& record, provenance const& said);
    [[nodiscard]] record_id record_of(row_subject const& about);
    [[nodiscard]] record_id find_or_add(record_key const& key, std::uint64_t hash);
    [[nodiscard]] bool is_at(store const& s, std::size_t record, std::size_t first_statement,
                             record_key const& key) const;
    [[nodiscard]] record_id add_unnamed(record_kind kind);
    [[nodiscard]] std::uint32_t number_of_file(std::string_view name);
    [[nodiscard]] std::string_view file_name(std::uint32_t number) const noexcept;
    [[nodiscard]] std::uint32_t find_or_add_file(std::string_view name);
    void require_new_statement_id(std::string_view id, std::uint64_t hash) const;
    void require_current() const
    {
        if (base_->statements.size() != base_size_) {
            refuse_grown();
        }
    }
    [[noreturn]] static void refuse_grown();
    [[nodiscard]] bool is_doubtful(row_subject const& about, record_id record) const noexcept;
    void append(row_subject const& about, statement_row row);

    [[nodiscard]] std::size_t num_entities() const noexcept
    {
        return base_->entities().size() + added_.entities().size();
    }
    [[nodiscard]] std::size_t num_records() const noexcept
    {
        return base_->records.size() + added_.records.size();
    }
    [[nodiscard]] record_row const& record_at(record_id id) const noexcept
    {
        auto const i = index_of(id);
        auto const first = base_->records.size();
        return i < first ? base_->records[i] : added_.records[i - first];
    }
    [[nodiscard]] std::string_view slug_of(record_id id) const;
    [[nodiscard]] record_id record_of(entity_id id) const noexcept;
    [[nodiscard]] statement_row const& statement_at(std::uint32_t i) const noexcept;
    /// What a statement says, the ledger's or an added one.
    template <class Record>
    [[nodiscard]] Record said(std::uint32_t statement) const
    {
        auto const& row = statement_at(statement);
        return store::unpack_said<Record>(row.bytes, slug_of(row.record));
    }
    [[nodiscard]] std::uint32_t first_about(record_id id) const noexcept;

    std::shared_ptr<store> base_;
    std::size_t base_size_; ///< In statements, when the builder was made.
    store added_;
    /// The statements that may be in the way of committing, in their order: those that name what is
    /// not described yet, or contradict what a record can be.
    std::vector<std::uint32_t> doubtful_;
    std::size_t num_undescribed_ = 0; ///< Of the added records: named, but not described yet.
    row_buffer buffer_;
    text_keeper keeper_;
    std::vector<record_id> named_; ///< By the statement at hand.
    std::string_view last_file_;   ///< The file of the last statement, if `has_last_file_`.
    std::uint32_t last_file_number_ = 0;
    bool has_last_file_ = false;
};

} // namespace capgraph::inline v0::detail
