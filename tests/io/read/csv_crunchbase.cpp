// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The presets, on the files they are for, where those are there.

#include "io/csv_texts.hpp"
#include "support/catch2.hpp"
#include "support/shared_data.hpp"

#include <capgraph/io/read/csv.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// What all rounds of `book` raised, in US dollars.
std::int64_t dollars_in(ledger const& book)
{
    money sum = usd("0");
    auto const all = view{book};
    for (auto const id : all.records(record_kind::round)) {
        if (auto const raised = all.at<funding_round>(id).amount) {
            sum = sum + raised->renderings().front().low();
        }
    }
    return sum.minor_units() / 100;
}

struct sides {
    std::set<entity_id> companies;
    std::set<entity_id> investors;
    std::set<std::pair<entity_id, entity_id>> ties;

    [[nodiscard]] std::size_t num_in_both() const
    {
        std::size_t n = 0;
        for (auto const id : investors) {
            n += companies.count(id);
        }
        return n;
    }
};

sides sides_of(ledger const& book)
{
    sides found;
    auto const all = view{book};
    for (auto const id : all.records(record_kind::participation)) {
        auto const part = all.at<participation>(id);
        auto const company = *all.at<funding_round>(*part.round).company;
        found.companies.insert(company);
        found.investors.insert(*part.investor);
        found.ties.emplace(company, *part.investor);
    }
    return found;
}

} // namespace

TEST_CASE("crunchbase_2013_investments_mapping: the file's twelve rows without a name are refused, "
          "and each round's dollars are counted once",
          "[io][csv][crunchbase]")
{
    auto const file = shared_data("data/crunchbase-2013-investments/investments.csv");
    if (!file) {
        WARN("skipped: no shared data");
        return;
    }
    std::vector<std::pair<std::uint64_t, std::string>> refused;
    read_csv_options options;
    options.rejects = [&](csv_reject const& row) {
        CHECK(row.why.code() == error_code::missing_field);
        refused.emplace_back(row.why.where()->line, row.why.where()->pointer);
    };
    ledger book;
    auto const held =
        append_csv_file(book, file->string(), crunchbase_2013_investments_mapping(), options);
    CHECK(held.rows == 80'233);
    CHECK(held.refused == 12);
    std::string const company = "company_name";
    std::string const investor = "investor_name";
    CHECK(refused
          == std::vector<std::pair<std::uint64_t, std::string>>{{10'779, investor},
                                                                {14'522, investor},
                                                                {22'914, investor},
                                                                {26'427, investor},
                                                                {28'552, investor},
                                                                {28'661, company},
                                                                {48'303, investor},
                                                                {54'860, investor},
                                                                {54'861, investor},
                                                                {55'654, investor},
                                                                {64'748, investor},
                                                                {78'083, company}});
    auto const found = sides_of(book);
    CHECK(found.companies.size() == 21'410);
    CHECK(found.investors.size() == 16'768);
    CHECK(found.num_in_both() == 195);
    CHECK(book.num_entities() == 21'410 + 16'768 - 195);
    CHECK(found.ties.size() == 63'593);
    CHECK(view{book}.records(record_kind::round).size() == 32'836);
    CHECK(dollars_in(book) == 303'318'707'462);
}

TEST_CASE("crunchbase_2013_investments_mapping: without a sink for rejects the file is refused at "
          "the first row without a name",
          "[io][csv][crunchbase]")
{
    auto const file = shared_data("data/crunchbase-2013-investments/investments.csv");
    if (!file) {
        WARN("skipped: no shared data");
        return;
    }
    auto const read = try_read_csv_file(file->string(), crunchbase_2013_investments_mapping());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().where()->line == 10'779);
    CHECK(check_csv_file(file->string(), crunchbase_2013_investments_mapping()).size() == 12);
}

// 31,679 rows, of which 63 repeat another and 16 differ from one by the type of the round alone.
TEST_CASE("crunchbase_october_2013_rounds_mapping: the file's rounds are those of unlike company, "
          "day and sum",
          "[io][csv][crunchbase]")
{
    auto const file = shared_data("data/crunchbase-october-2013/crunchbase-rounds.csv");
    if (!file) {
        WARN("skipped: no shared data");
        return;
    }
    ledger book;
    auto const held =
        append_csv_file(book, file->string(), crunchbase_october_2013_rounds_mapping());
    CHECK(held.rows == 31'679);
    CHECK(book.num_entities() == 17'622);
    CHECK(view{book}.records(record_kind::round).size() == 31'600);
    CHECK(dollars_in(book) == 279'623'819'101);
    auto const waywire = view{book}.at(book.entity_at("/company/waywire"));
    CHECK(waywire
          == entity{.slug = "/company/waywire",
                    .name = "#waywire",
                    .kind = entity_kind::company,
                    .country = "US"});
}
