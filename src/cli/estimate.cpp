// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "figures.hpp"
#include "report.hpp"
#include "table.hpp"
#include "ties.hpp"

#include <capgraph/query/co_investment_estimate.hpp>
#include <capgraph/query/co_investment_money.hpp>

#include <array>
#include <cmath>
#include <ostream>
#include <string>

namespace capgraph::cli {

namespace {

/// `1,234 bytes`, `12.3 MiB`.
std::string bytes_text(std::uint64_t bytes)
{
    constexpr std::array<char const*, 4> units{"KiB", "MiB", "GiB", "TiB"};
    if (bytes < 1024) {
        return count_text(bytes, "byte", "bytes");
    }
    auto size = static_cast<double>(bytes) / 1024.0;
    std::size_t unit = 0;
    while (size >= 1024.0 && unit + 1 < units.size()) {
        size /= 1024.0;
        ++unit;
    }
    auto const tenths = static_cast<std::uint64_t>(std::llround(size * 10.0));
    return count_text(tenths / 10) + '.' + std::to_string(tenths % 10) + ' ' + units[unit];
}

void print_text(std::ostream& out, invocation const& what, co_investment_groups const& in,
                co_investment_estimate const& found)
{
    auto const& edges = found.edges;
    out << view_text(what) << '\n'
        << scope_text(what.ties)
        << (edges.samples == 0
                ? std::string{"Nothing was drawn: this is sure.\n\n"}
                : "Between least and most in " + percent_text(share{edges.confidence})
                      + " of such draws, of " + count_text(edges.samples)
                      + " meetings; the rest is sure.\n\n");
    table t{{{"", alignment::left},
             {"surely from", alignment::right},
             {"least", alignment::right},
             {"most", alignment::right},
             {"surely to", alignment::right}}};
    t.add({"pairs", count_text(edges.at_least), count_text(edges.min), count_text(edges.max),
           count_text(edges.at_most)});
    t.add({"memory", "", bytes_text(found.min_bytes), bytes_text(found.max_bytes),
           bytes_text(found.at_most_bytes)});
    out << to_string(t) << "\nOf " << count_text(found.members) << ' '
        << (in.scope().side == co_investment_side::companies ? "companies" : "investors")
        << ", who meet " << count_text(found.meetings, "time", "times") << " two by two.\n";
}

} // namespace

exit_code estimate(invocation const& asked, streams const& io)
{
    auto what = asked;
    if (what.ties.money) {
        what.unit = co_investment_unit::same_round; // which is what money counts
    }
    auto const s = read_subject(what, io.in);
    auto const in = groups_meant(s, what);
    projection_estimate_options const precision{.confidence = what.ties.confidence};
    auto const found =
        what.ties.money
            ? estimate_co_investment_money(s.net, in.scope(), what.ties.money_options(), precision)
            : estimate_co_investment(in, what.ties.options, precision);
    if (!what.json) {
        print_text(io.out, what, in, found);
        return fine;
    }
    auto more = scope_json(what.ties);
    more.push_back({"confidence", what.ties.confidence});
    more.push_back({"money", what.ties.money ? json_value{what.ties.money->code()} : json_value{}});
    auto const& edges = found.edges;
    print_json(io.out, what, more,
               {{{"members", found.members},
                 {"meetings", found.meetings},
                 {"pairs_at_least", edges.at_least},
                 {"pairs_min", edges.min},
                 {"pairs_max", edges.max},
                 {"pairs_at_most", edges.at_most},
                 {"confidence", edges.confidence},
                 {"samples", edges.samples},
                 {"min_bytes", found.min_bytes},
                 {"max_bytes", found.max_bytes},
                 {"at_most_bytes", found.at_most_bytes}}});
    return fine;
}

} // namespace capgraph::cli
