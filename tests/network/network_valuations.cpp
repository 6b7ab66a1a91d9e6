// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/network.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using enum valuation_basis;

struct told_valuation {
    char const* company;
    char const* round; ///< Empty: none.
    valuation_basis basis;
};

/// Rounds `r-1` and `r-2` of alpha, and valuations in the order in which they are told.
ledger told(std::vector<told_valuation> const& all, deal_status of_second = deal_status::closed)
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"beta", "alpha-2", "alpha", "alpha-1"});
    to.add(funding_round{.slug = "r-2", .company = to.entity("alpha"), .status = of_second});
    to.add(
        funding_round{.slug = "r-1", .company = to.entity("alpha"), .status = deal_status::closed});
    for (auto const& each : all) {
        valuation said{.company = to.entity(each.company), .basis = each.basis};
        if (*each.round != '\0') {
            said.round = to.round(each.round);
        }
        to.add(said);
    }
    to.commit();
    return book;
}

/// `company round basis` of each valuation of alpha.
names listed(ledger const& book, char const* company = "alpha")
{
    auto const n = network_of(book);
    names out;
    for (auto const id : n.valuations_of(book.entity_at(company))) {
        auto const v = n.facts().at<valuation>(id);
        out.push_back(std::string{book.slug_of(*v.company)} + ' '
                      + (v.round ? std::string{book.slug_of(*v.round)} : "-") + ' '
                      + std::string{to_string(*v.basis)});
    }
    return out;
}

} // namespace

TEST_CASE("valuations_of: there are none of what nothing is said", "[network][valuation]")
{
    CHECK(listed(told({})).empty());
    CHECK(listed(told({{"beta", "", pre}})).empty());
    CHECK(listed(told({{"beta", "", pre}}), "beta") == names{"beta - pre"});
}

TEST_CASE(
    "valuations_of: come by round, none first, then by basis, in whatever order they are told",
    "[network][valuation][order]")
{
    std::vector<told_valuation> all{{"alpha", "", pre},     {"alpha", "", market_cap},
                                    {"alpha", "r-1", pre},  {"alpha", "r-1", post},
                                    {"alpha", "r-2", post}, {"beta", "", unspecified}};
    names const wanted{"alpha - pre", "alpha - market_cap", "alpha r-1 pre", "alpha r-1 post",
                       "alpha r-2 post"};
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    do {
        std::vector<told_valuation> shuffled;
        shuffled.reserve(order.size());
        for (auto const i : order) {
            shuffled.push_back(all[i]);
        }
        REQUIRE(listed(told(shuffled)) == wanted);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("valuations_of: those of companies that are the same come by their own slugs last",
          "[network][valuation][order]")
{
    auto book = told({{"alpha-2", "", pre},
                      {"alpha", "r-1", pre},
                      {"alpha-1", "", pre},
                      {"alpha-1", "", post},
                      {"alpha", "", pre}});
    ledger_builder to{book};
    to.add(same_as{std::vector{to.entity("alpha-1"), to.entity("alpha-2"), to.entity("alpha")}});
    to.commit();
    CHECK(listed(book)
          == names{"alpha - pre", "alpha-1 - pre", "alpha-2 - pre", "alpha-1 - post",
                   "alpha r-1 pre"});
    CHECK(listed(book, "alpha-2") == listed(book));
}

TEST_CASE("valuations_of: that of a round which does not count is none", "[network][valuation]")
{
    auto const book = told({{"alpha", "r-2", pre}, {"alpha", "r-1", pre}}, deal_status::in_talks);
    CHECK(listed(book) == names{"alpha r-1 pre"});
}
