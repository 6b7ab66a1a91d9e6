// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "words.hpp"

#include <capgraph/core/date.hpp>

#include <CLI/CLI.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace capgraph::cli {

template <worded Enum>
Enum choice_of(std::string const& name, std::string const& text, std::string const& list)
{
    auto const found = find_choice<Enum>(text);
    if (!found
        || ("|" + list + "|").find("|" + std::string{to_string(*found)} + "|")
               == std::string::npos) {
        throw CLI::ValidationError{name, "'" + text + "' is none of " + list};
    }
    return *found;
}

/// Adds an option whose value is one of the first `count` words of an enumeration.
template <class Enum, worded Word>
void add_choice(CLI::App& to, std::string const& name, Enum& into, std::string const& help,
                std::size_t count = detail::words_of<Word>.size())
{
    auto const list = choices<Word>(count);
    to.add_option_function<std::string>(
          name,
          [&into, name, list](std::string const& text) {
              into = choice_of<Word>(name, text, list);
          },
          help)
        ->type_name(list);
}

template <worded Enum>
void add_choice(CLI::App& to, std::string const& name, Enum& into, std::string const& help)
{
    add_choice<Enum, Enum>(to, name, into, help);
}

template <worded Enum>
void add_choice(CLI::App& to, std::string const& name, std::optional<Enum>& into,
                std::string const& help)
{
    add_choice<std::optional<Enum>, Enum>(to, name, into, help);
}

/// The words of a list that has commas between them.
inline std::vector<std::string> words_in(std::string const& texts)
{
    std::vector<std::string> out;
    for (std::size_t first = 0; first <= texts.size();) {
        auto const last = std::min(texts.find(',', first), texts.size());
        out.push_back(texts.substr(first, last - first));
        first = last + 1;
    }
    return out;
}

inline date date_in(std::string const& name, std::string const& text)
{
    auto const day = try_parse_date(text);
    if (!day) {
        throw CLI::ValidationError{name, "found " + std::string{day.error().found()} + ", expected "
                                             + std::string{day.error().expected()}};
    }
    return *day;
}

inline void add_date(CLI::App& to, std::string const& name, std::optional<date>& into,
                     std::string const& help)
{
    to.add_option_function<std::string>(
          name, [&into, name](std::string const& text) { into = date_in(name, text); }, help)
        ->type_name("DATE");
}

/// Adds an option that takes several dates, with commas between.
inline void add_dates(CLI::App& to, std::string const& name, std::vector<date>& into,
                      std::string const& help)
{
    to.add_option_function<std::string>(
          name,
          [&into, name](std::string const& texts) {
              into.clear();
              for (auto const& text : words_in(texts)) {
                  into.push_back(date_in(name, text));
              }
          },
          help)
        ->type_name("DATE,...");
}

/// Adds an option for a count from 1 up, for a number or what may be one.
template <class Count>
void add_count(CLI::App& to, std::string const& name, Count& into, std::string const& help)
{
    to.add_option_function<std::string>(
          name,
          [&into, name](std::string const& text) {
              std::uint64_t count = 0;
              auto const* const end = text.data() + text.size();
              auto const read = std::from_chars(text.data(), end, count);
              if (read.ec != std::errc{} || read.ptr != end || count == 0) {
                  throw CLI::ValidationError{name, "'" + text + "' is no count from 1 up"};
              }
              into = count;
          },
          help)
        ->type_name("N");
}

/// Adds an option for a number from `least` to `most`.
inline void add_number(CLI::App& to, std::string const& name, double& into, std::string const& help,
                       double least, double most)
{
    to.add_option_function<std::string>(
          name,
          [&into, name, least, most](std::string const& text) {
              double value = 0.0;
              auto const* const end = text.data() + text.size();
              auto const read = std::from_chars(text.data(), end, value);
              if (read.ec != std::errc{} || read.ptr != end || !(value >= least && value <= most)) {
                  throw CLI::ValidationError{name, "'" + text + "' is no number that fits"};
              }
              into = value;
          },
          help)
        ->type_name("NUMBER");
}

/// Adds an option for any whole number from 0 up.
inline void add_whole(CLI::App& to, std::string const& name, std::uint64_t& into,
                      std::string const& help)
{
    to.add_option_function<std::string>(
          name,
          [&into, name](std::string const& text) {
              std::uint64_t value = 0;
              auto const* const end = text.data() + text.size();
              auto const read = std::from_chars(text.data(), end, value);
              if (read.ec != std::errc{} || read.ptr != end) {
                  throw CLI::ValidationError{name, "'" + text + "' is no whole number from 0 up"};
              }
              into = value;
          },
          help)
        ->type_name("N");
}

/// Adds an option that takes several words, with commas between.
inline void add_words(CLI::App& to, std::string const& name, std::vector<std::string>& into,
                      std::string const& help, std::string const& type)
{
    to.add_option_function<std::string>(
          name, [&into](std::string const& texts) { into = words_in(texts); }, help)
        ->type_name(type);
}

} // namespace capgraph::cli
