// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The laws of evidence: a ledger of a figure's statements alone gives the figure, and what is not
// among them changes nothing.

#include <capgraph/ledger/evidence.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/random_ledgers.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>

#include <functional>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace capgraph::test {

/// The statements of a ledger, one a line.
inline std::vector<std::string> lines_of(ledger const& book)
{
    std::vector<std::string> out;
    std::istringstream text{to_json(book, {.layout = json_layout::lines})};
    for (std::string line; std::getline(text, line);) {
        if (line.find("\"capgraph\"") == std::string::npos) {
            out.push_back(line);
        }
    }
    return out;
}

/// The ledger of some of them; null where they cannot stand without the others.
inline std::optional<ledger> read_some(std::vector<std::string> const& lines,
                                       std::vector<char> const& taken)
{
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += taken[i] != 0 ? lines[i] + '\n' : "";
    }
    auto read = try_read_json(text, {.format = json_format::lines});
    return read ? std::optional{std::move(*read)} : std::nullopt;
}

/// A figure by the slugs of what it is about, so that any ledger can be asked.
struct figure {
    std::function<std::vector<record_id>(network const&)> footprint;
    std::function<std::string(network const&)> text;
};

/// The answer in words, or the error.
template <class Answer>
std::string answered(Answer const& answer)
{
    try {
        return answer();
    } catch (error const& e) {
        return std::string{to_string(e.code())};
    }
}

inline network seen(ledger const& book, std::uint64_t seed)
{
    view_options options{.min_status = deal_status::rumored};
    if (seed % 3 == 1) {
        options.known_at = date{2025, 6};
    }
    return network{view{book, options},
                   {.roll_up = seed % 2 == 0 ? roll_up::none : roll_up::parents}};
}

inline std::vector<char> marked(std::vector<evidence> const& of, std::size_t size)
{
    std::vector<char> out(size, 0);
    for (auto const& e : of) {
        out[index_of(e.statement)] = 1;
    }
    return out;
}

/// That what the evidence of each figure says gives it.
template <class FiguresOf>
void check_enough(FiguresOf const& figures_of, std::uint64_t count,
                  story_options const& options = {})
{
    for (std::uint64_t seed = 0; seed < cases(count); ++seed) {
        CAPTURE(seed);
        auto const book =
            read_json(to_json(random_ledger(seed, options), {.layout = json_layout::lines}));
        auto const lines = lines_of(book);
        REQUIRE(lines.size() == book.num_statements());
        auto const n = seen(book, seed);
        for (auto const& f : figures_of(book)) {
            auto const of = evidence_of(n.facts(), f.footprint(n));
            auto const alone = read_some(lines, marked(of, lines.size()));
            REQUIRE(alone.has_value());
            CHECK(f.text(seen(*alone, seed)) == f.text(n));
        }
    }
}

/// That no figure changes without a statement that is not its evidence; returns how often one was
/// left out.
template <class FiguresOf>
std::size_t check_rest(FiguresOf const& figures_of, std::uint64_t count,
                       story_options const& options = {})
{
    std::size_t tried = 0;
    for (std::uint64_t seed = 0; seed < cases(count); ++seed) {
        CAPTURE(seed);
        auto const book =
            read_json(to_json(random_ledger(seed, options), {.layout = json_layout::lines}));
        auto const lines = lines_of(book);
        auto const n = seen(book, seed);
        std::mt19937_64 random{seed};
        for (auto const& f : figures_of(book)) {
            auto const inside = marked(evidence_of(n.facts(), f.footprint(n)), lines.size());
            for (int i = 0; i < 4; ++i) {
                auto const out = random() % lines.size();
                std::vector<char> rest(lines.size(), 1);
                rest[out] = 0;
                auto const without = inside[out] == 0 ? read_some(lines, rest) : std::nullopt;
                if (without) {
                    ++tried;
                    CAPTURE(lines[out]);
                    CHECK(f.text(seen(*without, seed)) == f.text(n));
                }
            }
        }
    }
    return tried;
}

} // namespace capgraph::test
