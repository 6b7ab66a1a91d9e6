// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Who backs the same companies: by closed deals alone, and with what is only talked about?

#include <capgraph.hpp>

#include <iostream>

namespace {

void print_pairs(capgraph::ledger const& book, capgraph::deal_status least)
{
    auto const n = capgraph::network{capgraph::view{book, {.min_status = least}},
                                     {.roll_up = capgraph::roll_up::parents}};
    auto const pairs = capgraph::project_co_investment(n);
    std::cout << to_string(least) << " or further: " << num_edges(pairs) << " pairs of "
              << num_vertices(pairs) << " investors\n";
    auto const [first, last] = edges(pairs);
    for (auto e = first; e != last; ++e) {
        auto const a = pairs.members()[source(*e, pairs)];
        auto const b = pairs.members()[target(*e, pairs)];
        if (least == capgraph::deal_status::closed || pairs.weight(*e) > 1) {
            std::cout << "  " << n.facts().name_of(a) << " and " << n.facts().name_of(b) << ": "
                      << pairs.weight(*e) << '\n';
        }
    }
}

} // namespace

int main()
{
    auto const book = capgraph::read_json_file("data/seeds.json");
    print_pairs(book, capgraph::deal_status::closed);
    print_pairs(book, capgraph::deal_status::in_talks);
    print_pairs(book, capgraph::deal_status::rumored);
}
