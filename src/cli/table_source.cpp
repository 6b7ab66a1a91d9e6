// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "table_source.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

namespace capgraph::cli {

namespace {

/// A header, the columns of which tell one table from the others.
struct known_table {
    data_format format;
    std::vector<std::string_view> columns;
};

std::vector<known_table> known_tables()
{
    return {{data_format::crunchbase_2013_investments,
             {"company_name", "investor_name", "funded_when", "amount_usd"}},
            {data_format::crunchbase_october_2013_investments,
             {"company_permalink", "investor_permalink", "raised_amount_usd"}},
            {data_format::crunchbase_october_2013_rounds,
             {"company_permalink", "funding_round_type", "raised_amount_usd"}}};
}

bool has_column(std::string_view header, std::string_view name)
{
    for (std::size_t first = 0; first <= header.size();) {
        auto const last = std::min(header.find(',', first), header.size());
        if (header.substr(first, last - first) == name) {
            return true;
        }
        first = last + 1;
    }
    return false;
}

} // namespace

std::optional<csv_mapping> mapping_of(data_format format)
{
    switch (format) {
    case data_format::crunchbase_2013_investments:
        return crunchbase_2013_investments_mapping();
    case data_format::crunchbase_october_2013_rounds:
        return crunchbase_october_2013_rounds_mapping();
    case data_format::crunchbase_october_2013_investments:
        return crunchbase_october_2013_investments_mapping();
    case data_format::detect:
    case data_format::json:
        break;
    }
    return std::nullopt;
}

data_format detected(std::string_view beginning)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; // the reader of tables skips it
    beginning.remove_prefix(beginning.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    auto const header = beginning.substr(0, beginning.find_first_of("\r\n"));
    for (auto const& table : known_tables()) {
        if (std::all_of(table.columns.begin(), table.columns.end(),
                        [&](std::string_view name) { return has_column(header, name); })) {
            return table.format;
        }
    }
    return data_format::json;
}

std::string first_line_of(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    std::string line(std::size_t{16} * 1024, '\0');
    try {
        file.read(line.data(), static_cast<std::streamsize>(line.size()));
    } catch (std::ios_base::failure const&) { // a folder: the reader says so
        return {};
    }
    line.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return line.substr(0, line.find_first_of("\r\n"));
}

} // namespace capgraph::cli
