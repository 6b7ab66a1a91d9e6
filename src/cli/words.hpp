// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "listed.hpp"

#include <capgraph/ledger/view.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/query/state_backing.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace capgraph::cli {

/// The graph whose vertices `centrality` ranks.
enum class graph_choice : std::uint8_t { co_investment, two_mode };

enum class measure_choice : std::uint8_t {
    degree,
    strength,
    betweenness,
    eigenvector,
    closeness,
    harmonic,
    pagerank,
    katz,
    core_number,
};

/// In what `--data` is written.
enum class data_format : std::uint8_t {
    detect, ///< A table where its first line is the header of one, else JSON.
    json,   ///< The data format: a document or JSON Lines.
    crunchbase_2013_investments,
    crunchbase_october_2013_rounds,
    crunchbase_october_2013_investments,
};

/// What `explain` gives the statements of.
enum class figure_choice : std::uint8_t {
    state_backing,
    valuation,
    ownership,
    co_investors,
    co_investment,
    network,
};

/// Whether what nobody is said to hold may be somebody's: as `unknown_owners`.
enum class unknown_choice : std::uint8_t { impossible, possible };

/// By what something belongs to somebody.
enum class rule_choice : std::uint8_t { votes, ofac, eu, uk };

/// How scores are scaled; which of them a measure has, `scale_of` says.
enum class scale_choice : std::uint8_t { none, others, pairs, two_mode, euclidean, maximum };

} // namespace capgraph::cli

namespace capgraph::inline v0 {

template <>
inline constexpr auto detail::words_of<cli::graph_choice> =
    std::to_array<std::string_view>({"co-investment", "two-mode"});
template <>
inline constexpr auto detail::words_of<cli::measure_choice> =
    std::to_array<std::string_view>({"degree", "strength", "betweenness", "eigenvector",
                                     "closeness", "harmonic", "pagerank", "katz", "core-number"});
template <>
inline constexpr auto detail::words_of<cli::unknown_choice> =
    std::to_array<std::string_view>({"impossible", "possible"});
template <>
inline constexpr auto detail::words_of<cli::rule_choice> =
    std::to_array<std::string_view>({"votes", "ofac", "eu", "uk"});
template <>
inline constexpr auto detail::words_of<cli::data_format> = std::to_array<std::string_view>(
    {"detect", "json", "crunchbase-2013-investments", "crunchbase-october-2013-rounds",
     "crunchbase-october-2013-investments"});
template <>
inline constexpr auto detail::words_of<cli::figure_choice> = std::to_array<std::string_view>(
    {"state-backing", "valuation", "ownership", "co-investors", "co-investment", "network"});
template <>
inline constexpr auto detail::words_of<cli::scale_choice> = std::to_array<std::string_view>(
    {"none", "others", "pairs", "two-mode", "euclidean", "maximum"});

} // namespace capgraph::inline v0

namespace capgraph::cli {

using capgraph::to_string; // which the overloads for JSON and tables would hide

/// The first `count` words of `Enum`, as a list of choices: `company|round`.
template <worded Enum>
[[nodiscard]] std::string choices(std::size_t count = detail::words_of<Enum>.size())
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        append_listed(out, detail::words_of<Enum>[i], "|");
    }
    return out;
}

/// The value that `text` names, be it written with `-` or with `_`.
template <worded Enum>
[[nodiscard]] std::optional<Enum> find_choice(std::string_view text)
{
    auto const plain = [](std::string_view word) {
        std::string out{word};
        std::replace(out.begin(), out.end(), '-', '_');
        return out;
    };
    for (std::size_t i = 0; i < detail::words_of<Enum>.size(); ++i) {
        if (plain(detail::words_of<Enum>[i]) == plain(text)) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

} // namespace capgraph::cli
