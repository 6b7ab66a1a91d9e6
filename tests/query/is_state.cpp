// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/state_backing.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using enum state_measure;

entity tied(std::string_view slug, state_tie tie, std::string_view country = "CN")
{
    return {.slug = slug,
            .name = slug,
            .kind = entity_kind::fund,
            .state_link = state_link{tie, state_level::central, country}};
}

/// `ann`, tied to a state as said; and owned as said by an organ `ministry` of CN.
ledger with_owner(field<bool> control, field<state_link> of_owner, bool indirect = false)
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "ann");
    to.add(entity{.slug = "ministry",
                  .name = "ministry",
                  .kind = entity_kind::company,
                  .state_link = of_owner});
    to.add(holding{.owner = to.entity("ministry"),
                   .owned = to.entity("ann"),
                   .indirect = indirect,
                   .share = exactly(share{0.9}),
                   .control = control});
    to.commit();
    return book;
}

bool counts_as(ledger const& book, state_measure measure, std::string_view country = {},
               std::string_view slug = "ann")
{
    return is_state(network_of(book), book.entity_at(slug), measure, country);
}

ledger of_one(entity const& who)
{
    ledger book;
    ledger_builder to{book};
    to.add(who);
    to.commit();
    return book;
}

constexpr auto ministry_link = state_link{state_tie::organ, state_level::central, "CN"};

} // namespace

TEST_CASE("is_state: who has no tie is none", "[query][state]")
{
    auto const kind = GENERATE(entity_kind::company, entity_kind::fund, entity_kind::person);
    auto const book = of_one({.slug = "ann", .name = "ann", .kind = kind, .country = "CN"});
    CHECK_FALSE(counts_as(book, organs));
    CHECK_FALSE(counts_as(book, labelled));
}

TEST_CASE("is_state: a government or a state body is an organ of its country", "[query][state]")
{
    auto const kind = GENERATE(entity_kind::government, entity_kind::state_body);
    auto const book = of_one({.slug = "ann", .name = "ann", .kind = kind, .country = "CN"});
    CHECK(counts_as(book, organs));
    CHECK(counts_as(book, labelled));
    CHECK(counts_as(book, organs, "CN"));
    CHECK_FALSE(counts_as(book, organs, "SG"));
    auto const nowhere = of_one({.slug = "ann", .name = "ann", .kind = kind});
    CHECK(counts_as(nowhere, organs));
    CHECK(counts_as(nowhere, organs, "SG")); // of a state that no source names
}

TEST_CASE("is_state: an organ by either measure", "[query][state]")
{
    auto const book = of_one(tied("ann", state_tie::organ));
    CHECK(counts_as(book, organs));
    CHECK(counts_as(book, labelled));
}

TEST_CASE("is_state: whom a source calls backed or controlled is labelled only", "[query][state]")
{
    auto const tie = GENERATE(state_tie::backed, state_tie::controlled);
    auto const book = of_one(tied("ann", tie));
    CHECK_FALSE(counts_as(book, organs));
    CHECK(counts_as(book, labelled));
}

TEST_CASE("is_state: whom an organ controls by declaration is labelled", "[query][state]")
{
    CHECK(counts_as(with_owner(true, ministry_link), labelled));
    CHECK_FALSE(counts_as(with_owner(true, ministry_link), organs));
}

TEST_CASE("is_state: a stake without declared control labels nobody", "[query][state]")
{
    CHECK_FALSE(counts_as(with_owner({}, ministry_link), labelled));
    CHECK_FALSE(counts_as(with_owner(false, ministry_link), labelled));
}

TEST_CASE("is_state: control by who is no organ labels nobody", "[query][state]")
{
    CHECK_FALSE(counts_as(with_owner(true, {}), labelled));
    CHECK_FALSE(counts_as(
        with_owner(true, state_link{state_tie::backed, state_level::central, "CN"}), labelled));
    CHECK_FALSE(counts_as(
        with_owner(true, state_link{state_tie::controlled, state_level::central, "CN"}), labelled));
}

TEST_CASE("is_state: of the country asked for", "[query][state]")
{
    auto const tie = GENERATE(state_tie::organ, state_tie::backed);
    auto const book = of_one(tied("ann", tie, "SG"));
    CHECK(counts_as(book, labelled));
    CHECK(counts_as(book, labelled, "SG"));
    CHECK_FALSE(counts_as(book, labelled, "CN"));
    CHECK(counts_as(book, organs, "SG") == (tie == state_tie::organ));
}

TEST_CASE("is_state: of a state that no source names counts for each", "[query][state]")
{
    auto const book = of_one(tied("ann", state_tie::backed, ""));
    CHECK(counts_as(book, labelled, "CN"));
    CHECK(counts_as(book, labelled, "SG"));
}

TEST_CASE("is_state: control by an organ is that organ's country's", "[query][state]")
{
    auto const book = with_owner(true, ministry_link);
    CHECK(counts_as(book, labelled, "CN"));
    CHECK_FALSE(counts_as(book, labelled, "SG"));
}

TEST_CASE("is_state: entities that are the same have their ties in common", "[query][state][join]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "ann");
    to.add(tied("z-fund", state_tie::backed));
    to.add(tied("y-fund", state_tie::organ, "SG"));
    to.add(same_as{std::vector{to.entity("ann"), to.entity("z-fund"), to.entity("y-fund")}});
    to.commit();
    for (auto const* const slug : {"ann", "y-fund", "z-fund"}) {
        CAPTURE(slug);
        CHECK(counts_as(book, organs, {}, slug));
        CHECK(counts_as(book, organs, "SG", slug));
        CHECK_FALSE(counts_as(book, organs, "CN", slug));
        CHECK(counts_as(book, labelled, "CN", slug));
    }
}

TEST_CASE("is_state: what the view does not know decides nothing", "[query][state][known_at]")
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "ann", .name = "ann", .kind = entity_kind::fund}, on("2020"));
    to.add(tied("ann", state_tie::backed), on("2024"));
    to.commit();
    auto const at = [&](std::string_view day) {
        network const n{view{book, {.known_at = parse_date(day)}}};
        return is_state(n, book.entity_at("ann"), labelled);
    };
    CHECK_FALSE(at("2019"));
    CHECK_FALSE(at("2023"));
    CHECK(at("2024"));
}

TEST_CASE("is_state: control that has ended labels nobody", "[query][state][valid_at]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "ann");
    to.add(tied("ministry", state_tie::organ));
    to.add(holding{.owner = to.entity("ministry"),
                   .owned = to.entity("ann"),
                   .control = true,
                   .valid_until = parse_date("2020")});
    to.commit();
    auto const at = [&](std::string_view day) {
        network const n{view{book, {.valid_at = parse_date(day)}}};
        return is_state(n, book.entity_at("ann"), labelled);
    };
    CHECK(at("2020-06-01"));
    CHECK_FALSE(at("2021-01-01"));
}

TEST_CASE("is_state: a weaker later word does not take the label away", "[query][state]")
{
    ledger book;
    ledger_builder to{book};
    to.add(tied("ann", state_tie::organ), on("2020"));
    to.add(tied("ann", state_tie::backed), on("2024"));
    to.commit();
    CHECK(counts_as(book, organs));
}

TEST_CASE("is_state: holds for the investor and not for its units", "[query][state]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "ann");
    to.add(tied("group", state_tie::controlled));
    to.add(relation{
        .type = relation_type::unit_of, .from = to.entity("ann"), .to = to.entity("group")});
    to.commit();
    CHECK_FALSE(counts_as(book, labelled));
}
