// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What could be known of DeepSeek's round of 2026, day by day: how far it had come, how much was
// named, what the company was said to be worth, and how many of its investors are the state's?

#include <capgraph.hpp>

#include <iomanip>
#include <iostream>
#include <string>

namespace {

std::string sum_of(capgraph::field<capgraph::amount> const& sum)
{
    if (!sum || !sum->is_disclosed()) {
        return "none told";
    }
    auto const& told = sum->renderings().front();
    auto text = std::string{to_string(told.said())} + ' ' + to_string(told.low());
    if (told.said() == capgraph::qualifier::between) {
        text += " and " + to_string(told.high());
    }
    return text;
}

/// The latest that was said of its worth.
std::string worth_of(capgraph::network const& n, capgraph::entity_id company)
{
    auto const all = capgraph::valuations_of(n, company);
    return sum_of(all.empty() ? capgraph::field<capgraph::amount>{} : all.front().amount);
}

} // namespace

int main()
{
    auto const book = capgraph::read_json_file("data/chinese_ai_labs.json");
    auto const id = book.round_at("deepseek-2026");

    std::cout << std::left << std::setw(12) << "known at" << std::setw(10) << "status"
              << std::setw(22) << "total" << std::setw(45) << "worth"
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
        auto const net = capgraph::network{facts};
        auto const part = capgraph::state_backing_of(net, id);
        std::cout << std::setw(10) << to_string(*round.status) << std::setw(22)
                  << sum_of(round.amount) << std::setw(45) << worth_of(net, facts.company_of(id))
                  << part.state_investors.size() << " of " << part.investors.size() << '\n';
    }
}
