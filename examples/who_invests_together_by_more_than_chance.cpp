// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Which pairs of investors share more companies than chance would have it, up to 2013?
//
//     example_who_invests_together_by_more_than_chance FILE
//
// FILE: the investments that Crunchbase knew of in 2013, a table with the columns company_name,
// investor_name, funded_when and amount_usd.

#include <capgraph.hpp>

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>

namespace {

void print_top(capgraph::network const& n, capgraph::co_investment_groups const& all)
{
    auto const g = capgraph::project_co_investment(all);
    std::vector<capgraph::undirected_edge> top;
    auto const [first, last] = edges(g);
    top.assign(first, last);
    std::cout << all.members().size() << " investors, " << top.size() << " pairs of them\n\n"
              << "Most companies in common:\n";
    std::stable_sort(top.begin(), top.end(),
                     [&](auto const& a, auto const& b) { return g.weight(a) > g.weight(b); });
    for (std::size_t i = 0; i < std::min<std::size_t>(5, top.size()); ++i) {
        std::cout << std::setw(6) << g.weight(top[i]) << "  "
                  << n.facts().name_of(g.members()[source(top[i], g)]) << " and "
                  << n.facts().name_of(g.members()[target(top[i], g)]) << '\n';
    }
}

void print_significant(capgraph::network const& n, capgraph::co_investment_groups const& all,
                       capgraph::significance_null null)
{
    auto const found = capgraph::significant_pairs(
        all, {.null = null, .correction = capgraph::significance_correction::bonferroni});
    std::cout << '\n'
              << found.pairs.size() << " pairs of " << found.tests
              << " are more than chance (Bonferroni, 0.05), " << to_string(null) << ":\n";
    for (std::size_t i = 0; i < std::min<std::size_t>(5, found.pairs.size()); ++i) {
        auto const& p = found.pairs[i];
        std::cout << std::setw(6) << p.shared << "  " << n.facts().name_of(all.members()[p.first])
                  << " and " << n.facts().name_of(all.members()[p.second]) << ": p = 10^"
                  << std::lround(p.log_p / std::log(10.0)) << '\n';
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: " << argv[0] << " FILE\n";
        return 2;
    }
    capgraph::read_csv_options options;
    options.rejects = [](capgraph::csv_reject const&) {}; // twelve rows lack a name
    capgraph::ledger book;
    capgraph::append_csv_file(book, argv[1], capgraph::crunchbase_2013_investments_mapping(),
                              options);
    auto const n = capgraph::network{capgraph::view{book}};
    capgraph::co_investment_groups const all{n};
    print_top(n, all);
    print_significant(n, all, capgraph::significance_null::hypergeometric);
    print_significant(n, all, capgraph::significance_null::configuration_model);
}
