// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "csv_columns.hpp"
#include "csv_row_reader.hpp"
#include "csv_statements.hpp"
#include "csv_tokenizer.hpp"
#include "error_list.hpp"
#include "record_counter.hpp"

#include <capgraph/io/read/csv.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace capgraph::inline v0::detail {

/// Reads the rows of a table, and decides what becomes of those that are wrong.
class csv_listener final : public csv_row_listener {
public:
    /// All must outlive it. What is wrong with a row goes to `rejects`, or else to `errors`.
    csv_listener(csv_mapping const& mapping, read_csv_options const& options,
                 std::function<void(csv_reject const&)> const& rejects, csv_statements& statements,
                 error_list& errors)
        : mapping_{&mapping}, options_{&options}, rejects_{&rejects},
          statements_{&statements}, errors_{&errors}, counter_{options.limits.records}
    {
    }

    void on_row(csv_row const& row) override;
    void on_bad_row(csv_row const& row, error const& why) override;

    /// Whether the columns are known: the table has a header, or a row, or needs none.
    [[nodiscard]] bool has_begun() const noexcept { return columns_.has_value(); }
    [[nodiscard]] std::size_t num_rows() const noexcept { return num_rows_; }
    [[nodiscard]] std::size_t num_refused() const noexcept { return num_refused_; }

private:
    /// Whether the row that begins the table was its header.
    bool take_first(csv_row const& row);
    void count(csv_row const& row);
    void take(csv_row const& row);
    [[nodiscard]] text_position position(place at) const;
    [[nodiscard]] error wrong_width(csv_row const& row) const;
    void refuse(csv_row const& row, std::vector<error> const& why);

    csv_mapping const* mapping_;
    read_csv_options const* options_;
    std::function<void(csv_reject const&)> const* rejects_;
    csv_statements* statements_;
    error_list* errors_;
    record_counter counter_;
    std::optional<csv_columns> columns_;
    std::optional<csv_row_reader> reader_;
    std::size_t num_rows_ = 0;
    std::size_t num_refused_ = 0;
};

} // namespace capgraph::inline v0::detail
