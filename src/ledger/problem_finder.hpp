// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "pending_statements.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/record.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace capgraph::inline v0::detail {

/// Finds all that stands in the way of appending, in the order of the statements.
///
/// Only the doubtful statements are opened, and the first one about each record that lacks
/// something.
class problem_finder {
public:
    explicit problem_finder(pending_statements const& pending);

    [[nodiscard]] std::vector<error> find();

private:
    [[nodiscard]] std::vector<std::uint32_t> suspects() const;
    [[nodiscard]] record_id added_record(std::size_t i) const;
    template <class Record>
    void inspect(std::uint32_t statement);
    void require_described(std::uint32_t statement, record_id record, std::string_view field);
    void require_complete(std::uint32_t statement);
    void note_unmentioned();
    void inspect_round(std::uint32_t statement, funding_round const& said);
    void inspect_valuation(std::uint32_t statement, valuation const& said);
    void inspect_retraction(std::uint32_t statement, retraction const& said);
    void report(std::uint32_t statement, std::string_view field, error const& problem);
    [[nodiscard]] error not_described(record_id record);
    [[nodiscard]] std::string_view nearest_described(record_row const& wanted,
                                                     std::string_view slug) const;

    pending_statements const* pending_;
    store const* base_;
    store const* added_;
    std::unordered_set<record_id> reported_; ///< Each lacking record is told of once.
    std::vector<error> problems_;
    std::size_t suggestions_left_ = 20;
};

} // namespace capgraph::inline v0::detail
