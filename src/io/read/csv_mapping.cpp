// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/io/read/csv_mapping.hpp>

#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

csv_column::csv_column(std::string name) : name_{std::move(name)}
{
    if (name_.empty()) {
        throw std::invalid_argument{"capgraph::csv_column: a name that is empty"};
    }
}

csv_column::csv_column(int number) : number_{static_cast<std::size_t>(number)}
{
    if (number < 1) {
        throw std::invalid_argument{"capgraph::csv_column: a number below 1"};
    }
}

csv_mapping crunchbase_2013_investments_mapping()
{
    csv_mapping mapping;
    mapping.company.name = "company_name";
    mapping.investor.name = "investor_name";
    mapping.round.announced = "funded_when";
    mapping.round.amount = "amount_usd";
    mapping.currency = "USD";
    return mapping;
}

csv_mapping crunchbase_october_2013_rounds_mapping()
{
    csv_mapping mapping;
    mapping.dialect.encoding = csv_encoding::macintosh;
    mapping.company.name = "company_name";
    mapping.company.slug = "company_permalink";
    mapping.company.country = "company_country_code";
    mapping.country_code = csv_country_code::alpha_3;
    mapping.round.label = "funding_round_type";
    mapping.round.announced = "funded_at";
    mapping.round.amount = "raised_amount_usd";
    mapping.currency = "USD";
    return mapping;
}

csv_mapping crunchbase_october_2013_investments_mapping()
{
    auto mapping = crunchbase_october_2013_rounds_mapping();
    mapping.company.country = {};
    mapping.investor.name = "investor_name";
    mapping.investor.slug = "investor_permalink";
    return mapping;
}

} // namespace capgraph::inline v0
