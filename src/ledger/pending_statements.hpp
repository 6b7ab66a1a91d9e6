// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "record_key.hpp"
#include "slug_hint.hpp"
#include "store.hpp"

#include "core/fetch.hpp"
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

    entity_id entity(std::string_view slug, slug_hint hint = {})
    {
        return entity_id{number_of(record_kind::entity, slug, hint)};
    }
    /// A round or a source.
    record_id named(record_kind kind, std::string_view slug, slug_hint hint = {});

    // What a slug's hint holds, told without waiting for memory: fetch for several slugs what one
    // step needs before taking it for the first. See `slug_table`.
    [[nodiscard]] std::uint64_t slug_hash(std::string_view slug) const noexcept
    {
        return added_.hash(slug);
    }
    /// Begins to fetch what `guess` needs.
    void begin_guess(record_kind kind, std::uint64_t hash) const noexcept
    {
        fetch(base_->slugs_of(kind).address_of_guess(hash));
        fetch(added_.slugs_of(kind).address_of_guess(hash));
    }
    [[nodiscard]] std::uint32_t guess(record_kind kind, std::uint64_t hash) const noexcept;
    [[nodiscard]] void const* address_of_row(record_kind kind, std::uint32_t number) const noexcept
    {
        return with_table(kind, number,
                          [](auto& table, std::uint32_t i) { return table.address_of_row(i); });
    }
    [[nodiscard]] void const* address_of_text(record_kind kind, std::uint32_t number) const noexcept
    {
        return with_table(kind, number,
                          [](auto& table, std::uint32_t i) { return table.address_of_text(i); });
    }

    /// Adds a statement. `said.where` is not read: `where` says it. Strong guarantee.
    ///
    /// `record` is completed. Precondition: its ids and its source's are this object's.
    template <class Record>
    record_id add(Record& record, provenance const& said, std::optional<position_view> const& where,
                  slug_hint own_slug = {}, plain_sums const& sums = {});
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
    class text_keeper;

    [[nodiscard]] std::uint32_t number_of(record_kind kind, std::string_view slug, slug_hint hint)
    {
        require_current();
        auto const is_right = hint.has_number() && same_text(slug_text(kind, hint.number), slug);
        return is_right ? hint.number : find_or_name(kind, slug, hint.hash);
    }
    /// The number of that slug, a new one if need be. `hash` is its hash, or 0.
    [[nodiscard]] std::uint32_t find_or_name(record_kind kind, std::string_view slug,
                                             std::uint64_t hash);
    [[nodiscard]] std::string_view slug_text(record_kind kind, std::uint32_t number) const noexcept
    {
        return with_table(kind, number, [](auto& table, std::uint32_t i) { return table.text(i); });
    }
    template <class Record>
    [[nodiscard]] record_id record_of(Record const& record, slug_hint own_slug);
    [[nodiscard]] record_id find_or_add(record_key const& key);
    [[nodiscard]] std::uint32_t number_of_file(std::string_view name);
    template <class Record>
    [[nodiscard]] char const* packed(Record const& record, provenance const& said,
                                     std::optional<position_view> const& where,
                                     plain_sums const& sums);
    void require_new_statement_id(std::string_view id, std::uint64_t hash) const;
    void require_current() const
    {
        if (base_->statements.size() != base_size_) {
            refuse_grown();
        }
    }
    [[noreturn]] static void refuse_grown();
    template <class Record>
    [[nodiscard]] bool is_doubtful(Record const& record, provenance const& said,
                                   record_id about) const noexcept;
    template <class Record>
    void append(Record const& record, statement_row row);

    [[nodiscard]] std::size_t num_entities() const noexcept
    {
        return base_->entities().size() + added_.entities().size();
    }
    [[nodiscard]] std::size_t num_records() const noexcept
    {
        return base_->records.size() + added_.records.size();
    }
    [[nodiscard]] record_row const& record_at(record_id id) const noexcept;
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
    row_buffer row_;                  ///< The bytes of the statement at hand.
};

} // namespace capgraph::inline v0::detail
