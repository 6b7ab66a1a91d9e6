// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/status_of.hpp>

#include "support/catch2.hpp"
#include "support/ledgers.hpp"

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Of the participation of `ann` in a round of `alpha`, as known in 2025.
field<deal_status> status_in(field<deal_status> own, field<deal_status> of_round,
                             std::string_view round_is_told = "2024")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "alpha"});
    to.add(funding_round{.slug = "r", .company = to.entity("alpha"), .status = of_round},
           on(round_is_told));
    auto const id =
        to.add(participation{.round = to.round("r"), .investor = to.entity("ann"), .status = own},
               on("2024"));
    to.commit();
    view const facts{book, {.known_at = parse_date("2025")}};
    return status_of(facts, facts.at<participation>(id));
}

using enum deal_status;

} // namespace

TEST_CASE("status_of: its own status goes before its round's", "[network][status]")
{
    CHECK(status_in(committed, closed) == committed);
    CHECK(status_in(closed, in_talks) == closed);
    CHECK(status_in(withdrawn, closed) == withdrawn);
}

TEST_CASE("status_of: without a status of its own it has its round's", "[network][status]")
{
    CHECK(status_in({}, in_talks) == in_talks);
    CHECK(status_in({}, withdrawn) == withdrawn);
}

TEST_CASE("status_of: unknown where neither is said", "[network][status]")
{
    CHECK_FALSE(status_in({}, {}).has_value());
}

TEST_CASE("status_of: a round that is not known yet lends none", "[network][status]")
{
    CHECK_FALSE(status_in({}, closed, "2026").has_value());
}

TEST_CASE("status_of: in no round its own is all there is", "[network][status]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "alpha"});
    auto const id =
        to.add(participation{.company = to.entity("alpha"), .investor = to.entity("ann")});
    to.commit();
    view const facts{book};
    CHECK_FALSE(status_of(facts, facts.at<participation>(id)).has_value());
}

TEST_CASE("counts: what has come as far as min_status or further", "[network][status]")
{
    ledger const book;
    auto const ladder = {rumored, approached, in_talks, committed, closed};
    for (auto const least : ladder) {
        view const facts{book, {.min_status = least}};
        for (auto const status : ladder) {
            CAPTURE(to_string(least), to_string(status));
            CHECK(counts(facts, status) == (status >= least));
        }
    }
}

TEST_CASE("counts: never what was withdrawn", "[network][status]")
{
    ledger const book;
    auto const least = GENERATE(rumored, closed);
    CHECK_FALSE(counts(view{book, {.min_status = least}}, withdrawn));
}

TEST_CASE("counts: an unknown status only where rumours do", "[network][status]")
{
    ledger const book;
    CHECK(counts(view{book, {.min_status = rumored}}, {}));
    CHECK_FALSE(counts(view{book, {.min_status = approached}}, {}));
    CHECK_FALSE(counts(view{book}, {}));
}
