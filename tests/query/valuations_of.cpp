// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/valuations_of.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Valuations of `alpha`, each in a round `round` or, where that is empty, in none.
class valued {
public:
    valued()
    {
        ledger_builder to{book_};
        add_entities(to, {"alpha", "beta"});
        for (auto const* const slug : {"r-1", "r-2"}) {
            to.add(funding_round{.slug = slug,
                                 .company = to.entity("alpha"),
                                 .status = deal_status::closed},
                   on("2020"));
        }
        to.commit();
    }

    valued& say(std::int64_t sum, std::string_view day,
                valuation_basis basis = valuation_basis::pre, std::string_view round = "",
                std::string_view company = "alpha")
    {
        ledger_builder to{book_};
        valuation said{
            .company = to.entity(company), .basis = basis, .amount = amount{plain(dollars(sum))}};
        if (!round.empty()) {
            said.round = to.round(round);
        }
        to.add(said, on(day));
        to.commit();
        return *this;
    }

    valued& same(std::string_view a, std::string_view b)
    {
        ledger_builder to{book_};
        to.add(same_as{std::vector{to.entity(a), to.entity(b)}});
        to.commit();
        return *this;
    }

    /// `sum basis round`.
    [[nodiscard]] names answer(view_options const& options = {}) const
    {
        names out;
        network const n{view{book_, options}};
        for (auto const& v : valuations_of(n, book_.entity_at("alpha"))) {
            out.push_back(std::to_string(v.amount->renderings().front().low().minor_units() / 100)
                          + ' ' + std::string{to_string(*v.basis)} + ' '
                          + (v.round ? std::string{book_.slug_of(*v.round)} : "-"));
        }
        return out;
    }

private:
    ledger book_;
};

using enum valuation_basis;

} // namespace

TEST_CASE("valuations_of: none where nothing is said", "[query][valuation]")
{
    CHECK(valued{}.answer().empty());
}

TEST_CASE("valuations_of: the latest word on one round and basis stands", "[query][valuation]")
{
    valued v;
    v.say(20, "2026-05-10", pre, "r-1").say(45, "2026-05-31", pre, "r-1");
    CHECK(v.answer() == names{"45 pre r-1"});
    CHECK(v.answer({.known_at = parse_date("2026-05-15")}) == names{"20 pre r-1"});
    CHECK(v.answer({.known_at = parse_date("2026-05-31")}) == names{"45 pre r-1"});
    CHECK(v.answer({.known_at = parse_date("2026-05-09")}).empty());
}

TEST_CASE("valuations_of: the latest word stands in whatever order it was told",
          "[query][valuation]")
{
    CHECK(valued{}.say(45, "2026-05-31").say(20, "2026-05-10").answer() == names{"45 pre -"});
}

TEST_CASE("valuations_of: bases never supersede each other", "[query][valuation]")
{
    valued v;
    v.say(20, "2024", pre).say(25, "2025", post).say(30, "2023", market_cap);
    CHECK(v.answer() == names{"25 post -", "20 pre -", "30 market_cap -"});
}

TEST_CASE("valuations_of: rounds never supersede each other", "[query][valuation]")
{
    valued v;
    v.say(20, "2024", pre, "r-1").say(30, "2025", pre, "r-2").say(5, "2023");
    CHECK(v.answer() == names{"30 pre r-2", "20 pre r-1", "5 pre -"});
}

TEST_CASE("valuations_of: of one moment by round then basis", "[query][valuation]")
{
    valued v;
    v.say(1, "2024", post, "r-2")
        .say(2, "2024", post, "r-1")
        .say(3, "2024", pre, "r-1")
        .say(4, "2024", unspecified);
    CHECK(v.answer() == names{"4 unspecified -", "3 pre r-1", "2 post r-1", "1 post r-2"});
}

TEST_CASE("valuations_of: one of a round counts when the round does", "[query][valuation]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "alpha");
    to.add(
        funding_round{.slug = "r", .company = to.entity("alpha"), .status = deal_status::in_talks});
    to.add(valuation{.company = to.entity("alpha"),
                     .round = to.round("r"),
                     .amount = amount{plain(dollars(7))}});
    to.commit();
    auto const count = [&](deal_status least) {
        return valuations_of(network_of(book, least), book.entity_at("alpha")).size();
    };
    CHECK(count(deal_status::closed) == 0);
    CHECK(count(deal_status::in_talks) == 1);
}

TEST_CASE("valuations_of: one that was taken back is none", "[query][valuation]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "alpha");
    to.add(valuation{.company = to.entity("alpha"), .amount = amount{plain(dollars(7))}},
           on("2024"));
    to.add(valuation{.company = to.entity("alpha"), .amount = taken_back}, on("2025"));
    to.commit();
    CHECK(valuations_of(network_of(book), book.entity_at("alpha")).empty());
}

TEST_CASE("valuations_of: only those of the company", "[query][valuation]")
{
    CHECK(valued{}.say(7, "2024", pre, "", "beta").say(8, "2024").answer() == names{"8 pre -"});
}

TEST_CASE("valuations_of: companies that are the same have one valuation a basis",
          "[query][valuation][join]")
{
    valued v;
    v.say(7, "2024", pre, "", "beta").say(8, "2023").say(9, "2022", post).same("alpha", "beta");
    CHECK(v.answer() == names{"7 pre -", "9 post -"});
    valued told_last;
    told_last.say(8, "2024").say(7, "2024", pre, "", "beta").same("alpha", "beta");
    CHECK(told_last.answer() == names{"7 pre -"});
}

TEST_CASE("valuations_of: revised within weeks", "[query][valuation]")
{
    // 20bn dollars in early May 2026, about 45bn by its end.
    auto const book = deepseek_ledger();
    auto const at = [&](std::string_view day) {
        network const n{
            view{book, {.known_at = parse_date(day), .min_status = deal_status::in_talks}}};
        auto const found = valuations_of(n, book.entity_at("deepseek"));
        REQUIRE(found.size() == 1);
        CHECK(found.front().basis == pre);
        return *found.front().amount;
    };
    CHECK(at("2026-05-15") == amount{plain(dollars(20 * billion))});
    CHECK(at("2026-06-01") == amount{about(dollars(45 * billion))});
    CHECK(at("2026-07-01") == amount{about(dollars(45 * billion))});
    CHECK(valuations_of(network_of(book), book.entity_at("deepseek")).empty()); // closed only
}
