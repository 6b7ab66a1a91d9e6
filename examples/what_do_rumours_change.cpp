// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Who co-invests in the Chinese labs, with and without the deals that are only talked about?

#include <capgraph.hpp>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using pair_of_names = std::pair<std::string, std::string>;

/// What each pair weighs, by Newman: a company of n investors adds 1 / (n - 1).
std::map<pair_of_names, double> weights(capgraph::network const& n)
{
    auto const g =
        capgraph::project_co_investment(n, {}, {.weight = capgraph::co_investment_weight::newman});
    std::map<pair_of_names, double> out;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        auto const name = [&](std::uint32_t v) {
            return std::string{n.facts().name_of(g.members()[v])};
        };
        out[{name(source(*e, g)), name(target(*e, g))}] = g.weight(*e);
    }
    return out;
}

} // namespace

int main()
{
    auto const book = capgraph::read_json_file("data/chinese_ai_labs.json");
    auto const of = [&](capgraph::deal_status least) {
        return weights(capgraph::network{capgraph::view{book, {.min_status = least}}});
    };
    auto const sure = of(capgraph::deal_status::closed);
    auto const all = of(capgraph::deal_status::rumored);
    std::cout << sure.size() << " pairs by closed deals, " << all.size()
              << " with all that is rumoured. The strongest of these:\n\n"
              << "closed  with rumours\n";

    std::vector<std::pair<pair_of_names, double>> rows{all.begin(), all.end()};
    std::stable_sort(rows.begin(), rows.end(),
                     [](auto const& a, auto const& b) { return a.second > b.second; });
    rows.resize(std::min<std::size_t>(rows.size(), 12));
    std::cout << std::fixed << std::setprecision(3);
    for (auto const& [pair, weight] : rows) {
        auto const known = sure.find(pair);
        if (known == sure.end()) {
            std::cout << std::setw(6) << '-';
        } else {
            std::cout << std::setw(6) << known->second;
        }
        std::cout << std::setw(14) << weight << "  " << pair.first << " and " << pair.second
                  << '\n';
    }
}
