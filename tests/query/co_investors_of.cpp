// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/co_investors_of.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr auto by_round = co_investment_scope{.unit = co_investment_unit::same_round};

/// `who shared: companies / rounds`, in the order given.
names answer(ledger const& book, std::string_view investor, co_investment_scope const& options = {},
             network_options const& made = {})
{
    names out;
    auto const n = network_of(book, deal_status::closed, made);
    for (auto const& c : co_investors_of(n, book.entity_at(investor), options)) {
        auto line =
            std::string{n.facts().slug_of(c.investor)} + ' ' + std::to_string(c.shared) + ':';
        for (auto const& slug : slugs(n, c.companies)) {
            line += ' ' + slug;
        }
        line += " /";
        for (auto const& slug : slugs(n, c.rounds)) {
            line += ' ' + slug;
        }
        out.push_back(line);
    }
    return out;
}

} // namespace

TEST_CASE("co_investors_of: those who back the same companies, who share most first",
          "[query][co_investment]")
{
    auto const book = syndicates_ledger();
    CHECK(answer(book, "bob") == names{"cat 2: alpha beta /", "ann 1: alpha /"});
    CHECK(answer(book, "ann") == names{"bob 1: alpha /", "cat 1: alpha /"});
}

TEST_CASE("co_investors_of: by round says which rounds and of which companies",
          "[query][co_investment]")
{
    auto const book = syndicates_ledger();
    CHECK(answer(book, "bob", by_round)
          == names{"ann 2: alpha / a-1 a-2", "cat 2: alpha beta / a-1 b-1"});
    CHECK(answer(book, "cat", by_round)
          == names{"bob 2: alpha beta / a-1 b-1", "ann 1: alpha / a-1"});
}

TEST_CASE("co_investors_of: ties go by slug", "[query][co_investment]")
{
    auto const book = attendance_ledger({"xx", "x.", ".x", "xx", "x."});
    CHECK(answer(book, "investor-000")
          == names{"investor-003 2: company-000 company-001 /", "investor-001 1: company-000 /",
                   "investor-002 1: company-001 /", "investor-004 1: company-000 /"});
}

TEST_CASE("co_investors_of: of one company but of no common round is by company only",
          "[query][co_investment]")
{
    auto const book = attendance_ledger({"x.", ".x"}, columns::rounds);
    CHECK(answer(book, "investor-000") == names{"investor-001 1: company-000 /"});
    CHECK(answer(book, "investor-000", by_round).empty());
}

TEST_CASE("co_investors_of: who backs alone has none", "[query][co_investment]")
{
    CHECK(answer(attendance_ledger({"x.", ".x"}), "investor-000").empty());
}

TEST_CASE("co_investors_of: who backs nobody has none", "[query][co_investment]")
{
    auto const book = syndicates_ledger();
    CHECK(answer(book, "dan").empty());   // in talks only
    CHECK(answer(book, "alpha").empty()); // a company
}

TEST_CASE("co_investors_of: asks for the whole of a unit where units roll up",
          "[query][co_investment][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"group", "unit", "ann", "bob", "alpha", "beta"});
    to.add(relation{
        .type = relation_type::unit_of, .from = to.entity("unit"), .to = to.entity("group")});
    auto const backs = [&](std::string_view who, std::string_view what) {
        to.add(participation{
            .company = to.entity(what), .investor = to.entity(who), .status = deal_status::closed});
    };
    backs("group", "alpha");
    backs("ann", "alpha");
    backs("unit", "beta");
    backs("bob", "beta");
    to.commit();
    CHECK(answer(book, "unit") == names{"bob 1: beta /"});
    auto const rolled = network_options{.roll_up = roll_up::parents};
    CHECK(answer(book, "unit", {}, rolled) == names{"ann 1: alpha /", "bob 1: beta /"});
    CHECK(answer(book, "group", {}, rolled) == answer(book, "unit", {}, rolled));
}

TEST_CASE("co_investors_of: entities that are the same are no co-investors", "[query][join]")
{
    auto book = attendance_ledger({"x", "x", "x"});
    ledger_builder to{book};
    to.add(same_as{std::vector{to.entity("investor-001"), to.entity("investor-000")}});
    to.commit();
    CHECK(answer(book, "investor-001") == names{"investor-002 1: company-000 /"});
}

TEST_CASE("co_investors_of: throws for an entity of another ledger", "[query][co_investment]")
{
    auto const n = network_of(attendance_ledger({"x"}));
    CHECK_THROWS_AS(co_investors_of(n, entity_id{1000}), std::out_of_range);
}

TEST_CASE("shared_with: what two share, and their weight", "[query][co_investment]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    auto const at = [&](std::string_view slug) { return book.entity_at(slug); };
    auto const both = shared_with(n, at("bob"), at("cat"), {}, co_investment_weight::newman);
    CHECK(both.investor == at("cat"));
    CHECK(both.shared == 2);
    CHECK(both.weight == Approx(1.5)); // alpha has three, beta two
    CHECK(slugs(n, both.companies) == names{"alpha", "beta"});
    CHECK(shared_with(n, at("ann"), at("bob"), by_round).weight == 2.0);
    CHECK(shared_with(n, at("ann"), at("ann")).shared == 0);
    CHECK(shared_with(n, at("ann"), at("alpha")).shared == 0);
}

TEST_CASE("co_investors_of: is asked of the investors' side whatever the scope says",
          "[query][co_investment]")
{
    auto const book = syndicates_ledger();
    CHECK(answer(book, "bob", {.side = co_investment_side::companies}) == answer(book, "bob"));
}

TEST_CASE("co_invested_companies_of: companies that share investors", "[query][co_investment]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    auto const alpha = book.entity_at("alpha");
    auto const beta = book.entity_at("beta");
    auto const found =
        co_invested_companies_of(n, alpha, {}, {.weight = co_investment_weight::jaccard});
    REQUIRE(found.size() == 2); // gamma has ann alone
    CHECK(found.front().company == beta);
    CHECK(found.front().shared == 2);
    CHECK(found.front().weight == Approx(2.0 / 3.0));
    CHECK(slugs(n, found.front().investors) == names{"bob", "cat"});
    CHECK(slugs(n, shared_backers(n, beta, alpha)) == names{"bob", "cat"});
    CHECK(shared_backers(n, beta, book.entity_at("ann")).empty());
    CHECK(co_invested_companies_of(n, book.entity_at("ann")).empty());
}
