// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How does money of the Ministry of Finance come to DeepSeek?

#include <capgraph.hpp>

#include <iostream>

int main()
{
    using namespace capgraph;
    auto const book = read_json_file("data/chinese_ai_labs.json");
    // The fund is said to be in talks, so deals in talks count.
    network const n{view{book, {.min_status = deal_status::in_talks}}};
    ownership_network const owners{n};
    auto const name = [&](entity_id id) { return n.facts().name_of(id); };

    state_parts const parts{n,
                            {.measure = state_measure::look_through,
                             .country = "CN",
                             .unknown = unknown_owners::impossible}};
    auto const backing = state_backing_of(n, book.entity_at("deepseek"), {.parts = &parts});
    for (auto const investor : backing.state_investors) {
        std::cout << name(investor) << " backs DeepSeek; the state holds "
                  << 100.0 * parts.of(investor).lower << " to " << 100.0 * parts.of(investor).upper
                  << " % of it";
        if (auto const chain = state_chain_to(owners, investor); chain && !chain->links.empty()) {
            std::cout << ':';
            for (auto const& link : chain->links) {
                std::cout << "\n  " << name(link.owner) << " holds " << 100.0 * link.part.lower
                          << " % of " << name(link.owned);
            }
        }
        std::cout << '\n';
    }
}
