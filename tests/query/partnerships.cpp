// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/partnerships.hpp>

#include <capgraph/query/co_investment_network.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <initializer_list>
#include <string>

using namespace capgraph;
using namespace capgraph::test;

namespace {

struct dated_round {
    std::string day; ///< Empty: not known.
    std::initializer_list<std::string_view> investors;
};

ledger rounds_ledger(std::vector<dated_round> const& rounds)
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "alpha");
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        auto const slug = numbered("r-", i);
        funding_round said{
            .slug = slug, .company = to.entity("alpha"), .status = deal_status::closed};
        if (!rounds[i].day.empty()) {
            said.closed = parse_date(rounds[i].day);
        }
        to.add(said);
        for (auto const who : rounds[i].investors) {
            add_entity(to, who);
            to.add(participation{.round = to.round(slug), .investor = to.entity(who)});
        }
    }
    to.commit();
    return book;
}

std::vector<partnership_year> years(std::vector<dated_round> const& rounds)
{
    auto const book = rounds_ledger(rounds);
    return partnerships_by_year(network_of(book));
}

using table = std::vector<partnership_year>;

} // namespace

TEST_CASE("repeat_partnerships: who met again, and when", "[query][co_investment]")
{
    auto const book = rounds_ledger({{"2012", {"ann", "bob"}},
                                     {"2010-03", {"ann", "bob", "cat"}},
                                     {"2011", {"bob", "cat"}},
                                     {"", {"ann", "bob"}}});
    auto const n = network_of(book);
    auto const found = repeat_partnerships(n);
    REQUIRE(found.size() == 2);
    CHECK(slugs(n, std::vector{found[0].first, found[0].second}) == names{"ann", "bob"});
    CHECK(found[0].times == 3);
    CHECK(slugs(n, found[0].rounds) == names{"r-001", "r-000", "r-003"});
    CHECK(found[0].dates == std::vector{parse_date("2010-03"), parse_date("2012"), date{}});
    CHECK(slugs(n, std::vector{found[1].first, found[1].second}) == names{"bob", "cat"});
    CHECK(repeat_partnerships(n, {}, {.min_times = 1}).size() == 3);
    CHECK(repeat_partnerships(n, {}, {.min_times = 1, .at_most = 1}).size() == 1);
    CHECK(repeat_partnerships(n, {.period = parse_date("2011/2012")}).empty());
}

TEST_CASE("partnerships_by_year: first times and repeats", "[query][co_investment]")
{
    CHECK(years({}).empty());
    CHECK(years({{"", {"ann", "bob"}}}).empty()); // no year is known at all
    CHECK(years({{"2010", {"ann", "bob"}}, {"2012", {"ann", "bob", "cat"}}})
          == table{{2010, {1, 1}, {1, 1}}, {2011, {0, 0}, {0, 0}}, {2012, {3, 3}, {2, 2}}});
    // Twice in one year is one pair, for the first time.
    CHECK(years({{"2010-01", {"ann", "bob"}}, {"2010-12", {"ann", "bob"}}})
          == table{{2010, {1, 1}, {1, 1}}});
}

TEST_CASE("partnerships_by_year: what dates leave open is between lower and upper",
          "[query][co_investment]")
{
    CHECK(years({{"2010-06/2011-02", {"ann", "bob"}}, {"2011", {"ann", "bob"}}})
          == table{{2010, {0, 1}, {0, 1}}, {2011, {1, 1}, {0, 1}}});
    CHECK(years({{"2010", {"ann", "cat"}}, {"", {"ann", "bob"}}, {"2011", {"bob", "ann"}}})
          == table{{2010, {1, 2}, {1, 2}}, {2011, {1, 1}, {0, 1}}});
    // Who met on a day that is not known may have met before all years.
    CHECK(years({{"2010", {"ann", "cat"}}, {"", {"ann", "bob"}}}) == table{{2010, {1, 2}, {1, 2}}});
    CHECK(years({{"2010", {"ann", "bob"}}, {"../2010", {"ann", "bob"}}})
          == table{{2010, {1, 1}, {0, 1}}});
}

TEST_CASE("partnerships_by_year: with certain dates each pair has one first time",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(10); ++seed) {
        CAPTURE(seed);
        auto const rows = random_attendance(seed, 9, 8, 40);
        ledger book = attendance_ledger(rows, columns::rounds);
        {
            ledger_builder to{book};
            for (std::size_t j = 0; j < 8; ++j) {
                to.add(funding_round{.slug = numbered("round-", j),
                                     .company = to.entity("company-000"),
                                     .closed = parse_date(std::to_string(2000 + (j * 5) % 4))});
            }
            to.commit();
        }
        auto const n = network_of(book);
        std::uint64_t sum = 0;
        for (auto const& y : partnerships_by_year(n)) {
            CHECK(y.pairs.lower == y.pairs.upper);
            CHECK(y.first_time.lower == y.first_time.upper);
            CHECK(y.first_time.upper <= y.pairs.upper);
            sum += y.first_time.lower;
        }
        CHECK(sum == num_edges(project_co_investment(n, {.unit = co_investment_unit::same_round})));
    }
}
