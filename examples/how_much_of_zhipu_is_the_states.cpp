// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How much of Zhipu is the state's, by each measure, and how did that change?

#include <capgraph.hpp>

#include <iomanip>
#include <iostream>
#include <vector>

namespace {

using namespace capgraph;

void print(char const* what, bounded<share> const& part)
{
    std::cout << "  " << what << ' ' << std::setw(5) << part.lower.percent() << " to "
              << std::setw(5) << part.upper.percent() << " %";
}

} // namespace

int main()
{
    auto const book = read_json_file("data/chinese_ai_labs.json");
    auto const zhipu = book.entity_at("zhipu");
    // The rounds are told in three currencies, some without a day: the rates to bring them into one
    // are the caller's to choose.
    auto const years = date::between(date{2019}, date{2026});
    exchange_rates const rates{std::vector<exchange_rate>{
        {currency{"USD"}, currency{"CNY"}, years, parse_decimal("7.1"), "the caller"},
        {currency{"HKD"}, currency{"CNY"}, years, parse_decimal("0.91"), "the caller"}}};

    std::cout << std::fixed << std::setprecision(1);
    for (auto const year : {2023, 2024, 2025, 2026}) {
        network const n{view{book, {.known_at = date{year}}}};
        std::cout << "As known at the end of " << year << ":\n";
        for (auto const measure : {state_measure::organs, state_measure::labelled,
                                   state_measure::look_through, state_measure::consolidated}) {
            state_scope const scope{.measure = measure, .unknown = unknown_owners::impossible};
            state_parts const parts{n, scope};
            std::cout << std::setw(14) << std::left << to_string(measure) << std::right;
            try {
                auto const backing = state_backing_of(n, zhipu, {.rates = &rates, .parts = &parts});
                print("headcount", backing.headcount);
                print("capital", backing.capital);
                print("equity", parts.equity_of(zhipu));
            } catch (error const& e) {
                std::cout << "  " << to_string(e.code());
            }
            std::cout << '\n';
        }
    }
}
