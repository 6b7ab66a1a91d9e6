// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/entry_order.hpp>

#include "support/catch2.hpp"
#include "support/owners.hpp"

#include <numeric>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Investors: `state-...` is an organ, `fund-...` is said to be backed, `ann-...` is a person.
struct told_deal {
    std::vector<std::string> investors;
    std::string closed; ///< Empty: no day is told.
};

entry_order orders(network const& n, state_scope const& scope)
{
    return entry_order_of(n, state_parts{n, scope});
}

void tell(owners_teller& to, std::string const& company, std::vector<told_deal> const& deals)
{
    for (std::size_t i = 0; i < deals.size(); ++i) {
        std::vector<std::pair<std::string, told_sum>> cheques;
        for (auto const& investor : deals[i].investors) {
            if (investor.starts_with("state")) {
                to.organ(investor);
            } else if (investor.starts_with("fund")) {
                to.labelled(investor, state_tie::backed);
            } else {
                to.person(investor);
            }
            cheques.emplace_back(investor, told_sum{});
        }
        auto const day = deals[i].closed.empty() ? std::optional<date>{}
                                                 : std::optional{parse_date(deals[i].closed)};
        to.round(company + "-" + std::to_string(i), company, cheques, {}, day);
    }
}

company_entry only(std::vector<told_deal> const& deals,
                   state_measure measure = state_measure::look_through)
{
    owners_teller told;
    tell(told, "alpha", deals);
    auto const n = network_of(told.book());
    auto const found = orders(n, {.measure = measure});
    REQUIRE(found.companies.size() == 1);
    CHECK(found.companies[0].company == n.facts().entity_at("alpha"));
    CHECK(std::accumulate(found.count.begin(), found.count.end(), std::size_t{0}) == 1);
    CHECK(found.count.at(static_cast<std::size_t>(found.companies[0].order)) == 1);
    return found.companies[0];
}
entry order(std::vector<told_deal> const& deals,
            state_measure measure = state_measure::look_through)
{
    return only(deals, measure).order;
}

} // namespace

TEST_CASE("entry_order_of: where nobody backs anybody there is none", "[query][entry_order]")
{
    owners_teller told;
    told.company("alpha");
    auto const n = network_of(told.book());
    auto const found = orders(n, {});
    CHECK(found.companies.empty());
    CHECK(found.count == decltype(found.count){});
}

TEST_CASE("entry_order_of: of one kind alone", "[query][entry_order]")
{
    CHECK(order({{{"state"}, "2020-01-01"}}) == entry::state_only);
    CHECK(order({{{"ann"}, "2020-01-01"}}) == entry::private_only);
    CHECK(order({{{"state"}, ""}}) == entry::state_only);
    CHECK(order({{{"ann", "ann-b"}, ""}, {{"ann-c"}, ""}}) == entry::private_only);
}

TEST_CASE("entry_order_of: who came first by the days", "[query][entry_order]")
{
    CHECK(order({{{"state"}, "2020-01-01"}, {{"ann"}, "2020-01-02"}}) == entry::state_first);
    CHECK(order({{{"ann"}, "2020"}, {{"state"}, "2021-05"}}) == entry::private_first);
    CHECK(order({{{"ann", "state"}, "2020"}, {{"ann-b"}, "2021"}}) == entry::together);
    CHECK(order({{{"state", "ann"}, ""}}) == entry::together);
    CHECK(order({{{"ann-b"}, "2021"}, {{"ann", "state"}, "2022"}}) == entry::private_first);
    CHECK(order({{{"state-b"}, "2021"}, {{"ann", "state"}, "2022"}}) == entry::state_first);
}

TEST_CASE("entry_order_of: days that overlap say nothing", "[query][entry_order]")
{
    CHECK(order({{{"state"}, "2020"}, {{"ann"}, "2020-05"}}) == entry::unknown);
    CHECK(order({{{"state"}, "2020-05-01"}, {{"ann"}, "2020-05-01"}}) == entry::unknown);
    CHECK(order({{{"state"}, "2020"}, {{"ann"}, ""}}) == entry::unknown);
    // But later ones don't matter.
    CHECK(order({{{"state"}, "2019"}, {{"ann"}, "2020"}, {{"ann-b", "state-b"}, "2020-05"}})
          == entry::state_first);
}

TEST_CASE("entry_order_of: whose money nobody knows may have come first", "[query][entry_order]")
{
    CHECK(order({{{"fund"}, "2020"}}) == entry::unknown);
    CHECK(order({{{"fund"}, "2020"}, {{"ann"}, "2021"}}) == entry::unknown);
    CHECK(order({{{"fund"}, "2020"}, {{"state"}, "2021"}}) == entry::unknown);
    CHECK(order({{{"fund", "state"}, "2020"}, {{"ann"}, "2021"}}) == entry::unknown);
    // Coming later it does not matter.
    CHECK(order({{{"state"}, "2019"}, {{"fund"}, "2020"}, {{"ann"}, "2021"}})
          == entry::state_first);
    CHECK(order({{{"ann"}, "2019"}, {{"fund"}, "2020"}, {{"state"}, "2021"}})
          == entry::private_first);
    // Called state-backed it is the state's by the measure that takes the word for it.
    CHECK(order({{{"fund"}, "2020"}, {{"ann"}, "2021"}}, state_measure::labelled)
          == entry::state_first);
    CHECK(order({{{"fund"}, "2020"}, {{"state"}, "2021"}}, state_measure::organs)
          == entry::private_first);
}

TEST_CASE("entry_order_of: the first days are told as far as they are known",
          "[query][entry_order]")
{
    auto const e = only({{{"ann"}, "2021-02-03"}, {{"state"}, "2022"}, {{"state-b"}, "2023"}});
    CHECK(e.first_state == date{2022});
    CHECK(e.first_private == date{2021, 2, 3});
    CHECK(only({{{"ann"}, "2021"}}).first_state == date{});
    CHECK(only({{{"ann"}, ""}, {{"ann-b"}, "2021"}}).first_private == date{2021});
}

TEST_CASE("entry_order_of: the day is that of closing, or else of announcing",
          "[query][entry_order]")
{
    owners_teller told;
    told.organ("state").person("ann");
    for (auto const* const slug : {"r-1", "r-2"}) {
        funding_round said{.slug = slug,
                           .company = told.known("alpha"),
                           .status = deal_status::closed,
                           .announced = date{2020, 1, 1}};
        if (said.slug == "r-1") {
            said.closed = date{2022, 1, 1};
        }
        told.to().add(said);
    }
    told.to().add(participation{.round = told.to().round("r-1"), .investor = told.known("state")});
    told.to().add(participation{.round = told.to().round("r-2"), .investor = told.known("ann")});
    auto const n = network_of(told.book());
    auto const found = orders(n, {});
    CHECK(found.companies.at(0).order == entry::private_first);
    CHECK(found.companies.at(0).first_private == date{2020, 1, 1});
    CHECK(found.companies.at(0).first_state == date{2022, 1, 1});
}

TEST_CASE("entry_order_of: who backs it in no known round came on no known day",
          "[query][entry_order]")
{
    owners_teller told;
    tell(told, "alpha", {{{"state"}, "2020"}});
    told.person("ann");
    told.to().add(participation{.company = told.known("alpha"),
                                .investor = told.known("ann"),
                                .status = deal_status::closed});
    auto const n = network_of(told.book());
    CHECK(orders(n, {}).companies.at(0).order == entry::unknown);
}

TEST_CASE("entry_order_of: an existing backer came on no known day", "[query][entry_order]")
{
    owners_teller told;
    tell(told, "alpha", {{{"state"}, "2020"}});
    told.person("ann");
    told.round("later", "alpha", {}, {}, date{2021});
    told.to().add(participation{
        .round = told.to().round("later"), .investor = told.known("ann"), .existing_backer = true});
    auto const n = network_of(told.book());
    CHECK(orders(n, {}).companies.at(0).order == entry::unknown);
}

TEST_CASE("entry_order_of: companies by slug, each counted", "[query][entry_order]")
{
    owners_teller told;
    tell(told, "beta", {{{"state-1"}, "2020"}});
    tell(told, "alpha", {{{"ann-1"}, "2020"}});
    tell(told, "gamma", {{{"state-2"}, "2020"}});
    auto const n = network_of(told.book());
    auto const found = orders(n, {});
    REQUIRE(found.companies.size() == 3);
    CHECK(n.facts().slug_of(found.companies[0].company) == "alpha");
    CHECK(n.facts().slug_of(found.companies[2].company) == "gamma");
    CHECK(found.count[static_cast<std::size_t>(entry::state_only)] == 2);
    CHECK(found.count[static_cast<std::size_t>(entry::private_only)] == 1);
}

namespace {

/// `alpha` has a round of 2020 led by firms with that tie, and ann came in 2021; a named fund with
/// the same tie is in the first where `fund_is_named`.
entry order_led_by(state_tie link, state_measure measure, bool fund_is_named = false,
                   std::optional<state_level> level = {})
{
    owners_teller told;
    told.to().add(funding_round{.slug = "r-1",
                                .company = told.known("alpha"),
                                .status = deal_status::closed,
                                .closed = date{2020},
                                .lead_group = lead_group{link}});
    if (fund_is_named) {
        told.labelled("fund", link);
        told.to().add(
            participation{.round = told.to().round("r-1"), .investor = told.known("fund")});
    }
    told.person("ann").round("r-2", "alpha", {{"ann", {}}}, {}, date{2021});
    auto const n = network_of(told.book());
    auto const found = orders(n, {.measure = measure, .level = level});
    REQUIRE(found.companies.size() == 1);
    return found.companies[0].order;
}

} // namespace

TEST_CASE("entry_order_of: leads without names count by their tie to a state",
          "[query][entry_order]")
{
    using enum state_measure;
    using enum state_tie;
    for (auto const link : {backed, controlled, state_tie::organ}) {
        CAPTURE(to_string(link));
        auto const is_organ = link == state_tie::organ;
        CHECK(order_led_by(link, labelled) == entry::state_first);
        CHECK(order_led_by(link, organs) == (is_organ ? entry::state_first : entry::private_only));
        CHECK(order_led_by(link, look_through) == (is_organ ? entry::state_first : entry::unknown));
        CHECK(order_led_by(link, consolidated)
              == (link == backed ? entry::unknown : entry::state_first));
    }
}

TEST_CASE("entry_order_of: leads that are among the named count once", "[query][entry_order]")
{
    CHECK(order_led_by(state_tie::backed, state_measure::labelled, true) == entry::state_first);
    CHECK(order_led_by(state_tie::backed, state_measure::organs, true) == entry::private_only);
}

TEST_CASE("entry_order_of: of leads without names nobody knows the level", "[query][entry_order]")
{
    CHECK(order_led_by(state_tie::organ, state_measure::labelled, false, state_level::central)
          == entry::unknown);
}

TEST_CASE("entry_order_of: a company that only leads without names back has an order",
          "[query][entry_order]")
{
    owners_teller told;
    told.to().add(funding_round{.slug = "r",
                                .company = told.known("alpha"),
                                .status = deal_status::closed,
                                .lead_group = lead_group{state_tie::backed}});
    told.company("beta").round("q", "beta", {});
    auto const n = network_of(told.book());
    auto const found = orders(n, {});
    REQUIRE(found.companies.size() == 1);
    CHECK(found.companies[0].company == n.facts().entity_at("alpha"));
    CHECK(found.companies[0].order == entry::state_only);
}
