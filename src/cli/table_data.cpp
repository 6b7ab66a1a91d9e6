// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "table_data.hpp"

#include "failure.hpp"
#include "kept_rejects.hpp"

#include <capgraph/io/read/csv.hpp>

namespace capgraph::cli {

namespace {

csv_contents append(ledger& to, data_text const& from, csv_mapping const& mapping,
                    read_csv_options const& options)
{
    try {
        return from.path ? append_csv_file(to, *from.path, mapping, options)
                         : append_csv(to, from.text, mapping, options);
    } catch (error const& e) {
        throw bad_data{e};
    }
}

} // namespace

std::size_t append_table(ledger& to, data_text const& from, csv_mapping const& mapping,
                         std::string const& rejects)
{
    read_csv_options options;
    options.name = from.name;
    if (rejects.empty()) {
        return append(to, from, mapping, options).refused;
    }
    kept_rejects kept{rejects};
    options.rejects = [&kept](csv_reject const& reject) { kept.keep(reject); };
    auto const refused = append(to, from, mapping, options).refused;
    kept.write();
    return refused;
}

std::vector<error> check_table(data_text const& from, csv_mapping const& mapping)
{
    read_csv_options options;
    options.name = from.name;
    return from.path ? check_csv_file(*from.path, mapping, options)
                     : check_csv(from.text, mapping, options);
}

} // namespace capgraph::cli
