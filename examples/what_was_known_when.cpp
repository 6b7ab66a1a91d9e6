// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What was DeepSeek said to be worth, and was its round known, as the reports came in?

#include <capgraph.hpp>

#include <iostream>

int main()
{
    auto const book = capgraph::read_json_file("data/seeds.json");
    auto const deepseek = book.entity_at("deepseek");
    auto const round = book.round_at("deepseek-2026");

    for (auto const* day : {"2025-03-01", "2026-05-15", "2026-06-01", "2026-07-01"}) {
        auto const facts = capgraph::view{
            book,
            {.known_at = capgraph::parse_date(day), .min_status = capgraph::deal_status::in_talks}};
        std::cout << day << ": " << (facts.knows(round) ? "a round in talks" : "no round known");
        for (auto const& v : capgraph::valuations_of(capgraph::network{facts}, deepseek)) {
            auto const& worth = v.amount->renderings().front();
            auto const is_hedged = worth.said() == capgraph::qualifier::about;
            std::cout << ", " << to_string(*v.basis) << "-money " << (is_hedged ? "about " : "")
                      << to_string(worth.low());
        }
        std::cout << '\n';
    }
}
