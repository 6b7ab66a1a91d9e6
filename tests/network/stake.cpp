// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/stake.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// `owner > owned low..high`, with a `!` for control, in the order of `stakes()`.
names described(network const& n)
{
    names out;
    auto const entities = slugs(n, n.entities());
    auto const percent = [](share s) { return std::to_string(std::lround(s.percent())); };
    for (auto const& s : n.stakes()) {
        out.push_back(entities.at(s.owner) + " > " + entities.at(s.owned) + ' '
                      + percent(s.part.lower) + ".." + percent(s.part.upper.value_or(share{1.0}))
                      + (s.is_control ? " !" : ""));
    }
    return out;
}

/// Who owns `alpha`, on the terms of `said`.
stake only_stake(holding said)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "alpha"});
    said.owner = to.entity("ann");
    said.owned = to.entity("alpha");
    to.add(said);
    to.commit();
    auto const n = network_of(book);
    REQUIRE(n.stakes().size() == 1);
    return n.stakes().front();
}

} // namespace

TEST_CASE("network: stakes come by owner and owned", "[network][ownership]")
{
    auto const book = pyramid_ledger();
    auto const n = network_of(book);
    CHECK(described(n)
          == names{"a > b 50..50", "ann > a 40..40", "b > c 30..30", "bob > c 10..20",
                   "ministry > a 60..60"});
}

TEST_CASE("network: each stake is the edge of its number", "[network][ownership]")
{
    auto const book = pyramid_ledger();
    auto const n = network_of(book);
    REQUIRE(num_edges(n.ownership()) == n.stakes().size());
    REQUIRE(num_vertices(n.ownership()) == n.entities().size());
    auto const [first, last] = edges(n.ownership());
    std::for_each(first, last, [&](auto const& e) {
        auto const& s = n.stakes()[n.ownership().index_of(e)];
        CHECK(source(e, n.ownership()) == s.owner);
        CHECK(target(e, n.ownership()) == s.owned);
    });
    for (std::uint32_t v = 0; v < num_vertices(n.ownership()); ++v) {
        auto const [in, in_end] = in_edges(v, n.ownership());
        std::for_each(in, in_end, [&](auto const& e) {
            CHECK(n.stakes()[n.ownership().index_of(e)].owned == v);
        });
    }
}

TEST_CASE("network: a holding declared indirect is no edge", "[network][ownership]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "alpha"});
    to.add(holding{.owner = to.entity("ann"),
                   .owned = to.entity("alpha"),
                   .indirect = true,
                   .share = exactly(share{0.3}),
                   .control = true});
    to.commit();
    auto const n = network_of(book);
    CHECK(n.stakes().empty());
    CHECK(num_edges(n.ownership()) == 0);
    CHECK(slugs(n, n.entities()) == names{"alpha", "ann"});
}

TEST_CASE("network: holdings of several bases and classes are parallel edges",
          "[network][ownership]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "alpha"});
    auto const owns = [&](holding_basis basis, field<std::string_view> share_class, double part) {
        to.add(holding{.owner = to.entity("ann"),
                       .owned = to.entity("alpha"),
                       .basis = basis,
                       .share_class = share_class,
                       .share = exactly(share{part})});
    };
    owns(holding_basis::votes, {}, 0.5);
    owns(holding_basis::equity, "B", 0.2);
    owns(holding_basis::equity, "A", 0.1);
    to.commit();
    auto const n = network_of(book);
    REQUIRE(n.stakes().size() == 3);
    CHECK(num_edges(n.ownership()) == 3);
    // By basis, then class, whatever the order in which they were told.
    CHECK(described(n) == names{"ann > alpha 10..10", "ann > alpha 20..20", "ann > alpha 50..50"});
    CHECK(n.stakes()[2].basis == holding_basis::votes);
}

TEST_CASE("network: a stake without a figure can be anything", "[network][ownership]")
{
    auto const unsaid = only_stake({});
    CHECK(unsaid.part == interval<share>{share{}, share{1.0}});
    CHECK(only_stake({.share = stated<share>{}}).part == unsaid.part);
    CHECK(only_stake({.share = over(share{0.5})}).part == interval<share>{share{0.5}, share{1.0}});
}

TEST_CASE("network: control is what a source declares", "[network][ownership]")
{
    CHECK_FALSE(only_stake({}).is_control);
    CHECK_FALSE(only_stake({.share = exactly(share{1.0})}).is_control);
    CHECK(only_stake({.control = true}).is_control);
    CHECK_FALSE(only_stake({.control = false}).is_control);
}

TEST_CASE("network: a general partner controls unless the source says otherwise",
          "[network][ownership]")
{
    CHECK(only_stake({.basis = holding_basis::gp}).is_control);
    CHECK_FALSE(only_stake({.basis = holding_basis::gp, .control = false}).is_control);
    CHECK_FALSE(only_stake({.basis = holding_basis::lp_interest}).is_control);
}

TEST_CASE("network: a stake says which holding it is", "[network][ownership]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "alpha"});
    auto const id = add_stake(to, "ann", "alpha", exactly(share{0.5}));
    to.commit();
    auto const n = network_of(book);
    REQUIRE(n.stakes().size() == 1);
    CHECK(n.stakes().front().holding == id);
}

TEST_CASE("network: stakes that do not hold at valid_at are no edges", "[network][ownership]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "bob", "alpha"});
    to.add(holding{.owner = to.entity("ann"),
                   .owned = to.entity("alpha"),
                   .valid_until = parse_date("2020-06-30")});
    to.add(holding{.owner = to.entity("bob"),
                   .owned = to.entity("alpha"),
                   .valid_from = parse_date("2020-07-01")});
    to.commit();
    auto const at = [&](std::string_view day) {
        return described(network{view{book, {.valid_at = parse_date(day)}}});
    };
    CHECK(at("2020-06-30") == names{"ann > alpha 0..100"});
    CHECK(at("2020-07-01") == names{"bob > alpha 0..100"});
    CHECK(described(network_of(book)).size() == 2);
}

TEST_CASE("network: stakes of entities that are the same are stakes of one",
          "[network][ownership][join]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"z-fund", "a-fund", "alpha"});
    add_stake(to, "z-fund", "alpha", exactly(share{0.25}));
    add_stake(to, "a-fund", "alpha", exactly(share{0.5}));
    to.add(same_as{std::vector{to.entity("z-fund"), to.entity("a-fund")}});
    to.commit();
    CHECK(described(network_of(book)) == names{"a-fund > alpha 50..50", "a-fund > alpha 25..25"});
}

TEST_CASE("network: the own shares of a company are a loop", "[network][ownership]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "alpha");
    add_stake(to, "alpha", "alpha", exactly(share{0.05}));
    to.commit();
    CHECK(described(network_of(book)) == names{"alpha > alpha 5..5"});
}
