// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Who is central among the backers of the Chinese labs, and whose rank survives when the rumours
// are taken out? Each deal that is not closed is real in some worlds and not in others.

#include <capgraph.hpp>

#include <iomanip>
#include <iostream>
#include <string>

int main()
{
    auto const book = capgraph::read_json_file("data/chinese_ai_labs.json");
    auto const n =
        capgraph::network{capgraph::view{book, {.min_status = capgraph::deal_status::rumored}}};
    auto const found = capgraph::rank_stability_of(
        n, [](auto const& g) { return capgraph::betweenness_centrality(g); }, {}, {.top_k = 5});
    std::cout << found.doubtful << " doubtful deals, " << found.worlds
              << " worlds. Among the five that lie between most others, by betweenness:\n\n"
              << "in the first five                rank: best  mean worst  closed only  all\n";
    for (auto const& r : found.ranks) {
        if (r.in_top < 0.05) {
            break;
        }
        auto const part = static_cast<std::size_t>(20 * r.in_top + 0.5);
        std::cout << std::setw(4) << static_cast<int>(100 * r.in_top + 0.5) << " % "
                  << std::string(part, '#') << std::string(20 - part, '.') << std::setw(14)
                  << r.best_rank << std::fixed << std::setprecision(1) << std::setw(6)
                  << r.mean_rank << std::setw(6) << r.worst_rank << std::setw(13) << r.rank_without
                  << std::setw(5) << r.rank_with << "  " << n.facts().name_of(r.investor) << '\n';
    }
}
