// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/entity.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

/// A column of a table, by the name in its header or by its number from 1; or none.
class csv_column {
public:
    /// No column.
    csv_column() noexcept = default;
    /// The column of that name, exactly. Throws: `std::invalid_argument` for an empty one.
    CAPGRAPH_EXPORT csv_column(std::string name);
    csv_column(char const* name) : csv_column{std::string{name}} {}
    /// The column of that number. Throws: `std::invalid_argument` for one below 1.
    CAPGRAPH_EXPORT csv_column(int number);

    [[nodiscard]] bool is_mapped() const noexcept { return number_ != 0 || !name_.empty(); }
    /// Empty where the column goes by its number, or there is none.
    [[nodiscard]] std::string_view name() const noexcept { return name_; }
    /// From 1; 0 where the column goes by its name, or there is none.
    [[nodiscard]] std::size_t number() const noexcept { return number_; }

    friend bool operator==(csv_column const&, csv_column const&) = default;

private:
    std::string name_;
    std::size_t number_ = 0;
};

/// In which bytes a table is written. It is told, never found out.
enum class csv_encoding : std::uint8_t {
    utf_8, ///< A byte order mark at the beginning is passed over.
    latin_1,
    windows_1252,
    macintosh, ///< Mac OS Roman.
};

template <>
inline constexpr auto detail::words_of<csv_encoding> =
    std::to_array<std::string_view>({"utf_8", "latin_1", "windows_1252", "macintosh"});

/// Whether the first row of a table names its columns.
enum class csv_header : std::uint8_t { present, absent };

template <>
inline constexpr auto detail::words_of<csv_header> = std::to_array<std::string_view>({"present",
                                                                                      "absent"});

/// How the days of a table are written; as partial as they are there.
enum class csv_date_order : std::uint8_t {
    year_month_day, ///< `2026`, `2026-05`, `2026-05-28`, and the intervals of the data format.
    month_day_year, ///< `2026`, `5/2026`, `5/28/2026`; `-` or `.` for `/` as well.
    day_month_year, ///< `2026`, `5/2026`, `28/5/2026`; `-` or `.` for `/` as well.
};

template <>
inline constexpr auto detail::words_of<csv_date_order> =
    std::to_array<std::string_view>({"year_month_day", "month_day_year", "day_month_year"});

/// By which code of ISO 3166 the countries of a table go.
enum class csv_country_code : std::uint8_t {
    alpha_2, ///< `CN`
    alpha_3, ///< `CHN`
};

template <>
inline constexpr auto
    detail::words_of<csv_country_code> = std::to_array<std::string_view>({"alpha_2", "alpha_3"});

/// How rows and cells are told apart (RFC 4180). A row ends with CR, LF or both.
struct csv_dialect {
    char delimiter = ',';
    /// Around a cell that holds delimiters, line breaks or quotes, the latter doubled; 0: none.
    char quote = '"';
    csv_header header = csv_header::present;
    csv_encoding encoding = csv_encoding::utf_8;

    friend bool operator==(csv_dialect const&, csv_dialect const&) = default;
};

/// What a word of a table means. Capitals and small letters of ASCII are the same in it.
template <class Meaning>
struct csv_word {
    std::string word;
    Meaning means{};

    friend bool operator==(csv_word const&, csv_word const&) = default;
};

/// Where one of the two sides of an investment stands in a row.
struct csv_party {
    csv_column name{};
    /// What identifies the party, byte for byte; its name, where there is no such column or cell.
    csv_column slug{};
    csv_column country{};
    /// What the party is, unless it was described before. In both roles: what it is as a company.
    entity_kind kind = entity_kind::company;

    friend bool operator==(csv_party const&, csv_party const&) = default;
};

/// Where the round stands in a row.
///
/// Rows with the same `id` are of one round; without it, those with the same company, date
/// (`announced`, or else `closed`) and amount, blank being equal to blank.
struct csv_round {
    csv_column id{};
    csv_column kind{}; ///< In a word of `csv_mapping::round_kinds`, or of the data format.
    csv_column label{};
    csv_column announced{};
    csv_column closed{};
    /// The total of the round, repeated on each of its rows and counted once.
    csv_column amount{};

    friend bool operator==(csv_round const&, csv_round const&) = default;
};

/// What the columns of a table mean. A row is one investor's part in one round of one company.
///
/// Without columns for the investor a row is a round; without any for the round, an investment in
/// the company, at a time unknown; without both, a company. Columns that are not named here are
/// passed over. A cell of nothing, or of blanks, is unknown, never zero. Names and slugs are taken
/// byte for byte, blanks around them too; around all else, blanks are passed over.
struct csv_mapping {
    csv_dialect dialect = {};
    csv_party company = {};
    csv_party investor = {.kind = entity_kind::other};
    csv_round round = {};
    csv_column cheque{}; ///< What the investor paid in.

    csv_column currency_column{}; ///< The currency of both sums, by its code of ISO 4217.
    std::string currency{};       ///< Their currency where no cell tells.
    /// What stands between groups of three digits, such as `,`; 0: nothing.
    char thousands_separator = '\0';
    char decimal_point = '.';
    int power_of_ten = 0; ///< 6 where sums are in millions.
    /// Words before or behind a figure, such as "over" and "+"; between two of them (`between`);
    /// instead of one (`undisclosed`). A bare figure is `plain`.
    std::vector<csv_word<qualifier>> hedges{};

    csv_date_order date_order = csv_date_order::year_month_day;
    csv_country_code country_code = csv_country_code::alpha_2;
    std::vector<csv_word<round_kind>> round_kinds{};
    deal_status status = deal_status::closed; ///< How far all deals of the table have come.

    friend bool operator==(csv_mapping const&, csv_mapping const&) = default;
};

/// The investments of the Crunchbase 2013 snapshot: `company_name`, `investor_name`, `funded_when`
/// and `amount_usd`, the round's total.
///
/// There are no permalinks: who has the same name, byte for byte, is the same, company or investor.
[[nodiscard]] CAPGRAPH_EXPORT csv_mapping crunchbase_2013_investments_mapping();

/// The rounds of the Crunchbase export of October 2013, `crunchbase-rounds.csv`; nobody invests
/// there.
///
/// The permalink identifies: each has one name there, and always stands. The type of the round is
/// its label. Bytes are those of Mac OS Roman, and what was garbled before stays so.
[[nodiscard]] CAPGRAPH_EXPORT csv_mapping crunchbase_october_2013_rounds_mapping();

/// The investments of the same export, `crunchbase-investments.csv`: who took part in those rounds,
/// which are the same rounds when both are read into one ledger. Countries are passed over.
[[nodiscard]] CAPGRAPH_EXPORT csv_mapping crunchbase_october_2013_investments_mapping();

} // namespace capgraph::inline v0
