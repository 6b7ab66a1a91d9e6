// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/text_position.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace capgraph::inline v0 {

/// What went wrong: a closed list. A code never changes its meaning.
enum class error_code : std::uint8_t {
    none, ///< No error: what `result::error()` has where there is a value.
    // Reading and writing.
    unreadable_file,     ///< The file is missing, or cannot be opened or read.
    unwritable_file,     ///< The file or stream cannot be written.
    syntax,              ///< Not the format's grammar; a truncated text too.
    bad_encoding,        ///< Not UTF-8.
    limit_exceeded,      ///< Deeper, longer or larger than the limits given.
    duplicate_key,       ///< A key twice in one object.
    unknown_key,         ///< A key the format does not have.
    escaped_key,         ///< A key written with escapes; ours are plain ASCII.
    wrong_type,          ///< A number where a string is due, and the like.
    missing_field,       ///< A record without what every such record must say.
    bad_value,           ///< A date, share, sum or word that is none.
    number_out_of_range, ///< A number that is not finite, or does not fit exactly.
    // The ledger.
    unknown_reference,   ///< A record names what no record defines.
    inconsistent_record, ///< Fields of one record that cannot hold together.
    duplicate_statement, ///< A statement id used twice.
    not_known_at,        ///< Asked for what the view does not know (yet).
    // Values and questions.
    unknown_entity,    ///< No entity of that id, slug or name.
    currency_mismatch, ///< Sums in unlike currencies.
    overflow,          ///< A result that does not fit its type.
    missing_rate,      ///< No exchange rate for that pair and date.
    // Runs.
    cancelled,     ///< The caller asked to stop.
    over_budget,   ///< More memory needed than the caller allows.
    not_converged, ///< An iteration did not reach its tolerance.
};

/// The code's name as it is written here: stable, for programs.
[[nodiscard]] CAPGRAPH_EXPORT std::string_view to_string(error_code code) noexcept;

/// The one error of capgraph: what was found, where, and what would be right.
///
/// Thrown by `x` functions and returned by their `try_x` twins. `what()` is one line:
/// `FILE:LINE:COLUMN: POINTER: CODE: found FOUND, expected EXPECTED`, absent parts left out, long
/// ones cut, and control characters escaped. Copying does not throw.
class CAPGRAPH_EXPORT error : public std::runtime_error {
public:
    /// No error.
    error();
    error(error_code code, std::string found, std::string expected,
          std::optional<text_position> where = std::nullopt);
    error(error const&) noexcept = default;
    error& operator=(error const&) noexcept = default;
    ~error() override;

    [[nodiscard]] error_code code() const noexcept { return code_; }
    /// What stands there, in words or quoted.
    [[nodiscard]] std::string_view found() const noexcept;
    /// What would be right.
    [[nodiscard]] std::string_view expected() const noexcept;
    /// Where in a text; null where the error is not about one.
    [[nodiscard]] text_position const* where() const noexcept;

    /// The same error, found at `where`.
    [[nodiscard]] error at(text_position where) const;

private:
    struct details;
    error_code code_;
    std::shared_ptr<details const> details_;
};

} // namespace capgraph::inline v0
