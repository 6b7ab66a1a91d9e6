// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How much of Zhipu's and DeepSeek's rounds is the state's, from news that names few cheques?

#include <capgraph.hpp>

#include <iomanip>
#include <iostream>

namespace {

void print(char const* what, capgraph::bounded<capgraph::share> const& part)
{
    std::cout << "  " << what << ' ' << part.lower.percent() << " to " << part.upper.percent()
              << " %, coverage " << part.coverage.percent() << " %"
              << (part.hedged ? ", hedged" : "") << '\n';
}

void print(capgraph::network const& n, char const* slug)
{
    using namespace capgraph;
    auto const round = n.facts().round_at(slug);
    auto const whole = state_backing_of(n, round);
    auto const external =
        state_backing_of(n, round, {.denominator = backing_denominator::external});
    auto const open = state_backing_of(n, round, {.unnamed = unnamed_money::possible});
    std::cout << slug << ": " << whole.state_investors.size() << " of " << whole.investors.size()
              << " investors\n";
    print("of the money:", whole.capital);
    print("of the external part:", external.capital);
    print("if others may have paid:", open.capital);
}

} // namespace

int main()
{
    auto const book = capgraph::read_json_file("data/seeds.json");
    auto const n =
        capgraph::network{capgraph::view{book, {.min_status = capgraph::deal_status::in_talks}}};
    std::cout << std::fixed << std::setprecision(1);
    print(n, "zhipu-2025");
    print(n, "deepseek-2026");
}
