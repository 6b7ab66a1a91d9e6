// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Which investors and companies belong together, and how sure is that of chance?

#include <capgraph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <set>
#include <vector>

int main()
{
    auto const book = capgraph::read_json_file("data/chinese_ai_labs.json");
    auto const n = capgraph::network{capgraph::view{book}};
    auto const& graph = n.two_mode();
    auto const investors = n.investors().size();
    auto const found = capgraph::bipartite_communities(graph, investors);

    std::cout << std::fixed << std::setprecision(4) << found.count()
              << " communities, Barber's modularity " << *found.modularity << '\n';
    for (std::uint32_t community = 0; community < found.count(); ++community) {
        std::uint64_t companies = 0;
        for (std::size_t c = 0; c < n.companies().size(); ++c) {
            if (found.community_of[investors + c] == community) {
                std::cout << (companies++ == 0 ? "" : ", ") << n.facts().name_of(n.companies()[c]);
            }
        }
        std::cout << ": " << found.sizes[community] - companies << " of the investors\n";
    }

    // Several partitions may be as good: other seeds tell.
    std::set<std::vector<std::uint32_t>> partitions;
    double highest = *found.modularity;
    for (std::uint64_t seed = 1; seed < 50; ++seed) {
        auto const other = capgraph::bipartite_communities(graph, investors, {}, {.seed = seed});
        highest = std::max(highest, *other.modularity);
        partitions.insert(other.community_of);
    }
    std::cout << "49 other seeds: " << partitions.size() << " different, the best at " << highest
              << '\n';
}
