// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of evidence: a ledger of a figure's statements alone gives the figure, and what is not among
// them changes nothing. On random ledgers with withdrawals, retractions and joins.

#include <capgraph/ledger/evidence.hpp>
#include <capgraph/query/footprint.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/random_ledgers.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>
#include <capgraph/query/co_investors_of.hpp>
#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/valuations_of.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// The statements of a ledger, one a line.
std::vector<std::string> lines_of(ledger const& book)
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
std::optional<ledger> read_some(std::vector<std::string> const& lines,
                                std::vector<char> const& taken)
{
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += taken[i] != 0 ? lines[i] + '\n' : "";
    }
    auto read = try_read_json(text, {.format = json_format::lines});
    return read ? std::optional{std::move(*read)} : std::nullopt;
}

std::string text_of(bounded<share> const& b)
{
    return std::to_string(b.lower.fraction()) + ' ' + std::to_string(b.upper.fraction()) + ' '
           + std::to_string(b.coverage.fraction()) + (b.hedged ? " hedged " : " ");
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

std::string backing_text(network const& n, state_backing const& b)
{
    auto out = text_of(b.headcount) + text_of(b.capital);
    for (auto const id : b.investors) {
        out += std::string{n.facts().slug_of(id)} + ' ';
    }
    return out;
}

/// What two investors share, by company and by round.
figure pair_figure(std::string const& investor, std::string const& other)
{
    auto const text = [=](network const& n) {
        std::string out;
        for (auto const unit : {co_investment_unit::same_company, co_investment_unit::same_round}) {
            for (auto const& c :
                 co_investors_of(n, n.facts().entity_at(investor), {.unit = unit})) {
                auto const& facts = n.facts();
                if (c.investor != facts.representative(facts.entity_at(other))) {
                    continue;
                }
                out += std::to_string(c.shared);
                for (auto const id : c.companies) {
                    out += ' ' + std::string{facts.slug_of(id)};
                }
                for (auto const id : c.rounds) {
                    out += ' ' + std::string{facts.slug_of(id)};
                }
            }
        }
        return out;
    };
    return {[=](network const& n) {
                return co_investment_footprint(n, n.facts().entity_at(investor),
                                               n.facts().entity_at(other));
            },
            text};
}

std::vector<figure> figures_of(ledger const& book)
{
    std::vector<figure> out;
    for (auto const i : {0, 1}) {
        auto const company = "company-" + std::to_string(i);
        auto const investor = "investor-" + std::to_string(i);
        auto const round = "round-" + std::to_string(i);
        out.push_back({[=](network const& n) {
                           return state_backing_footprint(n, n.facts().entity_at(company));
                       },
                       [=](network const& n) {
                           return answered([&] {
                               return backing_text(
                                   n, state_backing_of(n, n.facts().entity_at(company)));
                           });
                       }});
        out.push_back({[=](network const& n) {
                           return valuations_footprint(n, n.facts().entity_at(company));
                       },
                       [=](network const& n) {
                           std::string text;
                           for (auto const& v : valuations_of(n, n.facts().entity_at(company))) {
                               text += std::string{to_string(*v.basis)}
                                       + to_string(v.amount->is_disclosed()
                                                       ? v.amount->renderings().front().low()
                                                       : money{});
                           }
                           return text;
                       }});
        out.push_back({[=](network const& n) {
                           return co_investors_footprint(n, n.facts().entity_at(investor));
                       },
                       [=](network const& n) {
                           std::string text;
                           for (auto const& c : co_investors_of(n, n.facts().entity_at(investor))) {
                               text += std::string{n.facts().slug_of(c.investor)} + ' '
                                       + std::to_string(c.shared) + ' ';
                           }
                           return text;
                       }});
        out.push_back(pair_figure(investor, "investor-" + std::to_string(i + 1)));
        if (book.find_round(round)) {
            out.push_back({[=](network const& n) {
                               return state_backing_footprint(n, n.facts().round_at(round));
                           },
                           [=](network const& n) {
                               return answered([&] {
                                   return backing_text(
                                       n, state_backing_of(n, n.facts().round_at(round)));
                               });
                           }});
        }
    }
    return out;
}

network seen(ledger const& book, std::uint64_t seed)
{
    view_options options{.min_status = deal_status::rumored};
    if (seed % 3 == 1) {
        options.known_at = date{2025, 6};
    }
    return network{view{book, options},
                   {.roll_up = seed % 2 == 0 ? roll_up::none : roll_up::parents}};
}

std::vector<char> marked(std::vector<evidence> const& of, std::size_t size)
{
    std::vector<char> out(size, 0);
    for (auto const& e : of) {
        out[index_of(e.statement)] = 1;
    }
    return out;
}

} // namespace

TEST_CASE("evidence_of: its statements alone give the figure", "[evidence][property]")
{
    for (std::uint64_t seed = 0; seed < cases(60); ++seed) {
        CAPTURE(seed);
        auto const book = read_json(to_json(random_ledger(seed), {.layout = json_layout::lines}));
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

TEST_CASE("evidence_of: a statement outside it changes nothing", "[evidence][property]")
{
    std::size_t tried = 0;
    for (std::uint64_t seed = 0; seed < cases(25); ++seed) {
        CAPTURE(seed);
        auto const book = read_json(to_json(random_ledger(seed), {.layout = json_layout::lines}));
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
    CHECK(tried > 100);
}

TEST_CASE("evidence_of: of all records names every statement once", "[evidence][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed);
        auto const n = seen(book, seed);
        auto const all = evidence_of(n.facts(), network_footprint(n));
        REQUIRE(all.size() == book.num_statements());
        for (std::size_t i = 0; i < all.size(); ++i) {
            CHECK(index_of(all[i].statement) == i);
        }
    }
}
