// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Which investors are central, by which measure, talks included?

#include <capgraph.hpp>

#include <iomanip>
#include <iostream>
#include <vector>

namespace {

void print_top(capgraph::network const& n, char const* measure, std::vector<double> const& scores)
{
    std::cout << measure << '\n';
    for (auto const& row : capgraph::ranking(scores, {.top = 3})) {
        std::cout << "  " << row.rank << ". " << n.facts().name_of(n.investors()[row.vertex]) << ' '
                  << row.score << '\n';
    }
}

} // namespace

int main()
{
    auto const book = capgraph::read_json_file("data/seeds.json");
    auto const n =
        capgraph::network{capgraph::view{book, {.min_status = capgraph::deal_status::in_talks}},
                          {.roll_up = capgraph::roll_up::parents}};
    auto const pairs = capgraph::project_co_investment(n);

    std::cout << std::fixed << std::setprecision(3);
    print_top(n, "degree", capgraph::degree_centrality(pairs));
    print_top(n, "betweenness", capgraph::betweenness_centrality(pairs));
    print_top(n, "eigenvector", capgraph::eigenvector_centrality(pairs));
}
