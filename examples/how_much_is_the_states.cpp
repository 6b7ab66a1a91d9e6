// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How much of a round is the state's, when some cheques are undisclosed?

#include <capgraph.hpp>

#include <iostream>

int main()
{
    using namespace capgraph;
    ledger book;
    ledger_builder builder{book};
    auto const lab =
        builder.add(entity{.slug = "lab", .name = "Lab", .kind = entity_kind::company});
    auto const city = builder.add(entity{.slug = "city-fund",
                                         .name = "City Fund",
                                         .kind = entity_kind::fund,
                                         .state_link = state_link{.link = state_tie::controlled}});
    auto const birch =
        builder.add(entity{.slug = "birch", .name = "Birch", .kind = entity_kind::company});
    auto const series_a =
        builder.add(funding_round{.slug = "series-a",
                                  .company = lab,
                                  .status = deal_status::closed,
                                  .amount = amount{exactly(make_money("100", "CNY"))}});
    builder.add(participation{
        .round = series_a, .investor = city, .cheque = amount{at_least(make_money("30", "CNY"))}});
    builder.add(participation{.round = series_a, .investor = birch});
    builder.commit();

    auto const n = network{view{book}};
    auto const part = state_backing_of(n, series_a);
    std::cout << part.state_investors.size() << " of " << part.investors.size() << " investors, "
              << part.capital.lower.percent() << " to " << part.capital.upper.percent()
              << " % of the money\n";
}
