// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "rate_option.hpp"

#include "option_kinds.hpp"

#include <capgraph/core/decimal.hpp>
#include <capgraph/core/money.hpp>

#include <CLI/CLI.hpp>

#include <exception>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

constexpr char const* form = "BASE/QUOTE=VALUE@DATE";

/// Throws: whatever its parts throw.
exchange_rate rate_in(std::string const& text)
{
    auto const slash = text.find('/');
    auto const equals = text.find('=');
    auto const at = text.find('@');
    if (!(slash < equals && equals < at && at < text.size())) {
        throw error{error_code::bad_value, "'" + text + "'", std::string{form}};
    }
    auto const between = [&](std::size_t from, std::size_t to) {
        return text.substr(from + 1, to - from - 1);
    };
    return {currency{text.substr(0, slash)}, currency{between(slash, equals)},
            parse_date(text.substr(at + 1)), parse_decimal(between(equals, at)), "--rate"};
}

} // namespace

void add_rates(CLI::App& to, std::string const& name, exchange_rates& into)
{
    to.add_option_function<std::string>(
          name,
          [&into, name](std::string const& texts) {
              try {
                  std::vector<exchange_rate> rates;
                  for (auto const& text : words_in(texts)) {
                      rates.push_back(rate_in(text));
                  }
                  into = exchange_rates{std::move(rates)};
              } catch (std::exception const& e) {
                  throw CLI::ValidationError{name,
                                             "'" + texts + "' is no " + form + ": " + e.what()};
              }
          },
          "What one unit of BASE cost in QUOTE on those days, such as USD/CNY=7.2@2025-03")
        ->type_name(std::string{form} + ",...");
}

error with_hint(error const& e)
{
    if (e.code() != error_code::missing_rate) {
        return e;
    }
    return {e.code(), std::string{e.found()},
            std::string{e.expected()} + ": by --rate, or a rate in the data"};
}

} // namespace capgraph::cli
