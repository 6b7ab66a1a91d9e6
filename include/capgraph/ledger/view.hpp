// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

class view;

namespace detail {
struct view_state;
std::shared_ptr<view_state const> const& state_of(view const& seen) noexcept;
} // namespace detail

/// What to do with what partial dates leave open.
enum class certainty : std::uint8_t {
    certainly, ///< Take what holds whatever day was meant.
    possibly,  ///< Take what holds for some day that may have been meant.
};

template <>
inline constexpr auto detail::words_of<certainty> = std::to_array<std::string_view>({"certainly",
                                                                                     "possibly"});

/// From which day a relayed report counts: one that the source attributes to somebody else.
enum class relays : std::uint8_t {
    as_reported, ///< From the day of the original report.
    as_relayed,  ///< From the day of the text that relays it.
};

template <>
inline constexpr auto detail::words_of<relays> = std::to_array<std::string_view>({"as_reported",
                                                                                  "as_relayed"});

/// From where a ledger is looked at.
struct view_options {
    /// The moment asked about: holdings and relations that hold then. Absent: all there were.
    std::optional<date> valid_at{};
    /// What was reported up to the end of this day, no look-ahead. Absent: all of it.
    std::optional<date> known_at{};
    /// How far a deal must have come to count.
    deal_status min_status = deal_status::closed;
    /// Only what these sources say; empty: all sources. Statements without a source always count.
    std::vector<record_id> sources{};
    /// Whether a report of uncertain date is known at `known_at`.
    certainty known = certainty::certainly;
    /// Whether a holding of uncertain dates holds at `valid_at`.
    certainty valid = certainty::possibly;
    capgraph::relays relays = capgraph::relays::as_reported;
    /// From which statement on the ledger tells what is supposed: of that, what has no day is known
    /// at any `known_at`, to who supposes it. Absent: nothing is.
    std::optional<statement_id> supposed_from{};
};

/// What a ledger says, seen from one moment with one measure of doubt.
///
/// A view is the prefix of the ledger that stood when it was made: later appends leave it alone,
/// and it keeps alive what it shows. Records are folded from their statements when asked for: each
/// field by the last day of its `as_of`, then of its `reported_on`, then by position; a date
/// without last day weighs more than any. What is said of a source is no news: each view takes it.
///
/// What is asked of one record costs time linear in what has been said of it, also since the view
/// was made.
///
/// A value, cheap to copy. Threads: may be read concurrently, but not beside an append.
/// What was moved from can be assigned to and destroyed, no more.
class CAPGRAPH_EXPORT view {
public:
    /// Complexity: one scan over the statements.
    explicit view(ledger const& source, view_options options = {});

    [[nodiscard]] view_options const& options() const noexcept;

    /// How many statements the view takes.
    [[nodiscard]] std::size_t num_statements() const noexcept;
    /// The statements about `record` that the view takes, in the order of their weight: the last
    /// one decides. Throws: `std::out_of_range`.
    [[nodiscard]] std::vector<statement_id> statements_of(record_id record) const;
    [[nodiscard]] bool takes(statement_id id) const noexcept;
    /// The statement itself. Throws: `std::out_of_range`.
    [[nodiscard]] statement at(statement_id id) const;

    /// Whether anything about `record` is known.
    [[nodiscard]] bool knows(record_id record) const;
    /// The records of one kind that are known (and hold at `valid_at`), by id.
    [[nodiscard]] std::vector<record_id> records(record_kind kind) const;

    /// All records of one kind that stood in the ledger, whatever the view knows of them, by id.
    [[nodiscard]] std::vector<record_id> records_told(record_kind kind) const;

    /// The record that speaks of the entity itself. Throws: `std::out_of_range`.
    [[nodiscard]] record_id record_of(entity_id id) const;
    /// The company of a round, as the source names it, whatever the view knows of the round.
    /// Complexity: O(1). Throws: `std::out_of_range` for an id that is no round.
    [[nodiscard]] entity_id company_of(record_id round) const;

    /// The record as its statements make it; null when the view knows nothing of it.
    /// Throws: `std::out_of_range` for an id that is no `Record`.
    template <record_type Record>
    [[nodiscard]] std::optional<Record> find(record_id record) const;
    /// As `find`. Throws: `error` with `not_known_at` when the view knows nothing of it.
    template <record_type Record>
    [[nodiscard]] Record at(record_id record) const;

    /// The fields of the record that are timeless (its key, an entity's name and kind, a round's
    /// company and kind), whatever the view knows; the other fields are left unsaid.
    /// Throws: `std::out_of_range` for an id that is no `Record`.
    template <record_type Record>
    [[nodiscard]] Record timeless(record_id record) const;

    /// The entity as its own statements make it; with its timeless fields alone where the view
    /// knows nothing of it. Throws: `std::out_of_range`.
    [[nodiscard]] entity at(entity_id id) const;
    [[nodiscard]] std::string_view slug_of(entity_id id) const;
    [[nodiscard]] std::string_view slug_of(record_id id) const;
    /// The entity's name, whatever the view knows. Throws: `std::out_of_range`.
    [[nodiscard]] std::string_view name_of(entity_id id) const;

    /// Throws: `error` with `unknown_entity`, naming the nearest slug.
    [[nodiscard]] entity_id entity_at(std::string_view slug) const;
    /// Throws: `error` with `unknown_reference`, naming the nearest slug.
    [[nodiscard]] record_id round_at(std::string_view slug) const;

    /// The entity that stands for all that are said to be the same as `id`: the first by slug.
    /// Throws: `std::out_of_range`.
    [[nodiscard]] entity_id representative(entity_id id) const;
    /// All entities said to be the same as `id`, itself among them, by slug.
    /// Throws: `std::out_of_range`.
    [[nodiscard]] std::vector<entity_id> same_as(entity_id id) const;

    /// When the statement was reported, as the view counts it; open where no day is known.
    [[nodiscard]] date reported_on(statement_id id) const;
    /// Of which moment the statement speaks.
    [[nodiscard]] date as_of(statement_id id) const;

private:
    friend std::shared_ptr<detail::view_state const> const&
    detail::state_of(view const& seen) noexcept;
    std::shared_ptr<detail::view_state const> state_;
};

} // namespace capgraph::inline v0
