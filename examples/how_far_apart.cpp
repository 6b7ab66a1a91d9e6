// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How many syndicates apart are the investors from Alibaba? Boost.Graph answers, without a copy.

#include <capgraph.hpp>
#include <capgraph/graph/boost_graph.hpp>

#include <boost/graph/breadth_first_search.hpp>

#include <iostream>
#include <vector>

int main()
{
    auto const book = capgraph::read_json_file("data/seeds.json");
    auto const n =
        capgraph::network{capgraph::view{book, {.min_status = capgraph::deal_status::rumored}},
                          {.roll_up = capgraph::roll_up::parents}};
    auto const pairs = capgraph::project_co_investment(n);
    auto const alibaba = *n.find_investor(book.entity_at("alibaba"));

    std::vector<int> steps(num_vertices(pairs), -1);
    steps[alibaba] = 0;
    auto const recorder = boost::record_distances(steps.data(), boost::on_tree_edge());
    boost::breadth_first_search(pairs, alibaba, boost::visitor(boost::make_bfs_visitor(recorder)));

    for (auto v : {"tencent", "china-investment-corp", "netease"}) {
        auto const id = book.entity_at(v);
        std::cout << n.facts().name_of(id) << ": " << steps[*n.find_investor(id)] << '\n';
    }
}
