// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/result.hpp>
#include <capgraph/io/read/csv_mapping.hpp>
#include <capgraph/io/read/json.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// A row that was refused.
struct csv_reject {
    error why;            ///< What is wrong with it, at its first cell that is wrong.
    std::string_view row; ///< As it is written, without its line break; lives while the sink runs.
};

/// How a table is read.
struct read_csv_options {
    /// What it may cost: a cell at most `string_bytes`, a row at most `record_bytes`, the rows
    /// beside the header at most `records`. `depth` does not matter.
    read_limits limits = {};
    std::size_t most_columns = 4096;
    /// Hears of each row that is refused, in their order; the others are read. Absent: the first
    /// bad row refuses the table. What it throws leaves the call.
    std::function<void(csv_reject const&)> rejects = {};
    /// The slug of a source that the ledger describes, of which all statements are; empty: none.
    std::string source = {};
    /// When all that the table says was reported; absent: as the source says.
    std::optional<date> reported_on = {};
    /// What errors and positions call the text; empty: the path of the file.
    std::string name = {};
    /// How much is taken at once. The run's `stop` is looked at, and its `progress` told, in
    /// between. Changes no answer.
    std::size_t chunk_bytes = std::size_t{64} * 1024;
    /// Reading takes one thread, no random choice, and heeds no memory budget but the limits.
    run_options run = {};
};

/// What a table held.
struct csv_contents {
    std::size_t rows = 0;       ///< That were read: neither the header, nor blank, nor refused.
    std::size_t refused = 0;    ///< Rows that went to `rejects`.
    std::size_t statements = 0; ///< How many were appended.

    friend bool operator==(csv_contents const&, csv_contents const&) = default;
};

/// The statements that a table makes, its columns meaning what `mapping` says, in a ledger of their
/// own.
///
/// The text is read as a stream. Each row says one participation; each round is said once, where it
/// first stands, and again only where a later row says otherwise; each entity once, under its first
/// name, behind the rows: another name of the same slug becomes an alias, and another country a
/// later statement. What the ledger describes already keeps its name and kind. A round without an
/// `id` has the slug `COMPANY|DATE|AMOUNT`.
///
/// Errors stand at the cell: by line and column in the file, a line break being CR, LF or both, and
/// with the name of its column, or its number, for a pointer.
///
/// Complexity: linear in the text.
/// Throws: the first `error` met: `syntax` for quotes that are not those of RFC 4180 and for rows
///   with other than the first row's number of cells; `missing_field` for a header without a
///   column of `mapping`, a row without a name and a sum without a currency; `duplicate_key` for
///   such a column twice; `bad_encoding`, `limit_exceeded`, `bad_value`, `number_out_of_range`;
///   `unknown_reference` for a source that the ledger lacks; `error` with `cancelled`; what the
///   sinks throw; `std::invalid_argument` for a mapping that cannot be: no column for the company,
///   names without a header, a sum without any currency, a delimiter that is a quote or no ASCII
///   sign, words that are empty.
/// See: `check_csv` for all errors at once.
[[nodiscard]] CAPGRAPH_EXPORT ledger read_csv(std::string_view text, csv_mapping const& mapping,
                                              read_csv_options const& options = {});
/// As `read_csv`; returns the error that it throws.
[[nodiscard]] CAPGRAPH_EXPORT result<ledger> try_read_csv(std::string_view text,
                                                          csv_mapping const& mapping,
                                                          read_csv_options const& options = {});

/// As `read_csv`, of a file, of which it holds one chunk at a time.
/// Throws: `error` with `unreadable_file` as well.
[[nodiscard]] CAPGRAPH_EXPORT ledger read_csv_file(std::string const& path,
                                                   csv_mapping const& mapping,
                                                   read_csv_options const& options = {});
/// As `read_csv_file`; returns the error that it throws.
[[nodiscard]] CAPGRAPH_EXPORT result<ledger>
try_read_csv_file(std::string const& path, csv_mapping const& mapping,
                  read_csv_options const& options = {});

/// Appends the statements of a table to `target`, all or none: an error leaves it as it was.
///
/// Returns what the table held. Throws: as `read_csv`.
CAPGRAPH_EXPORT csv_contents append_csv(ledger& target, std::string_view text,
                                        csv_mapping const& mapping,
                                        read_csv_options const& options = {});
/// As `append_csv`; returns the error that it throws.
[[nodiscard]] CAPGRAPH_EXPORT result<csv_contents>
try_append_csv(ledger& target, std::string_view text, csv_mapping const& mapping,
               read_csv_options const& options = {});

/// As `append_csv`, of a file. Throws: as `read_csv_file`.
CAPGRAPH_EXPORT csv_contents append_csv_file(ledger& target, std::string const& path,
                                             csv_mapping const& mapping,
                                             read_csv_options const& options = {});
/// As `append_csv_file`; returns the error that it throws.
[[nodiscard]] CAPGRAPH_EXPORT result<csv_contents>
try_append_csv_file(ledger& target, std::string const& path, csv_mapping const& mapping,
                    read_csv_options const& options = {});

/// All errors of a table, in the order in which they stand there; none where `read_csv` takes it.
///
/// Goes on after a row that is refused, and does not call `rejects`. Ends where the header is
/// wrong, a quote is never closed or a limit is met, and at `limits.errors` errors. Looks at no
/// ledger: `source` is not checked.
/// Throws: `error` with `cancelled`; what the progress sink throws; `std::invalid_argument` as
///   `read_csv`.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<error>
check_csv(std::string_view text, csv_mapping const& mapping, read_csv_options const& options = {});
/// As `check_csv`, of a file; `unreadable_file` is an error like others.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<error>
check_csv_file(std::string const& path, csv_mapping const& mapping,
               read_csv_options const& options = {});

} // namespace capgraph::inline v0
