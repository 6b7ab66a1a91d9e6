// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "error_list.hpp"
#include "json_value.hpp"
#include "plain_record_reader.hpp"
#include "plain_sum_reader.hpp"
#include "record_keys.hpp"
#include "references.hpp"
#include "slug_outlook.hpp"

#include "ledger/pending_statements.hpp"

#include <capgraph/ledger/ledger.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <cstddef>
#include <cstdint>
#include <unordered_set>

namespace capgraph::inline v0::detail {

template <class Record>
struct record_at_hand;

/// Makes statements of records and hands them to the ledger, all or none.
class record_reader {
public:
    /// Statements for `target`; errors go to `errors`. Both must outlive the reader.
    record_reader(ledger& target, error_list& errors)
        : pending_{target},
          references_{pending_}, plain_{pending_}, outlook_{pending_}, errors_{&errors}
    {
    }

    record_reader(record_reader const&) = delete; // its parts point at each other
    record_reader& operator=(record_reader const&) = delete;
    ~record_reader() = default;

    /// What records to be taken soon will name: telling of several saves waiting for memory.
    [[nodiscard]] slug_outlook& outlook() noexcept { return outlook_; }

    /// Takes the one record of `tree`. Where errors are kept, what can be read of a broken record
    /// is taken, so that what refers to it is not in error too.
    ///
    /// Throws: `json_tree::no_places` where the tree has none and something is wrong; the record is
    /// then to be taken again.
    void take(record_kind kind, json_tree const& tree, record_frame frame);

    /// Reports what stands in the way of committing what was taken.
    void report_problems();
    /// Throws: the first of those problems. Nothing is appended then.
    void commit();

    [[nodiscard]] std::size_t num_statements() const noexcept { return pending_.num_statements(); }

private:
    template <class Record>
    void take_record(json_tree const& tree, record_frame frame);
    template <class Record>
    void read_numbered(json_tree const& tree, record_at_hand<Record>& to);
    template <class Record>
    void read_named(json_tree const& tree, record_key_list const& keys, record_at_hand<Record>& to);
    template <class Record>
    void add(Record& record, provenance const& said, json_tree const& tree);
    template <class Record>
    void keep_references(json_tree const& tree);

    pending_statements pending_;
    references references_;
    plain_record_reader plain_;
    plain_sum_reader sums_; ///< Of the record at hand.
    slug_outlook outlook_;
    error_list* errors_;
    std::unordered_set<std::uint64_t> broken_; ///< Records with errors, by the byte they begin at.
};

} // namespace capgraph::inline v0::detail
