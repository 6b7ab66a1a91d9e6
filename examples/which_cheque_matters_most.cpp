// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Which undisclosed figure, if it were known, would say most about the state's part of DeepSeek's
// round of 2026?

#include <capgraph.hpp>

#include <iomanip>
#include <iostream>

int main()
{
    using namespace capgraph;
    auto const book = read_json_file("data/seeds.json");
    network const n{view{book, {.min_status = deal_status::in_talks}}};
    narrowing_options options;
    options.backing.unnamed = unnamed_money::possible;
    auto const found = narrowing_of(n, book.round_at("deepseek-2026"), options);

    std::cout << std::fixed << std::setprecision(1) << "The state's part is known to within "
              << 100.0 * found.width << " points. With one figure more:\n";
    for (auto const& figure : found.figures) {
        std::cout << "  " << to_string(figure.what);
        if (figure.what == unknown_figure::cheque) {
            std::cout << " of " << n.facts().name_of(figure.investor);
        }
        std::cout << ": " << 100.0 * figure.width_if_least
                  << " points if it is the least it can be, " << 100.0 * figure.width_if_most
                  << " if the most\n";
    }

    // And if it were told? The ledger stays as it is.
    auto const supposed = what_if(book, n.facts().options(), [](ledger_builder& to) {
        to.add(funding_round{.slug = "deepseek-2026", .investors_complete = true},
               {.reported_on = date{2026, 12, 1}});
    });
    auto const part =
        state_backing_of(network{supposed}, book.round_at("deepseek-2026"), options.backing);
    std::cout << "Were nobody else in it: " << part.capital.lower.percent() << " to "
              << part.capital.upper.percent() << " %\n";
}
