// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/network.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/random_ledgers.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using enum deal_status;

static_assert(std::is_copy_constructible_v<network>);
static_assert(!std::is_convertible_v<view, network>);
static_assert(!std::is_default_constructible_v<network>);

/// `ann` backs `alpha` in the round `r`: the statuses are those of the round and of her own.
ledger one_deal(field<deal_status> of_round, field<deal_status> own)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "alpha"});
    to.add(funding_round{.slug = "r", .company = to.entity("alpha"), .status = of_round});
    to.add(participation{.round = to.round("r"), .investor = to.entity("ann"), .status = own});
    to.commit();
    return book;
}

/// The pairs of an investor and a company that the two-mode graph joins.
std::vector<std::pair<std::string, std::string>> ties(network const& n)
{
    std::vector<std::pair<std::string, std::string>> out;
    auto const investors = slugs(n, n.investors());
    auto const companies = slugs(n, n.companies());
    auto const [first, last] = edges(n.two_mode());
    std::for_each(first, last, [&](auto const& e) {
        auto const u = std::min(source(e, n.two_mode()), target(e, n.two_mode()));
        auto const v = std::max(source(e, n.two_mode()), target(e, n.two_mode()));
        out.emplace_back(investors.at(u), companies.at(v - investors.size()));
    });
    return out;
}

using pairs = std::vector<std::pair<std::string, std::string>>;

} // namespace

TEST_CASE("network: of nothing is empty", "[network]")
{
    ledger const book;
    network const n{view{book}};
    CHECK(n.investors().empty());
    CHECK(n.companies().empty());
    CHECK(n.entities().empty());
    CHECK(n.rounds().empty());
    CHECK(n.investments().empty());
    CHECK(n.stakes().empty());
    CHECK(num_vertices(n.two_mode()) == 0);
    CHECK(num_vertices(n.ownership()) == 0);
}

TEST_CASE("network: one closed deal ties one investor to one company", "[network]")
{
    auto const book = one_deal(closed, {});
    auto const n = network_of(book);
    CHECK(slugs(n, n.investors()) == names{"ann"});
    CHECK(slugs(n, n.companies()) == names{"alpha"});
    CHECK(slugs(n, n.entities()) == names{"alpha", "ann"});
    CHECK(slugs(n, n.rounds()) == names{"r"});
    CHECK(ties(n) == pairs{{"ann", "alpha"}});
    REQUIRE(n.investments().size() == 1);
    auto const& only = n.investments().front();
    CHECK(only.round == book.round_at("r"));
    CHECK(only.status == closed);
    CHECK(only.role == participation_role::unknown);
    CHECK_FALSE(only.is_internal);
    CHECK_FALSE(only.is_prior);
}

TEST_CASE("network: investors and companies and rounds come by slug", "[network][order]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    CHECK(slugs(n, n.investors()) == names{"ann", "bob", "cat"});
    CHECK(slugs(n, n.companies()) == names{"alpha", "beta", "gamma"});
    CHECK(slugs(n, n.entities()) == names{"alpha", "ann", "beta", "bob", "cat", "dan", "gamma"});
    CHECK(slugs(n, n.rounds()) == names{"a-1", "a-2", "b-1"});
    CHECK(ties(n)
          == pairs{{"ann", "alpha"},
                   {"ann", "gamma"},
                   {"bob", "alpha"},
                   {"bob", "beta"},
                   {"cat", "alpha"},
                   {"cat", "beta"}});
}

TEST_CASE("network: slugs with a long beginning in common come in their order", "[network][order]")
{
    names all;
    for (std::size_t i = 1; i <= 300; ++i) {
        all.push_back(std::string(i, 'a')); // each the beginning of the next
        all.push_back(std::string(i, 'a') + 'b');
        all.push_back(std::string(i % 23, 'c') + std::to_string(i));
    }
    std::sort(all.begin(), all.end());
    auto shuffled = all;
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937_64{1});
    ledger book;
    ledger_builder to{book};
    for (auto const& slug : shuffled) {
        add_entity(to, slug);
        to.add(
            funding_round{.slug = slug, .company = to.entity(shuffled.front()), .status = closed});
    }
    to.commit();
    auto const n = network_of(book);
    CHECK(slugs(n, n.entities()) == all);
    CHECK(slugs(n, n.rounds()) == all);
}

TEST_CASE("network: investments come by investor and company and round", "[network][order]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    std::vector<std::string> found;
    for (auto const& i : n.investments()) {
        found.push_back(slugs(n, n.investors())[i.investor] + ' '
                        + slugs(n, n.companies())[i.company] + ' '
                        + (i.round ? std::string{n.facts().slug_of(*i.round)} : "-"));
    }
    CHECK(found
          == names{"ann alpha a-1", "ann alpha a-2", "ann gamma -", "bob alpha a-1",
                   "bob alpha a-2", "bob beta b-1", "cat alpha a-1", "cat beta b-1"});
}

TEST_CASE("network: a deal counts from min_status on", "[network][status]")
{
    auto const status = GENERATE(rumored, approached, in_talks, committed, closed);
    auto const least = GENERATE(rumored, approached, in_talks, committed, closed);
    CAPTURE(to_string(status), to_string(least));
    auto const book = one_deal(status, {});
    auto const n = network_of(book, least);
    CHECK(n.investments().size() == (status >= least ? 1 : 0));
    CHECK(n.rounds().size() == (status >= least ? 1 : 0));
}

TEST_CASE("network: a participation goes by its own status where it has one", "[network][status]")
{
    auto const further = one_deal(in_talks, closed);
    CHECK(network_of(further).investments().size() == 1);
    CHECK(network_of(further).rounds().empty());
    auto const behind = one_deal(closed, in_talks);
    CHECK(network_of(behind).investments().empty());
    CHECK(network_of(behind).rounds().size() == 1);
}

TEST_CASE("network: who only backs what does not count is no investor", "[network][status]")
{
    auto const book = one_deal(in_talks, {});
    auto const n = network_of(book);
    CHECK(n.investors().empty());
    CHECK(n.companies().empty());
    CHECK(slugs(n, n.entities()) == names{"alpha", "ann"});
}

TEST_CASE("network: what was withdrawn never counts", "[network][status]")
{
    auto const least = GENERATE(rumored, closed);
    CHECK(network_of(one_deal(withdrawn, {}), least).rounds().empty());
    CHECK(network_of(one_deal(withdrawn, {}), least).investments().empty());
    CHECK(network_of(one_deal(closed, withdrawn), least).investments().empty());
}

TEST_CASE("network: without any status a deal counts only where rumours do", "[network][status]")
{
    auto const book = one_deal({}, {});
    auto const n = network_of(book, rumored);
    CHECK(n.rounds().size() == 1);
    REQUIRE(n.investments().size() == 1);
    CHECK(n.investments().front().status == rumored);
    CHECK(network_of(book, approached).rounds().empty());
    CHECK(network_of(book, approached).investments().empty());
}

TEST_CASE("network: an existing backer has a closed tie besides", "[network][prior]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "bob", "alpha"});
    to.add(funding_round{.slug = "r", .company = to.entity("alpha"), .status = in_talks});
    to.add(participation{.round = to.round("r"),
                         .investor = to.entity("ann"),
                         .role = participation_role::lead,
                         .existing_backer = true,
                         .internal = true});
    to.add(participation{
        .round = to.round("r"), .investor = to.entity("bob"), .existing_backer = false});
    to.commit();

    auto const closed_only = network_of(book);
    REQUIRE(closed_only.investments().size() == 1);
    auto const& prior = closed_only.investments().front();
    CHECK(slugs(closed_only, closed_only.investors()) == names{"ann"});
    CHECK(prior.is_prior);
    CHECK(prior.status == closed);
    CHECK_FALSE(prior.round.has_value());
    CHECK(prior.role == participation_role::unknown);
    CHECK(prior.is_internal);
    CHECK(closed_only.rounds().empty());

    auto const with_talks = network_of(book, in_talks);
    CHECK(with_talks.investments().size() == 3);
    CHECK(ties(with_talks) == pairs{{"ann", "alpha"}, {"bob", "alpha"}});
    auto const of_ann = with_talks.investments_of(0);
    REQUIRE(of_ann.size() == 2);
    CHECK(of_ann[0].is_prior);
    CHECK_FALSE(of_ann[1].is_prior);
    CHECK(of_ann[1].role == participation_role::lead);
}

TEST_CASE("network: an investment says who leads and whose money is internal", "[network]")
{
    auto const book = deepseek_ledger();
    auto const n = network_of(book, in_talks);
    auto const liang = n.find_investor(book.entity_at("liang"));
    auto const tencent = n.find_investor(book.entity_at("tencent"));
    REQUIRE(liang);
    REQUIRE(tencent);
    CHECK(n.investments_of(*liang).front().is_internal);
    CHECK_FALSE(n.investments_of(*tencent).front().is_internal);

    auto const deals = syndicates_ledger();
    auto const m = network_of(deals);
    CHECK(m.investments_of(0).front().role == participation_role::lead); // ann in a-1
    CHECK(m.investments_of(1).front().role == participation_role::participant);
}

TEST_CASE("network: an edge joins an investor to a company once however often", "[network]")
{
    auto const book = attendance_ledger({"xxx", "x.x"}, columns::rounds);
    auto const n = network_of(book);
    CHECK(n.investments().size() == 5);
    CHECK(ties(n) == pairs{{"investor-000", "company-000"}, {"investor-001", "company-000"}});
}

TEST_CASE("network: an entity that backs and is backed is a vertex in each role", "[network]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b", "c"});
    to.add(participation{.company = to.entity("b"), .investor = to.entity("a"), .status = closed});
    to.add(participation{.company = to.entity("c"), .investor = to.entity("b"), .status = closed});
    to.commit();
    auto const n = network_of(book);
    CHECK(slugs(n, n.investors()) == names{"a", "b"});
    CHECK(slugs(n, n.companies()) == names{"b", "c"});
    CHECK(num_vertices(n.two_mode()) == 4);
    CHECK(ties(n) == pairs{{"a", "b"}, {"b", "c"}});
    CHECK(n.find_investor(book.entity_at("b")) == 1);
    CHECK(n.find_company(book.entity_at("b")) == 0);
}

TEST_CASE("network: entities that are the same are one, under the first slug", "[network][join]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"z-fund", "a-fund", "alpha", "beta", "b-company"});
    to.add(participation{
        .company = to.entity("alpha"), .investor = to.entity("z-fund"), .status = closed});
    to.add(participation{
        .company = to.entity("beta"), .investor = to.entity("a-fund"), .status = closed});
    to.add(funding_round{.slug = "r", .company = to.entity("beta"), .status = closed});
    to.add(same_as{std::vector{to.entity("z-fund"), to.entity("a-fund")}});
    to.add(same_as{std::vector{to.entity("beta"), to.entity("b-company")}});
    to.commit();
    auto const n = network_of(book);
    CHECK(slugs(n, n.investors()) == names{"a-fund"});
    CHECK(slugs(n, n.companies()) == names{"alpha", "b-company"});
    CHECK(slugs(n, n.entities()) == names{"a-fund", "alpha", "b-company"});
    CHECK(ties(n) == pairs{{"a-fund", "alpha"}, {"a-fund", "b-company"}});
    CHECK(n.find_investor(book.entity_at("z-fund")) == 0);
    CHECK(n.find_company(book.entity_at("beta")) == 1);
    CHECK(n.find_entity(book.entity_at("z-fund")) == 0);
    CHECK(slugs(n, n.rounds_of(book.entity_at("beta"))) == names{"r"});
    CHECK(slugs(n, n.rounds_of(book.entity_at("b-company"))) == names{"r"});
}

TEST_CASE("network: without the joining statement the entities are two again", "[network][join]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"z-fund", "a-fund", "alpha"});
    for (auto const* const slug : {"a-fund", "z-fund"}) {
        to.add(participation{
            .company = to.entity("alpha"), .investor = to.entity(slug), .status = closed});
    }
    to.add(same_as{std::vector{to.entity("z-fund"), to.entity("a-fund")}},
           {.reported_on = parse_date("2026")});
    to.commit();
    CHECK(network_of(book).investors().size() == 1);
    CHECK(network{view{book, {.known_at = parse_date("2025")}}}.investors().empty());
    CHECK(network{view{book, {.known_at = parse_date("2025"), .known = certainty::possibly}}}
              .investors()
              .size()
          == 2);
}

TEST_CASE("network: investors roll up to their parents", "[network][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alibaba", "alibaba-cloud", "alpha", "beta"});
    to.add(relation{.type = relation_type::unit_of,
                    .from = to.entity("alibaba-cloud"),
                    .to = to.entity("alibaba")});
    to.add(participation{
        .company = to.entity("alpha"), .investor = to.entity("alibaba"), .status = closed});
    to.add(participation{
        .company = to.entity("beta"), .investor = to.entity("alibaba-cloud"), .status = closed});
    to.commit();
    auto const apart = network_of(book);
    CHECK(slugs(apart, apart.investors()) == names{"alibaba", "alibaba-cloud"});
    CHECK(apart.options().roll_up == roll_up::none);

    auto const together = network_of(book, closed, {.roll_up = roll_up::parents});
    CHECK(together.options().roll_up == roll_up::parents);
    CHECK(slugs(together, together.investors()) == names{"alibaba"});
    CHECK(ties(together) == pairs{{"alibaba", "alpha"}, {"alibaba", "beta"}});
    CHECK(together.find_investor(book.entity_at("alibaba-cloud")) == 0);
    CHECK(slugs(together, together.entities())
          == names{"alibaba", "alibaba-cloud", "alpha", "beta"});
}

TEST_CASE("network: companies are backed under their own name", "[network][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "lab", "group"});
    to.add(relation{
        .type = relation_type::unit_of, .from = to.entity("lab"), .to = to.entity("group")});
    to.add(
        participation{.company = to.entity("lab"), .investor = to.entity("ann"), .status = closed});
    to.commit();
    auto const n = network_of(book, closed, {.roll_up = roll_up::parents});
    CHECK(slugs(n, n.companies()) == names{"lab"});
}

TEST_CASE("network: what rolls up into the company itself is no backer of it", "[network][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"group", "unit", "ann"});
    to.add(relation{
        .type = relation_type::unit_of, .from = to.entity("unit"), .to = to.entity("group")});
    to.add(funding_round{.slug = "r", .company = to.entity("group"), .status = closed});
    for (auto const* const slug : {"unit", "ann"}) {
        to.add(participation{
            .round = to.round("r"), .investor = to.entity(slug), .existing_backer = true});
    }
    to.commit();
    auto const apart = network_of(book);
    CHECK(ties(apart) == pairs{{"ann", "group"}, {"unit", "group"}});
    auto const together = network_of(book, closed, {.roll_up = roll_up::parents});
    CHECK(ties(together) == pairs{{"ann", "group"}});
    CHECK(together.investments().size() == 2);
    CHECK_FALSE(together.find_investor(book.entity_at("unit")).has_value());
    CHECK(together.participations_in(book.round_at("r")).size() == 2);
}

TEST_CASE("network: who backs itself does, but not rolled up", "[network][roll_up]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"alpha", "group"});
    to.add(relation{
        .type = relation_type::unit_of, .from = to.entity("alpha"), .to = to.entity("group")});
    to.add(participation{
        .company = to.entity("alpha"), .investor = to.entity("alpha"), .status = closed});
    to.commit();
    CHECK(ties(network_of(book)) == pairs{{"alpha", "alpha"}});
    CHECK(network_of(book, closed, {.roll_up = roll_up::parents}).investments().empty());
}

TEST_CASE("network: its lists of one thing agree with the list of all", "[network]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    auto const all = std::vector(n.investments().begin(), n.investments().end());
    std::vector<investment> by_investor;
    for (std::uint32_t i = 0; i < n.investors().size(); ++i) {
        auto const theirs = n.investments_of(i);
        by_investor.insert(by_investor.end(), theirs.begin(), theirs.end());
    }
    CHECK(by_investor == all);

    std::size_t counted = 0;
    for (std::uint32_t c = 0; c < n.companies().size(); ++c) {
        for (auto const& i : n.investments_in(c)) {
            CHECK(i.company == c);
            CHECK(std::count(all.begin(), all.end(), i) == 1);
            ++counted;
        }
        for (std::uint32_t i = 0; i < n.investors().size(); ++i) {
            std::vector<investment> filtered;
            std::copy_if(all.begin(), all.end(), std::back_inserter(filtered),
                         [&](auto const& x) { return x.investor == i && x.company == c; });
            auto const of = n.investments_of(i, c);
            CHECK(std::vector(of.begin(), of.end()) == filtered);
        }
    }
    CHECK(counted == all.size());
}

TEST_CASE("network: investments_in come by investor", "[network][order]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    std::vector<std::uint32_t> found;
    for (auto const& i : n.investments_in(0)) {
        found.push_back(i.investor);
    }
    CHECK(found == std::vector<std::uint32_t>{0, 0, 1, 1, 2}); // ann and bob twice, cat once
}

TEST_CASE("network: rounds_of are those of the company by slug", "[network][order]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    CHECK(slugs(n, n.rounds_of(book.entity_at("alpha"))) == names{"a-1", "a-2"});
    CHECK(slugs(n, n.rounds_of(book.entity_at("beta"))) == names{"b-1"});
    CHECK(n.rounds_of(book.entity_at("gamma")).empty());
    CHECK(n.rounds_of(book.entity_at("ann")).empty());
}

TEST_CASE("network: participations_in a round are those that count, by investor",
          "[network][order]")
{
    auto const book = syndicates_ledger();
    auto const investors = [&](network const& n, record_id round) {
        names out;
        for (auto const id : n.participations_in(round)) {
            out.emplace_back(n.facts().slug_of(*n.facts().at<participation>(id).investor));
        }
        return out;
    };
    CHECK(investors(network_of(book), book.round_at("a-1")) == names{"ann", "bob", "cat"});
    CHECK(investors(network_of(book), book.round_at("a-2")) == names{"ann", "bob"});
    CHECK(investors(network_of(book), book.round_at("b-1")) == names{"bob", "cat"});
    CHECK(investors(network_of(book, in_talks), book.round_at("b-1"))
          == names{"bob", "cat", "dan"});
    CHECK_THROWS_AS(network_of(book).participations_in(book.record_of(book.entity_at("ann"))),
                    std::out_of_range);
}

TEST_CASE("network: participations_in a company take those without a round too", "[network]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    CHECK(n.participations_in(book.entity_at("alpha")).size() == 5);
    CHECK(n.participations_in(book.entity_at("gamma")).size() == 1);
    CHECK(n.participations_in(book.entity_at("ann")).empty());
}

TEST_CASE("network: finds investors and companies and entities at their places", "[network]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    for (std::uint32_t i = 0; i < n.investors().size(); ++i) {
        CHECK(n.find_investor(n.investors()[i]) == i);
    }
    for (std::uint32_t i = 0; i < n.companies().size(); ++i) {
        CHECK(n.find_company(n.companies()[i]) == i);
    }
    for (std::uint32_t i = 0; i < n.entities().size(); ++i) {
        CHECK(n.find_entity(n.entities()[i]) == i);
    }
    CHECK_FALSE(n.find_investor(book.entity_at("dan")).has_value()); // in talks only
    CHECK_FALSE(n.find_investor(book.entity_at("alpha")).has_value());
    CHECK_FALSE(n.find_company(book.entity_at("ann")).has_value());
}

TEST_CASE("network: an entity that is not known yet is not found", "[network]")
{
    auto const book = [] {
        ledger made;
        ledger_builder to{made};
        to.add(entity{.slug = "early", .name = "early", .kind = entity_kind::company}, on("2020"));
        to.add(entity{.slug = "late", .name = "late", .kind = entity_kind::company}, on("2024"));
        to.commit();
        return made;
    }();
    network const n{view{book, {.known_at = parse_date("2022")}}};
    CHECK(slugs(n, n.entities()) == names{"early"});
    CHECK(n.find_entity(book.entity_at("early")) == 0);
    CHECK_FALSE(n.find_entity(book.entity_at("late")).has_value());
}

TEST_CASE("network: who ends a tie or a stake is an entity, described yet or not", "[network]")
{
    ledger book;
    ledger_builder to{book};
    for (auto const* const slug : {"ann", "alpha", "owner", "owned", "idle"}) {
        to.add(entity{.slug = slug, .name = slug, .kind = entity_kind::company}, on("2025"));
    }
    to.add(participation{.company = to.entity("alpha"),
                         .investor = to.entity("ann"),
                         .status = closed},
           on("2020"));
    to.add(holding{.owner = to.entity("owner"), .owned = to.entity("owned")}, on("2020"));
    to.commit();
    network const n{view{book, {.known_at = parse_date("2022")}}};
    CHECK(slugs(n, n.entities()) == names{"alpha", "ann", "owned", "owner"});
}

TEST_CASE("network: outlives the ledger that it shows", "[network]")
{
    auto const n = [] {
        auto const book = syndicates_ledger();
        return network_of(book);
    }();
    CHECK(slugs(n, n.investors()) == names{"ann", "bob", "cat"});
}

TEST_CASE("network: a later statement leaves it as it is", "[network]")
{
    auto book = one_deal(closed, {});
    auto const n = network_of(book);
    ledger_builder to{book};
    add_entity(to, "bob");
    to.add(participation{.round = to.round("r"), .investor = to.entity("bob")});
    to.commit();
    CHECK(n.investments().size() == 1);
    CHECK(network_of(book).investments().size() == 2);
}
