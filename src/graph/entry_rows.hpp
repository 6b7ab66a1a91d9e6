// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/graph/stake_matrix.hpp>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace capgraph::inline v0::detail {

/// Entries by row, and the most that each can be.
struct entry_rows {
    std::vector<std::uint64_t> offsets; ///< One more than there are rows.
    std::vector<stake_entry> entries;
    std::vector<double> uppers; ///< Empty where all entries are exact.
};

/// Room for `counts[v]` entries in row v; makes the counts where each row begins.
[[nodiscard]] entry_rows room_for(std::vector<std::uint64_t> counts, bool is_exact);

/// Puts entries into rows; each of `offsets` runs from where its row begins to where it ends.
class row_filler {
public:
    explicit row_filler(entry_rows& rows) : rows_{&rows} {}

    void put(std::uint32_t row, stake_entry entry, double upper)
    {
        auto const at = rows_->offsets[row]++;
        if (at >= rows_->entries.size()) {
            throw std::invalid_argument{
                "capgraph::stake_matrix: other stakes told the second time than the first"};
        }
        rows_->entries[at] = entry;
        if (!rows_->uppers.empty()) {
            rows_->uppers[at] = upper;
        }
    }

    /// Moves the offsets back to where the rows begin.
    void finish()
    {
        auto& offsets = rows_->offsets;
        std::move_backward(offsets.begin(), offsets.end() - 1, offsets.end());
        offsets.front() = 0;
    }

private:
    entry_rows* rows_;
};

/// The rows as columns, each ascending.
[[nodiscard]] entry_rows transposed(entry_rows const& rows);

/// Makes one of entries beside each other that are the same owner's.
void add_up(entry_rows& columns);

} // namespace capgraph::inline v0::detail
