// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Any bytes at all, read as a table by several mappings, whole and in pieces: what is refused is
// refused in the same words; what is read is written as JSON and reads back to the same bytes.

#include "require.hpp"

#include <capgraph/io/read/csv.hpp>
#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Columns by number, of a table without a header.
csv_mapping every_column()
{
    csv_mapping mapping;
    mapping.dialect.header = csv_header::absent;
    mapping.company = {.name = 1, .slug = 3, .country = 4};
    mapping.investor = {.name = 2, .slug = 5, .kind = entity_kind::other};
    mapping.round = {.id = 6, .kind = 7, .label = 8, .announced = 9, .closed = 10, .amount = 11};
    mapping.cheque = 12;
    mapping.currency_column = 13;
    mapping.thousands_separator = '\'';
    mapping.hedges = {{"about", qualifier::about},
                      {"+", qualifier::at_least},
                      {"-", qualifier::between},
                      {"n/a", qualifier::undisclosed}};
    mapping.date_order = csv_date_order::month_day_year;
    return mapping;
}

csv_mapping few_columns(csv_encoding encoding)
{
    csv_mapping mapping;
    mapping.dialect.header = csv_header::absent;
    mapping.dialect.encoding = encoding;
    mapping.dialect.delimiter = ';';
    mapping.company.name = 1;
    mapping.round.amount = 2;
    mapping.currency = "USD";
    return mapping;
}

/// Small limits, so that a fuzzer meets them.
read_csv_options options_for(std::size_t chunk)
{
    read_csv_options options{.most_columns = 20, .chunk_bytes = chunk};
    options.limits.string_bytes = 200;
    options.limits.record_bytes = 2000;
    options.limits.records = 50;
    options.limits.document_bytes = 20000;
    return options;
}

/// All that reading shows, rows that are refused among it.
std::string outcome(std::string_view text, csv_mapping const& mapping, std::size_t chunk)
{
    auto options = options_for(chunk);
    auto const strict = try_read_csv(text, mapping, options);
    std::string all = strict ? "read" : strict.error().what();
    auto const errors = check_csv(text, mapping, options);
    require(errors.empty() == strict.has_value(), "what is checked is not what is read");
    require(strict || std::string_view{errors.front().what()} == strict.error().what(),
            "what is listed first is not what is thrown");
    options.rejects = [&](csv_reject const& refused) {
        all += std::string{"\n"} + refused.why.what() + '\n' + std::string{refused.row};
        auto const* const where = refused.why.where();
        require(where != nullptr && where->byte <= text.size(), "an error without a place");
        require(text.find(refused.row) != std::string_view::npos, "a row that is not there");
    };
    auto const lenient = try_read_csv(text, mapping, options);
    require(lenient || !strict, "what is read strictly is refused with a sink for rejects");
    return all + '\n' + (lenient ? to_json(*lenient) : std::string{lenient.error().what()});
}

void read_as(std::string_view text, csv_mapping const& mapping)
{
    auto const whole = outcome(text, mapping, 1U << 20U);
    for (std::size_t const chunk : {1U, 3U, 16U}) {
        require(outcome(text, mapping, chunk) == whole, "what is found depends on the pieces");
    }
    auto options = options_for(1U << 20U);
    options.rejects = [](csv_reject const&) {};
    if (auto const book = try_read_csv(text, mapping, options)) {
        auto const written = to_json(*book);
        auto const again = try_read_json(written);
        require(again.has_value(), "what was written is not read");
        require(to_json(*again) == written, "what was read back is written otherwise");
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    read_as(text, every_column());
    read_as(text, few_columns(csv_encoding::windows_1252));
    read_as(text, few_columns(csv_encoding::macintosh));
    read_as(text, crunchbase_2013_investments_mapping());
    return 0;
}
