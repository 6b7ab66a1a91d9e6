// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>
#include <capgraph/core/export.hpp>
#include <capgraph/core/result.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// Which form of the data format a text is in.
enum class json_format : std::uint8_t {
    detect,   ///< Lines, where the text begins with a line that is an object of its own.
    document, ///< One object that holds an array for each kind of record.
    lines,    ///< JSON Lines: one record a line.
};

/// The form that a text in the data format is in, as readers find it that are to `detect` it.
///
/// `beginning` is the first 64 KiB of the text or, where it is shorter, all of it; what is more
/// does not matter. Lines, where the first line that is not blank begins an object with the key
/// `type`, or is an object of its own with another behind it; else a document.
///
/// Complexity: linear.
[[nodiscard]] CAPGRAPH_EXPORT json_format json_format_of(std::string_view beginning);

/// What a text may cost at most; beyond a limit it is refused with `limit_exceeded`.
///
/// Memory is bounded by the longest record and by what the ledger keeps of all of them: about 100
/// bytes a statement, and its text.
struct read_limits {
    std::size_t depth = 32; ///< Of brackets within brackets; at most 1000.
    std::size_t string_bytes =
        std::size_t{64} * 1024; ///< Of a string, a key or a number, as written.
    std::size_t record_bytes =
        std::size_t{16} * 1024 * 1024; ///< Of one record, as written; at most 2 GiB.
    std::uint64_t document_bytes = std::uint64_t{1} << 32U; ///< Of the whole text.
    std::uint64_t records = 20'000'000;                     ///< Of the whole text.
    std::size_t errors = 100; ///< How many errors `check_json` lists before it stops.
};

/// How a text in the data format is read.
struct read_json_options {
    json_format format = json_format::detect; ///< What the text is in.
    read_limits limits = {};                  ///< What it may cost.
    /// What errors and positions call the text; empty: the path of the file.
    std::string name = {};
    /// How much is taken at once. The run's `stop` is looked at, and its `progress` told, in
    /// between. Changes no answer.
    std::size_t chunk_bytes = std::size_t{64} * 1024;
    /// Reading takes one thread, no random choice, and heeds no memory budget but the limits.
    run_options run = {};
};

/// What a text held.
struct json_contents {
    std::string title;          ///< Empty where it has none.
    std::size_t statements = 0; ///< How many were appended.

    friend bool operator==(json_contents const&, json_contents const&) = default;
};

/// The statements of a text in the data format (docs/data-format.md), in a ledger of their own.
///
/// The text is read as a stream, by Boost.JSON's parser. Numbers are taken exactly as they are
/// written. Nothing is guessed: unknown, duplicate and escaped keys, bytes that are not UTF-8, and
/// references to what nothing describes are refused.
///
/// Complexity: linear in the text.
/// Throws: the first `error` met, with file, line, column and JSON Pointer: `syntax`,
///   `bad_encoding`, `limit_exceeded`, `duplicate_key`, `unknown_key`, `escaped_key`, `wrong_type`,
///   `missing_field`, `bad_value`, `number_out_of_range`, `unknown_reference`,
///   `inconsistent_record` or `duplicate_statement`, references being looked at last; `error` with
///   `cancelled`; what the progress sink throws.
/// See: `check_json` for all errors at once.
[[nodiscard]] CAPGRAPH_EXPORT ledger read_json(std::string_view text,
                                               read_json_options const& options = {});
/// As `read_json`; returns the error that it throws.
[[nodiscard]] CAPGRAPH_EXPORT result<ledger> try_read_json(std::string_view text,
                                                           read_json_options const& options = {});

/// As `read_json`, of a file, of which it holds one chunk at a time.
/// Throws: `error` with `unreadable_file` as well.
[[nodiscard]] CAPGRAPH_EXPORT ledger read_json_file(std::string const& path,
                                                    read_json_options const& options = {});
/// As `read_json_file`; returns the error that it throws.
[[nodiscard]] CAPGRAPH_EXPORT result<ledger>
try_read_json_file(std::string const& path, read_json_options const& options = {});

/// Appends the statements of a text to `target`, all or none: an error leaves it as it was.
///
/// The text may speak of what `target` describes. Returns what the text held.
/// Throws: as `read_json`.
CAPGRAPH_EXPORT json_contents append_json(ledger& target, std::string_view text,
                                          read_json_options const& options = {});
/// As `append_json`; returns the error that it throws.
[[nodiscard]] CAPGRAPH_EXPORT result<json_contents>
try_append_json(ledger& target, std::string_view text, read_json_options const& options = {});

/// As `append_json`, of a file. Throws: as `read_json_file`.
CAPGRAPH_EXPORT json_contents append_json_file(ledger& target, std::string const& path,
                                               read_json_options const& options = {});
/// As `append_json_file`; returns the error that it throws.
[[nodiscard]] CAPGRAPH_EXPORT result<json_contents>
try_append_json_file(ledger& target, std::string const& path,
                     read_json_options const& options = {});

/// All errors of a text, in the order in which they stand there; none where `read_json` takes it.
///
/// Goes on after an error within a record and, in JSON Lines, after a line that is no JSON; a
/// document ends where its syntax does. Stops at `limits.errors` errors, and at the limits on the
/// whole text.
/// Throws: `error` with `cancelled`; what the progress sink throws.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<error> check_json(std::string_view text,
                                                            read_json_options const& options = {});
/// As `check_json`, of a file; `unreadable_file` is an error like others.
[[nodiscard]] CAPGRAPH_EXPORT std::vector<error>
check_json_file(std::string const& path, read_json_options const& options = {});

} // namespace capgraph::inline v0
