// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/statistic_rows.hpp"

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

using namespace capgraph;
using namespace capgraph::cli;
using namespace capgraph::test;

namespace {

std::vector<statistic_row> rows_within(network const& n, std::uint64_t memory_budget)
{
    auto const unit = co_investment_unit::same_company;
    std::vector<statistic_row> out;
    for (auto const& section : statistic_sections(measured_within(n, unit, memory_budget), unit)) {
        out.insert(out.end(), section.rows.begin(), section.rows.end());
    }
    return out;
}

} // namespace

TEST_CASE("statistic_sections: no figure has the name of another", "[cli][stats]")
{
    auto const book = syndicates_ledger();
    std::set<std::string> names;
    for (auto const& row : rows_within(network_of(book), unlimited_memory)) {
        CAPTURE(row.name);
        CHECK(names.insert(row.name).second);
    }
}

TEST_CASE("statistic_sections: without room for the co-investment network all else is told",
          "[cli][stats]")
{
    auto const book = syndicates_ledger();
    auto const n = network_of(book);
    auto const all = rows_within(n, unlimited_memory);
    auto const cut = rows_within(n, 1);
    REQUIRE(all.size() == cut.size());
    bool is_said = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(all[i].name);
        CHECK(all[i].name == cut[i].name);
        auto const is_left_out =
            all[i].name.starts_with("co_investment_") && all[i].name != "co_investment_pairs";
        CHECK(cut[i].value == (is_left_out ? json_value{} : all[i].value));
        CHECK(cut[i].label == (is_left_out ? std::string{} : all[i].label));
        is_said = is_said || cut[i].note.find("too large") != std::string::npos;
    }
    CHECK(is_said);
}
