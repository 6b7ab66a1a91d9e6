// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Lines of any bytes: a currency, a verb, a figure, and maybe a second one. A figure is the same
// number as the standard library makes of it, is written and reads back equal; a sum in minor units
// is that figure exactly; the reader of documents takes what these take, as a sum and as a share,
// and refuses the rest.

#include "require.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/decimal.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>
#include <capgraph/ledger/ledger.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Takes the next line of `text` off it.
std::string_view next_line(std::string_view& text)
{
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

/// Whether both are the same number; a decimal knows no negative zero.
void require_double(std::string_view text, decimal value)
{
    double by_library = 0.0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, by_library);
    if (read.ec == std::errc::result_out_of_range) { // below the least double
        require(std::abs(value.to_double()) <= 5e-324, "a number that is none of double's");
        return;
    }
    require(read.ec == std::errc{} && read.ptr == end, "a figure that is no number");
    require(by_library == value.to_double(), "another number");
}

std::optional<decimal> read_figure(std::string_view text)
{
    auto const value = try_parse_decimal(text);
    if (!value) {
        return std::nullopt;
    }
    require_double(text, *value);
    auto const written = to_string(*value);
    auto const again = try_parse_decimal(written);
    require(again.has_value() && *again == *value, "a figure that does not read back");
    require(to_string(*again) == written, "a figure that is written otherwise");
    require(value->digits() % 10 != 0 || (value->digits() == 0 && value->exponent() == 0),
            "a figure that is not reduced");
    require(value->scaled(7).scaled(-7) == *value, "a figure that scaling changes");
    return *value;
}

std::optional<currency> read_currency(std::string_view code)
{
    try {
        return currency{code};
    } catch (error const& e) {
        require(e.code() == error_code::bad_value, "an error of another kind");
        return std::nullopt;
    }
}

std::optional<money> read_sum(std::string_view text, currency unit)
{
    auto const figure = read_figure(text);
    if (!figure) {
        return std::nullopt;
    }
    auto const sum = try_make_money(*figure, unit);
    if (!sum) {
        require(sum.error().code() == error_code::number_out_of_range, "an error of another kind");
        return std::nullopt;
    }
    require(major_units(*sum) == *figure, "a sum that is not its figure");
    require(sum->unit() == unit, "a sum in another currency");
    auto const written = to_string(*sum);
    require(written == std::string{unit.code()} + ' ' + to_string(*figure),
            "a sum that is written otherwise");
    return *sum;
}

/// A sum by its verb; null where there is none such.
std::optional<amount> read_amount(std::string_view verb, std::optional<money> low,
                                  std::optional<money> high)
{
    if (!low || low->minor_units() < 0) {
        return std::nullopt;
    }
    for (auto const said : {qualifier::plain, qualifier::exactly, qualifier::about, qualifier::over,
                            qualifier::at_least, qualifier::up_to}) {
        if (to_string(said) == verb) {
            return amount{stated<money>{said, *low, *low}};
        }
    }
    if (verb != to_string(qualifier::between) || !high || is_less(*high, *low)) {
        return std::nullopt;
    }
    return amount{between(*low, *high)};
}

bool is_plain(std::string_view text)
{
    return std::ranges::all_of(
        text, [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

/// Whether Boost's parser counts the exponent: beyond 32 bits it refuses even that of a zero.
bool has_short_exponent(std::string_view text)
{
    auto const e = text.find_first_of("eE");
    return e == std::string_view::npos || text.size() - e < 8;
}

std::string in_quotes(std::string_view text)
{
    return '"' + std::string{text} + '"';
}

std::string document(std::string_view unit, std::string_view verb, std::string const& figures)
{
    return R"({"capgraph": 1, "entities": [{"id": "a", "name": "A", "kind": "company"}],)"
           R"( "rounds": [{"id": "r", "company": "a", "amount": [{)"
           + in_quotes(verb) + ": " + figures + R"(, "currency": )" + in_quotes(unit) + "}]}]}";
}

void require_read(std::string const& text, std::optional<amount> const& sum)
{
    auto const book = try_read_json(text);
    require(book.has_value() == sum.has_value(), "the reader decides otherwise");
    if (!book) {
        return;
    }
    auto const is_sum = [&](ledger const& from) {
        return from.said_by<funding_round>(statement_id{1}).amount == field<amount>{*sum};
    };
    require(is_sum(*book), "the reader has another sum");
    require(is_sum(read_json(to_json(*book))), "a sum that does not read back");
}

/// The same figure as a stake: in per cent, or as a part of one.
void require_share(std::string_view text, std::string_view sign)
{
    auto const book = try_read_json(
        R"({"capgraph": 1, "entities": [{"id": "a", "name": "A", "kind": "company"}],)"
        R"( "holdings": [{"owner": "a", "owned": "a", "share": {"exactly": )"
        + in_quotes(std::string{text} + std::string{sign}) + "}}]}");
    auto const figure = try_parse_decimal(text);
    require(figure.has_value() || !book.has_value(), "a share without a figure");
    if (!figure) {
        return;
    }
    auto const part = figure->scaled(sign.empty() ? 0 : -2).to_double();
    require(book.has_value() || part < 0.0 || part >= 1.0 || figure->digits() < 0,
            "a share that is refused");
    if (book) {
        auto const is_share = [&](ledger const& from) {
            return from.said_by<holding>(statement_id{1}).share->low() == share{part};
        };
        require(is_share(*book), "the reader has another share");
        require(is_share(read_json(to_json(*book))), "a share that does not read back");
    }
}

void require_bounds(amount const& sum, currency unit, double tolerated)
{
    auto const soft = std::isfinite(tolerated) && tolerated >= 0.0 ? tolerated : 0.0;
    auto const bounds = bounds_of(sum, unit, {.about = soft});
    require(bounds.has_value(), "a sum without bounds");
    require(!bounds->upper || !is_less(*bounds->upper, bounds->lower), "bounds run backwards");
    require(bounds->lower.minor_units() >= 0, "less than nothing");
}

void require_shortest(double value)
{
    if (!std::isfinite(value)) {
        return;
    }
    auto const shortest = shortest_decimal(value);
    require(shortest.to_double() == value, "the shortest decimal is another number");
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view text{reinterpret_cast<char const*>(data), size};
    double number = 0.0;
    std::memcpy(&number, data, std::min(size, sizeof number));
    require_shortest(number);

    auto const code = next_line(text);
    auto const verb = next_line(text);
    auto const low = next_line(text);
    auto const high = next_line(text);
    read_figure(low);
    if (is_plain(low) && !low.ends_with('%')) {
        require_share(low, "");
        require_share(low, "%");
    }
    auto const unit = read_currency(code);
    if (!unit) {
        return 0;
    }
    auto const least = read_sum(low, *unit);
    auto const most = read_sum(high, *unit);
    auto const sum = read_amount(verb, least, most);
    if (sum) {
        require_bounds(*sum, *unit, number);
    }
    if (!is_plain(verb) || !is_plain(low) || !is_plain(high)) {
        return 0;
    }
    auto const is_pair = verb == "between";
    require_read(
        document(code, verb,
                 is_pair ? '[' + in_quotes(low) + ", " + in_quotes(high) + ']' : in_quotes(low)),
        sum);
    if (sum && has_short_exponent(low) && has_short_exponent(high)) { // needs no quotes
        auto const bare =
            is_pair ? '[' + std::string{low} + ", " + std::string{high} + ']' : std::string{low};
        require_read(document(code, verb, bare), sum);
    }
    return 0;
}
