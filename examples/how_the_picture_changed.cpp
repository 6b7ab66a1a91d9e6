// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What could be known of DeepSeek's round of 2026, day by day: how far it had come, how much was
// named, who was said to invest, and how many of these are the state's?

#include <capgraph.hpp>

#include <iomanip>
#include <iostream>
#include <string>

namespace {

std::string sum_of(capgraph::funding_round const& round)
{
    if (!round.amount || !round.amount->is_disclosed()) {
        return "no total";
    }
    auto const& told = round.amount->renderings().front();
    return std::string{to_string(told.said())} + ' ' + to_string(told.low());
}

} // namespace

int main()
{
    auto const book = capgraph::read_json_file("data/chinese_ai_labs.json");
    auto const id = book.round_at("deepseek-2026");

    std::cout << std::left << std::setw(12) << "known at" << std::setw(10) << "status"
              << std::setw(24) << "total"
              << "the state's of the named\n";
    for (auto const* day : {"2025-03-01", "2026-05-10", "2026-05-31", "2026-07-01"}) {
        auto const facts = capgraph::view{
            book,
            {.known_at = capgraph::parse_date(day), .min_status = capgraph::deal_status::rumored}};
        std::cout << std::setw(12) << day;
        if (!facts.knows(id)) {
            std::cout << "not known yet\n";
            continue;
        }
        auto const round = facts.at<capgraph::funding_round>(id);
        auto const part = capgraph::state_backing_of(capgraph::network{facts}, id);
        std::cout << std::setw(10) << to_string(*round.status) << std::setw(24) << sum_of(round)
                  << part.state_investors.size() << " of " << part.investors.size() << '\n';
    }
}
