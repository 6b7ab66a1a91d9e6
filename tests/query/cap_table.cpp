// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/cap_table.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

using namespace capgraph;
using namespace capgraph::test;

namespace {

using enum valuation_basis;
using cheques = std::vector<std::pair<std::string, told_sum>>;

void worth(owners_teller& to, std::string_view round, valuation_basis basis, told_sum const& sum,
           std::string_view company = "alpha")
{
    to.to().add(valuation{.company = to.known(company),
                          .round = to.to().round(round),
                          .basis = basis,
                          .amount = amount{sum}});
}

part_bounds row(network const& n, cap_table const& t, std::string_view slug)
{
    for (auto const& r : t.rows) {
        if (n.facts().slug_of(r.investor) == slug) {
            return r.part;
        }
    }
    return {-1.0, -1.0};
}

cap_table table(network const& n, std::string_view slug = "alpha", tolerance const& soft = {})
{
    return cap_table_of(n, n.facts().entity_at(slug), soft);
}

told_sum just(std::int64_t sum)
{
    return exactly(fen(sum));
}

} // namespace

TEST_CASE("cap_table_of: without a round there is none", "[query][cap_table]")
{
    owners_teller told;
    told.company("alpha");
    auto const n = network_of(told.book());
    CHECK(code_of([&] { static_cast<void>(table(n)); }) == error_code::not_known_at);
}

TEST_CASE("cap_table_of: debt and secondary sales make no new shares", "[query][cap_table]")
{
    for (auto const kind : {round_kind::debt, round_kind::secondary}) {
        auto const book =
            told_ledger({{.total = just(10), .cheques = {{"ann", {}, just(10)}}, .kind = kind}});
        auto const n = network_of(book);
        CHECK(code_of([&] { static_cast<void>(table(n)); }) == error_code::not_known_at);
    }
}

TEST_CASE("cap_table_of: a round of unknown worth leaves all open", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", just(10)}}, just(10));
    auto const n = network_of(told.book());
    auto const t = table(n);
    CHECK(t.company == n.facts().entity_at("alpha"));
    REQUIRE(t.rounds.size() == 1);
    CHECK(near(row(n, t, "ann"), 0.0, 1.0));
    CHECK(near(t.others, 0.0, 1.0));
    CHECK_FALSE(t.is_order_open);
}

TEST_CASE("cap_table_of: a cheque's part of the worth after the round", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", just(10)}, {"bob", just(20)}}, just(30));
    worth(told, "r", post, just(100));
    auto const n = network_of(told.book());
    auto const t = table(n);
    CHECK(near(row(n, t, "ann"), 0.1));
    CHECK(near(row(n, t, "bob"), 0.2));
    CHECK(near(t.others, 0.7));
    REQUIRE(t.rows.size() == 2);
    CHECK(n.facts().slug_of(t.rows[0].investor) == "bob"); // the larger first
}

TEST_CASE("cap_table_of: before the round its money comes on top", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", just(10)}, {"bob", just(20)}}, just(30));
    worth(told, "r", pre, just(70));
    auto const n = network_of(told.book());
    CHECK(near(row(n, table(n), "ann"), 0.1));
    CHECK(near(table(n).others, 0.7));
}

TEST_CASE("cap_table_of: what is said of after goes before what follows from before",
          "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", just(10)}}, just(10));
    worth(told, "r", pre, just(10));
    worth(told, "r", post, just(100));
    worth(told, "r", target, just(1));
    auto const n = network_of(told.book());
    CHECK(near(row(n, table(n), "ann"), 0.1));
}

TEST_CASE("cap_table_of: later rounds dilute", "[query][cap_table]")
{
    // ann 10 of 100; then ann 20 and bob 30 of 200: a quarter is sold.
    owners_teller told;
    told.round("z-first", "alpha", {{"ann", just(10)}}, just(10), date{2020});
    told.round("a-second", "alpha", {{"ann", just(20)}, {"bob", just(30)}}, just(50), date{2021});
    worth(told, "z-first", post, just(100));
    worth(told, "a-second", post, just(200));
    auto const n = network_of(told.book());
    auto const t = table(n);
    CHECK(slugs(n, t.rounds) == names{"z-first", "a-second"});
    CHECK_FALSE(t.is_order_open);
    CHECK(near(row(n, t, "ann"), 0.1 * 0.75 + 0.1));
    CHECK(near(row(n, t, "bob"), 0.15));
    CHECK(near(t.others, 0.9 * 0.75));
}

TEST_CASE("cap_table_of: a later round of unknown worth leaves each part anything from nothing up",
          "[query][cap_table]")
{
    owners_teller told;
    told.round("r-1", "alpha", {{"ann", just(10)}}, just(10), date{2020});
    told.round("r-2", "alpha", {{"bob", {}}}, {}, date{2021});
    worth(told, "r-1", post, just(100));
    auto const n = network_of(told.book());
    auto const t = table(n);
    CHECK(near(row(n, t, "ann"), 0.0, 0.1));
    CHECK(near(row(n, t, "bob"), 0.0, 1.0));
}

TEST_CASE("cap_table_of: sums and worths within bounds bound the parts", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", between(fen(10), fen(20))}, {"bob", {}}}, just(50));
    worth(told, "r", post, between(fen(100), fen(200)));
    auto const n = network_of(told.book());
    auto const t = table(n);
    CHECK(near(row(n, t, "ann"), 0.05, 0.2));
    CHECK(near(row(n, t, "bob"), 0.0, 0.5)); // no more than is sold
    CHECK(t.others.lower <= 0.5 + 1e-12);
    CHECK(t.others.upper >= 0.75 - 1e-12);
}

TEST_CASE("cap_table_of: of a round as large as its money before it half is sold at the most",
          "[query][cap_table]")
{
    // Up to 100 on top of 100: no more than half.
    owners_teller told;
    told.round("r", "alpha", {{"ann", {}}}, up_to(fen(100)));
    worth(told, "r", pre, just(100));
    auto const n = network_of(told.book());
    CHECK(near(row(n, table(n), "ann"), 0.0, 0.5));
    CHECK(near(table(n).others, 0.5, 1.0));
}

TEST_CASE("cap_table_of: cheques that exceed the total raise it", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", just(20)}, {"bob", just(5)}}, just(10));
    worth(told, "r", post, just(100));
    auto const n = network_of(told.book());
    auto const t = table(n);
    CHECK(near(row(n, t, "ann"), 0.2));
    CHECK(near(row(n, t, "bob"), 0.05));
    CHECK(near(t.others, 0.75));
}

TEST_CASE("cap_table_of: rounds of unknown order allow for any", "[query][cap_table]")
{
    owners_teller told;
    told.round("r-1", "alpha", {{"ann", just(10)}}, just(10), date{2020});
    told.round("r-2", "alpha", {{"bob", just(50)}}, just(50));
    worth(told, "r-1", post, just(100));
    worth(told, "r-2", post, just(200));
    auto const n = network_of(told.book());
    auto const t = table(n);
    CHECK(t.is_order_open);
    // Either order: ann 0.1 or 0.1 * 0.75, bob 0.25 or 0.25 * 0.9, others 0.9 * 0.75.
    CHECK(row(n, t, "ann").lower <= 0.075 + 1e-12);
    CHECK(row(n, t, "ann").upper >= 0.1 - 1e-12);
    CHECK(row(n, t, "bob").lower <= 0.225 + 1e-12);
    CHECK(row(n, t, "bob").upper >= 0.25 - 1e-12);
    CHECK(t.others.lower <= 0.675 + 1e-12);
    CHECK(t.others.upper >= 0.675 - 1e-12);
}

TEST_CASE("cap_table_of: sums that nothing converts count as untold", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", exactly(cents(10))}, {"bob", just(10)}}, just(30));
    worth(told, "r", post, just(100));
    auto const n = network_of(told.book());
    auto const t = table(n);
    // What of the round nobody can convert is not known; what can is no less than told.
    CHECK(row(n, t, "ann").lower <= 0.1);
    CHECK(row(n, t, "ann").upper >= 0.2 - 1e-12);
    CHECK(row(n, t, "bob").lower <= 0.1 + 1e-12);
    CHECK(row(n, t, "bob").upper >= 0.1 - 1e-12);
    owners_teller other;
    other.round("r", "alpha", {{"ann", just(10)}}, just(30));
    worth(other, "r", post, exactly(cents(100)));
    auto const m = network_of(other.book());
    CHECK(near(row(m, table(m), "ann"), 0.0, 1.0));
}

TEST_CASE("cap_table_of: a worth in another currency goes by the round's own rate",
          "[query][cap_table]")
{
    // 70 fen are 10 cents: 100 cents are 700 fen.
    owners_teller told;
    told.to().add(funding_round{.slug = "r",
                                .company = told.known("alpha"),
                                .kind = round_kind::primary,
                                .status = deal_status::closed,
                                .amount = amount{exactly(fen(70)), exactly(cents(10))}});
    told.to().add(participation{
        .round = told.to().round("r"), .investor = told.known("ann"), .cheque = amount{just(35)}});
    worth(told, "r", post, exactly(cents(100)));
    auto const n = network_of(told.book());
    auto const t = table(n);
    CHECK(near(row(n, t, "ann"), 0.05));
    REQUIRE(t.rates.size() == 1);
    CHECK(t.rates[0].from == currency{"USD"});
}

TEST_CASE("cap_table_of: about a sum is within the tolerance", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", about(fen(100))}}, {});
    worth(told, "r", post, just(1000));
    auto const n = network_of(told.book());
    CHECK(near(row(n, table(n), "ann"), 0.1));
    CHECK(near(row(n, table(n, "alpha", {.about = 0.1}), "ann"), 0.09, 0.11));
}

TEST_CASE("cap_table_of: an investor under two names is one row", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha", {{"ann", just(10)}, {"anna", just(20)}}, just(30));
    worth(told, "r", post, just(100));
    told.are_same("ann", "anna").are_same("alpha", "alpha-inc");
    auto const n = network_of(told.book());
    auto const t = table(n, "alpha-inc");
    CHECK(t.company == n.facts().entity_at("alpha"));
    REQUIRE(t.rows.size() == 1);
    CHECK(near(row(n, t, "ann"), 0.3));
}

TEST_CASE("cap_table_of: ties by the most, then by slug", "[query][cap_table]")
{
    owners_teller told;
    told.round("r", "alpha",
               {{"cat", just(10)}, {"bob", just(10)}, {"ann", between(fen(10), fen(20))}},
               just(100));
    worth(told, "r", post, just(1000));
    auto const n = network_of(told.book());
    names order;
    for (auto const& r : table(n).rows) {
        order.emplace_back(n.facts().slug_of(r.investor));
    }
    CHECK(order == names{"ann", "bob", "cat"});
}
