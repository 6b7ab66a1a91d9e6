// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/ownership_network.hpp>

#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <capgraph/core/error.hpp>

#include <concepts>
#include <stdexcept>
#include <type_traits>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

static_assert(!std::constructible_from<ownership_network, network&&>);
static_assert(!std::convertible_to<network const&, ownership_network>);
static_assert(std::is_nothrow_move_constructible_v<ownership_network>);

namespace {

using enum special_right;

holding of_class(std::string_view name, double part, holding_basis basis = holding_basis::equity)
{
    return {.basis = basis, .share_class = name, .share = exactly(share{part})};
}
holding with_right(special_right right, double part)
{
    return {.share = exactly(share{part}), .rights = std::vector{right}};
}
holding as(holding_basis basis, double part)
{
    return {.basis = basis, .share = exactly(share{part})};
}

/// Whether control is declared: nothing where it is not.
std::optional<bool> declared(owned_network const& n, std::string_view owner, std::string_view owned)
{
    std::optional<bool> found;
    for (auto const& d : n.owners.power().declared()) {
        if (d.owner == n.vertex(owner) && d.owned == n.vertex(owned)) {
            found = found.value_or(false) || d.is_certain;
        }
    }
    return found;
}

names ultimate(owned_network const& n)
{
    names out;
    for (auto const v : n.owners.ultimate()) {
        out.push_back(n.slug(n.owners.entity_at(v)));
    }
    return out;
}

} // namespace

TEST_CASE("ownership_network: of nobody is empty", "[network][ownership]")
{
    ledger const book;
    owned_network const n{book};
    CHECK(n.owners.num_vertices() == 0);
    CHECK(n.owners.capital().num_vertices() == 0);
    CHECK(n.owners.power().votes().num_vertices() == 0);
    CHECK(n.owners.ultimate().empty());
}

TEST_CASE("ownership_network: one stake is capital and votes alike", "[network][ownership]")
{
    owners_teller told;
    told.person("ann").holds("ann", "alpha", 0.3);
    owned_network const n{told};
    CHECK(n.owners.num_vertices() == 2);
    CHECK(near(n.capital("ann", "alpha"), 0.3));
    CHECK(near(n.votes("ann", "alpha"), 0.3));
    CHECK(n.owners.power().declared().empty());
    CHECK(near(n.capital("alpha", "ann"), 0.0));
}

TEST_CASE("ownership_network: vertices are the entities by slug, those that are the same as one",
          "[network][ownership]")
{
    owners_teller told;
    told.company("cat").company("ann").company("bob").are_same("bob", "cat");
    owned_network const n{told};
    CHECK(n.owners.num_vertices() == 2);
    CHECK(n.vertex("ann") == 0);
    CHECK(n.vertex("bob") == 1);
    CHECK(n.vertex("cat") == 1);
    CHECK(n.slug(n.owners.entity_at(1)) == "bob");
}

TEST_CASE("ownership_network: asking for whom the view does not know is an error",
          "[network][ownership]")
{
    owners_teller told;
    told.company("ann");
    told.to().add(entity{.slug = "late", .name = "late", .kind = entity_kind::company},
                  on("2030-01-01"));
    owned_network const n{told.book(), {}, {.known_at = date{2029}}};
    auto code = error_code::none;
    try {
        static_cast<void>(n.owners.vertex_of(n.at("late")));
    } catch (error const& e) {
        code = e.code();
        CHECK(std::string{e.what()}.find("late") != std::string::npos);
    }
    CHECK(code == error_code::not_known_at);
}

TEST_CASE("ownership_network: a rounding out of range is refused", "[network][ownership]")
{
    ledger const book;
    auto const n = network_of(book);
    CHECK_THROWS_AS((ownership_network{n, {.rounding = -0.1}}), std::invalid_argument);
    CHECK_THROWS_AS((ownership_network{n, {.rounding = 1.0}}), std::invalid_argument);
    CHECK_THROWS_AS((ownership_network{n, {.rounding = std::nan("")}}), std::invalid_argument);
    CHECK_NOTHROW(ownership_network{n, {.rounding = 0.0}});
}

TEST_CASE("ownership_network: parts that are rounded over the whole are scaled to it",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", 0.334).holds("bob", "alpha", 0.334).holds("cat", "alpha", 0.334);
    auto const& book = told.book();
    owned_network const n{book};
    CHECK(near(n.capital("ann", "alpha"), 1.0 / 3.0));
    CHECK(n.owners.capital().overfull().empty());
    owned_network const strict{book, {.rounding = 0.001}};
    CHECK(strict.owners.capital().overfull().size() == 1);
}

TEST_CASE("ownership_network: a limited partner's interest is capital without votes",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "fund", as(holding_basis::lp_interest, 0.9));
    owned_network const n{told};
    CHECK(near(n.capital("ann", "fund"), 0.9));
    CHECK(near(n.votes("ann", "fund"), 0.0));
    CHECK_FALSE(declared(n, "ann", "fund"));
}

TEST_CASE("ownership_network: a general partner controls, and holds what is told",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "fund", {.basis = holding_basis::gp})
        .holds("bob", "other", as(holding_basis::gp, 0.01));
    owned_network const n{told};
    CHECK(declared(n, "ann", "fund") == true);
    CHECK(near(n.capital("ann", "fund"), 0.0));
    CHECK(declared(n, "bob", "other") == true);
    CHECK(near(n.capital("bob", "other"), 0.01));
}

TEST_CASE("ownership_network: of a fund whose general partner is told no votes are unknown",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "fund", {.basis = holding_basis::gp})
        .holds("bob", "fund", as(holding_basis::lp_interest, 0.9));
    told.holds("ann", "two", as(holding_basis::gp, 0.01))
        .holds("bob", "two", {.basis = holding_basis::gp});
    told.holds("ann", "mixed", {.basis = holding_basis::gp}).holds("bob", "mixed", 0.2, 0.3);
    owned_network const n{told};
    CHECK(near(n.votes("ann", "fund"), 1.0));
    CHECK(near(n.votes("bob", "fund"), 0.0));
    CHECK(near(n.votes("ann", "two"), 0.5));
    CHECK(near(n.votes("bob", "two"), 0.5));
    CHECK(near(n.votes("ann", "mixed"), 0.7, 0.8));
    CHECK(near(n.votes("bob", "mixed"), 0.2, 0.3));
}

TEST_CASE("ownership_network: equity and a limited partner's interest add up",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "fund", as(holding_basis::lp_interest, 0.5)).holds("ann", "fund", 0.25);
    owned_network const n{told};
    CHECK(near(n.capital("ann", "fund"), 0.75));
}

TEST_CASE("ownership_network: votes that are told go before those of the equity",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", 0.1).holds("ann", "alpha", as(holding_basis::votes, 0.6));
    told.holds("bob", "alpha", 0.3);
    owned_network const n{told};
    CHECK(near(n.capital("ann", "alpha"), 0.1));
    CHECK(near(n.votes("ann", "alpha"), 0.6));
    CHECK(n.votes("bob", "alpha").lower == 0.0); // some of the rest, not what his equity says
}

TEST_CASE("ownership_network: votes that are told are no capital", "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", as(holding_basis::votes, 0.6));
    owned_network const n{told};
    CHECK(near(n.capital("ann", "alpha"), 0.0));
}

TEST_CASE("ownership_network: shares without votes leave the whole of them to the rest",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", with_right(no_votes, 0.5)).holds("bob", "alpha", 0.2);
    owned_network const n{told};
    CHECK(near(n.capital("ann", "alpha"), 0.5));
    CHECK(near(n.votes("ann", "alpha"), 0.0));
    CHECK(near(n.votes("bob", "alpha"), 0.4)); // 0.2 of the half that votes
}

TEST_CASE("ownership_network: shares without votes within bounds bound the votes of the rest",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha",
               {.share = between(share{0.2}, share{0.5}), .rights = std::vector{no_votes}});
    told.holds("bob", "alpha", 0.4);
    owned_network const n{told};
    CHECK(near(n.votes("bob", "alpha"), 0.5, 0.8));
}

TEST_CASE("ownership_network: where nothing but shares without votes is told the rest has all",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", {.share = up_to(share{1.0}), .rights = std::vector{no_votes}})
        .holds("bob", "alpha", 0.2);
    owned_network const n{told};
    CHECK(near(n.votes("bob", "alpha"), 0.2, 1.0));
}

TEST_CASE("ownership_network: a stake of which no part is told is any part the others leave",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", holding{}).holds("bob", "alpha", 0.6);
    owned_network const n{told};
    CHECK(near(n.capital("ann", "alpha"), 0.0, 0.4));
    CHECK_FALSE(declared(n, "ann", "alpha"));
}

TEST_CASE("ownership_network: over a part has no upper end but the whole", "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", {.share = over(share{0.25})});
    owned_network const n{told};
    CHECK(near(n.capital("ann", "alpha"), 0.25, 1.0));
}

TEST_CASE("ownership_network: a part told under two names is the larger, or both",
          "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", 0.2).holds("anna", "alpha", 0.3).are_same("ann", "anna");
    owned_network const n{told};
    CHECK(near(n.capital("ann", "alpha"), 0.3, 0.5));
    CHECK(near(n.votes("anna", "alpha"), 0.3, 0.5));
}

TEST_CASE("ownership_network: parts of classes bound the part of the whole", "[network][ownership]")
{
    SECTION("of the one class there is")
    {
        owners_teller told;
        told.holds("ann", "alpha", of_class("A", 0.4));
        owned_network const n{told};
        CHECK(near(n.capital("ann", "alpha"), 0.4));
    }
    SECTION("of both classes")
    {
        owners_teller told;
        told.holds("ann", "alpha", of_class("A", 0.4)).holds("ann", "alpha", of_class("B", 0.1));
        owned_network const n{told};
        CHECK(near(n.capital("ann", "alpha"), 0.1, 0.4));
    }
    SECTION("of several owners, which bound each other")
    {
        owners_teller told;
        told.holds("ann", "alpha", of_class("A", 0.4)).holds("bob", "alpha", of_class("B", 0.3));
        told.holds("ann", "beta", of_class("A", 0.4)).holds("ann", "beta", of_class("B", 0.3));
        told.holds("ann", "gamma", of_class("A", 0.4)).holds("bob", "gamma", of_class("A", 0.3));
        owned_network const n{told};
        REQUIRE(n.owners.by_class().size() == 1);
        CHECK(n.owners.by_class()[0] == n.vertex("alpha"));
    }
    SECTION("of one of two")
    {
        owners_teller told;
        told.holds("ann", "alpha", of_class("A", 0.4)).holds("bob", "alpha", of_class("B", 0.3));
        owned_network const n{told};
        CHECK(near(n.capital("ann", "alpha"), 0.0, 0.4));
        CHECK(near(n.capital("bob", "alpha"), 0.0, 0.3));
    }
    SECTION("beside the whole, which goes before")
    {
        owners_teller told;
        told.holds("ann", "alpha", of_class("A", 0.4)).holds("ann", "alpha", 0.2);
        owned_network const n{told};
        CHECK(near(n.capital("ann", "alpha"), 0.2));
    }
    SECTION("of votes")
    {
        owners_teller told;
        told.holds("ann", "alpha", of_class("A", 0.4, holding_basis::votes))
            .holds("ann", "alpha", of_class("B", 0.6, holding_basis::votes));
        owned_network const n{told};
        CHECK(near(n.votes("ann", "alpha"), 0.4, 0.6));
    }
}

TEST_CASE("ownership_network: a parent holds any part and a whole all, and both control",
          "[network][ownership]")
{
    owners_teller told;
    told.relates(relation_type::parent_of, "group", "child")
        .relates(relation_type::unit_of, "unit", "group")
        .holds("ann", "child", 0.3);
    owned_network const n{told};
    CHECK(near(n.capital("group", "child"), 0.0, 0.7));
    CHECK(near(n.votes("group", "child"), 0.0, 0.7));
    CHECK(near(n.capital("group", "unit"), 1.0));
    CHECK(declared(n, "group", "child") == true);
    CHECK(declared(n, "group", "unit") == true);
    CHECK_FALSE(declared(n, "child", "group"));
    CHECK(near(n.capital("unit", "group"), 0.0));
}

TEST_CASE("ownership_network: a holding says what a parent holds", "[network][ownership]")
{
    owners_teller told;
    told.relates(relation_type::parent_of, "group", "child").holds("group", "child", 0.8);
    owned_network const n{told};
    CHECK(near(n.capital("group", "child"), 0.8));
    CHECK(near(n.votes("group", "child"), 0.8));
    CHECK(declared(n, "group", "child") == true);
}

TEST_CASE("ownership_network: two relations to one child are one stake", "[network][ownership]")
{
    owners_teller told;
    told.relates(relation_type::parent_of, "group", "child")
        .relates(relation_type::unit_of, "child", "group");
    owned_network const n{told};
    CHECK(near(n.capital("group", "child"), 1.0));
}

TEST_CASE("ownership_network: founders and officers hold nothing by that", "[network][ownership]")
{
    owners_teller told;
    told.relates(relation_type::founder_of, "ann", "alpha")
        .relates(relation_type::officer_of, "bob", "alpha");
    owned_network const n{told};
    CHECK(n.owners.capital().num_stakes() == 0);
    CHECK(n.owners.power().declared().empty());
}

TEST_CASE("ownership_network: what amounts to control is the caller's word", "[network][ownership]")
{
    owners_teller told;
    told.relates(relation_type::manager_of, "manager", "fund")
        .holds("ann", "alpha", with_right(golden_share, 0.01))
        .holds("bob", "alpha", with_right(veto, 0.1))
        .holds("cat", "alpha", with_right(board_seat, 0.1));
    auto const& book = told.book();
    owned_network const usual{book};
    CHECK(declared(usual, "manager", "fund") == false);
    CHECK(declared(usual, "ann", "alpha") == false);
    CHECK_FALSE(declared(usual, "bob", "alpha"));
    CHECK_FALSE(declared(usual, "cat", "alpha"));
    CHECK(near(usual.capital("manager", "fund"), 0.0));

    using enum counts_as_control;
    owned_network const other{book, {.manager = certainly, .golden_share = no, .veto = certainly}};
    CHECK(declared(other, "manager", "fund") == true);
    CHECK_FALSE(declared(other, "ann", "alpha"));
    CHECK(declared(other, "bob", "alpha") == true);
    CHECK_FALSE(declared(other, "cat", "alpha"));
}

TEST_CASE("ownership_network: declared indirect holdings are no stakes", "[network][ownership]")
{
    auto const book = pyramid_ledger();
    owned_network const n{book};
    CHECK(near(n.capital("ministry", "c"), 0.0));
    CHECK(near(n.capital("ministry", "a"), 0.6));
    CHECK(near(n.capital("bob", "c"), 0.1, 0.2));
}

TEST_CASE("ownership_network: chains end at persons, states and who is marked so",
          "[network][ownership]")
{
    owners_teller told;
    told.person("a-person").organ("b-organ").company("c-company").fund("d-fund");
    told.describe(
        {.slug = "e-body", .name = "e-body", .kind = entity_kind::state_body, .country = "CN"});
    told.describe(
        {.slug = "f-marked", .name = "f-marked", .kind = entity_kind::company, .ultimate = true});
    told.labelled("g-labelled", state_tie::organ);
    told.company("h-same").are_same("a-person", "h-same");
    owned_network const n{told};
    CHECK(ultimate(n) == names{"a-person", "b-organ", "e-body", "f-marked"});
    CHECK(n.owners.is_ultimate(n.vertex("h-same")));
    CHECK_FALSE(n.owners.is_ultimate(n.vertex("c-company")));
    CHECK_FALSE(n.owners.is_ultimate(n.vertex("g-labelled")));
}

TEST_CASE("ownership_network: an ultimate owner is nobody's", "[network][ownership]")
{
    owners_teller told;
    told.organ("state").person("ann").holds("firm", "state", 0.6).controls("firm", "ann");
    told.relates(relation_type::parent_of, "firm", "state").holds("ann", "firm", 0.6);
    told.relates(relation_type::manager_of, "firm", "ann");
    owned_network const n{told};
    CHECK(near(n.capital("firm", "state"), 0.0));
    CHECK(near(n.votes("firm", "state"), 0.0));
    CHECK_FALSE(declared(n, "firm", "state"));
    CHECK_FALSE(declared(n, "firm", "ann"));
    CHECK(near(n.capital("ann", "firm"), 0.6));
}

TEST_CASE("ownership_network: stakes are those of the moment asked about", "[network][ownership]")
{
    owners_teller told;
    told.holds("ann", "alpha", {.share = exactly(share{0.4}), .valid_until = date{2020}})
        .holds("bob", "alpha", {.share = exactly(share{0.4}), .valid_from = date{2021}});
    auto const& book = told.book();
    owned_network const before{book, {}, {.valid_at = date{2019, 5, 1}}};
    CHECK(near(before.capital("ann", "alpha"), 0.4));
    CHECK(near(before.capital("bob", "alpha"), 0.0));
    owned_network const after{book, {}, {.valid_at = date{2022, 5, 1}}};
    CHECK(near(after.capital("ann", "alpha"), 0.0));
    CHECK(near(after.capital("bob", "alpha"), 0.4));
}

TEST_CASE("ownership_network: a unit is all its whole's unless a holding says otherwise",
          "[network][ownership]")
{
    auto const of = [](auto const& tell) {
        owners_teller told;
        told.relates(relation_type::unit_of, "cloud", "group");
        told.company("ann");
        tell(told);
        owned_network const n{told};
        return std::pair{n.capital("group", "cloud"), n.votes("group", "cloud")};
    };
    auto const alone = of([](owners_teller&) {});
    CHECK(near(alone.first, 1.0));
    CHECK(near(alone.second, 1.0));
    CHECK(near(of([](auto& t) { t.holds("group", "cloud", 0.8); }).first, 0.8));
    CHECK(near(of([](auto& t) { t.controls("group", "cloud"); }).first, 1.0));
    CHECK(near(of([](auto& t) { t.holds("ann", "cloud", 0.25); }).first, 0.0, 0.75));
    CHECK(near(of([](auto& t) { t.holds("ann", "cloud", holding{}); }).first, 0.0, 1.0));
    CHECK(near(of([](auto& t) { t.controls("ann", "cloud"); }).first, 1.0)); // from above it
    CHECK(near(of([](auto& t) { t.relates(relation_type::unit_of, "cloud", "ann"); }).first, 0.0,
               1.0));
}

TEST_CASE("ownership_network: a child is its parent's in a part that nobody tells",
          "[network][ownership]")
{
    owners_teller told;
    told.relates(relation_type::parent_of, "group", "cloud");
    owned_network const n{told};
    CHECK(near(n.capital("group", "cloud"), 0.0, 1.0));
}

TEST_CASE("ownership_network: stakes of no told size beside others of the whole are found",
          "[network][ownership]")
{
    auto const found = [](double part, holding how) {
        owners_teller told;
        told.person("ann").person("bob");
        told.holds("ann", "alpha", part).holds("bob", "alpha", std::move(how));
        owned_network const n{told};
        auto const all = n.owners.without_room();
        CHECK((all.empty() || all.front() == untold_stake{n.vertex("bob"), n.vertex("alpha")}));
        return all.size();
    };
    CHECK(found(1.0, {}) == 1);
    CHECK(found(1.0, {.share = stated<share>{}}) == 1);
    CHECK(found(1.0, {.basis = holding_basis::lp_interest}) == 1);
    CHECK(found(0.99, {}) == 0);               // there is room
    CHECK(found(1.0, {.control = true}) == 0); // from above
    CHECK(found(1.0, {.rights = std::vector{golden_share}}) == 0);
    CHECK(found(1.0, {.share = exactly(share{0.05})}) == 0);         // over the whole in any case
    CHECK(found(1.0, {.share = between(share{}, share{1.0})}) == 0); // which may be nothing
}
