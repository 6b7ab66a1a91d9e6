// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "report.hpp"

#include <capgraph/core/date.hpp>

#include <ostream>

namespace capgraph::cli {

namespace {

json_value day(std::optional<date> const& value)
{
    return value ? json_value{to_string(*value)} : json_value{};
}

json_object view_of(invocation const& what)
{
    auto const& seen = what.seen;
    return {{"valid_at", day(seen.valid_at)},           {"known_at", day(seen.known_at)},
            {"min_status", to_string(seen.min_status)}, {"known", to_string(seen.known)},
            {"valid", to_string(seen.valid)},           {"relays", to_string(seen.relays)}};
}

json_object options_of(invocation const& what, json_object const& more)
{
    json_object out{
        {"data", what.data},
        {"unit", what.unit ? json_value{to_string(*what.unit)} : json_value{}},
        {"roll_up", to_string(what.roll_up)},
        {"top", what.top},
    };
    out.insert(out.end(), more.begin(), more.end());
    return out;
}

} // namespace

void print_json(std::ostream& out, invocation const& what, json_object const& more,
                std::vector<json_object> const& rows)
{
    out << "{\"command\":" << to_string(json_value{what.subcommand})
        << ",\n\"view\":" << to_string(view_of(what))
        << ",\n\"options\":" << to_string(options_of(what, more)) << ",\n\"rows\":[";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out << (i == 0 ? "\n" : ",\n") << to_string(rows[i]);
    }
    out << "]}\n";
}

} // namespace capgraph::cli
