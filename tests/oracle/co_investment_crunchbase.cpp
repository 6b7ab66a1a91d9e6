// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The co-investment network of a real file, where it is there: investments up to 2013.

#include <capgraph/query/co_investment_network.hpp>

#include <capgraph/io/read/csv.hpp>
#include <capgraph/query/co_investors_of.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"
#include "support/shared_data.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Sums of doubles that are whole numbers are exact.
double total_weight(co_investment_network const& p)
{
    auto const weights = p.view().weights;
    return std::accumulate(weights.begin(), weights.end(), 0.0) / 2.0;
}

} // namespace

TEST_CASE("project_co_investment: the investments that Crunchbase knew of in 2013",
          "[query][oracle][crunchbase]")
{
    auto const file = shared_data("data/crunchbase-2013-investments/investments.csv");
    if (!file) {
        WARN("skipped: no shared data");
        return;
    }
    read_csv_options options;
    options.rejects = [](csv_reject const&) {}; // twelve rows lack a name
    ledger book;
    append_csv_file(book, file->string(), crunchbase_2013_investments_mapping(), options);
    auto const n = network_of(book);

    auto const by_company = project_co_investment(n);
    CHECK(num_edges(by_company) == 128'783);
    CHECK(total_weight(by_company) == 154'803.0);

    co_investment_scope const same_round{.unit = co_investment_unit::same_round};
    co_investment_groups const rounds{n, same_round};
    CHECK(rounds.num_groups() == 32'836);
    auto const by_round = project_co_investment(rounds);
    CHECK(num_edges(by_round) == 97'370);
    CHECK(total_weight(by_round) == 131'942.0);

    auto const weights = by_company.view().weights;
    CHECK(*std::max_element(weights.begin(), weights.end()) == 85.0);
    std::string top;
    auto const [first, last] = edges(by_company);
    for (auto e = first; e != last; ++e) {
        if (by_company.weight(*e) == 85.0) {
            top += std::string{n.facts().name_of(by_company.members()[source(*e, by_company)])}
                   + " / "
                   + std::string{n.facts().name_of(by_company.members()[target(*e, by_company)])};
        }
    }
    CHECK(top == "SV Angel / Y Combinator");
}
