// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/control_over.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <stdexcept>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using rule_of = capgraph::v0::control_rule;

/// Who is controlled, what is possible only with a question mark.
names under(owned_network const& n, names const& group, rule_of const& rule = {})
{
    names out;
    for (auto const& c : controlled_by(n.owners, n.ids(group), rule)) {
        out.push_back(n.slug(c.entity) + (c.is_certain ? "" : "?"));
    }
    return out;
}

/// Who controls, `!` who is ultimate and `?` who may only.
names over(owned_network const& n, std::string_view slug, std::size_t most = 1'000)
{
    names out;
    for (auto const& c : controllers_of(n.owners, n.at(slug), {}, most).controllers) {
        out.push_back(n.slug(c.entity) + (c.is_certain ? "" : "?") + (c.is_ultimate ? "!" : ""));
    }
    return out;
}

names steps(owned_network const& n, told_derivation const& why)
{
    names out;
    for (auto const& s : why.steps) {
        auto text = n.slug(s.controlled);
        if (s.declared_by) {
            text += " by " + n.slug(*s.declared_by);
        }
        for (auto const& v : s.votes) {
            text += ' ' + n.slug(v.holder) + ' ' + std::to_string(std::lround(100 * v.votes.lower));
        }
        out.push_back(text);
    }
    return out;
}

} // namespace

TEST_CASE("controlled_by: nobody controls nothing", "[query][control]")
{
    owners_teller told;
    told.company("alpha");
    owned_network const n{told};
    CHECK(under(n, {}).empty());
    CHECK(under(n, {"alpha"}).empty());
    CHECK(over(n, "alpha").empty());
}

TEST_CASE("controlled_by: more than half is control, half is not unless the rule says so",
          "[query][control]")
{
    owners_teller told;
    told.person("ann").holds("ann", "a", 0.51).holds("ann", "b", 0.5);
    owned_network const n{told};
    CHECK(under(n, {"ann"}) == names{"a"});
    CHECK(under(n, {"ann"}, {.is_strict = false}) == names{"a", "b"});
    CHECK(under(n, {"ann"}, {.threshold = 0.3}) == names{"a", "b"});
    CHECK(under(n, {"ann"}, {.threshold = 0.6}).empty());
    CHECK_THROWS_AS(under(n, {"ann"}, {.threshold = 1.1}), std::invalid_argument);
    CHECK_THROWS_AS(under(n, {"ann"}, {.threshold = -0.1}), std::invalid_argument);
}

TEST_CASE("controlled_by: the votes are those of all that control it", "[query][control]")
{
    owners_teller told;
    told.person("ann");
    told.holds("ann", "a", 0.6).holds("ann", "b", 0.3).holds("a", "b", 0.3);
    owned_network const n{told};
    auto const found = controlled_by(n.owners, n.ids({"ann"}));
    REQUIRE(found.size() == 2);
    CHECK(found[0].entity == n.at("a"));
    CHECK(near(found[0].votes, 0.6));
    CHECK(found[1].entity == n.at("b"));
    CHECK(near(found[1].votes, 0.6));
    CHECK(found[1].is_certain);
}

TEST_CASE("controlled_by: a group in concert controls what none of it does", "[query][control]")
{
    owners_teller told;
    told.person("ann").person("bob").holds("ann", "a", 0.3).holds("bob", "a", 0.3);
    owned_network const n{told};
    CHECK(under(n, {"ann"}).empty());
    CHECK(under(n, {"ann", "bob"}) == names{"a"});
}

TEST_CASE("controlled_by: of interval stakes control is certain or possible", "[query][control]")
{
    owners_teller told;
    told.person("ann").holds("ann", "sure", 0.6, 0.7).holds("ann", "may", 0.4, 0.6);
    told.holds("ann", "never", 0.1, 0.5).holds("may", "beyond", 0.8);
    owned_network const n{told};
    CHECK(under(n, {"ann"}) == names{"sure", "may?", "beyond?"});
    auto const found = controlled_by(n.owners, n.ids({"ann"}));
    CHECK(near(found[0].votes, 0.6, 0.7));
    CHECK(near(found[1].votes, 0.4, 0.6));
    CHECK(near(found[2].votes, 0.8));
}

TEST_CASE("controlled_by: what the others hold for certain bounds the votes", "[query][control]")
{
    owners_teller told;
    told.person("ann").person("bob");
    told.holds("ann", "m", 1.0).holds("ann", "a", 0.3, 0.9).holds("m", "a", 0.3, 0.9);
    told.holds("bob", "a", 0.2);
    owned_network const n{told};
    auto const found = controlled_by(n.owners, n.ids({"ann"}));
    REQUIRE(found.size() == 2);
    CHECK(near(found[1].votes, 0.6, 0.8));
}

TEST_CASE("controlled_by: persons and states are nobody's", "[query][control]")
{
    owners_teller told;
    told.person("ann").organ("state");
    told.controls("firm", "ann").controls("firm", "state").holds("firm", "state", 0.9);
    owned_network const n{told};
    CHECK(under(n, {"firm"}).empty());
    CHECK(over(n, "ann").empty());
}

TEST_CASE("controlled_by: declared control counts unless the rule says otherwise",
          "[query][control]")
{
    owners_teller told;
    told.controls("ann", "a").relates(relation_type::manager_of, "ann", "fund");
    owned_network const n{told};
    CHECK(under(n, {"ann"}) == names{"a", "fund?"});
    // How much ann holds of it no source tells: it may be enough.
    CHECK(under(n, {"ann"}, {.takes_declared = false}) == names{"a?"});
}

TEST_CASE("controlled_by: limited partners and shares without votes add nothing",
          "[query][control]")
{
    owners_teller told;
    told.holds("ann", "fund", {.basis = holding_basis::lp_interest, .share = exactly(share{0.9})});
    told.holds("bob", "fund", {.basis = holding_basis::gp});
    told.holds("ann", "alpha",
               {.share = exactly(share{0.6}), .rights = std::vector{special_right::no_votes}});
    owned_network const n{told};
    CHECK(under(n, {"ann"}).empty());
    CHECK(under(n, {"bob"}) == names{"fund"});
}

TEST_CASE("controlled_by: a company's own shares leave the denominator", "[query][control]")
{
    owners_teller told;
    told.person("ann").holds("ann", "a", 0.4).holds("a", "a", 0.3);
    owned_network const n{told};
    CHECK(under(n, {"ann"}) == names{"a"}); // 40 of 70
}

TEST_CASE("controlled_by: what supports itself is controlled by nobody", "[query][control]")
{
    owners_teller told;
    told.person("ann").holds("ann", "b", 0.3).holds("ann", "c", 0.3);
    told.holds("b", "c", 0.6).holds("c", "b", 0.6);
    owned_network const n{told};
    CHECK(under(n, {"ann"}).empty());
    CHECK(under(n, {"b"}) == names{"c"});
}

TEST_CASE("controlled_by: whom the view does not know is an error", "[query][control]")
{
    owners_teller told;
    told.company("a");
    told.to().add(entity{.slug = "late", .name = "late", .kind = entity_kind::company},
                  on("2030-01-01"));
    owned_network const n{told.book(), {}, {.known_at = date{2029}}};
    CHECK(code_of([&] { under(n, {"late"}); }) == error_code::not_known_at);
    CHECK(code_of([&] { over(n, "late"); }) == error_code::not_known_at);
    CHECK(code_of([&] { static_cast<void>(why_controls(n.owners, n.ids({"a"}), n.at("late"))); })
          == error_code::not_known_at);
    CHECK(code_of([&] { static_cast<void>(screened(n.owners, n.ids({"late"}), ofac_rule)); })
          == error_code::not_known_at);
}

TEST_CASE("controllers_of: all above in a chain, the last of them ultimate", "[query][control]")
{
    owners_teller told;
    told.person("zoe").holds("zoe", "a", 0.6).holds("a", "b", 0.6).holds("b", "c", 0.6);
    told.holds("minor", "c", 0.2);
    owned_network const n{told};
    CHECK(over(n, "c") == names{"zoe!", "a", "b"});
    CHECK(over(n, "a") == names{"zoe!"});
    CHECK(over(n, "zoe").empty());
}

TEST_CASE("controllers_of: who may control comes after who does", "[query][control]")
{
    owners_teller told;
    told.person("ann").person("bob");
    told.controls("bob", "a").holds("ann", "a", 0.2, 0.6);
    owned_network const n{told};
    CHECK(over(n, "a") == names{"bob!", "ann?!"});
}

TEST_CASE("controllers_of: joint control is of all who declare it", "[query][control]")
{
    owners_teller told;
    told.person("cat").person("bob").controls("cat", "a").controls("bob", "a");
    owned_network const n{told};
    CHECK(over(n, "a") == names{"bob!", "cat!"});
}

TEST_CASE("controllers_of: two that control each other are both ultimate", "[query][control]")
{
    owners_teller told;
    told.holds("a", "b", 0.6).holds("b", "a", 0.6).holds("b", "c", 0.6);
    owned_network const n{told};
    CHECK(over(n, "c") == names{"a!", "b!"});
}

TEST_CASE("controllers_of: in a column over the whole each counts as it is told",
          "[query][control]")
{
    owners_teller told;
    told.person("ann").person("bob");
    told.holds("ann", "c", 0.7).holds("bob", "c", 0.8).holds("ann", "beside", 1.0);
    owned_network const n{told};
    CHECK(over(n, "c") == names{"ann!", "bob!"});
}

TEST_CASE("controllers_of: looks at the nearest when told to look at few", "[query][control]")
{
    owners_teller told;
    told.holds("far", "near", 0.6).holds("near", "c", 0.6);
    owned_network const n{told};
    CHECK(over(n, "c") == names{"far!", "near"});
    CHECK(over(n, "c", 1) == names{"near!"});
    CHECK(over(n, "c", 0).empty());
}

TEST_CASE("controllers_of: who is not asked may stand between, be there few or many more above",
          "[query][control]")
{
    auto const chain = GENERATE(as<std::size_t>{}, 0, 50, 150); // 100 times who is asked, or more
    CAPTURE(chain);
    owners_teller told;
    told.holds("near", "c", 0.4).holds("near", "between", 0.6).holds("between", "c", 0.3);
    for (std::size_t i = 0; i < chain; ++i) {
        told.holds(numbered("x", i + 1), i == 0 ? "c" : numbered("x", i), 0.01);
    }
    owned_network const n{told};
    CHECK(over(n, "c", 1) == names{"near!"});
    CHECK(over(n, "c") == names{"near!"});
}

TEST_CASE("why_controls: the steps in order, the last about the company", "[query][control]")
{
    owners_teller told;
    told.person("ann").holds("ann", "a", 0.6).controls("ann", "b");
    told.holds("a", "c", 0.3).holds("b", "c", 0.25).holds("ann", "d", 0.9);
    owned_network const n{told};
    auto const why = why_controls(n.owners, n.ids({"ann"}), n.at("c"));
    CHECK(why.is_certain);
    CHECK_FALSE(why.is_cut);
    auto const told_steps = steps(n, why);
    REQUIRE(told_steps.size() == 3); // d has nothing to do with it
    CHECK(told_steps.back() == "c a 30 b 25");
    CHECK(names{told_steps[0], told_steps[1]} == names{"b by ann ann 0", "a ann 60"});
    CHECK(why_controls(n.owners, n.ids({"b"}), n.at("c")).steps.empty());
}

TEST_CASE("why_controls: of possible control where none is certain", "[query][control]")
{
    owners_teller told;
    told.person("ann").holds("ann", "a", 0.3, 0.6);
    owned_network const n{told};
    auto const why = why_controls(n.owners, n.ids({"ann"}), n.at("a"));
    REQUIRE(why.steps.size() == 1);
    CHECK_FALSE(why.is_certain);
    CHECK(near(why.steps[0].votes.at(0).votes, 0.3, 0.6));
}

TEST_CASE("why_controls: of a longer derivation the last steps are told", "[query][control]")
{
    owners_teller told;
    told.holds("a", "b", 0.6).holds("b", "c", 0.6).holds("c", "d", 0.6);
    owned_network const n{told};
    auto const why = why_controls(n.owners, n.ids({"a"}), n.at("d"), {}, 2);
    CHECK(why.is_cut);
    CHECK(steps(n, why) == names{"c b 60", "d c 60"});
}

TEST_CASE("screened: goes by capital, not by votes", "[query][control]")
{
    owners_teller told;
    told.person("ann");
    told.holds("ann", "a",
               {.share = exactly(share{0.5}), .rights = std::vector{special_right::no_votes}});
    told.holds("a", "b", 0.5).controls("ann", "c");
    owned_network const n{told};
    auto const by = [&](set_rule const& rule) {
        names out;
        for (auto const& c : screened(n.owners, n.ids({"ann"}), rule)) {
            out.push_back(n.slug(c.entity) + (c.is_certain ? "" : "?"));
        }
        return out;
    };
    CHECK(by(ofac_rule) == names{"a", "b", "c?"}); // all of c may be ann's
    auto const eu = by(eu_rule);
    CHECK(std::set<std::string>(eu.begin(), eu.end()) == std::set<std::string>{"a", "b", "c"});
    CHECK(by(uk_rule) == names{"c"});
    auto const found = screened(n.owners, n.ids({"ann"}), ofac_rule);
    CHECK(near(found.at(0).votes, 0.5)); // of the capital
}

TEST_CASE("screened: nothing of an ultimate owner belongs to anybody", "[query][control]")
{
    owners_teller told;
    told.person("ann").organ("state").holds("ann", "firm", 0.6);
    told.holds("firm", "state", 0.9).holds("state", "works", 0.8).controls("firm", "state");
    owned_network const n{told};
    for (auto const& rule : {ofac_rule, eu_rule, uk_rule}) {
        CAPTURE(rule.name);
        auto const found = screened(n.owners, n.ids({"ann"}), rule);
        REQUIRE(found.size() == 1);
        CHECK(found[0].entity == n.at("firm"));
    }
}
