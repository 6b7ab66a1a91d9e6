// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of what rests on the measures of state backing: narrowing, entry order, cap tables.

#include <capgraph/query/cap_table.hpp>
#include <capgraph/query/entry_order.hpp>
#include <capgraph/query/narrowing.hpp>

#include "support/catch2.hpp"

#include "property/true_owners.hpp"

#include <cmath>
#include <numeric>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// How wide the bounds of the state's part are.
double width_of(true_story const& story, state_backing_options const& options)
{
    owners_teller told;
    write(told, story);
    auto const& book = told.book();
    auto const b = state_backing_of(network_of(book), book.entity_at("alpha"), options);
    return b.capital.upper.fraction() - b.capital.lower.fraction();
}

/// The story with the figure told: at its least, or else at its most; null where that is without
/// limit.
std::optional<true_story> told_figure(ledger const& book, true_story story, narrowing const& what,
                                      bool at_least)
{
    if (what.what == unknown_figure::stake) {
        for (auto& s : story.stakes) {
            if (s.owner == book.slug_of(what.investor) && s.owned == book.slug_of(what.owned)) {
                s.low = s.high = at_least ? what.part->lower : what.part->upper;
            }
        }
        return story;
    }
    if (!at_least && !what.sum->upper) {
        return std::nullopt;
    }
    told_sum const sum = exactly(at_least ? what.sum->lower : *what.sum->upper);
    for (std::size_t r = 0; r < story.told.size(); ++r) {
        if (book.slug_of(*what.round) != numbered("round-", r)) {
            continue;
        }
        if (what.what == unknown_figure::total) {
            story.told[r].total = sum;
        }
        for (auto& c : story.told[r].cheques) {
            if (what.what == unknown_figure::cheque && c.investor == book.slug_of(what.investor)) {
                c.paid = sum;
            }
        }
    }
    return story;
}

/// One round sold for money: what was paid, and what the company was worth after it.
struct sold_round {
    std::vector<std::int64_t> paid; ///< By investor.
    std::int64_t post = 0;
    bool is_told_before = false; ///< The worth is told as that before the money.
    [[nodiscard]] std::int64_t total() const
    {
        return std::accumulate(paid.begin(), paid.end(), std::int64_t{0});
    }
};

std::vector<sold_round> draw_sales(round_teller& random, std::size_t investors)
{
    std::vector<sold_round> out(static_cast<std::size_t>(1 + random.below(4)));
    for (auto& r : out) {
        for (std::size_t i = 0; i < investors; ++i) {
            r.paid.push_back(random.chance(50) ? 1 + random.below(1000) : 0);
        }
        r.post = r.total() + 1 + random.below(5000);
        r.is_told_before = random.chance(40);
    }
    return out;
}

/// What each investor holds in the end, and the others.
std::vector<double> held_after(std::vector<sold_round> const& sales, std::size_t investors)
{
    std::vector<double> held(investors, 0.0);
    auto others = 1.0;
    for (auto const& r : sales) {
        auto const kept = 1.0 - static_cast<double>(r.total()) / static_cast<double>(r.post);
        others *= kept;
        for (std::size_t i = 0; i < investors; ++i) {
            held[i] = held[i] * kept + static_cast<double>(r.paid[i]) / static_cast<double>(r.post);
        }
    }
    held.push_back(others);
    return held;
}

/// `tell(sum)` says what is said of each sum. Rounds are a year apart, or all of no known day.
template <class Tell>
void write_sales(owners_teller& to, std::vector<sold_round> const& sales, bool dated,
                 Tell const& tell)
{
    for (std::size_t r = 0; r < sales.size(); ++r) {
        auto const slug = numbered("round-", r);
        std::vector<std::pair<std::string, told_sum>> cheques;
        for (std::size_t i = 0; i < sales[r].paid.size(); ++i) {
            if (sales[r].paid[i] > 0) {
                cheques.emplace_back(numbered("investor-", i), tell(sales[r].paid[i]));
            }
        }
        auto const day = date{2000 + static_cast<int>(r)};
        to.round(slug, "alpha", cheques, tell(sales[r].total()),
                 dated ? std::optional{day} : std::nullopt);
        auto const before = sales[r].is_told_before;
        auto const worth = sales[r].post - (before ? sales[r].total() : 0);
        to.to().add(valuation{.company = to.known("alpha"),
                              .round = to.to().round(slug),
                              .basis = before ? valuation_basis::pre : valuation_basis::post,
                              .amount = amount{tell(worth)}});
    }
}

part_bounds row_of(network const& n, cap_table const& table, std::string const& slug)
{
    for (auto const& row : table.rows) {
        if (n.facts().slug_of(row.investor) == slug) {
            return row.part;
        }
    }
    return {};
}

/// Whether the parts of the table are around the true ones, and, `exactly`, no wider.
bool agrees(network const& n, cap_table const& table, std::vector<double> const& held, bool exactly)
{
    auto const fits = [&](part_bounds const& b, double truth) {
        return b.lower <= truth + 1e-12 && truth <= b.upper + 1e-12 && b.lower >= 0.0
               && b.upper <= 1.0 && (!exactly || b.upper - b.lower < 1e-12);
    };
    auto ok = fits(table.others, held.back());
    for (std::size_t i = 0; i + 1 < held.size(); ++i) {
        ok = ok && fits(row_of(n, table, numbered("investor-", i)), held[i]);
    }
    return ok;
}

} // namespace

TEST_CASE("narrowing_of: the widths are those of a ledger in which the figure was told",
          "[query][property][narrowing]")
{
    std::size_t compared = 0;
    std::array<std::size_t, 3> kinds{};
    for_each_story(cases(40), [&](story_drawer& draws) {
        auto const story = draws.draw();
        owners_teller told;
        write(told, story);
        auto const& book = told.book();
        auto const n = network_of(book);
        for (auto const of : {backing_denominator::total, backing_denominator::external}) {
            state_backing_options const options{.measure = state_measure::look_through,
                                                .denominator = of,
                                                .unknown = draws.random.chance(50)
                                                               ? unknown_owners::possible
                                                               : unknown_owners::impossible};
            auto const list = narrowing_of(n, book.entity_at("alpha"), {.backing = options});
            CHECK(list.width == Approx(width_of(story, options)).margin(1e-12));
            for (auto const& what : list.figures) {
                CAPTURE(to_string(of), to_string(what.what), book.slug_of(what.investor),
                        book.slug_of(what.owned), options.unknown == unknown_owners::possible);
                for (auto const at_least : {true, false}) {
                    auto const with = told_figure(book, story, what, at_least);
                    auto const width = at_least ? what.width_if_least : what.width_if_most;
                    CAPTURE(at_least);
                    auto const anew = with ? width_of(*with, options) : list.width;
                    CHECK(width == Approx(anew).margin(1e-9));
                    ++compared;
                    ++kinds.at(static_cast<std::size_t>(what.what));
                }
            }
        }
    });
    CHECK(compared > 300);
    for (auto const count : kinds) {
        CHECK(count > 20);
    }
}

TEST_CASE("narrowing_of: figures that are known change nothing by being told",
          "[query][property][narrowing]")
{
    for_each_story(cases(30), [](story_drawer& draws) {
        auto story = draws.draw();
        for (std::size_t r = 0; r < story.told.size(); ++r) {
            story.told[r].total = exactly(fen(story.rounds[r].total()));
            story.told[r].external = {};
            for (std::size_t i = 0; i < story.told[r].cheques.size(); ++i) {
                story.told[r].cheques[i].paid = exactly(fen(story.rounds[r].cheques[i].paid));
            }
        }
        owners_teller told;
        write(told, story);
        auto const& book = told.book();
        auto const list = narrowing_of(network_of(book), book.entity_at("alpha"),
                                       {.backing = {.measure = state_measure::look_through}});
        for (auto const& what : list.figures) {
            CHECK(what.what == unknown_figure::stake);
        }
    });
}

TEST_CASE("entry_order_of: other slugs leave the order", "[query][property][entry_order]")
{
    for_each_story(cases(60), [](story_drawer& draws) {
        auto const story = draws.draw(4);
        // Dates for the rounds, the same in both tellings.
        std::vector<date> days;
        for (std::size_t r = 0; r < story.told.size(); ++r) {
            auto const year = 2020 + static_cast<int>(draws.random.below(3));
            days.push_back(draws.random.chance(30) ? date{} : date{year});
        }
        auto const order = [&](auto const& renamed) {
            owners_teller told;
            write(told, story, renamed);
            for (std::size_t r = 0; r < story.told.size(); ++r) {
                told.to().add(funding_round{.slug = numbered("round-", r), .closed = days[r]});
            }
            auto const n = network_of(told.book());
            auto const found =
                entry_order_of(n, state_parts{n,
                                              {.measure = state_measure::look_through,
                                               .unknown = unknown_owners::impossible}});
            return found.companies.empty() ? company_entry{} : found.companies.front();
        };
        auto const one = order([](std::string const& slug) { return slug; });
        auto const other = order([](std::string const& slug) {
            return std::string{slug.rbegin(), slug.rend()};
        });
        CHECK(one.order == other.order);
        CHECK(one.first_state == other.first_state);
        CHECK(one.first_private == other.first_private);
    });
}

TEST_CASE("cap_table_of: where all is told it is exact arithmetic", "[query][property][cap_table]")
{
    for (std::uint64_t seed = 0; seed < cases(300); ++seed) {
        CAPTURE(seed);
        round_teller random{seed};
        auto const investors = static_cast<std::size_t>(1 + random.below(4));
        auto const sales = draw_sales(random, investors);
        owners_teller told;
        write_sales(told, sales, true,
                    [](std::int64_t sum) -> told_sum { return exactly(fen(sum)); });
        auto const& book = told.book();
        auto const n = network_of(book);
        auto const table = cap_table_of(n, book.entity_at("alpha"));
        CHECK_FALSE(table.is_order_open);
        CHECK(agrees(n, table, held_after(sales, investors), true));
    }
}

TEST_CASE("cap_table_of: the truth lies within what is told of it", "[query][property][cap_table]")
{
    for (std::uint64_t seed = 0; seed < cases(400); ++seed) {
        CAPTURE(seed);
        round_teller random{seed};
        auto const investors = static_cast<std::size_t>(1 + random.below(4));
        auto const sales = draw_sales(random, investors);
        auto const dated = random.chance(70);
        CAPTURE(dated);
        owners_teller told;
        write_sales(told, sales, dated, [&](std::int64_t sum) {
            return random.chance(50) ? told_sum{exactly(fen(sum))} : random.obscure(sum);
        });
        auto const& book = told.book();
        auto const n = network_of(book);
        auto const table = cap_table_of(n, book.entity_at("alpha"));
        CHECK(agrees(n, table, held_after(sales, investors), false));
        for (auto const& row : table.rows) {
            CHECK(row.part.lower <= row.part.upper);
        }
    }
}

TEST_CASE("cap_table_of: of an open order any is allowed for", "[query][property][cap_table]")
{
    for (std::uint64_t seed = 0; seed < cases(100); ++seed) {
        CAPTURE(seed);
        round_teller random{seed};
        auto const investors = static_cast<std::size_t>(1 + random.below(3));
        auto sales = draw_sales(random, investors);
        owners_teller told;
        write_sales(told, sales, false,
                    [](std::int64_t sum) -> told_sum { return exactly(fen(sum)); });
        auto const& book = told.book();
        auto const n = network_of(book);
        auto const table = cap_table_of(n, book.entity_at("alpha"));
        CHECK(table.is_order_open == (sales.size() > 1));
        for (int tries = 0; tries < 5; ++tries) {
            for (auto i = sales.size(); i > 1; --i) {
                std::swap(
                    sales[i - 1],
                    sales[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(i)))]);
            }
            CHECK(agrees(n, table, held_after(sales, investors), false));
        }
    }
}
